using TravelBuddy.Ranking;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Candidates;

/// <summary>Exact scores for rows fetched from wherever, best first, ties by id.</summary>
public static class CandidateScoring
{
    /// <param name="ids">Ids of the rows.</param>
    /// <param name="rows">Unscaled blocks, 768 numbers a row.</param>
    /// <param name="query">Must not be empty.</param>
    /// <param name="count">How many to keep.</param>
    public static ScoredCandidates Score(IReadOnlyList<string> ids, ReadOnlySpan<float> rows, RankingQuery query, int count)
    {
        var blocks = VectorLayout.Blocks.Count;
        var scores = new double[ids.Count];
        var similarities = new float[ids.Count * blocks];
        ExactScorer.Score(query, rows, scores, similarities);
        int[] order = [.. Enumerable.Range(0, ids.Count)];
        Array.Sort(order, (a, b) => scores[a] != scores[b] ? scores[b].CompareTo(scores[a]) : string.CompareOrdinal(ids[a], ids[b]));
        var kept = order.AsSpan(0, Math.Min(count, order.Length));
        var best = new ScoredCandidates(new string[kept.Length], new double[kept.Length], new float[kept.Length * blocks]);
        for (var i = 0; i < kept.Length; i++)
        {
            ((string[])best.Ids)[i] = ids[kept[i]];
            best.Scores[i] = scores[kept[i]];
            similarities.AsSpan(kept[i] * blocks, blocks).CopyTo(best.Similarities.AsSpan(i * blocks));
        }

        return best;
    }
}
