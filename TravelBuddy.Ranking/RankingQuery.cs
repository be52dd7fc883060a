namespace TravelBuddy.Ranking;

/// <summary>
/// What to rank by: a weight per block and, per block, any number of alternative vectors of which the best counts
/// (three days <i>or</i> seven, never their average).
/// <para>A block without an alternative drops out and the other weights are renormalised. Fill a query on one thread;
/// once filled, any number of threads may search with it.</para>
/// </summary>
public sealed class RankingQuery
{
    private readonly double[] scaledWeights;
    private readonly double[] effectiveWeights;
    private readonly double[][] vectors;
    private readonly double[] longest;
    private QueryTerm[] terms = [];

    /// <param name="layout">The layout of the rows that will be ranked.</param>
    /// <param name="weights">One weight per block, at least 0, in any scale: only their ratios count.</param>
    /// <exception cref="ArgumentException">
    /// Wrong number of weights, a weight that is negative, NaN or infinite (the message names its block), or all weights zero.
    /// </exception>
    public RankingQuery(BlockLayout layout, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(layout);
        if (weights.Length != layout.Count)
        {
            throw new ArgumentException($"{weights.Length} weights for {layout.Count} blocks.", nameof(weights));
        }

        var largest = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!double.IsFinite(weights[i]) || weights[i] < 0)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The weight of block \"{layout.Blocks[i].Name}\" is {weights[i]}; it must be a finite number, at least 0."),
                    nameof(weights));
            }

            largest = Math.Max(largest, weights[i]);
        }

        if (largest == 0)
        {
            var names = string.Join(", ", layout.Blocks.Select(block => $"\"{block.Name}\""));
            throw new ArgumentException($"The weights of all blocks ({names}) are zero; at least one must be above.", nameof(weights));
        }

        Layout = layout;
        scaledWeights = new double[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            // Scaled by the largest, so that their sum can neither overflow nor vanish.
            scaledWeights[i] = weights[i] / largest;
        }

        effectiveWeights = new double[weights.Length];
        vectors = new double[weights.Length][];
        longest = new double[weights.Length];
        Array.Fill(vectors, []);
    }

    /// <summary>The layout given to the constructor.</summary>
    public BlockLayout Layout { get; }

    /// <summary>
    /// One weight per block; 0 for blocks without an alternative; their sum is 1, or 0 while <see cref="IsEmpty"/>.
    /// </summary>
    public ReadOnlySpan<double> EffectiveWeights => effectiveWeights;

    /// <summary>
    /// No block with a weight above 0 has an alternative: there is nothing to rank by, and every score is 0.
    /// </summary>
    public bool IsEmpty { get; private set; } = true;

    internal ReadOnlySpan<QueryTerm> Terms => terms;

    /// <summary>Number of alternatives that a block has got so far.</summary>
    public int Alternatives(int block) => vectors[CheckedBlock(block)].Length / Layout.Blocks[block].Length;

    /// <summary>
    /// Adds one more wish for a block. The similarity of a row to the block is the largest inner product with any of its alternatives.
    /// The vector is used as it is: it need not have unit length.
    /// </summary>
    /// <param name="block">Index of the block in the layout.</param>
    /// <param name="vector">As long as the block.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such block.</exception>
    /// <exception cref="ArgumentException">Wrong length, or a NaN or an infinity (the message names its column).</exception>
    public void AddAlternative(int block, ReadOnlySpan<float> vector)
    {
        var (name, offset, length) = Layout.Blocks[CheckedBlock(block)];
        if (vector.Length != length)
        {
            throw new ArgumentException($"The vector has {vector.Length} elements; block \"{name}\" has {length}.", nameof(vector));
        }

        if (FiniteCheck.FirstOffender(vector) is >= 0 and var column)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The vector holds {vector[column]} at {Layout.Describe(offset + column)}; only finite numbers can be ranked by."),
                nameof(vector));
        }

        longest[block] = Math.Max(longest[block], Lengths.Of(vector));
        var before = vectors[block].Length;
        Array.Resize(ref vectors[block], before + length);
        for (var i = 0; i < length; i++)
        {
            // Widened once here, so that no search has to.
            vectors[block][before + i] = vector[i];
        }

        Renormalise();
    }

    private void Renormalise()
    {
        var sum = 0.0;
        for (var i = 0; i < vectors.Length; i++)
        {
            sum += vectors[i].Length > 0 ? scaledWeights[i] : 0;
        }

        IsEmpty = sum == 0;
        var next = new List<QueryTerm>(vectors.Length);
        for (var i = 0; i < vectors.Length; i++)
        {
            effectiveWeights[i] = vectors[i].Length > 0 && !IsEmpty ? scaledWeights[i] / sum : 0;
            if (vectors[i].Length > 0)
            {
                next.Add(new QueryTerm(i, Layout.Blocks[i].Offset, Layout.Blocks[i].Length, effectiveWeights[i], vectors[i], longest[i]));
            }
        }

        terms = [.. next];
    }

    private int CheckedBlock(int block) => (uint)block < (uint)Layout.Count
        ? block
        : throw new ArgumentOutOfRangeException(nameof(block), block, $"There are blocks 0 to {Layout.Count - 1}.");
}

/// <summary>A block that has alternatives, as the scorers read it: <c>Vectors</c> holds them one after the other; the longest of them has the Euclidean length <c>Longest</c>.</summary>
internal readonly record struct QueryTerm(int Block, int Offset, int Length, double Weight, double[] Vectors, double Longest);
