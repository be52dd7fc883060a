namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>The parts of a set of queries that are looked at by themselves.</summary>
public static class Slices
{
    /// <summary>Those that count in the overall figures: the ones marked as primary, or all if none is.</summary>
    public static IReadOnlyList<AnsweredQuery> Counted(IReadOnlyList<AnsweredQuery> all) =>
        all.Any(answered => answered.Query.IsPrimary) ? [.. all.Where(answered => answered.Query.IsPrimary)] : all;

    /// <summary>Name and members of each part; empty ones are left out.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<AnsweredQuery> Queries)> Of(IReadOnlyList<AnsweredQuery> all, Judgements? judgements)
    {
        var counted = Counted(all);
        var forms = all.ToLookup(answered => answered.Query.Need, StringComparer.Ordinal);
        IEnumerable<(string, IEnumerable<AnsweredQuery>)> parts =
        [
            ("all", counted),
            ("every form of them", counted.Count < all.Count ? all : []),
            .. counted.GroupBy(answered => answered.Language).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => ($"in {Name(group.Key)}", group.AsEnumerable())),
            ("filled in", counted.Where(answered => !answered.Query.IsFreeText)),
            ("free text", counted.Where(answered => answered.Query.IsFreeText)),
            ("with exclusions", counted.Where(answered => Says(forms[answered.Query.Need], form => form.Query.Preferences.Exclusions is { Count: > 0 }, form => !form.Wishes.Exclusions.IsEmpty))),
            ("with essentials", counted.Where(answered => Says(forms[answered.Query.Need], form => form.Query.Preferences.Essentials is { Count: > 0 }, form => !form.Wishes.Essentials.IsEmpty))),
            ("nothing fits fully (none graded 3)", counted.Where(answered => judgements?.Of(answered.Query.Id) is { } grades && grades.Values.All(grade => grade < 3))),
        ];
        return parts.Select(part => (part.Item1, (IReadOnlyList<AnsweredQuery>)[.. part.Item2])).Where(part => part.Item2.Count > 0);
    }

    public static string Name(string language) => language switch { "en" => "English", "vi" => "Vietnamese", _ => language };

    /// <summary>What a need asks for is what its filled-in form says; only where there is none, what was understood of the text.</summary>
    private static bool Says(IEnumerable<AnsweredQuery> forms, Func<AnsweredQuery, bool> filledIn, Func<AnsweredQuery, bool> understood) =>
        forms.Any(form => !form.Query.IsFreeText) ? forms.Any(filledIn) : forms.Any(understood);
}
