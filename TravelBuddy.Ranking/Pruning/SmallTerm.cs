using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>
/// A query's alternatives for one block in 16 bits a number, with what it takes to bound exact inner products by theirs.
/// <para>With <c>q = t·n + f</c> and a row's <c>x = s·c + e</c> (see <see cref="SmallRows"/>): <c>q·x = t·s·(n·c) + f·(s·c) + q·e ≤ t·s·(n·c) + |f|·|s·c| + |q|·|e|</c>,
/// and <c>|s·c| ≤ 2·|x|</c>, as rounding to the nearest takes from no number more than it is.</para>
/// </summary>
internal sealed class SmallTerm
{
    // Eight roundings to float32 at 2^-24 each, of parts that are at most twice |q|·|x|.
    private const double Rounding = 2e-6;

    // Numbers too small for float32 lose at most 2^-150 each, times a product below 2^31.
    private const double Smallest = 1e-35;

    private short[] numbers = [];
    private float[] scales = [];
    private float[] lengths = [];
    private float[] lost = [];

    /// <summary>Block of the layout.</summary>
    public int Block { get; private set; }

    /// <summary>Length of one alternative, filled up.</summary>
    public int Width { get; private set; }

    public int Alternatives { get; private set; }

    /// <summary>Half the effective weight.</summary>
    public float HalfWeight { get; private set; }

    /// <summary>The alternatives, one after the other.</summary>
    public ReadOnlySpan<short> Numbers => numbers;

    /// <summary>The most that the exact inner product with an alternative can be.</summary>
    /// <param name="alternative">Which one.</param>
    /// <param name="product">The product in small numbers.</param>
    /// <param name="scale">The row's scale.</param>
    /// <param name="rounded">What rounding took from the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Most(int alternative, int product, float scale, float rounded) => scales[alternative] * scale * product + lengths[alternative] * rounded + lost[alternative];

    /// <summary>Reads a term; what was read before is forgotten.</summary>
    /// <param name="term">The alternatives.</param>
    /// <param name="longest">The greatest length that the block has in any row.</param>
    public void Read(in QueryTerm term, double longest)
    {
        (Block, Width, Alternatives) = (term.Block, SmallRows.Padded(term.Length), term.Vectors.Length / term.Length);
        HalfWeight = (float)(term.Weight * .5);
        if (numbers.Length < Width * Alternatives)
        {
            numbers = new short[Width * Alternatives];
        }

        if (scales.Length < Alternatives)
        {
            (scales, lengths, lost) = (new float[Alternatives], new float[Alternatives], new float[Alternatives]);
        }

        for (var alternative = 0; alternative < Alternatives; alternative++)
        {
            var vector = term.Vectors.AsSpan(alternative * term.Length, term.Length);
            var kept = numbers.AsSpan(alternative * Width, Width);
            kept.Clear();
            var scale = Math.Abs(TensorPrimitives.MaxMagnitude<double>(vector)) / ByteProducts.LargestOfQuery;
            var (rounding, square) = (0.0, 0.0);
            for (var i = 0; i < vector.Length; i++)
            {
                kept[i] = scale > 0 ? (short)Math.Clamp(Math.Round(vector[i] / scale), -ByteProducts.LargestOfQuery, ByteProducts.LargestOfQuery) : (short)0;
                var e = vector[i] - scale * kept[i];
                rounding += e * e;
                square += vector[i] * vector[i];
            }

            scales[alternative] = (float)scale;
            lengths[alternative] = (float)(Math.Sqrt(square) * (1 + Rounding));
            lost[alternative] = (float)((Math.Sqrt(rounding) * 2 + Math.Sqrt(square) * Rounding) * longest * (1 + Rounding) + Smallest);
        }
    }
}
