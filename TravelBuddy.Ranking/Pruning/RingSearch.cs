using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>
/// One search over <see cref="RowRings"/>: segments by what they can reach; their rows by the bounds of all their rings; those that may still be wanted by their 8-bit copy,
/// block by block; and the rest in full. What is wanted at least is known from the rows that promise most, which are scored first. A row is left only when a bound proves that it cannot be among the best.
/// </summary>
internal readonly ref struct RingSearch<TKernel, TSmall>
    where TKernel : struct, IInnerProduct
    where TSmall : struct, IByteInnerProduct
{
    private const int Chunk = 512;
    private const int SeedSegments = 32;
    private const int RowsLookedAt = 1024;

    // Rows of this many rings cost as much as waking a thread brings at best; reading a row's 8-bit copy costs as much as the rings of about ten.
    private const long WorthThreads = 200_000;
    private const int SmallCost = 10;
    private const int RowsBeforeThreads = 8192;

    // Where rings keep more than three rows of four, the next chunks go without them: one, then two, four and so on.
    private const int MostChunksWithout = 16;

    private readonly RowRings rings;
    private readonly RankingQuery query;
    private readonly float[] rows;
    private readonly Func<int, bool>? filter;
    private readonly SearchScratch work;

    private RingSearch(RowRings rings, RankingQuery query, float[] rows, Func<int, bool>? filter, SearchScratch work)
    {
        (this.rings, this.query, this.rows, this.filter, this.work) = (rings, query, rows, filter, work);
    }

    /// <summary>Fills a heap that is empty with the best rows.</summary>
    public static void Run(RowRings rings, RankingQuery query, float[] rows, ref TopKHeap heap, int k, Func<int, bool>? filter, int threads)
    {
        var work = SearchScratch.Take();
        try
        {
            var search = new RingSearch<TKernel, TSmall>(rings, query, rows, filter, work);
            search.Prepare();
            work.Raise(search.Seed(k));
            if (threads == 1)
            {
                search.Read(ref heap, int.MaxValue);
            }
            else if (search.Read(ref heap, RowsBeforeThreads) * search.RowsLeft(in heap) / RowsBeforeThreads < WorthThreads)
            {
                search.Read(ref heap, int.MaxValue);
            }
            else
            {
                ReadInParallel(rings, query, rows, filter, work, ref heap, k, threads);
            }
        }
        finally
        {
            work.Return();
        }
    }

    private static void ReadInParallel(RowRings rings, RankingQuery query, float[] rows, Func<int, bool>? filter, SearchScratch work, ref TopKHeap heap, int k, int threads)
    {
        var ids = ArrayPool<int>.Shared.Rent(checked(threads * k));
        var scores = ArrayPool<double>.Shared.Rent(checked(threads * k));
        var found = new int[threads];
        try
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, worker =>
            {
                var own = new TopKHeap(ids.AsSpan(worker * k, k), scores.AsSpan(worker * k, k));
                new RingSearch<TKernel, TSmall>(rings, query, rows, filter, work).Read(ref own, int.MaxValue);
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

    /// <summary>What every ring can add, for each block that counts, those that count most first; and the segments by what they can reach.</summary>
    private void Prepare()
    {
        work.Begin(rings);
        var at = 0;
        foreach (ref readonly var term in query.Terms)
        {
            if (term.Weight > 0)
            {
                var block = rings.Blocks[term.Block];
                var adds = work.Adds.AsSpan(at, block.Codes);
                block.MostOf(in term, adds, work.Vector, work.Products);
                work.Keep(in term, at, TensorPrimitives.Max<float>(adds), rings.Longest[term.Block]);
                at += block.Codes;
            }
        }

        work.SortTerms();
        var (others, own) = (0f, -1);
        foreach (var kept in work.Terms)
        {
            (others, own) = kept.Term.Block == rings.First ? (others, kept.At) : (others + kept.Most, own);
        }

        work.OthersMost = others;
        for (var s = 0; s < rings.Segments.Length; s++)
        {
            var segment = rings.Segments[s];
            work.SegmentMost[s] = own < 0 ? others : others + TensorPrimitives.Max<float>(work.Adds.AsSpan(own + segment.FirstCode, segment.LastCode - segment.FirstCode + 1));
        }
    }

    /// <summary>A score that the k-th best row reaches at least: that of the k-th of some rows that promise most.</summary>
    private double Seed(int k)
    {
        var wanted = 3 * k + 16;
        if (wanted > SearchScratch.Seeds)
        {
            return double.NegativeInfinity;
        }

        var promising = new TopKHeap(work.SeedPositions.AsSpan(0, wanted), work.SeedScores.AsSpan(0, wanted));
        var looked = 0;
        Span<float> most = stackalloc float[Chunk];
        Span<int> best = stackalloc int[SeedSegments];
        Span<double> reach = stackalloc double[SeedSegments];
        var heap = new TopKHeap(best, reach);
        for (var s = 0; s < rings.Segments.Length; s++)
        {
            heap.Offer(s, work.SegmentMost[s]);
        }

        var segments = heap.SortBestFirst();
        for (var s = 0; s < segments && looked < RowsLookedAt; s++)
        {
            var segment = rings.Segments[best[s]];
            for (var from = segment.From; from < segment.To; from += Chunk)
            {
                var some = Math.Min(Chunk, segment.To - from);
                RingSums.Of(rings, work, from, most[..some]);
                for (var i = 0; i < some; i++)
                {
                    if (promising.Wants(from + i, most[i]) && (filter is null || filter(rings.Ids[from + i])))
                    {
                        promising.Offer(from + i, most[i]);
                    }
                }

                looked += some;
            }
        }

        if (promising.Count < k)
        {
            return double.NegativeInfinity;
        }

        var known = new TopKHeap(work.SeedIds.AsSpan(0, k), work.SeedBest.AsSpan(0, k));
        for (var i = 0; i < promising.Count; i++)
        {
            var id = rings.Ids[work.SeedPositions[i]];
            known.Offer(id, Score(id));
        }

        return known.LeastWanted;
    }

    /// <summary>How many rows lie in segments that nobody reads yet and that can still reach what is wanted.</summary>
    private long RowsLeft(ref readonly TopKHeap heap)
    {
        var (left, least) = (0L, Least(in heap));
        for (var s = work.SegmentsRead; s < rings.Segments.Length; s++)
        {
            left += work.SegmentMost[s] >= least ? rings.Segments[s].To - rings.Segments[s].From : 0;
        }

        return left;
    }

    /// <summary>Reads the next segments until there are no more, or until <paramref name="enough"/> rows were looked at.</summary>
    /// <returns>What it cost, in rows whose rings were looked at.</returns>
    private long Read(ref TopKHeap heap, int enough)
    {
        Span<float> most = stackalloc float[Chunk];
        var (cost, looked) = (0L, 0);
        var (without, next) = (0, 1);
        while (looked < enough && work.NextSegment(rings.Segments.Length) is >= 0 and var s)
        {
            if (work.SegmentMost[s] < Least(in heap))
            {
                continue;
            }

            var segment = rings.Segments[s];
            for (var from = segment.From; from < segment.To; from += Chunk)
            {
                var some = Math.Min(Chunk, segment.To - from);
                var byRings = without == 0;
                var read = Read(from, most[..some], byRings ? null : work.SegmentMost[s], ref heap);
                if (!byRings)
                {
                    without--;
                }
                else if (read > some - some / 4)
                {
                    (without, next) = (next, Math.Min(2 * next, MostChunksWithout));
                }
                else
                {
                    next = 1;
                }

                looked += some;
                cost += (byRings ? some : 0) + (long)read * SmallCost;
            }
        }

        return cost;
    }

    /// <summary>Offers the rows of a chunk that nothing rules out.</summary>
    /// <param name="from">Position of the first.</param>
    /// <param name="most">As long as the chunk.</param>
    /// <param name="segmentMost">What any of them can reach, to go without their rings; null to go by these.</param>
    /// <param name="heap">Receives the rows.</param>
    /// <returns>How many had to be looked up in the 8-bit copy.</returns>
    private int Read(int from, scoped Span<float> most, float? segmentMost, ref TopKHeap heap)
    {
        if (segmentMost is { } all)
        {
            most.Fill(all);
        }
        else
        {
            RingSums.Of(rings, work, from, most);
        }

        var least = Least(in heap);
        Span<int> wanted = stackalloc int[Chunk];
        var count = 0;
        for (var i = 0; i < most.Length; i++)
        {
            wanted[count] = i;
            count += most[i] >= least && (filter is null || filter(rings.Ids[from + i])) ? 1 : 0;
        }

        var read = count;
        foreach (var kept in work.Terms)
        {
            if (count == 0)
            {
                return read;
            }

            // What the segment can reach has the largest ring of the segment in it for the block that rows are in the order of, of all rows for the others.
            float? replaced = segmentMost is null ? null : kept.Term.Block == rings.First ? segmentMost - work.OthersMost : kept.Most;
            count = StillWanted(kept, from, most, replaced, least, wanted[..count]);
        }

        foreach (var i in wanted[..count])
        {
            if (most[i] >= least)
            {
                var id = rings.Ids[from + i];
                var score = Score(id);
                if (heap.Wants(id, score))
                {
                    heap.Offer(id, score);
                    work.Raise(heap.LeastWanted);
                    least = Least(in heap);
                }
            }
        }

        return read;
    }

    /// <summary>
    /// Bounds one block of some rows by its 8-bit copy instead of its ring, or instead of <paramref name="replaced"/>; which may still reach a score comes first in
    /// <paramref name="wanted"/>, how many is returned.
    /// </summary>
    private int StillWanted(SearchScratch.Kept kept, int from, scoped Span<float> most, float? replaced, float least, scoped Span<int> wanted)
    {
        var term = kept.Term;
        ref var numbers = ref rings.Small.Block(from, term.Block);
        ref var scales = ref rings.Small.Scale(from, term.Block);
        ref var codes = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rings.Codes[term.Block]), from);
        ref var adds = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(work.Adds), kept.At);
        ref var query = ref MemoryMarshal.GetReference(term.Numbers);
        var count = 0;
        foreach (var i in wanted)
        {
            ref var block = ref Unsafe.Add(ref numbers, i * term.Width);
            ref var scale = ref Unsafe.Add(ref scales, 2 * i);
            var similarity = float.NegativeInfinity;
            for (var alternative = 0; alternative < term.Alternatives; alternative++)
            {
                var product = TSmall.Of(ref block, ref Unsafe.Add(ref query, alternative * term.Width), term.Width);
                similarity = Math.Max(similarity, term.Most(alternative, product, scale, Unsafe.Add(ref scale, 1)));
            }

            most[i] += Math.Min(0, term.HalfWeight * (similarity + 1) - (replaced ?? Unsafe.Add(ref adds, Unsafe.Add(ref codes, i))));
            wanted[count] = i;
            count += most[i] >= least ? 1 : 0;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Score(int id) => RowScore.Of<TKernel>(ref rows[id * rings.Layout.Dimensions], query.Terms, [], out _);

    /// <summary>What a bound must reach to be worth a look.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Least(ref readonly TopKHeap heap) => (float)Math.Max(work.Least, heap.LeastWanted) - work.Slack;
}
