using System.Buffers;

namespace TravelBuddy.Ranking;

/// <summary>The best k of n scores.</summary>
public static class TopK
{
    private const int StackEntries = 128;

    /// <summary>
    /// Writes the indices of the best scores, best first; of equal scores the lower index comes first; NaN comes after everything else.
    /// Takes O(n log k) and allocates nothing.
    /// </summary>
    /// <param name="scores">Any number of scores, also none.</param>
    /// <param name="order">Receives the indices; its length is k.</param>
    /// <returns>How many indices were written: k, or the number of scores if that is smaller.</returns>
    public static int Select(ReadOnlySpan<double> scores, Span<int> order)
    {
        var k = Math.Min(scores.Length, order.Length);
        double[]? rented = null;
        var best = k <= StackEntries ? stackalloc double[StackEntries] : rented = ArrayPool<double>.Shared.Rent(k);
        try
        {
            var heap = new TopKHeap(order[..k], best[..k]);
            for (var i = 0; i < scores.Length; i++)
            {
                heap.Offer(i, scores[i]);
            }

            return heap.SortBestFirst();
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<double>.Shared.Return(rented);
            }
        }
    }
}

/// <summary>
/// A bounded heap over the caller's memory with its worst entry on top. Better is: higher score, then lower id; NaN is worst.
/// The order in which entries are offered makes no difference.
/// </summary>
internal ref struct TopKHeap(Span<int> ids, Span<double> scores)
{
    private readonly Span<int> ids = ids;
    private readonly Span<double> scores = scores;

    public int Count { get; private set; }

    /// <summary>Anything below it will not be kept; of what equals it, the lower ids.</summary>
    public readonly double LeastWanted => Count < ids.Length || ids.IsEmpty || double.IsNaN(scores[0]) ? double.NegativeInfinity : scores[0];

    /// <summary>Whether an entry would be kept if it were offered now.</summary>
    public readonly bool Wants(int id, double score) => Count < ids.Length || (Count > 0 && IsBetter(score, id, scores[0], ids[0]));

    public void Offer(int id, double score)
    {
        if (Count < ids.Length)
        {
            SiftUp(Count++, id, score);
        }
        else if (Wants(id, score))
        {
            SiftDown(Count, id, score);
        }
    }

    /// <summary>Turns the heap into a list, best first; the heap is used up.</summary>
    public readonly int SortBestFirst()
    {
        for (var last = Count - 1; last > 0; last--)
        {
            var (worstId, worstScore) = (ids[0], scores[0]);
            SiftDown(last, ids[last], scores[last]);
            (ids[last], scores[last]) = (worstId, worstScore);
        }

        return Count;
    }

    private static bool IsBetter(double score, int id, double otherScore, int otherId)
    {
        if (score > otherScore)
        {
            return true;
        }

        if (score < otherScore)
        {
            return false;
        }

        // Equal, or a NaN is involved; CompareTo puts NaN below everything and equal to itself.
        var order = score.CompareTo(otherScore);
        return order > 0 || (order == 0 && id < otherId);
    }

    private readonly void SiftUp(int hole, int id, double score)
    {
        while (hole > 0)
        {
            var parent = (hole - 1) / 2;
            if (!IsBetter(scores[parent], ids[parent], score, id))
            {
                break;
            }

            (ids[hole], scores[hole]) = (ids[parent], scores[parent]);
            hole = parent;
        }

        (ids[hole], scores[hole]) = (id, score);
    }

    /// <summary>Puts an entry in the place of the top one, within the first <paramref name="count"/> entries.</summary>
    private readonly void SiftDown(int count, int id, double score)
    {
        var hole = 0;
        while (2 * hole + 1 < count)
        {
            var child = 2 * hole + 1;
            if (child + 1 < count && IsBetter(scores[child], ids[child], scores[child + 1], ids[child + 1]))
            {
                child++;
            }

            if (!IsBetter(score, id, scores[child], ids[child]))
            {
                break;
            }

            (ids[hole], scores[hole]) = (ids[child], scores[child]);
            hole = child;
        }

        (ids[hole], scores[hole]) = (id, score);
    }
}
