using System.Numerics.Tensors;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>Whole groups of rows that lie together: they share the direction of the block that rules out most, and that of the next is one of a few.</summary>
/// <param name="From">Position of the first row, a multiple of <see cref="GroupedRows.Together"/>.</param>
/// <param name="To">Position after the last row.</param>
/// <param name="Firsts">Where the rings of the block that rules out most begin in <see cref="RowCells.Bounds"/>; where they end, the directions of the next block begin.</param>
/// <param name="Seconds">Where these begin.</param>
/// <param name="End">Where they end.</param>
internal readonly record struct Cell(int From, int To, int Firsts, int Seconds, int End);

/// <summary>All rows, those together that the two blocks that rule out most have together, with their copies in 4 and in 8 bits.</summary>
internal sealed class RowCells
{
    /// <summary>No cell has more rows.</summary>
    public const int MostRowsOfCell = 512;

    private const int FewestRowsOfCell = 256;
    private const int MostDirections = 512;
    private const int FewestDirections = 32;
    private const int RowsPerDirection = 64;
    private const int SampleRows = 16_384;
    private const int RowsPerPiece = 1024;
    private const double LongestVector = 1e9;

    // Of the memory of the rows themselves.
    private const double MostMemory = .5;

    private RowCells(BlockLayout layout, float[] rows, int count, BlockRings[] blocks, double[] longest, int first, int second, ushort[] firstCodes, ushort[] secondCodes, int threads)
    {
        (Layout, Blocks, Longest, First, Second) = (layout, blocks, longest, first, second);
        Ids = new int[count];
        var order = new ulong[count];
        for (var i = 0; i < count; i++)
        {
            var (direction, ring) = Math.DivRem((int)firstCodes[i], BlockRings.PerDirection);
            Ids[i] = i;
            order[i] = ((ulong)direction << 32) | ((ulong)(secondCodes[i] / BlockRings.PerDirection) << 16) | (uint)ring;
        }

        Array.Sort(order, Ids);
        (Cells, Bounds) = Cut(firstCodes, secondCodes);
        (Small, Grouped) = (new SmallRows(layout, count), new GroupedRows(layout, count));
        Parallel.For(0, (count + RowsPerPiece - 1) / RowsPerPiece, new ParallelOptions { MaxDegreeOfParallelism = threads }, piece =>
        {
            for (var position = piece * RowsPerPiece; position < Math.Min((piece + 1) * RowsPerPiece, count); position++)
            {
                var row = rows.AsSpan(Ids[position] * layout.Dimensions, layout.Dimensions);
                Small.Take(layout, row, position);
                Grouped.Take(layout, row, position);
            }
        });
    }

    public BlockLayout Layout { get; }

    /// <summary>The rings of each block.</summary>
    public BlockRings[] Blocks { get; }

    /// <summary>The greatest length that each block has in any row.</summary>
    public double[] Longest { get; }

    public SmallRows Small { get; }

    public GroupedRows Grouped { get; }

    /// <summary>The id of the row at each position.</summary>
    public int[] Ids { get; }

    /// <summary>The block that rules out most.</summary>
    public int First { get; }

    /// <summary>The block that rules out most after it; the same if there is only one.</summary>
    public int Second { get; }

    /// <summary>All rows, cut into pieces of at most <see cref="MostRowsOfCell"/>.</summary>
    public Cell[] Cells { get; }

    /// <summary>The rings of the first block and the directions of the second that rows of each cell lie in, cell after cell.</summary>
    public ushort[] Bounds { get; }

    public long Bytes => Small.Bytes + Grouped.Bytes + (long)Ids.Length * sizeof(int) + Blocks.Sum(block => block.Bytes)
        + Cells.LongLength * 5 * sizeof(int) + Bounds.LongLength * sizeof(ushort);

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

