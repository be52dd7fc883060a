using System.Numerics.Tensors;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>Rows that lie together and share the direction of their first block, and within it some of its rings.</summary>
/// <param name="From">Position of the first row.</param>
/// <param name="To">Position after the last row.</param>
/// <param name="FirstCode">The first ring they lie in.</param>
/// <param name="LastCode">The last ring they lie in.</param>
internal readonly record struct Segment(int From, int To, int FirstCode, int LastCode);

/// <summary>All rows by the ring that each of their blocks lies in, in the order of the block that rules out most, with their copy in 8 bits.</summary>
internal sealed class RowRings
{
    private const int MostDirections = 512;
    private const int FewestDirections = 32;
    private const int RowsPerDirection = 64;
    private const int SampleRows = 16_384;
    private const int RowsPerSegment = 1024;
    private const double LongestVector = 1e9;

    // Of the memory of the rows themselves.
    private const double MostMemory = .5;

    private RowRings(BlockLayout layout, float[] rows, BlockRings[] blocks, ushort[][] codes, double[] longest, int first)
    {
        (Layout, Blocks, Longest, First) = (layout, blocks, longest, first);
        var count = codes[first].Length;
        Ids = new int[count];
        for (var i = 0; i < count; i++)
        {
            Ids[i] = i;
        }

        Array.Sort(codes[first].ToArray(), Ids);
        Codes = new ushort[codes.Length][];
        for (var b = 0; b < codes.Length; b++)
        {
            Codes[b] = GC.AllocateUninitializedArray<ushort>(count, pinned: true);
            for (var position = 0; position < count; position++)
            {
                Codes[b][position] = codes[b][Ids[position]];
            }
        }

        Segments = [.. Cut(Codes[first])];
        Small = new SmallRows(layout, count);
        for (var position = 0; position < count; position++)
        {
            Small.Take(layout, rows.AsSpan(Ids[position] * layout.Dimensions, layout.Dimensions), position);
        }
    }

    public BlockLayout Layout { get; }

    /// <summary>The rings of each block.</summary>
    public BlockRings[] Blocks { get; }

    /// <summary>Block by block, the ring of the row at each position.</summary>
    public ushort[][] Codes { get; }

    /// <summary>The greatest length that each block has in any row.</summary>
    public double[] Longest { get; }

    public SmallRows Small { get; }

    /// <summary>The id of the row at each position.</summary>
    public int[] Ids { get; }

    /// <summary>The block whose rings the rows are in the order of.</summary>
    public int First { get; }

    /// <summary>All rows, cut into pieces.</summary>
    public Segment[] Segments { get; }

    public long Bytes => Small.Bytes + (long)Ids.Length * (sizeof(int) + Codes.Length * sizeof(ushort)) + Blocks.Sum(block => block.Bytes);

    /// <summary>Whether bounds can be had for a query: there is something to rank by, and nothing so long that bounds in float32 would overflow.</summary>
    public bool CanBound(RankingQuery query)
    {
        foreach (ref readonly var term in query.Terms)
        {
            if (term.Longest > LongestVector)
            {
                return false;
            }
        }

        return !query.IsEmpty;
    }

    /// <summary>Null where rows are better read one by one: so few, or of blocks so short, that rings would take half their memory again; blocks too long for 8 bits; numbers too large for float32.</summary>
    public static RowRings? Of(BlockLayout layout, float[] rows, int count, ReadOnlySpan<double> weights, int threads)
    {
        if (layout.Blocks.Max(block => block.Length) > ByteProducts.LongestBlock
            || layout.Blocks.Max(block => (long)count * SmallRows.Padded(block.Length)) > Array.MaxLength
            || Memory(layout, count, weights) > MostMemory * sizeof(float) * count * layout.Dimensions)
        {
            return null;
        }

        var (blocks, codes, longest) = (new BlockRings[layout.Count], new ushort[layout.Count][], new double[layout.Count]);
        for (var row = 0; row < count; row++)
        {
            for (var b = 0; b < longest.Length; b++)
            {
                longest[b] = Math.Max(longest[b], Lengths.Of(rows.AsSpan(row * layout.Dimensions + layout.Blocks[b].Offset, layout.Blocks[b].Length)));
            }
        }

        if (longest.Max() > LongestVector)
        {
            return null;
        }

        var (first, best) = (0, double.NegativeInfinity);
        for (var b = 0; b < blocks.Length; b++)
        {
            var block = layout.Blocks[b];
            codes[b] = new ushort[count];
            var sample = Sample(layout, rows, count, block);
            var directions = ClusterTraining.Directions(sample, block.Length, DirectionsOf(b, count, weights));
            blocks[b] = BlockRings.Of(directions, rows, layout.Dimensions, block, codes[b], threads);
            var gain = blocks[b].Tightness * (weights.IsEmpty ? 1 : weights[b]);
            (first, best) = gain > best ? (b, gain) : (first, best);
        }

        return new RowRings(layout, rows, blocks, codes, longest, first);
    }

    /// <summary>The most that <see cref="Bytes"/> can be.</summary>
    private static long Memory(BlockLayout layout, int count, ReadOnlySpan<double> weights)
    {
        var bytes = (long)count * sizeof(int);
        for (var b = 0; b < layout.Count; b++)
        {
            var length = layout.Blocks[b].Length;
            bytes += (long)count * (SmallRows.Padded(length) + 2 * sizeof(float) + sizeof(ushort)) + BlockRings.Memory(DirectionsOf(b, count, weights), length);
        }

        return bytes;
    }

    /// <summary>What counts more is told apart more finely.</summary>
    private static int DirectionsOf(int block, int count, ReadOnlySpan<double> weights)
    {
        var most = weights.IsEmpty ? MostDirections / 4 : (int)Math.Max(FewestDirections, MostDirections * (weights[block] / TensorPrimitives.Max(weights)));
        return Math.Clamp(count / RowsPerDirection, 1, most);
    }

    private static IEnumerable<Segment> Cut(ushort[] codes)
    {
        for (var (from, to) = (0, 0); from < codes.Length; from = to)
        {
            to = from + 1;
            while (to < codes.Length && to - from < RowsPerSegment && codes[to] / BlockRings.PerDirection == codes[from] / BlockRings.PerDirection)
            {
                to++;
            }

            yield return new Segment(from, to, codes[from], codes[to - 1]);
        }
    }

    private static float[] Sample(BlockLayout layout, float[] rows, int count, Block block)
    {
        var some = Math.Min(count, SampleRows);
        var sample = new float[some * block.Length];
        for (var i = 0; i < some; i++)
        {
            var row = (int)((long)i * count / some);
            rows.AsSpan(row * layout.Dimensions + block.Offset, block.Length).CopyTo(sample.AsSpan(i * block.Length));
        }

        return sample;
    }
}
