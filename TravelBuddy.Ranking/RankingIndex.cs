using System.Buffers.Binary;
using System.Runtime.InteropServices;
using TravelBuddy.Ranking.Pruning;
using TravelBuddy.Ranking.Rows;

namespace TravelBuddy.Ranking;

/// <summary>
/// An index that answers every query exactly, as if it scored every row as <see cref="ExactScorer"/> does and kept the best k, and reads as little as it can prove to be
/// enough: rows lie in cells around directions, whose bounds rule some of them out together; what is left is bounded by copies of 4 and then of 8 bits; and only what may
/// still be among the best is read in full.
/// <para>Any number of threads may search at once, also while rows are added, replaced and removed: a search sees all rows as they were at one moment, and neither waits for the other.
/// Rows that came since the index was built are read one by one until <see cref="Merge"/>.</para>
/// <para>It holds up to 2,147,000,000 numbers (2.7 million rows of 768), in at most 1.5 times the memory of the rows (1.41 times for 768 numbers in seven blocks), or in .4 times with the
/// rows left in a file (<see cref="Open"/>).</para>
/// </summary>
public sealed class RankingIndex
{
    private const int RowsPerPiece = 1024;

    private readonly double[] weights;
    private readonly Lock writing = new();
    private readonly Lock merging = new();
    private volatile RowState state;

    private RankingIndex(BlockLayout layout, LaidRows laid, int nextId, ReadOnlySpan<double> weights, int threads)
    {
        (Layout, this.weights, Threads) = (layout, weights.ToArray(), threads);
        state = new RowState(laid, Absences.None, NewRows.None, Absences.None, nextId);
    }

    /// <summary>How the rows are cut into blocks.</summary>
    public BlockLayout Layout { get; }

    /// <summary>Number of rows. As built their ids are 0 to <c>Count - 1</c>.</summary>
    public int Count => state.Count;

    /// <summary>How many rows came since the index was built or last merged; each costs a search about a tenth of a microsecond.</summary>
    public int Unmerged => state.New.Count;

    /// <summary>Memory held, in bytes; rows that are left in a file do not count.</summary>
    public long Bytes => state.Bytes;

    /// <summary>Whether rows can be ruled out unread; if not, all are read.</summary>
    internal bool CanRuleOut => state.Laid.Cells is not null;

    /// <summary>How many threads one search may use; it takes more than one only where there is much to read. The results are the same.</summary>
    public int Threads { get; }

    /// <summary>Copies the rows.</summary>
    /// <param name="layout">How a row is cut into blocks.</param>
    /// <param name="rows">Any number of rows, also none, one after the other; the id of a row is its place.</param>
    /// <param name="weights">The weights that most searches will have, one per block: rows are laid out for them. Of length 0 if none are known.
    /// Other weights give the same results, later.</param>
    /// <param name="threads">Threads for building and for one search, see <see cref="Threads"/>.</param>
    /// <exception cref="ArgumentException">Not a whole number of rows, a NaN or an infinity (the message names row and column), or weights that do not fit.</exception>
    public static RankingIndex Build(BlockLayout layout, ReadOnlySpan<float> rows, ReadOnlySpan<double> weights = default, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(layout);
        CheckArguments(layout, weights, threads);
        var (count, rest) = Math.DivRem(rows.Length, layout.Dimensions);
        if (rest != 0)
        {
            throw new ArgumentException($"{rows.Length} numbers are not a whole number of rows of {layout.Dimensions}.", nameof(rows));
        }

        var memory = RowMemory.Allocate(count, layout.Dimensions);
        rows.CopyTo(memory.Own);
        Check(layout, memory.Own, 0);
        return new RankingIndex(layout, LaidRows.Of(layout, memory, [.. Enumerable.Range(0, count)], weights, threads), count, weights, threads);
    }

