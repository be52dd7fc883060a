using TravelBuddy.Ranking.Pruning;

namespace TravelBuddy.Ranking.Rows;

/// <summary>Rows that were laid out together once and do not change, each at a position of its own.</summary>
internal sealed class LaidRows
{
    private readonly int[] sortedIds;
    private readonly int[] positions;

    /// <param name="memory">The rows in the order of their positions.</param>
    /// <param name="ids">Their ids, each once.</param>
    /// <param name="cells">What bounds them; null where they are better read one by one.</param>
    public LaidRows(RowMemory memory, int[] ids, RowCells? cells)
    {
        (Memory, Ids, Cells) = (memory, ids, cells);
        positions = [.. Enumerable.Range(0, ids.Length)];
        sortedIds = [.. ids];
        Array.Sort(sortedIds, positions);
    }

    public RowMemory Memory { get; }

    /// <summary>The id of the row at each position.</summary>
    public int[] Ids { get; }

    public RowCells? Cells { get; }

    public int Count => Ids.Length;

    public long Bytes => Memory.Bytes + 3L * Ids.Length * sizeof(int) + (Cells?.Bytes ?? 0);

    /// <summary>Lays rows out.</summary>
    /// <param name="layout">How rows are cut into blocks.</param>
    /// <param name="rows">In memory, in ascending order of their ids; put into another order.</param>
    /// <param name="ids">Their ids, ascending; put into the same order.</param>
    /// <param name="weights">The weights that most searches will have; empty if they are not known.</param>
    /// <param name="threads">How many threads may work.</param>
    public static LaidRows Of(BlockLayout layout, RowMemory rows, int[] ids, ReadOnlySpan<double> weights, int threads)
    {
        var cells = RowCells.Of(layout, rows.Own, rows.Count, weights, threads, out var order);
        if (cells is not null)
        {
            rows.Reorder(order);
            ids = Array.ConvertAll(order, row => ids[row]);
        }

        return new LaidRows(rows, ids, cells);
    }

    /// <summary>Saves these rows; see <see cref="IndexFile.Write"/>.</summary>
    public void Save(string path, BlockLayout layout, double[] weights, int nextId)
    {
        var blocks = layout.Blocks.Select(block => new FileBlock(block.Name, block.Length)).ToArray();
        IndexFile.Write(path, new FileContents(Count, nextId, blocks, weights, Cells?.Contents, []), file =>
        {
            file.Write("rows", Memory);
            file.Write<int>("ids", Ids);
            Cells?.Write(file);
        });
    }

    /// <summary>Opens what was saved.</summary>
    /// <param name="path">The file.</param>
    /// <param name="leaveRows">Whether rows stay in the file instead of being read into memory.</param>
    /// <exception cref="InvalidDataException">Another kind of file, of another version, or damaged.</exception>
    public static (LaidRows Rows, BlockLayout Layout, double[] Weights, int NextId) Open(string path, bool leaveRows)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        var contents = IndexFile.Contents(file);
        var parts = new IndexFile.PartReader(file, contents.Parts);
        var layout = LayoutOf(file, contents);
        var length = (long)contents.Count * layout.Dimensions * sizeof(float);
        // Before room is made for so many.
        parts.OfLength("rows", length);
        var rows = leaveRows && contents.Count > 0
            ? RowMemory.Map(file, parts.Checked("rows", length), contents.Count, layout.Dimensions)
            : RowMemory.Allocate(contents.Count, layout.Dimensions);
        if (!leaveRows)
        {
            parts.ReadInto<float>("rows", rows.Own);
        }

        for (var row = 0; row < rows.Count; row++)
        {
            if (FiniteCheck.FirstOffender(rows.Row(row)) >= 0)
            {
                throw IndexFile.Damaged(file, $"row {row} holds a number that is not finite");
            }
        }

        var ids = new int[contents.Count];
        parts.ReadInto<int>("ids", ids);
        if (ids.Any(id => id < 0 || id >= contents.NextId) || ids.Distinct().Count() != ids.Length)
        {
            throw IndexFile.Damaged(file, "its ids are not numbers from 0 on below the next, each once");
        }

        var cells = contents.Cells is null ? null
            : RowCells.Read(parts, layout, contents.Count, contents.Cells) ?? throw IndexFile.Damaged(file, "its cells do not fit its rows");
        return (new LaidRows(rows, ids, cells), layout, contents.Weights, contents.NextId);
    }

    private static BlockLayout LayoutOf(FileStream file, FileContents contents)
    {
        try
        {
            var layout = new BlockLayout([.. contents.Blocks.Select(block => (block.Name, block.Length))]);
            ArgumentOutOfRangeException.ThrowIfNegative(contents.Count);
            ArgumentOutOfRangeException.ThrowIfGreaterThan((long)contents.Count * layout.Dimensions, Array.MaxLength);
            if (contents.Weights.Length > 0)
            {
                _ = new RankingQuery(layout, contents.Weights);
            }

            return layout;
        }
        catch (Exception e) when (e is ArgumentException or OverflowException or NullReferenceException)
        {
            throw IndexFile.Damaged(file, $"its table of contents does not fit together ({e.Message})");
        }
    }

    /// <summary>The position of the row with this id; -1 if there is none.</summary>
    public int PositionOf(int id) => Array.BinarySearch(sortedIds, id) is >= 0 and var at ? positions[at] : -1;
}
