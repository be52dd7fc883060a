using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TravelBuddy.Ranking;

/// <summary>
/// An immutable index in memory that answers every query exactly, as if it scored every row as <see cref="ExactScorer"/> does and kept the best k.
/// A row is left as soon as the blocks still unread cannot bring it among them: no inner product exceeds the product of the two lengths (Cauchy and Schwarz).
/// Any number of threads may search at once. It holds up to 2,147,000,000 numbers (2.7 million rows of 768).
/// </summary>
public sealed class ScanIndex
{
    // Handing out work in pieces of this many rows keeps two threads busy to the end and costs nothing beside reading them.
    private const int RowsPerPiece = 1024;
    private const int Alignment = 64;
    private const int OnStack = 32;
    private const int Padding = Alignment / sizeof(float);

    // Block after block, each with its part of every row: most rows are left after their first blocks, and what is read then lies together.
    private readonly float[] memory;
    private readonly nint[] starts;
    private readonly double[] longest;

    private ScanIndex(BlockLayout layout, int count)
    {
        var padding = Padding * layout.Count;
        if ((long)count * layout.Dimensions > Array.MaxLength - padding)
        {
            throw new ArgumentException($"{count} rows of {layout.Dimensions} are more numbers than one index can hold ({Array.MaxLength - padding}).", nameof(count));
        }

        Layout = layout;
        Count = count;
        // On the pinned heap, so that blocks can begin on a cache line for good.
        memory = GC.AllocateUninitializedArray<float>(count * layout.Dimensions + padding, pinned: true);
        longest = new double[layout.Count];
        starts = new nint[layout.Count];
        nint next = 0;
        for (var b = 0; b < starts.Length; b++)
        {
            next += (Alignment - Marshal.UnsafeAddrOfPinnedArrayElement(memory, (int)next) % Alignment) % Alignment / sizeof(float);
            starts[b] = next;
            next += count * layout.Blocks[b].Length;
        }
    }

    /// <summary>How the rows are cut into blocks.</summary>
    public BlockLayout Layout { get; }

    /// <summary>Number of rows; their ids are 0 to <c>Count - 1</c>.</summary>
    public int Count { get; }

    /// <summary>Memory held, in bytes.</summary>
    public long Bytes => (long)memory.Length * sizeof(float);

    /// <summary>
    /// How many threads one search may use; 1 unless set. More than one helps a lone search over a large catalogue and costs some small allocations;
    /// a server with many searches at once is better off with 1. The results are the same.
    /// </summary>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1;

    /// <summary>Copies the rows.</summary>
    /// <param name="layout">How a row is cut into blocks.</param>
    /// <param name="rows">Any number of rows, also none, one after the other; the id of a row is its place.</param>
    /// <param name="threads">Threads for one search, see <see cref="Threads"/>.</param>
    /// <exception cref="ArgumentException">Not a whole number of rows, or a NaN or an infinity (the message names row and column).</exception>
    public static ScanIndex Build(BlockLayout layout, ReadOnlySpan<float> rows, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var (count, rest) = Math.DivRem(rows.Length, layout.Dimensions);
        if (rest != 0)
        {
            throw new ArgumentException($"{rows.Length} numbers are not a whole number of rows of {layout.Dimensions}.", nameof(rows));
        }

        var index = new ScanIndex(layout, count) { Threads = threads };
        index.Take(rows, 0);
        return index;
    }

