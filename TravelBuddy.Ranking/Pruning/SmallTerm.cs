using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>
/// A query's alternatives for one block in 8 bits a number, with what it takes to bound exact inner products by theirs.
/// <para>With <c>q = t·n + f</c> and a row's <c>x = s·c + e</c> (see <see cref="SmallRows"/>): <c>q·x = t·s·(n·c) + f·(s·c) + q·e ≤ t·s·(n·c) + |f|·|s·c| + |q|·|e|</c>,
/// and <c>|s·c| = |x - e| ≤ |x| + |e|</c>.</para>
/// </summary>
internal sealed class SmallTerm
{
    // Eight roundings to float32 at 2^-24 each, of parts that are at most twice |q|·|x|.
    private const double Rounding = 2e-6;

    // Numbers too small for float32: scales lose at most 2^-150, so that a row's number may be 64 · 2^-149 off; a query is at most 1e9 long.
    private const double Smallest = 1e-30;

    private sbyte[] numbers = [];
    private Parts[] parts = [];

    /// <summary>Block of the layout.</summary>
    public int Block { get; private set; }

    /// <summary>Length of one alternative, filled up.</summary>
    public int Width { get; private set; }

    public int Alternatives { get; private set; }

    /// <summary>Half the effective weight.</summary>
    public float HalfWeight { get; private set; }

    /// <summary>The alternatives, one after the other.</summary>
    public ReadOnlySpan<sbyte> Numbers => numbers;

    /// <summary>What bounds products with an alternative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly Parts Alternative(int alternative) => ref parts[alternative];

    /// <summary>Reads a term; what was read before is forgotten.</summary>
    /// <param name="term">The alternatives.</param>
    /// <param name="longest">The greatest length that the block has in any row.</param>
    public void Read(in QueryTerm term, double longest)
    {
        (Block, Width, Alternatives) = (term.Block, SmallRows.Padded(term.Length), term.Vectors.Length / term.Length);
        HalfWeight = (float)(term.Weight * .5);
        if (numbers.Length < Width * Alternatives)
        {
            numbers = new sbyte[Width * Alternatives];
        }

        if (parts.Length < Alternatives)
        {
            parts = new Parts[Alternatives];
        }

        for (var alternative = 0; alternative < Alternatives; alternative++)
        {
            var vector = term.Vectors.AsSpan(alternative * term.Length, term.Length);
            var kept = numbers.AsSpan(alternative * Width, Width);
            kept.Clear();
            var scale = Math.Abs(TensorPrimitives.MaxMagnitude<double>(vector)) / ByteProducts.Largest;
            var (rounding, square, sum) = (0.0, 0.0, 0);
            for (var i = 0; i < vector.Length; i++)
            {
                kept[i] = scale > 0 ? (sbyte)Math.Clamp(Math.Round(vector[i] / scale), -ByteProducts.Largest, ByteProducts.Largest) : (sbyte)0;
                var e = vector[i] - scale * kept[i];
                rounding += e * e;
                square += vector[i] * vector[i];
                sum += kept[i];
            }

            parts[alternative] = new Parts(
                (float)scale,
                (float)((Math.Sqrt(square) + Math.Sqrt(rounding)) * (1 + Rounding)),
                (float)((Math.Sqrt(rounding) + Math.Sqrt(square) * Rounding) * longest * (1 + Rounding) + Smallest),
                -GroupedRows.Zero * sum);
        }
    }

    /// <summary>What bounds the exact products of rows with one alternative, from those in small numbers.</summary>
    public readonly struct Parts(float scale, float length, float lost, int start)
    {
        private readonly Vector256<float> scale = Vector256.Create(scale);
        private readonly Vector256<float> length = Vector256.Create(length);
        private readonly Vector256<float> lost = Vector256.Create(lost);
        private readonly Vector128<float> smallScale = Vector128.Create(scale * SmallRows.OfGrouped);

        /// <summary>What products with the numbers of <see cref="GroupedRows"/> begin with, for which 8 stands for 0.</summary>
        public int Start { get; } = start;

        /// <summary>The most that the exact inner products can be.</summary>
        /// <param name="products">The products in small numbers.</param>
        /// <param name="scales">The scale of each row.</param>
        /// <param name="rounded">What rounding took from each row.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<float> Most(Vector256<int> products, Vector256<float> scales, Vector256<float> rounded) =>
            scale * scales * Vector256.ConvertToSingle(products) + (length * rounded + lost);

        /// <summary>The most that the exact inner products with rows of 8 bits can be.</summary>
        /// <param name="products">The products in small numbers.</param>
        /// <param name="scales">The scale of each row in 4 bits.</param>
        /// <param name="rounded">What rounding to 8 bits took from each row.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<float> MostOfSmall(Vector128<int> products, Vector128<float> scales, Vector128<float> rounded) =>
            smallScale * scales * Vector128.ConvertToSingle(products) + (length.GetLower() * rounded + lost.GetLower());
    }
}
