using System.Numerics.Tensors;
using TravelBuddy.Ranking.Rows;

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

    private RowCells(BlockLayout layout, float[] rows, int[] order, BlockRings[] blocks, double[] longest, int first, int second, (Cell[], ushort[]) cells, int threads)
    {
        (Layout, Blocks, Longest, First, Second) = (layout, blocks, longest, first, second);
        (Cells, Bounds) = cells;
        (Small, Grouped) = (new SmallRows(layout, order.Length), new GroupedRows(layout, order.Length));
        Parallel.For(0, (order.Length + RowsPerPiece - 1) / RowsPerPiece, new ParallelOptions { MaxDegreeOfParallelism = threads }, piece =>
        {
            for (var position = piece * RowsPerPiece; position < Math.Min((piece + 1) * RowsPerPiece, order.Length); position++)
            {
                var row = rows.AsSpan(order[position] * layout.Dimensions, layout.Dimensions);
                Small.Take(layout, row, position);
                Grouped.Take(layout, row, position);
            }
        });
    }

    private RowCells(BlockLayout layout, int count, BlockRings[] blocks, FileCells known, (Cell[], ushort[]) cells)
    {
        (Layout, Blocks, Longest, First, Second) = (layout, blocks, known.Longest, known.First, known.Second);
        (Cells, Bounds) = cells;
        (Small, Grouped) = (new SmallRows(layout, count), new GroupedRows(layout, count));
    }

    public BlockLayout Layout { get; }

    /// <summary>The rings of each block.</summary>
    public BlockRings[] Blocks { get; }

    /// <summary>The greatest length that each block has in any row.</summary>
    public double[] Longest { get; }

    public SmallRows Small { get; }

    public GroupedRows Grouped { get; }

    /// <summary>The block that rules out most.</summary>
    public int First { get; }

    /// <summary>The block that rules out most after it; the same if there is only one.</summary>
    public int Second { get; }

    /// <summary>All rows, cut into pieces of at most <see cref="MostRowsOfCell"/>.</summary>
    public Cell[] Cells { get; }

    /// <summary>The rings of the first block and the directions of the second that rows of each cell lie in, cell after cell.</summary>
    public ushort[] Bounds { get; }

    public long Bytes => Small.Bytes + Grouped.Bytes + Blocks.Sum(block => block.Bytes)
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

    /// <summary>What a file's table of contents says of these cells.</summary>
    public FileCells Contents => new(First, Second, Longest);

    /// <summary>Writes the parts of a file that <see cref="Read"/> reads.</summary>
    public void Write(IndexFile.PartWriter file)
    {
        file.Write<Cell>("cells", Cells);
        file.Write<ushort>("bounds", Bounds);
        for (var b = 0; b < Blocks.Length; b++)
        {
            Blocks[b].Write(file, $"{b}");
            file.Write<byte>($"{b}.4bit", Grouped.Numbers(b));
            file.Write<float>($"{b}.scales", Grouped.Scales(b));
            file.Write<sbyte>($"{b}.8bit", Small.Numbers(b));
            file.Write<float>($"{b}.rounded", Small.Rounded(b));
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="file">The parts.</param>
    /// <param name="layout">How rows are cut into blocks.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="known">What the table of contents says.</param>
    /// <returns>Null if what is there does not fit together.</returns>
    public static RowCells? Read(IndexFile.PartReader file, BlockLayout layout, int count, FileCells known)
    {
        var blocks = new BlockRings[layout.Count];
        for (var b = 0; b < blocks.Length; b++)
        {
            blocks[b] = BlockRings.Read(file, $"{b}", layout.Blocks[b].Length);
        }

        if (known.First < 0 || known.First >= blocks.Length || known.Second < 0 || known.Second >= blocks.Length || known.Longest.Length != blocks.Length)
        {
            return null;
        }

        var (cells, bounds) = (file.ReadWhole<Cell>("cells", 1), file.ReadWhole<ushort>("bounds", 1));
        if (!FitTogether(cells, bounds, count, blocks[known.First].Codes, blocks[known.Second].Directions))
        {
            return null;
        }

        var read = new RowCells(layout, count, blocks, known, (cells, bounds));
        for (var b = 0; b < blocks.Length; b++)
        {
            file.ReadInto($"{b}.4bit", read.Grouped.Numbers(b));
            file.ReadInto($"{b}.scales", read.Grouped.Scales(b));
            file.ReadInto($"{b}.8bit", read.Small.Numbers(b));
            file.ReadInto($"{b}.rounded", read.Small.Rounded(b));
        }

        return read;
    }

    /// <summary>Whether cells are all rows, one after the other, and bounds are rings and directions that there are: what is read unchecked later.</summary>
    private static bool FitTogether(Cell[] cells, ushort[] bounds, int count, int codes, int directions)
    {
        var (row, bound) = (0, 0);
        foreach (var cell in cells)
        {
            var isNext = cell.From == row && cell.Firsts == bound && cell.Firsts < cell.Seconds && cell.Seconds < cell.End && cell.End <= bounds.Length
                && cell.From % GroupedRows.Together == 0 && cell.To > cell.From && cell.To - cell.From <= MostRowsOfCell;
            if (!isNext || bounds.AsSpan(cell.Firsts..cell.Seconds).ContainsAnyExceptInRange((ushort)0, (ushort)(codes - 1))
                || bounds.AsSpan(cell.Seconds..cell.End).ContainsAnyExceptInRange((ushort)0, (ushort)(directions - 1)))
            {
                return false;
            }

            (row, bound) = (cell.To, cell.End);
        }

        return row == count;
    }

    /// <summary>Null where rows are better read one by one: so few, or of blocks so short, that copies would take half their memory again; blocks too long for 8 bits; numbers too large for float32.</summary>
    /// <param name="layout">How rows are cut into blocks.</param>
    /// <param name="rows">All rows.</param>
    /// <param name="count">How many.</param>
    /// <param name="weights">The weights that most searches will have; empty if they are not known.</param>
    /// <param name="threads">How many threads may work.</param>
    /// <param name="order">Receives for each position the row that belongs there.</param>
    public static RowCells? Of(BlockLayout layout, float[] rows, int count, ReadOnlySpan<double> weights, int threads, out int[] order)
    {
        order = [];
        if (layout.Blocks.Max(block => block.Length) > ByteProducts.LongestBlock
            || layout.Blocks.Max(block => (count + 2L * GroupedRows.Together) * SmallRows.Padded(block.Length)) > Array.MaxLength
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
        order = Ordered(codes[first], codes[second]);
        return new RowCells(layout, rows, order, blocks, longest, first, second, Cut(order, codes[first], codes[second]), threads);
    }

    /// <summary>The most that <see cref="Bytes"/> can be.</summary>
    private static long Memory(BlockLayout layout, int count, ReadOnlySpan<double> weights)
    {
        var bytes = (long)count * (3 * sizeof(int) + 2 * sizeof(ushort)) + (GroupedRows.Together + count) * GroupedRows.Memory(layout) + count * SmallRows.Memory(layout);
        for (var b = 0; b < layout.Count; b++)
        {
            bytes += BlockRings.Memory(DirectionsOf(b, count, weights), layout.Blocks[b].Length);
        }

        return bytes;
    }

    /// <summary>What counts more is told apart more finely.</summary>
    private static int DirectionsOf(int block, int count, ReadOnlySpan<double> weights)
    {
        var most = weights.IsEmpty ? MostDirections / 4 : (int)Math.Max(FewestDirections, MostDirections * (weights[block] / TensorPrimitives.Max(weights)));
        return Math.Clamp(count / RowsPerDirection, 1, most);
    }

    /// <summary>By the direction of the first block, then of the second, then by the ring of the first.</summary>
    private static int[] Ordered(ushort[] firstCodes, ushort[] secondCodes)
    {
        var (keys, order) = (new ulong[firstCodes.Length], new int[firstCodes.Length]);
        for (var row = 0; row < keys.Length; row++)
        {
            var (direction, ring) = Math.DivRem((int)firstCodes[row], BlockRings.PerDirection);
            (order[row], keys[row]) = (row, ((ulong)direction << 32) | ((ulong)(secondCodes[row] / BlockRings.PerDirection) << 16) | (uint)ring);
        }

        // Rows of equal keys keep their order, which no unstable sort gives by itself.
        Array.Sort(keys, order);
        for (var (from, to) = (0, 0); from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from]; to++)
            {
            }

            Array.Sort(order, from, to - from);
        }

        return order;
    }

    private static (Cell[] Cells, ushort[] Bounds) Cut(int[] order, ushort[] firstCodes, ushort[] secondCodes)
    {
        var (cells, bounds) = (new List<Cell>(), new List<ushort>());
        var (firsts, seconds) = (new SortedSet<ushort>(), new SortedSet<ushort>());
        var from = 0;
        for (var group = 0; group < order.Length; group += GroupedRows.Together)
        {
            var to = Math.Min(group + GroupedRows.Together, order.Length);
            var (new1, new2) = (new SortedSet<ushort>(), new SortedSet<ushort>());
            for (var position = group; position < to; position++)
            {
                new1.Add(firstCodes[order[position]]);
                new2.Add((ushort)(secondCodes[order[position]] / BlockRings.PerDirection));
            }

            if (group > from && (group - from >= MostRowsOfCell || (group - from >= FewestRowsOfCell && !(new1.IsSubsetOf(firsts) && new2.IsSubsetOf(seconds)))))
            {
                Close(group);
            }

            firsts.UnionWith(new1);
            seconds.UnionWith(new2);
        }

        if (order.Length > 0)
        {
            Close(order.Length);
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
