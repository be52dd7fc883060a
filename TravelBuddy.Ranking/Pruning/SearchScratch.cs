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
    private int taken;
    private float size;
    private double least;

    /// <summary>A block that counts: where the bounds of its rings begin, and the largest of them.</summary>
    public sealed class Kept
    {
        public SmallTerm Term { get; } = new();
        public int At { get; set; }
        public float Most { get; set; }
    }

    /// <summary>What the rings of all blocks can add, block after block.</summary>
    public float[] Adds { get; private set; } = [];
    public float[] Products { get; private set; } = [];
    public float[] Vector { get; private set; } = [];

    /// <summary>What each cell can reach.</summary>
    public float[] CellMost { get; private set; } = [];

    /// <summary>What the directions of <see cref="RowCells.Second"/> can add.</summary>
    public float[] SecondMost { get; private set; } = [];
    public int[] SeedPositions { get; } = new int[Seeds];
    public double[] SeedScores { get; } = new double[Seeds];

    /// <summary>How many rows were scored first; their positions are in order.</summary>
    public int SeedCount { get; set; }

    /// <summary>
    /// More than sums of bounds lose in float32. No bound of a block is above <c>(1 + 2·|q|·|x|)·w/2</c>, and it takes one sum a block to add them up,
    /// one a block and copy to replace them, and five steps within the block: <c>3·blocks + 8</c> roundings of at most twice the <c>Σ (1 + |q|·|x|)·w/2</c> of all.
    /// </summary>
    public float Slack => (6 * terms + 16) * Rounding * size;

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
    public void Begin(RowCells cells)
    {
        (terms, taken, least, size, SeedCount) = (0, 0, double.NegativeInfinity, 0, 0);
        var (codes, products, longest) = (0, 0, 0);
        for (var b = 0; b < cells.Blocks.Length; b++)
        {
            codes += cells.Blocks[b].Codes;
            products = Math.Max(products, cells.Blocks[b].Room);
            longest = Math.Max(longest, cells.Layout.Blocks[b].Length);
        }

        Adds = Adds.Length < codes ? new float[codes] : Adds;
        Products = Products.Length < products ? new float[products] : Products;
        Vector = Vector.Length < longest ? new float[longest] : Vector;
        CellMost = CellMost.Length < cells.Cells.Length ? new float[cells.Cells.Length] : CellMost;
        SecondMost = SecondMost.Length < cells.Blocks[cells.Second].Directions ? new float[cells.Blocks[cells.Second].Directions] : SecondMost;
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
    public void SortTerms() => CollectionsMarshal.AsSpan(kept)[..terms].Sort(static (a, b) => b.Term.HalfWeight == a.Term.HalfWeight ? a.Term.Width.CompareTo(b.Term.Width) : b.Term.HalfWeight.CompareTo(a.Term.HalfWeight));

    /// <summary>How many cells are read or being read.</summary>
    public int CellsTaken => Volatile.Read(ref taken);

    /// <summary>Takes the next cells that nobody reads yet: the first of them.</summary>
    public int TakeCells(int some) => Interlocked.Add(ref taken, some) - some;

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
