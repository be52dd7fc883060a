using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Encoding;

/// <summary>What a package offers of one language criterion, as texts for a model: its own words, and the names of concepts found elsewhere in it with their strength.</summary>
public sealed record OfferedTexts(bool Stated, IReadOnlyList<string> Texts, IReadOnlyList<(string Concept, double Strength)> Concepts)
{
    private const int MostTexts = 12;
    private const int MostConcepts = 12;
    private const int LongestText = 400;

    /// <summary>Reads a package; what it says it lacks is left out.</summary>
    public static IReadOnlyDictionary<Criterion, OfferedTexts> Of(TourPackage package, Lexicon lexicon, Gazetteer gazetteer)
    {
        var found = PackageConcepts.Of(package, lexicon, gazetteer);
        return ModelEncoder.Criteria.ToDictionary(criterion => criterion, criterion => new OfferedTexts(
            PackageConcepts.States(package, criterion),
            [.. Words(package, criterion).Where(text => !Denies(text)).Select(Shortened).Distinct(StringComparer.Ordinal).Take(MostTexts)],
            [.. found.Has
                .Where(entry => lexicon.Find(entry.Key) is { } concept && PackageConcepts.CriterionOf(concept.Kind) == criterion)
                .OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal)
                .Take(MostConcepts)
                .Select(entry => (entry.Key, entry.Value))]));

        bool Denies(string text) => found.Denies.Count > 0 && lexicon.FindIn(text).Any(match => found.Denies.Contains(match.Value.Id));
    }

    private static IEnumerable<string> Words(TourPackage package, Criterion criterion) => (criterion switch
    {
        Criterion.Transportation => package.Transportation,
        Criterion.Food => package.Food,
        Criterion.Activities => package.Activities,
        _ => Sentences(package.Accommodation).Concat(Sentences(package.Notes)),
    }).Where(text => !string.IsNullOrWhiteSpace(text));

    private static IEnumerable<string> Sentences(string? text) => text?.Split(['.', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string Shortened(string text) => text.Length > LongestText ? text[..LongestText] : text;
}