    /// <summary>Reads the rows from a stream of little-endian float32, without holding them twice.</summary>
    /// <param name="layout">How a row is cut into blocks.</param>
    /// <param name="stream">Read from where it stands, exactly <paramref name="count"/> rows.</param>
    /// <param name="count">Number of rows, at least 0.</param>
    /// <param name="weights">The weights that most searches will have, one per block: rows are laid out for them. Of length 0 if none are known.</param>
    /// <param name="threads">Threads for building and for one search, see <see cref="Threads"/>.</param>
    /// <exception cref="EndOfStreamException">The stream ends too early.</exception>
    /// <exception cref="ArgumentException">A NaN or an infinity (the message names row and column), weights that do not fit, or more rows than one index can hold.</exception>
    public static RankingIndex Build(BlockLayout layout, Stream stream, int count, ReadOnlySpan<double> weights = default, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        CheckArguments(layout, weights, threads);
        var memory = RowMemory.Allocate(count, layout.Dimensions);
        for (var row = 0; row < count; row += RowsPerPiece)
        {
            var values = memory.Own.AsSpan(row * layout.Dimensions, Math.Min(RowsPerPiece, count - row) * layout.Dimensions);
            stream.ReadExactly(MemoryMarshal.AsBytes(values));
            if (!BitConverter.IsLittleEndian)
            {
                var words = MemoryMarshal.Cast<float, int>(values);
                BinaryPrimitives.ReverseEndianness(words, words);
            }

            Check(layout, values, row);
        }

        return new RankingIndex(layout, LaidRows.Of(layout, memory, [.. Enumerable.Range(0, count)], weights, threads), count, weights, threads);
    }

    /// <summary>
    /// Adds a row, or replaces the one that has this id. Every search that begins after it returns sees the new row and none sees half of it.
    /// </summary>
    /// <param name="id">At least 0 and below <see cref="int.MaxValue"/>; also one that was removed.</param>
    /// <param name="row">A whole row.</param>
    /// <exception cref="ArgumentException">Another id, not one whole row, or a NaN or an infinity (the message names the column).</exception>
    /// <exception cref="InvalidOperationException">There would be more rows than one index can hold.</exception>
    public void Set(int id, ReadOnlySpan<float> row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(id);
        ArgumentOutOfRangeException.ThrowIfEqual(id, int.MaxValue);
        CheckRow(id, row);
        lock (writing)
        {
            Put(id, row);
        }
    }

    /// <summary>Adds a row under the next id: one more than any that there ever was.</summary>
    /// <param name="row">A whole row.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="ArgumentException">Not one whole row, or a NaN or an infinity (the message names the column).</exception>
    /// <exception cref="InvalidOperationException">There is no next id, or there would be more rows than one index can hold.</exception>
    public int Add(ReadOnlySpan<float> row)
    {
        lock (writing)
        {
            var id = state.NextId;
            if (id == int.MaxValue)
            {
                throw new InvalidOperationException($"The id {id - 1} was given; there is none after it.");
            }

            CheckRow(id, row);
            Put(id, row);
            return id;
        }
    }

    /// <summary>Removes a row: no search that begins after it returns finds it.</summary>
    /// <returns>False if there was none with this id.</returns>
    public bool Remove(int id)
    {
        lock (writing)
        {
            var before = state;
            state = before.Without(id);
            return !ReferenceEquals(state, before);
        }
    }

    /// <summary>
    /// Lays all rows out anew, those that came since with the others, so that they too can be ruled out unread. Takes as long as building and, meanwhile, the memory of both;
    /// searches and changes go on, and what changes meanwhile is kept. Rows that were left in a file are in memory afterwards.
    /// </summary>
    public void Merge()
    {
        lock (merging)
        {
            var before = state;
            if (before.IsSettled)
            {
                return;
            }

            var (rows, ids) = before.Gathered();
            var laid = LaidRows.Of(Layout, rows, ids, weights, Threads);
            lock (writing)
            {
                state = before.Renewed(laid, state);
            }
        }
    }

