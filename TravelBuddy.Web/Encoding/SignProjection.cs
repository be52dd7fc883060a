using System.Numerics.Tensors;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// Vectors of a model's width in a block's: a matrix of random signs, which keeps distances within 1/√(block's width) or so (Achlioptas, "Database-friendly
/// random projections: Johnson-Lindenstrauss with binary coins", JCSS 2003). The signs follow from the seed alone. What fits is only filled up with zeros.
/// </summary>
public sealed class SignProjection
{
    private readonly float[][]? _rows;
    private readonly int _to;

    public SignProjection(int from, int to, string seed)
    {
        _to = to;
        if (from > to)
        {
            _rows = new float[to][];
            for (var row = 0; row < to; row++)
            {
                _rows[row] = new float[from];
                HashedText.AddDirection(FormattableString.Invariant($"{seed}/{row}"), _rows[row], MathF.Sqrt((float)from / to));
            }
        }
    }

    public float[] Project(ReadOnlySpan<float> vector)
    {
        var projected = new float[_to];
        if (_rows is null)
        {
            vector.CopyTo(projected);
            return projected;
        }

        for (var row = 0; row < _to; row++)
        {
            projected[row] = TensorPrimitives.Dot(_rows[row], vector);
        }

        return projected;
    }
}
