using System.Runtime.InteropServices;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>Memory for one search, kept by its thread for the next.</summary>
internal sealed class SearchScratch
{
    /// <summary>Most rows that a first bound is taken from.</summary>
    public const int Seeds = 1024;

    // Twice what rounding to the nearest float32 can change, as a share.
    private const float Rounding = 1.2e-7f;

    [ThreadStatic]
    private static SearchScratch? spare;

    private readonly List<Kept> kept = [];
    private int terms;
    private int read;
    private float size;
    private double least;

    /// <summary>A block that counts: where the bounds of its rings begin, and the largest of them.</summary>
    public sealed class Kept
    {
        public SmallTerm Term { get; } = new();
        public int At { get; set; }
        public float Most { get; set; }
    }

    /// <summary>What the rings of all blocks can add, block after block; pinned.</summary>
    public float[] Adds { get; private set; } = [];
    public float[] Products { get; private set; } = [];
    public float[] Vector { get; private set; } = [];

    /// <summary>What each segment can reach.</summary>
    public float[] SegmentMost { get; private set; } = [];
    public int[] SeedPositions { get; } = new int[Seeds];
    public double[] SeedScores { get; } = new double[Seeds];
    public int[] SeedIds { get; } = new int[Seeds];
    public double[] SeedBest { get; } = new double[Seeds];

    /// <summary>What all blocks can add together but the one that rows are in the order of.</summary>
    public float OthersMost { get; set; }

    /// <summary>
    /// More than sums of bounds lose in float32. No bound of a block is above <c>(1 + 2·|q|·|x|)·w/2</c>, and it takes one sum a block to add them up,
    /// one a block to replace them, and five steps within the block: <c>2·blocks + 8</c> roundings of at most twice the <c>Σ (1 + |q|·|x|)·w/2</c> of all.
    /// </summary>
    public float Slack => (4 * terms + 16) * Rounding * size;

    /// <summary>A score that the k-th best row is known to reach.</summary>
    public double Least => Volatile.Read(ref least);

    /// <summary>The blocks that count.</summary>
    public ReadOnlySpan<Kept> Terms => CollectionsMarshal.AsSpan(kept)[..terms];

    public static SearchScratch Take()
    {
        var taken = spare ?? new SearchScratch();
        spare = null;
        return taken;
    }

    public void Return() => spare = this;

    /// <summary>Makes room for a search and forgets the one before.</summary>
    public void Begin(RowRings rings)
    {
        (terms, read, least, size) = (0, -1, double.NegativeInfinity, 0);
        var (codes, products, longest) = (0, 0, 0);
        for (var b = 0; b < rings.Blocks.Length; b++)
        {
            codes += rings.Blocks[b].Codes;
            products = Math.Max(products, rings.Blocks[b].Room);
            longest = Math.Max(longest, rings.Layout.Blocks[b].Length);
        }

        Adds = Adds.Length < codes ? GC.AllocateUninitializedArray<float>(codes, pinned: true) : Adds;
        Products = Products.Length < products ? new float[products] : Products;
        Vector = Vector.Length < longest ? new float[longest] : Vector;
        SegmentMost = SegmentMost.Length < rings.Segments.Length ? new float[rings.Segments.Length] : SegmentMost;
    }

    public void Keep(in QueryTerm term, int at, float most, double longest)
    {
        if (kept.Count == terms)
        {
            kept.Add(new Kept());
        }

        var next = kept[terms++];
        next.Term.Read(in term, longest);
        (next.At, next.Most) = (at, most);
        size += next.Term.HalfWeight * (1 + (float)(term.Longest * longest));
    }

    /// <summary>Those that count most first.</summary>
    public void SortTerms() => CollectionsMarshal.AsSpan(kept)[..terms].Sort(static (a, b) => b.Term.HalfWeight.CompareTo(a.Term.HalfWeight));

    /// <summary>How many segments are read or being read.</summary>
    public int SegmentsRead => Volatile.Read(ref read) + 1;

    /// <summary>The next segment that nobody reads yet; -1 if there is none.</summary>
    public int NextSegment(int count) => Interlocked.Increment(ref read) is var next && next < count ? next : -1;

    /// <summary>Takes note of a score that the k-th best row reaches.</summary>
    public void Raise(double score)
    {
        for (var known = Volatile.Read(ref least); score > known;)
        {
            var before = Interlocked.CompareExchange(ref least, score, known);
            if (before == known)
            {
                return;
            }

            known = before;
        }
    }
}
