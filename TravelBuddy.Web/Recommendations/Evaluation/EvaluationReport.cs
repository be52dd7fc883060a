using System.Globalization;
using System.Text;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>One query's list and what was measured of it.</summary>
public sealed record MeasuredQuery(RunList List, string Language, bool FreeTextOnly, double Milliseconds, double Diversity, Quality? Quality);

/// <summary>What an evaluation found.</summary>
public sealed record EvaluationReport(IReadOnlyList<MeasuredQuery> Queries, IReadOnlyList<string> Problems, double Coverage, bool WithJudgements)
{
    public IReadOnlyList<RunList> Lists => [.. Queries.Select(query => query.List)];

    /// <summary>The table to print: all queries, each language, free text alone.</summary>
    public string Table()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"queries",-12}{"n",5}{"judged",8}{"nDCG@10",9}{"recall@10",11}{"MRR",7}{"diversity",11}{"ms median",11}{"ms p95",8}");
        Row(text, "all", Queries);
        foreach (var group in Queries.GroupBy(query => query.Language).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Row(text, group.Key, [.. group]);
        }

        Row(text, "free text", [.. Queries.Where(query => query.FreeTextOnly)]);
        Row(text, "filled in", [.. Queries.Where(query => !query.FreeTextOnly)]);
        text.AppendLine(CultureInfo.InvariantCulture, $"catalogue coverage of the first ten: {Coverage:P1}");
        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, IReadOnlyList<MeasuredQuery> queries)
    {
        if (queries.Count == 0)
        {
            return;
        }

        var judged = queries.Select(query => query.Quality).OfType<Quality>().ToList();
        string Mean(Func<Quality, double> of) => judged.Count == 0 ? "-" : judged.Average(of).ToString("F3", CultureInfo.InvariantCulture);
        var times = queries.Select(query => query.Milliseconds).Order().ToList();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{name,-12}{queries.Count,5}{judged.Count,8}{Mean(quality => quality.Ndcg),9}{Mean(quality => quality.Recall),11}{Mean(quality => quality.ReciprocalRank),7}{queries.Average(query => query.Diversity),11:F3}{times[times.Count / 2],11:F1}{times[Math.Min(times.Count - 1, times.Count * 95 / 100)],8:F1}");
    }
}
