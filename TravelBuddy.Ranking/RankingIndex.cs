using System.Buffers.Binary;
using System.Runtime.InteropServices;
using TravelBuddy.Ranking.Pruning;

namespace TravelBuddy.Ranking;

/// <summary>
/// An immutable index in memory that answers every query exactly, as if it scored every row as <see cref="ExactScorer"/> does and kept the best k, and reads
/// as little as it can prove to be enough: rows lie in cells around directions, whose bounds rule some of them out together; what is left is bounded by copies
/// of 4 and then of 8 bits; and only what may still be among the best is read in full. Any number of threads may search at once.
/// <para>It holds up to 2,147,000,000 numbers (2.7 million rows of 768), in at most 1.5 times the memory of the rows (1.28 times for blocks of 32 to 256).</para>
/// </summary>
public sealed class RankingIndex
{
    private const int RowsPerPiece = 1024;

    private readonly float[] memory;
    private readonly RowCells? cells;

    private RankingIndex(BlockLayout layout, int count)
    {
        if ((long)count * layout.Dimensions > Array.MaxLength)
        {
            throw new ArgumentException($"{count} rows of {layout.Dimensions} are more numbers than one index can hold ({Array.MaxLength}).", nameof(count));
        }

        Layout = layout;
        Count = count;
        memory = GC.AllocateUninitializedArray<float>(count * layout.Dimensions, pinned: true);
    }

    private RankingIndex(RankingIndex filled, ReadOnlySpan<double> weights, int threads)
    {
        (Layout, Count, memory, Threads) = (filled.Layout, filled.Count, filled.memory, threads);
        cells = RowCells.Of(Layout, memory, Count, weights, threads);
    }

    /// <summary>How the rows are cut into blocks.</summary>
    public BlockLayout Layout { get; }

    /// <summary>Number of rows; their ids are 0 to <c>Count - 1</c>.</summary>
    public int Count { get; }

    /// <summary>Memory held, in bytes.</summary>
    public long Bytes => (long)memory.Length * sizeof(float) + (cells?.Bytes ?? 0);

    /// <summary>Whether rows can be ruled out unread; if not, all are read.</summary>
    internal bool CanRuleOut => cells is not null;

    /// <summary>How many threads one search may use; it takes more than one only where there is much to read. The results are the same.</summary>
    public int Threads { get; } = 1;

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

        var index = new RankingIndex(layout, count);
        rows.CopyTo(index.memory);
        index.Check(0, count);
        return new RankingIndex(index, weights, threads);
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
        var index = new RankingIndex(layout, count);
        for (var row = 0; row < count; row += RowsPerPiece)
        {
            var some = Math.Min(RowsPerPiece, count - row);
            var values = index.memory.AsSpan(row * layout.Dimensions, some * layout.Dimensions);
            stream.ReadExactly(MemoryMarshal.AsBytes(values));
            if (!BitConverter.IsLittleEndian)
            {
                var words = MemoryMarshal.Cast<float, int>(values);
                BinaryPrimitives.ReverseEndianness(words, words);
            }

            index.Check(row, some);
        }

        return new RankingIndex(index, weights, threads);
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
    /// <param name="filter">Rows for which it returns false are left out. It is asked only for rows that may be among the best; with more than one thread, from all of them.</param>
    /// <returns>How many were found: k, or all that passed the filter if those are fewer.</returns>
    /// <exception cref="ArgumentException">Another layout, or a destination that is too short.</exception>
    public int Search(RankingQuery query, Span<int> ids, Span<double> scores, Span<float> similarities, Func<int, bool>? filter = null)
    {
        var k = SearchArguments.Checked(Layout, Count, query, ids, scores, similarities);
        if (k == 0)
        {
            return 0;
        }

        ids = ids[..k];
        scores = scores[..k];
        return RankingKernels.InUse switch
        {
            RankingKernel.Vector512 => Search<Vector512InnerProduct, Vector512GroupInnerProducts, Vector512ByteInnerProduct>(query, ids, scores, similarities, filter),
            RankingKernel.Vector256 => Search<Vector256InnerProduct, Vector256GroupInnerProducts, Vector256ByteInnerProduct>(query, ids, scores, similarities, filter),
            RankingKernel.Vector128 => Search<Vector128InnerProduct, Vector128GroupInnerProducts, Vector128ByteInnerProduct>(query, ids, scores, similarities, filter),
            _ => Search<ScalarInnerProduct, ScalarGroupInnerProducts, ScalarByteInnerProduct>(query, ids, scores, similarities, filter),
        };
    }

    private int Search<TKernel, TGroup, TSmall>(RankingQuery query, Span<int> ids, Span<double> scores, Span<float> similarities, Func<int, bool>? filter)
        where TKernel : struct, IInnerProduct
        where TGroup : struct, IGroupInnerProducts
        where TSmall : struct, IByteInnerProduct
    {
        var heap = new TopKHeap(ids, scores);
        if (cells is not null && cells.CanBound(query))
        {
            CellSearch<TKernel, TGroup, TSmall>.Run(cells, query, memory, ref heap, ids.Length, filter, Threads);
        }
        else
        {
            for (var id = 0; id < Count; id++)
            {
                var score = query.IsEmpty ? 0 : Score<TKernel>(id, query.Terms, []);
                if (heap.Wants(id, score) && (filter is null || filter(id)))
                {
                    heap.Offer(id, score);
                }
            }
        }

        var found = heap.SortBestFirst();
        if (!similarities.IsEmpty)
        {
            for (var i = 0; i < found; i++)
            {
                Score<TKernel>(ids[i], query.Terms, similarities.Slice(i * Layout.Count, Layout.Count));
            }
        }

        return found;
    }

    private double Score<TKernel>(int id, ReadOnlySpan<QueryTerm> terms, Span<float> similarities)
        where TKernel : struct, IInnerProduct => RowScore.Of<TKernel>(ref memory[id * Layout.Dimensions], terms, similarities, out _);

    private static void CheckArguments(BlockLayout layout, ReadOnlySpan<double> weights, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (!weights.IsEmpty)
        {
            // It says what is wrong with them.
            _ = new RankingQuery(layout, weights);
        }
    }

    private void Check(int firstRow, int count)
    {
        var values = memory.AsSpan(firstRow * Layout.Dimensions, count * Layout.Dimensions);
        if (FiniteCheck.FirstOffender(values) is >= 0 and var at)
        {
            var (row, column) = Math.DivRem(at, Layout.Dimensions);
            throw new ArgumentException(
                FormattableString.Invariant($"Row {firstRow + row} holds {values[at]} at {Layout.Describe(column)}; only finite numbers can be indexed."),
                "rows");
        }
    }
}