    /// <summary>Null where rows are better read one by one: so few, or of blocks so short, that copies would take half their memory again; blocks too long for 8 bits; numbers too large for float32.</summary>
    public static RowCells? Of(BlockLayout layout, float[] rows, int count, ReadOnlySpan<double> weights, int threads)
    {
        if (layout.Blocks.Max(block => block.Length) > ByteProducts.LongestBlock
            || layout.Blocks.Max(block => (long)count * SmallRows.Padded(block.Length)) > Array.MaxLength
            || Memory(layout, count, weights) > MostMemory * sizeof(float) * count * layout.Dimensions)
        {
            return null;
        }

        var longest = new double[layout.Count];
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

        var (blocks, codes, gains) = (new BlockRings[layout.Count], new ushort[layout.Count][], new double[layout.Count]);
        for (var b = 0; b < blocks.Length; b++)
        {
            var block = layout.Blocks[b];
            codes[b] = new ushort[count];
            var directions = ClusterTraining.Directions(Sample(layout, rows, count, block), block.Length, DirectionsOf(b, count, weights));
            blocks[b] = BlockRings.Of(directions, rows, layout.Dimensions, block, codes[b], threads);
            gains[b] = blocks[b].Tightness * (weights.IsEmpty ? 1 : weights[b]);
        }

        var byGain = Enumerable.Range(0, blocks.Length).OrderByDescending(b => gains[b]).ToArray();
        var (first, second) = (byGain[0], byGain[Math.Min(1, blocks.Length - 1)]);
        return new RowCells(layout, rows, count, blocks, longest, first, second, codes[first], codes[second], threads);
    }

    /// <summary>The most that <see cref="Bytes"/> can be.</summary>
    private static long Memory(BlockLayout layout, int count, ReadOnlySpan<double> weights)
    {
        var bytes = (long)count * (sizeof(int) + 2 * sizeof(ushort)) + (GroupedRows.Together + count) * GroupedRows.Memory(layout);
        for (var b = 0; b < layout.Count; b++)
        {
            var length = layout.Blocks[b].Length;
            bytes += (long)count * SmallRows.Padded(length) + BlockRings.Memory(DirectionsOf(b, count, weights), length);
        }

        return bytes;
    }

    /// <summary>What counts more is told apart more finely.</summary>
    private static int DirectionsOf(int block, int count, ReadOnlySpan<double> weights)
    {
        var most = weights.IsEmpty ? MostDirections / 4 : (int)Math.Max(FewestDirections, MostDirections * (weights[block] / TensorPrimitives.Max(weights)));
        return Math.Clamp(count / RowsPerDirection, 1, most);
    }

    private (Cell[] Cells, ushort[] Bounds) Cut(ushort[] firstCodes, ushort[] secondCodes)
    {
        var (cells, bounds) = (new List<Cell>(), new List<ushort>());
        var (firsts, seconds) = (new SortedSet<ushort>(), new SortedSet<ushort>());
        var from = 0;
        for (var group = 0; group < Ids.Length; group += GroupedRows.Together)
        {
            var to = Math.Min(group + GroupedRows.Together, Ids.Length);
            var (new1, new2) = (new SortedSet<ushort>(), new SortedSet<ushort>());
            for (var position = group; position < to; position++)
            {
                new1.Add(firstCodes[Ids[position]]);
                new2.Add((ushort)(secondCodes[Ids[position]] / BlockRings.PerDirection));
            }

            if (group > from && (group - from >= MostRowsOfCell || (group - from >= FewestRowsOfCell && !(new1.IsSubsetOf(firsts) && new2.IsSubsetOf(seconds)))))
            {
                Close(group);
            }

            firsts.UnionWith(new1);
            seconds.UnionWith(new2);
        }

        if (Ids.Length > 0)
        {
            Close(Ids.Length);
        }

        return ([.. cells], [.. bounds]);

        void Close(int to)
        {
            var at = bounds.Count;
            bounds.AddRange(firsts);
            bounds.AddRange(seconds);
            cells.Add(new Cell(from, to, at, at + firsts.Count, bounds.Count));
            firsts.Clear();
            seconds.Clear();
            from = to;
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
