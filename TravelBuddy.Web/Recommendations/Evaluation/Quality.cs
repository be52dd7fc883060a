using TravelBuddy.Ranking;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>How good one list is by its judgements.</summary>
public sealed record Quality(double Ndcg, double Recall, double ReciprocalRank)
{
    private const int At = 10;

    /// <summary>Null where nothing relevant was judged: such a query cannot be answered well or badly.</summary>
    public static Quality? Of(string[] documents, IReadOnlyDictionary<string, int>? grades)
    {
        if (grades is null || grades.Values.All(grade => grade == 0))
        {
            return null;
        }

        var relevant = grades.Where(pair => pair.Value > 0).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        return new Quality(
            RankingMetrics.NdcgAt<string>(documents, grades, At), RankingMetrics.RecallAt<string>(documents, relevant, At), RankingMetrics.ReciprocalRank<string>(documents, relevant));
    }
}