    /// <summary>Reads the rows from a stream of little-endian float32, without holding them twice.</summary>
    /// <param name="layout">How a row is cut into blocks.</param>
    /// <param name="stream">Read from where it stands, exactly <paramref name="count"/> rows.</param>
    /// <param name="count">Number of rows, at least 0.</param>
    /// <param name="threads">Threads for one search, see <see cref="Threads"/>.</param>
    /// <exception cref="EndOfStreamException">The stream ends too early.</exception>
    /// <exception cref="ArgumentException">A NaN or an infinity (the message names row and column), or more rows than one index can hold.</exception>
    public static ScanIndex Build(BlockLayout layout, Stream stream, int count, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var index = new ScanIndex(layout, count) { Threads = threads };
        var buffer = new float[Math.Min(RowsPerPiece, count) * layout.Dimensions];
        for (var row = 0; row < count; row += RowsPerPiece)
        {
            var values = buffer.AsSpan(0, Math.Min(RowsPerPiece, count - row) * layout.Dimensions);
            stream.ReadExactly(MemoryMarshal.AsBytes(values));
            if (!BitConverter.IsLittleEndian)
            {
                var words = MemoryMarshal.Cast<float, int>(values);
                BinaryPrimitives.ReverseEndianness(words, words);
            }

            index.Take(values, row);
        }

        return index;
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
    /// <param name="filter">Rows for which it returns false are left out. It is asked only for rows that would be among the best; with more than one thread, from all of them.</param>
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
            RankingKernel.Vector512 => Search<Vector512InnerProduct>(query, ids, scores, similarities, filter),
            RankingKernel.Vector256 => Search<Vector256InnerProduct>(query, ids, scores, similarities, filter),
            RankingKernel.Vector128 => Search<Vector128InnerProduct>(query, ids, scores, similarities, filter),
            _ => Search<ScalarInnerProduct>(query, ids, scores, similarities, filter),
        };
    }

    private int Search<TKernel>(RankingQuery query, Span<int> ids, Span<double> scores, Span<float> similarities, Func<int, bool>? filter)
        where TKernel : struct, IInnerProduct
    {
        var heap = new TopKHeap(ids, scores);
        var workers = Math.Min(Threads, Count / (2 * RowsPerPiece));
        if (workers > 1)
        {
            ScanInParallel<TKernel>(workers, query, ref heap, ids.Length, filter);
        }
        else
        {
            Scan<TKernel>(query, 0, Count, ref heap, filter);
        }

        var found = heap.SortBestFirst();
        if (!similarities.IsEmpty)
        {
            for (var i = 0; i < found; i++)
            {
                Similarities<TKernel>(ids[i], query.Terms, similarities.Slice(i * Layout.Count, Layout.Count));
            }
        }

        return found;
    }

    private void Scan<TKernel>(RankingQuery query, int from, int to, ref TopKHeap heap, Func<int, bool>? filter)
        where TKernel : struct, IInnerProduct
    {
        var terms = query.Terms;
        var rest = terms.Length <= OnStack ? stackalloc double[terms.Length] : new double[terms.Length];
        RowScore.MostAfter(terms, longest, rest);
        for (var id = from; id < to; id++)
        {
            var score = Score<TKernel>(id, terms, rest, heap.LeastWanted);
            if (heap.Wants(id, score) && (filter is null || filter(id)))
            {
                heap.Offer(id, score);
            }
        }
    }

    /// <summary>A row's score, or negative infinity once it is sure to be below <paramref name="least"/>; <paramref name="rest"/> is what <see cref="RowScore.MostAfter"/> gives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Score<TKernel>(int id, ReadOnlySpan<QueryTerm> terms, ReadOnlySpan<double> rest, double least)
        where TKernel : struct, IInnerProduct
    {
        var score = 0.0;
        for (var t = 0; t < terms.Length; t++)
        {
            ref readonly var term = ref terms[t];
            if (term.Weight > 0)
            {
                score += RowScore.Weighted(term.Weight, RowScore.Similarity<TKernel>(ref Block(term.Block, id, term.Length), in term));
                if (RowScore.IsBelow(least, score, rest[t]))
                {
                    return double.NegativeInfinity;
                }
            }
        }

        return score;
    }

    private void Similarities<TKernel>(int id, ReadOnlySpan<QueryTerm> terms, Span<float> similarities)
        where TKernel : struct, IInnerProduct
    {
        similarities.Clear();
        foreach (ref readonly var term in terms)
        {
            similarities[term.Block] = (float)RowScore.Similarity<TKernel>(ref Block(term.Block, id, term.Length), in term);
        }
    }

    private void ScanInParallel<TKernel>(int workers, RankingQuery query, ref TopKHeap heap, int k, Func<int, bool>? filter)
        where TKernel : struct, IInnerProduct
    {
        var ids = ArrayPool<int>.Shared.Rent(checked(workers * k));
        var scores = ArrayPool<double>.Shared.Rent(checked(workers * k));
        var found = new int[workers];
        var next = 0;
        try
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, worker =>
            {
                var own = new TopKHeap(ids.AsSpan(worker * k, k), scores.AsSpan(worker * k, k));
                int piece;
                while ((piece = Interlocked.Increment(ref next) - 1) <= (Count - 1) / RowsPerPiece)
                {
                    Scan<TKernel>(query, piece * RowsPerPiece, Math.Min(Count, (piece + 1) * RowsPerPiece), ref own, filter);
                }

                found[worker] = own.Count;
            });
            for (var worker = 0; worker < workers; worker++)
            {
                for (var i = worker * k; i < worker * k + found[worker]; i++)
                {
                    heap.Offer(ids[i], scores[i]);
                }
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(ids);
            ArrayPool<double>.Shared.Return(scores);
        }
    }

    private ref float Block(int block, int id, int length) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(memory), starts[block] + (nint)id * length);

    /// <summary>Checks rows and keeps them as those from <paramref name="firstRow"/> on.</summary>
    private void Take(ReadOnlySpan<float> rows, int firstRow)
    {
        var dimensions = Layout.Dimensions;
        for (var row = firstRow; row < firstRow + rows.Length / dimensions; row++)
        {
            var values = rows.Slice((row - firstRow) * dimensions, dimensions);
            if (FiniteCheck.FirstOffender(values) is >= 0 and var column)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Row {row} holds {values[column]} at {Layout.Describe(column)}; only finite numbers can be indexed."),
                    "rows");
            }

            for (var b = 0; b < longest.Length; b++)
            {
                var (_, offset, length) = Layout.Blocks[b];
                var block = values.Slice(offset, length);
                longest[b] = Math.Max(longest[b], Lengths.Of(block));
                block.CopyTo(MemoryMarshal.CreateSpan(ref Block(b, row, length), length));
            }
        }
    }
}
