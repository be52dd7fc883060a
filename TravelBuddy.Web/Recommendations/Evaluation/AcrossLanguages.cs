namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>
/// Whether wishes find packages in the other language as well as in their own. For a query with good answers (grade 2 or 3) in both languages, one deep list
/// over the whole catalogue is read twice, once keeping only the packages of each language, and each is measured against the best order of that language's
/// packages alone. The two figures of a query differ by the language of the packages only, and those of the two forms of a need over the same packages by
/// the language of the wish only.
/// </summary>
public static class AcrossLanguages
{
    /// <summary>How deep the list is that is read: packages of a rare language stand far down.</summary>
    public const int Depth = 400;

    private const int Good = 2;

    /// <summary>The judgements of a query's packages in one language; null unless there are good ones in both.</summary>
    public static IReadOnlyDictionary<string, int>? Grades(IReadOnlyDictionary<string, int>? grades, string language, Func<string, string?> languageOf)
    {
        if (grades is null || !new[] { "en", "vi" }.All(code => grades.Any(grade => grade.Value >= Good && languageOf(grade.Key) == code)))
        {
            return null;
        }

        return grades.Where(grade => languageOf(grade.Key) == language).ToDictionary(StringComparer.Ordinal);
    }
}

/// <summary>One query's answer among the packages of one language.</summary>
public sealed record LanguageAnswer(string Need, bool IsFreeText, string Wishes, string Packages, MeasuredList List);
