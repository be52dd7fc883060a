namespace TravelBuddy.Ranking.Pruning;

/// <summary>A query's alternatives for one block in 16 bits a number, with what it takes to bound exact inner products by theirs.</summary>
internal sealed class SmallTerm
{
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
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
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
            var scale = Math.Abs(System.Numerics.Tensors.TensorPrimitives.MaxMagnitude<double>(vector)) / ByteProducts.LargestOfQuery;
            var (rounding, square) = (0.0, 0.0);
            for (var i = 0; i < vector.Length; i++)
            {
                kept[i] = scale > 0 ? (short)Math.Clamp(Math.Round(vector[i] / scale), -ByteProducts.LargestOfQuery, ByteProducts.LargestOfQuery) : (short)0;
                var e = vector[i] - scale * kept[i];
                rounding += e * e;
                square += vector[i] * vector[i];
            }

            // A row's rounded block is no longer than the block and what was rounded off: twice the block is more than either.
            scales[alternative] = (float)scale;
            lengths[alternative] = (float)(Math.Sqrt(square) * (1 + 1e-6));
            lost[alternative] = (float)((Math.Sqrt(rounding) * 2 + Math.Sqrt(square) * 1e-6) * longest * (1 + 1e-6));
        }
    }
}
