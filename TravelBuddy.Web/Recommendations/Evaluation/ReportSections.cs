using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>The parts of the table below the first.</summary>
public static class ReportSections
{
    public static ReportSection OfPairs(IReadOnlyList<AnsweredQuery> queries, IReadOnlyList<AnsweredQuery> folded)
    {
        var languages = Pairs.OfLanguages(queries);
        var forms = Pairs.OfForms(queries);
        var spellings = Pairs.OfSpellings(queries.Where(query => query.Language == "vi"), folded);
        return new ReportSection("the same needs put in another way", [
            ReportRow.Of("English", languages.Firsts),
            ReportRow.Of("Vietnamese", languages.Seconds, languages.Gain("English")),
            ReportRow.Of("filled in", forms.Firsts),
            ReportRow.Of("free text", forms.Seconds, forms.Gain("filled in")),
            ReportRow.Of("Vietnamese as it is spelt", spellings.Firsts),
            ReportRow.Of("Vietnamese without diacritics", spellings.Seconds, spellings.Gain("proper spelling"))]);
    }

    public static ReportSection OfLanguages(IReadOnlyList<LanguageAnswer> answers)
    {
        var rows = new List<ReportRow>();
        foreach (var (wishes, other) in new[] { ("en", "vi"), ("vi", "en") })
        {
            foreach (var packages in new[] { wishes, other })
            {
                var some = Some(wishes, packages).ToList();
                rows.Add(new ReportRow($"{Slices.Name(wishes)} wishes, {Slices.Name(packages)} tours", [.. some.Select(answer => answer.List)])
                {
                    Differences = packages == wishes
                        ? []
                        : [Against(some, Some(wishes, wishes), $"{Slices.Name(wishes)} tours"), Against(some, Some(packages, packages), $"{Slices.Name(packages)} wishes")],
                });
            }
        }

        return new ReportSection("tours of one language only, for needs with good ones in both", rows);

        IEnumerable<LanguageAnswer> Some(string wishes, string packages) => answers.Where(answer => answer.Wishes == wishes && answer.Packages == packages);
    }

    public static ReportSection OfCriteria(IReadOnlyList<(Criterion Criterion, AnsweredQuery Query, MeasuredList List)> without) => new("a criterion left out",
    [
        .. without.GroupBy(entry => entry.Criterion).Select(group => new ReportRow($"without {group.Key.ToString().ToLowerInvariant()}", [.. group.Select(entry => entry.List)])
        {
            Differences = [Difference.Of(group.Select(entry => (entry.List.Quality, entry.Query.Ours.Quality)), "all seven")],
        }),
    ]);

    public static ReportSection OfBaselines(IReadOnlyList<AnsweredQuery> queries)
    {
        ReportRow Row(string name, Func<AnsweredQuery, MeasuredList> list) => new(name, [.. queries.Select(list)])
        {
            Differences = [Difference.Of(queries.Select(query => (list(query).Quality, query.Ours.Quality)), "TravelBuddy")],
        };

        return new ReportSection("baselines", [Row("BM25 over the whole text", query => query.Text), Row("seven criteria as bags of words", query => query.Bags)]);
    }

    private static Difference? Against(IEnumerable<LanguageAnswer> these, IEnumerable<LanguageAnswer> those, string to)
    {
        var byKey = those.DistinctBy(answer => (answer.Need, answer.IsFreeText)).ToDictionary(answer => (answer.Need, answer.IsFreeText));
        return Difference.Of(these.Where(answer => byKey.ContainsKey((answer.Need, answer.IsFreeText))).Select(answer => (answer.List.Quality, byKey[(answer.Need, answer.IsFreeText)].List.Quality)), to);
    }
}
