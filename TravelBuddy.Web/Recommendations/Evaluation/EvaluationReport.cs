using System.Globalization;
using System.Text;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>A row of the table: lists with their measures, nDCG@10 of the baselines for the same queries, and how far they are from others.</summary>
public sealed record ReportRow(string Name, IReadOnlyList<MeasuredList> Lists)
{
    public IReadOnlyList<MeasuredList>? Text { get; init; }
    public IReadOnlyList<MeasuredList>? Bags { get; init; }
    public IReadOnlyList<Difference?> Differences { get; init; } = [];

    /// <summary>Our lists for some queries beside those of the baselines.</summary>
    public static ReportRow Of(string name, IReadOnlyList<AnsweredQuery> queries, params Difference?[] differences) => new(name, [.. queries.Select(query => query.Ours)])
    {
        Text = [.. queries.Select(query => query.Text)],
        Bags = [.. queries.Select(query => query.Bags)],
        Differences = differences,
    };
}

/// <summary>Rows that belong together.</summary>
public sealed record ReportSection(string Heading, IReadOnlyList<ReportRow> Rows);

/// <summary>What an evaluation found.</summary>
public sealed record EvaluationReport(IReadOnlyList<ReportSection> Sections, IReadOnlyList<RunList> Lists, IReadOnlyList<string> Problems, int Packages)
{
    private const string Legend =
        """
        n queries, of which judged; nDCG@10, recall@10 and MRR are means over the judged ones. diversity: mean 1 - cosine within the first ten. coverage: share of
        the catalogue among the first ten of all. ms: reading and ranking, the first query unmeasured. BM25, bags: nDCG@10 of the baselines for the same queries.
        difference: in nDCG@10, over pairs, with half of its 95 % interval.
        """;

    /// <summary>What is read of free texts whose needs are filled in too; empty if there are none.</summary>
    public IReadOnlyList<SlotShare> Slots { get; init; } = [];

    /// <summary>The table to print.</summary>
    public string Table()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"",-38}{"n",5}{"judged",8}{"nDCG@10",9}{"recall@10",11}{"MRR",7}{"diversity",11}{"coverage",10}{"ms median",11}{"p95",7}{"BM25",7}{"bags",7}  difference");
        foreach (var section in Sections.Where(section => section.Rows.Any(row => row.Lists.Count > 0)))
        {
            text.AppendLine(section.Heading);
            foreach (var row in section.Rows.Where(row => row.Lists.Count > 0))
            {
                text.AppendLine(Line(row));
            }
        }

        text.AppendLine().AppendLine(Legend);
        if (Slots.Count > 0)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{"read of a text as its form has it",-38}{"n",5}{"found",7}{"right",7}");
            text.AppendJoin("", Slots.Select(slot => string.Create(CultureInfo.InvariantCulture, $"  {slot.Name,-36}{slot.Said,5}{slot.Found,7:F2}{slot.Precise,7:F2}").TrimEnd() + Environment.NewLine));
        }

        return text.ToString();
    }

    private string Line(ReportRow row)
    {
        var shown = row.Lists.SelectMany(list => list.Shown).ToHashSet(StringComparer.Ordinal).Count;
        double[] times = [.. row.Lists.Select(list => list.Milliseconds).OfType<double>().Order()];
        var line = string.Create(CultureInfo.InvariantCulture,
            $"  {row.Name,-36}{row.Lists.Count,5}{row.Lists.Count(list => list.Quality is not null),8}{Mean(row.Lists, quality => quality.Ndcg),9}{Mean(row.Lists, quality => quality.Recall),11}{Mean(row.Lists, quality => quality.ReciprocalRank),7}{row.Lists.Average(list => list.Diversity),11:F3}{(Packages == 0 ? 0 : (double)shown / Packages),10:P1}{At(times, .5),11}{At(times, .95),7}{Mean(row.Text, quality => quality.Ndcg),7}{Mean(row.Bags, quality => quality.Ndcg),7}");
        return $"{line}  {string.Join($"\n{new string(' ', line.Length)}  ", row.Differences.OfType<Difference>().Select(Words))}".TrimEnd();
    }

    private static string Words(Difference difference)
    {
        var within = double.IsNaN(difference.HalfWidth) ? "" : string.Create(CultureInfo.InvariantCulture, $" ±{difference.HalfWidth:F3}");
        return string.Create(CultureInfo.InvariantCulture, $"{difference.Mean:+0.000;-0.000;0.000}{within} to {difference.To}");
    }

    private static string Mean(IReadOnlyList<MeasuredList>? lists, Func<Quality, double> of)
    {
        double[] judged = [.. (lists ?? []).Select(list => list.Quality).OfType<Quality>().Select(of)];
        return judged.Length == 0 ? "-" : judged.Average().ToString("F3", CultureInfo.InvariantCulture);
    }

    private static string At(double[] sorted, double share) =>
        sorted.Length == 0 ? "-" : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))].ToString("F1", CultureInfo.InvariantCulture);
}
