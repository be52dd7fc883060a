using System.Buffers;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TravelBuddy.Ranking.Rows;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>
/// One search over <see cref="RowCells"/>: cells by what they can reach; the rows of the others by their 4-bit copy, block by block, as long as many are left; these by their 8-bit
/// copy; and the rest in full. What is wanted at least is known from the rows that promise most, which are scored first. A row is left only when a bound proves that it cannot be among the best.
/// </summary>
internal readonly ref struct CellSearch<TKernel, TGroup, TSmall>
    where TKernel : struct, IInnerProduct
    where TGroup : struct, IGroupInnerProducts
    where TSmall : struct, IByteInnerProduct
{
    private const int Together = GroupedRows.Together;
    private const int SeedCells = 64;
    private const int RowsLookedAt = 1024;
    private const int RowsLookedAtForEach = 16;
    private const int MoreSeeds = 16;

    // A row on its own costs as much as this many of a group.
    private const int CostOfOne = 8;

    // Bounds of the rows of a cell, and of one group more.
    private const int Room = RowCells.MostRowsOfCell + Together;

    // Waking a thread takes up to a millisecond: it must be known what is left to do.
    private const int RowsBeforeThreads = 8192;
    private static readonly TimeSpan WorthThreads = TimeSpan.FromMilliseconds(2);
    private const int CellsAtOnce = 16;

    // Rows that are kept until the most promising of them are scored first.
    private const int MostLeft = 4096;

    private readonly RowCells cells;
    private readonly RankingQuery query;
    private readonly LaidRows rows;
    private readonly Absences gone;
    private readonly Func<int, bool>? filter;
    private readonly SearchScratch work;

    private CellSearch(RowCells cells, RankingQuery query, LaidRows rows, Absences gone, Func<int, bool>? filter, SearchScratch work)
    {
        (this.cells, this.query, this.rows, this.gone, this.filter, this.work) = (cells, query, rows, gone, filter, work);
    }

    /// <summary>Fills a heap that is empty with the best rows.</summary>
    public static void Run(RowCells cells, RankingQuery query, LaidRows rows, Absences gone, ref TopKHeap heap, int k, Func<int, bool>? filter, int threads)
    {
        var work = SearchScratch.Take();
        try
        {
            var search = new CellSearch<TKernel, TGroup, TSmall>(cells, query, rows, gone, filter, work);
            CellBounds.Prepare(cells, query, work);
            search.Seed(k, ref heap);
            if (threads == 1)
            {
                search.Read(ref heap, int.MaxValue);
                return;
            }

            var begin = Stopwatch.GetTimestamp();
            var looked = search.Read(ref heap, RowsBeforeThreads);
            if (Stopwatch.GetElapsedTime(begin) * search.RowsLeft(in heap) < WorthThreads * Math.Max(1, looked))
            {
                search.Read(ref heap, int.MaxValue);
            }
            else
            {
                ReadInParallel(cells, query, rows, gone, filter, work, ref heap, k, threads);
            }
        }
        finally
        {
            work.Return();
        }
    }

    private static void ReadInParallel(RowCells cells, RankingQuery query, LaidRows rows, Absences gone, Func<int, bool>? filter, SearchScratch work, ref TopKHeap heap, int k, int threads)
    {
        var ids = ArrayPool<int>.Shared.Rent(checked(threads * k));
        var scores = ArrayPool<double>.Shared.Rent(checked(threads * k));
        var found = new int[threads];
        try
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, worker =>
            {
                var own = new TopKHeap(ids.AsSpan(worker * k, k), scores.AsSpan(worker * k, k));
                new CellSearch<TKernel, TGroup, TSmall>(cells, query, rows, gone, filter, work).Read(ref own, int.MaxValue);
                found[worker] = own.Count;
            });
            for (var worker = 0; worker < threads; worker++)
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

    /// <summary>Scores the rows that promise most, so that it is known what is wanted at least.</summary>
    private void Seed(int k, ref TopKHeap heap)
    {
        var wanted = k + k / 8 + MoreSeeds;
        if (wanted > SearchScratch.Seeds)
        {
            return;
        }

        var promising = new TopKHeap(work.SeedPositions.AsSpan(0, wanted), work.SeedScores.AsSpan(0, wanted));
        var looked = 0;
        var own = ArrayPool<float>.Shared.Rent(work.Terms.Length * Room);
        Span<float> most = stackalloc float[Room];
        Span<int> rowsOfCell = stackalloc int[Room];
        Span<int> best = stackalloc int[SeedCells];
        Span<double> reach = stackalloc double[SeedCells];
        var promisingCells = new TopKHeap(best, reach);
        for (var c = 0; c < cells.Cells.Length; c++)
        {
            if (work.CellMost[c] > promisingCells.LeastWanted)
            {
                promisingCells.Offer(c, work.CellMost[c]);
            }
        }

        var count = promisingCells.SortBestFirst();
        for (var c = 0; c < count && looked < Math.Max(RowsLookedAt, RowsLookedAtForEach * k); c++)
        {
            ref readonly var cell = ref cells.Cells[best[c]];
            var some = Bounded(in cell, work.CellMost[best[c]], (float)promising.LeastWanted, own, most, rowsOfCell);
            for (var i = 0; i < some; i++)
            {
                promising.Offer(cell.From + rowsOfCell[i], most[i]);
            }

            looked += cell.To - cell.From;
        }

        ArrayPool<float>.Shared.Return(own);
        work.SeedCount = promising.Count;
        foreach (var position in work.SeedPositions.AsSpan(0, promising.Count))
        {
            heap.Offer(rows.Ids[position], Score(position));
        }

        work.SeedPositions.AsSpan(0, promising.Count).Sort();
        work.Raise(heap.LeastWanted);
    }

    /// <summary>How many rows lie in cells that nobody reads yet and that can still reach what is wanted.</summary>
    private long RowsLeft(ref readonly TopKHeap heap)
    {
        var (left, least) = (0L, Least(in heap));
        for (var c = work.CellsTaken; c < cells.Cells.Length; c++)
        {
            left += work.CellMost[c] >= least ? cells.Cells[c].To - cells.Cells[c].From : 0;
        }

        return left;
    }

    /// <summary>Reads the next cells until there are no more, or until <paramref name="enough"/> rows were looked at.</summary>
    /// <returns>How many were.</returns>
    private int Read(ref TopKHeap heap, int enough)
    {
        var own = ArrayPool<float>.Shared.Rent(work.Terms.Length * Room);
        var (left, lacking) = (ArrayPool<int>.Shared.Rent(MostLeft), ArrayPool<float>.Shared.Rent(MostLeft));
        Span<float> most = stackalloc float[Room];
        Span<int> wanted = stackalloc int[Room];
        var (looked, count) = (0, 0);
        while (looked < enough && work.TakeCells(CellsAtOnce) is var first && first < cells.Cells.Length)
        {
            for (var c = first; c < Math.Min(first + CellsAtOnce, cells.Cells.Length); c++)
            {
                var least = Least(in heap);
                if (work.CellMost[c] >= least)
                {
                    ref readonly var cell = ref cells.Cells[c];
                    var some = Bounded(in cell, work.CellMost[c], least, own, most, wanted);
                    for (var i = 0; i < some; i++)
                    {
                        (left[count], lacking[count++]) = (cell.From + wanted[i], -most[i]);
                    }

                    looked += cell.To - cell.From;
                    if (count > MostLeft - RowCells.MostRowsOfCell)
                    {
                        Score(left.AsSpan(0, count), lacking.AsSpan(0, count), ref heap);
                        count = 0;
                    }
                }
            }
        }

        Score(left.AsSpan(0, count), lacking.AsSpan(0, count), ref heap);
        ArrayPool<float>.Shared.Return(own);
        ArrayPool<int>.Shared.Return(left);
        ArrayPool<float>.Shared.Return(lacking);
        return looked;
    }

    /// <summary>
    /// Bounds the rows of a cell by both copies.
    /// </summary>
    /// <param name="cell">Which rows.</param>
    /// <param name="cellMost">What any of them can reach.</param>
    /// <param name="least">What is worth a look.</param>
    /// <param name="own">Room for what each block can add to the rows: <see cref="Room"/> numbers a block.</param>
    /// <param name="most">Receives the bounds of the rows that may reach it.</param>
    /// <param name="wanted">Receives their places in the cell.</param>
    /// <returns>How many.</returns>
    private int Bounded(ref readonly Cell cell, float cellMost, float least, scoped Span<float> own, scoped Span<float> most, scoped Span<int> wanted)
    {
        var count = ByGroups(in cell, cellMost, least, own, most, wanted, out var grouped);
        // First what is not known yet, then what is known roughly.
        for (var i = 0; i < work.Terms.Length && count > 0; i++)
        {
            var t = (grouped + i) % work.Terms.Length;
            count = SmallBounds<TSmall>.Narrow(work.Terms[t].Term, cells, cell.From, own.Slice(t * Room, Room), most, wanted, count, least);
        }

        return count;
    }

    /// <summary>
    /// Bounds the rows of a cell by their 4-bit copy, block by block, as long as more than a few of them can reach a score.
    /// </summary>
    /// <param name="cell">Which rows.</param>
    /// <param name="cellMost">What any of them can reach.</param>
    /// <param name="least">What is worth a look.</param>
    /// <param name="own">Receives what each block can add to the rows that may reach it: <see cref="Room"/> numbers a block.</param>
    /// <param name="most">Receives the bounds of the rows that may reach it.</param>
    /// <param name="wanted">Receives their places in the cell.</param>
    /// <param name="grouped">How many blocks, of those that count most, were looked at.</param>
    /// <returns>How many.</returns>
    private int ByGroups(ref readonly Cell cell, float cellMost, float least, scoped Span<float> own, scoped Span<float> most, scoped Span<int> wanted, out int grouped)
    {
        var (some, t) = (cell.To - cell.From, 0);
        grouped = 0;
        var count = some;
        most[..some].Fill(cellMost);
        foreach (var kept in work.Terms)
        {
            var before = CellBounds.MostOf(kept, cells, in cell, work);
            var ofBlock = own.Slice(t++ * Room, Room);
            if (count * CostOfOne >= some)
            {
                count = GroupBounds<TGroup>.Narrow(kept.Term, cells.Grouped, cell.From, before, most[..some], ofBlock, least);
                grouped = t;
            }
            else
            {
                ofBlock[..some].Fill(before);
            }
        }

        return count == 0 ? 0 : Wanted(cell.From, some, most, wanted, least);
    }

    /// <summary>Which rows of a cell may reach a score: how many, their places in <paramref name="wanted"/> and their bounds in <paramref name="most"/>.</summary>
    private int Wanted(int from, int some, scoped Span<float> most, scoped Span<int> wanted, float least)
    {
        ref var bounds = ref MemoryMarshal.GetReference(most);
        ref var places = ref MemoryMarshal.GetReference(wanted);
        var count = 0;
        most[some..(some + Vector256<float>.Count)].Fill(float.NaN);
        for (var row = 0; row < some; row += Vector256<float>.Count)
        {
            for (var bits = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref bounds, (nuint)row), Vector256.Create(least)).ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                var at = row + BitOperations.TrailingZeroCount(bits);
                if (!gone.Has(from + at) && (filter is null || filter(rows.Ids[from + at])))
                {
                    Unsafe.Add(ref places, count) = at;
                    Unsafe.Add(ref bounds, count++) = Unsafe.Add(ref bounds, at);
                }
            }
        }

        return count;
    }

    /// <summary>Scores rows, those of the highest bounds first, until none is left that can be among the best.</summary>
    /// <param name="left">Their positions.</param>
    /// <param name="lacking">Their bounds, negative so that the highest sort first.</param>
    /// <param name="heap">Receives the best.</param>
    private void Score(scoped Span<int> left, scoped Span<float> lacking, ref TopKHeap heap)
    {
        lacking.Sort(left);
        var seeds = work.SeedPositions.AsSpan(0, work.SeedCount);
        var least = Least(in heap);
        for (var i = 0; i < left.Length && -lacking[i] >= least; i++)
        {
            var position = left[i];
            if (seeds.BinarySearch(position) < 0)
            {
                var (id, score) = (rows.Ids[position], Score(position));
                if (heap.Wants(id, score))
                {
                    heap.Offer(id, score);
                    work.Raise(heap.LeastWanted);
                    least = Least(in heap);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Score(int position) => RowScore.Of<TKernel>(ref rows.Memory.First(position), query.Terms, [], out _);

    /// <summary>What a bound must reach to be worth a look.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Least(ref readonly TopKHeap heap) => (float)Math.Max(work.Least, heap.LeastWanted) - work.Slack;
}
