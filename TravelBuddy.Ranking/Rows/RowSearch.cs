using TravelBuddy.Ranking.Pruning;

namespace TravelBuddy.Ranking.Rows;

/// <summary>One search over all rows of one moment: those that were laid out by their cells, those that came since one by one.</summary>
internal static class RowSearch<TKernel, TGroup, TSmall>
    where TKernel : struct, IInnerProduct
    where TGroup : struct, IGroupInnerProducts
    where TSmall : struct, IByteInnerProduct
{
    /// <summary>Finds the best rows; see <see cref="RankingIndex.Search"/>.</summary>
    public static int Run(RowState state, RankingQuery query, Span<int> ids, Span<double> scores, Span<float> similarities, Func<int, bool>? filter, int threads)
    {
        var heap = new TopKHeap(ids, scores);
        var laid = state.Laid;
        if (laid.Cells is { } cells && cells.CanBound(query))
        {
            CellSearch<TKernel, TGroup, TSmall>.Run(cells, query, laid, state.Gone, ref heap, ids.Length, filter, threads);
        }
        else
        {
            for (var position = 0; position < laid.Count; position++)
            {
                if (!state.Gone.Has(position))
                {
                    Offer(laid.Ids[position], ref laid.Memory.First(position), query, ref heap, filter);
                }
            }
        }

        for (var i = 0; i < state.New.Count; i++)
        {
            if (!state.NewGone.Has(i))
            {
                Offer(state.New.Ids[i], ref state.New.Row(i, laid.Memory.Dimensions)[0], query, ref heap, filter);
            }
        }

        var found = heap.SortBestFirst();
        if (!similarities.IsEmpty)
        {
            var blocks = query.Layout.Count;
            for (var i = 0; i < found; i++)
            {
                RowScore.Of<TKernel>(ref state.First(ids[i]), query.Terms, similarities.Slice(i * blocks, blocks), out _);
            }
        }

        // Rows may lie in a file that nothing else keeps open.
        GC.KeepAlive(state);
        return found;
    }

    private static void Offer(int id, ref float row, RankingQuery query, ref TopKHeap heap, Func<int, bool>? filter)
    {
        var score = query.IsEmpty ? 0 : RowScore.Of<TKernel>(ref row, query.Terms, [], out _);
        if (heap.Wants(id, score) && (filter is null || filter(id)))
        {
            heap.Offer(id, score);
        }
    }
}