    /// <summary>
    /// Saves the index as it is when this begins, after a <see cref="Merge"/> if there are rows that came since (which brings rows that were left in a file into memory). A file of this name is replaced when the new one is complete on the disk: whatever happens meanwhile, it is one or the other.
    /// </summary>
    /// <param name="path">A file that may be there or not, in a folder that is.</param>
    /// <exception cref="IOException">The file cannot be written, or is being written by somebody else (beside it, under its name and <c>.new</c>).</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written, or there is a folder of this name.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        lock (merging)
        {
            Merge();
            var now = state;
            now.Laid.Save(path, Layout, weights, now.NextId);
        }
    }

    /// <summary>
    /// Opens an index that was saved: the same rows under the same ids, with all that <see cref="Build(BlockLayout, ReadOnlySpan{float}, ReadOnlySpan{double}, int)"/> had found out about them. The whole file is
    /// read once and compared with its checksums.
    /// </summary>
    /// <param name="path">A file that <see cref="Save"/> wrote. Another file may be put in its place, or it deleted, while the index is in use, where the system allows that; with <paramref name="leaveRows"/> its contents must stay as they are.</param>
    /// <param name="leaveRows">Whether the rows stay in the file, mapped into memory: the index then holds .4 times their size, and a search reads from the file the few rows that may be among the best.</param>
    /// <param name="threads">Threads for one search and for <see cref="Merge"/>, see <see cref="Threads"/>.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="InvalidDataException">Another kind of file, of another version, or damaged; the message says which.</exception>
    public static RankingIndex Open(string path, bool leaveRows = false, int threads = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var (rows, layout, weights, nextId) = LaidRows.Open(path, leaveRows);
        return new RankingIndex(layout, rows, nextId, weights, threads);
    }

    /// <summary>
    /// The best rows for a query, best first, of equal scores the lower id first: the same ids in the same order as scoring everything with
    /// <see cref="ExactScorer"/> and sorting. An empty query gives every row score 0.
    /// </summary>
    /// <param name="query">Its layout must have the blocks of <see cref="Layout"/>.</param>
    /// <param name="ids">Receives the ids; its length is k.</param>
    /// <param name="scores">Receives the scores; at least k.</param>
    /// <param name="similarities">
    /// Receives for each of the winners one similarity per block (0 for blocks without an alternative): at least k times <c>Layout.Count</c>, or of length 0
    /// if they are not wanted.
    /// </param>
    /// <param name="filter">Rows for which it returns false are left out. It is asked only for rows that may be among the best, for some of them twice; with more than one thread, from all of them. What it throws ends the search and comes out of it (from several threads in an <see cref="AggregateException"/>).</param>
    /// <returns>How many were found: k, or all that passed the filter if those are fewer.</returns>
    /// <exception cref="ArgumentException">Another layout, or a destination that is too short.</exception>
    public int Search(RankingQuery query, Span<int> ids, Span<double> scores, Span<float> similarities, Func<int, bool>? filter = null)
    {
        var now = state;
        var k = SearchArguments.Checked(Layout, now.Count, query, ids, scores, similarities);
        if (k == 0)
        {
            return 0;
        }

        ids = ids[..k];
        scores = scores[..k];
        return RankingKernels.InUse switch
        {
            RankingKernel.Vector512 => RowSearch<Vector512InnerProduct, Vector512GroupInnerProducts, Vector512ByteInnerProduct>.Run(now, query, ids, scores, similarities, filter, Threads),
            RankingKernel.Vector256 => RowSearch<Vector256InnerProduct, Vector256GroupInnerProducts, Vector256ByteInnerProduct>.Run(now, query, ids, scores, similarities, filter, Threads),
            RankingKernel.Vector128 => RowSearch<Vector128InnerProduct, Vector128GroupInnerProducts, Vector128ByteInnerProduct>.Run(now, query, ids, scores, similarities, filter, Threads),
            _ => RowSearch<ScalarInnerProduct, ScalarGroupInnerProducts, ScalarByteInnerProduct>.Run(now, query, ids, scores, similarities, filter, Threads),
        };
    }

    private static void CheckArguments(BlockLayout layout, ReadOnlySpan<double> weights, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (!weights.IsEmpty)
        {
            // It says what is wrong with them.
            _ = new RankingQuery(layout, weights);
        }
    }

    private void Put(int id, ReadOnlySpan<float> row)
    {
        var next = state.With(id, row);
        if ((long)next.Count * Layout.Dimensions > Array.MaxLength)
        {
            throw new InvalidOperationException($"{next.Count} rows of {Layout.Dimensions} are more numbers than one index can hold ({Array.MaxLength}).");
        }

        state = next;
    }

    private void CheckRow(int id, ReadOnlySpan<float> row)
    {
        if (row.Length != Layout.Dimensions)
        {
            throw new ArgumentException($"A row has {Layout.Dimensions} numbers, not {row.Length}.", nameof(row));
        }

        Check(Layout, row, id);
    }

    private static void Check(BlockLayout layout, ReadOnlySpan<float> values, int firstRow)
    {
        if (FiniteCheck.FirstOffender(values) is >= 0 and var at)
        {
            var (row, column) = Math.DivRem(at, layout.Dimensions);
            throw new ArgumentException(
                FormattableString.Invariant($"Row {firstRow + row} holds {values[at]} at {layout.Describe(column)}; only finite numbers can be indexed."),
                "rows");
        }
    }
}
