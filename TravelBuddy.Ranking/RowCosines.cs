using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TravelBuddy.Ranking;

/// <summary>
/// Cosines between rows, in memory that the caller lends. Equal rows have exactly 1; the cosine with a row of zeros is 0; results lie between -1 and 1.
/// </summary>
internal readonly ref struct RowCosines<TKernel>
    where TKernel : struct, IInnerProduct
{
    private readonly ReadOnlySpan<float> rows;
    private readonly Span<double> squares;
    private readonly Span<double> wide;
    private readonly Span<double> squareOfOther;

    /// <exception cref="ArgumentException">A row holds a NaN or an infinity.</exception>
    public RowCosines(ReadOnlySpan<float> rows, int dimensions, Span<double> scratch)
    {
        if (FiniteCheck.FirstOffender(rows) is >= 0 and var at)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Row {at / dimensions} holds {rows[at]} at column {at % dimensions}; only finite numbers have a cosine."), nameof(rows));
        }

        var count = rows.Length / dimensions;
        this.rows = rows;
        squares = scratch[..count];
        wide = scratch.Slice(count, dimensions);
        squareOfOther = scratch.Slice(count + dimensions, 1);
        for (var i = 0; i < count; i++)
        {
            Widen(i);
            squares[i] = TKernel.Of(ref Row(i), ref MemoryMarshal.GetReference(wide), dimensions);
        }
    }

    public static int ScratchFor(int count, int dimensions) => checked(count + dimensions + 1);

    /// <summary>From now on <see cref="Of"/> compares with this row.</summary>
    public void CompareWith(int other)
    {
        Widen(other);
        squareOfOther[0] = squares[other];
    }

    public double Of(int row)
    {
        var product = TKernel.Of(ref Row(row), ref MemoryMarshal.GetReference(wide), wide.Length);
        // The root of the product, not the product of the roots: the former is exact for equal rows.
        var scale = Math.Sqrt(squares[row] * squareOfOther[0]);
        return scale > 0 ? Math.Clamp(product / scale, -1, 1) : 0;
    }

    private void Widen(int row)
    {
        var values = rows.Slice(row * wide.Length, wide.Length);
        for (var i = 0; i < values.Length; i++)
        {
            wide[i] = values[i];
        }
    }

    private ref float Row(int row) => ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), (nint)row * wide.Length);
}
