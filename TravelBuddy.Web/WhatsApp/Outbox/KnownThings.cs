using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>What a tour says in a language that its reader may not know, by the things of the lexicon that it names.</summary>
public static partial class KnownThings
{
    private const int Most = 8;

    /// <summary>A text by the things of some kinds (of any, where none is given) that it names, in the reader's language; null where it names none.</summary>
    public static string? In(string text, string language, Lexicon lexicon, int most, params ConceptKind[] kinds) => In(text, language, lexicon, most, kinds, _ => true);

    /// <summary>The same, but for what a tour has only in part or not.</summary>
    internal static string? In(string text, string language, Lexicon lexicon, int most, ConceptKind[] kinds, Func<string, bool> isHad) =>
        Named(text, language, lexicon, most, kinds, isHad) is { Count: > 0 } known ? string.Join(", ", known) : null;

    /// <summary>The same one by one, none where it names none.</summary>
    public static IReadOnlyList<string> Of(string text, string language, Lexicon lexicon, int most, params ConceptKind[] kinds) => Named(text, language, lexicon, most, kinds, _ => true);

    private static List<string> Named(string text, string language, Lexicon lexicon, int most, ConceptKind[] kinds, Func<string, bool> isHad) =>
        [.. lexicon.FindIn(text).Where(match => !PackageConcepts.IsDenied(text, match.Start, match.End) && (kinds.Length == 0 || kinds.Contains(match.Value.Kind)) && isHad(match.Value.Id)).Select(match => Bare(Sure(match.Value, text[match.Start..match.End], lexicon, language))).Distinct().Take(most)];

    /// <summary>A tour in the reader's language as far as it is known: how one travels, eats and sleeps, what there is to do and what is included. Nothing for a tour in that language.</summary>
    /// <param name="facts">The tour: what it has only in part, or not, is left to its own words.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="lexicon">The lexicon.</param>
    public static IReadOnlyList<string> Of(PackageFacts facts, string language, Lexicon lexicon)
    {
        var package = facts.Package;
        (string Mark, Phrase Name, string Text, ConceptKind[] Kinds)[] parts = package.Language == language ? [] :
        [
            ("🚌", Phrases.CompareTransport, string.Join(", ", package.Transportation), [ConceptKind.Transport]),
            ("🎒", Phrases.ThingsToDo, string.Join(", ", package.Activities), [ConceptKind.Activity, ConceptKind.Nature, ConceptKind.Culture, ConceptKind.Transport]),
            ("🍽", Phrases.CompareFood, string.Join(", ", package.Food), [ConceptKind.Food, ConceptKind.Diet]),
            ("🛏", Phrases.CompareStay, package.Accommodation ?? "", [ConceptKind.Lodging, ConceptKind.Amenity]),
        ];
        return [.. parts.Select(part => (part.Mark, part.Name, Known: In(part.Text, language, lexicon, Most, part.Kinds, IsHad)))
            .Append((Mark: "✓", Name: Phrases.Includes, Known: package.Language == language ? null : IncludedThings.Of(package, language, lexicon, Most, IsHad))).Where(part => part.Known is not null).Select(part => $"{part.Mark} {part.Name.In(language)}: {Limits.Line(part.Known!, 160)}")];

        bool IsHad(string id) => !facts.Reserved.ContainsKey(id) && !facts.Denies.Contains(id);
    }

    /// <summary>A thing by no more than the words say that stand for it: five stars of a cruise make no hotel, a homestay in a garden is no farm, and a garden house no orchard.</summary>
    private static string Sure(Concept concept, string said, Lexicon lexicon, string language) => concept.Id switch
    {
        "hotel-5-star" or "hotel-4-star" or "hotel-3-star" when !Hotel().IsMatch(TextFolding.Fold(said)) => Phrases.OfStars.In(language, concept.Id[6]),
        "farmstay" when !Farm().IsMatch(TextFolding.Fold(said)) => lexicon.Find("homestay")?.Label(language) ?? concept.Label(language),
        "orchard" when GardenHouse().IsMatch(TextFolding.Fold(said)) => lexicon.Find("garden-house")?.Label(language) ?? concept.Label(language),
        _ => concept.Label(language),
    };

    [GeneratedRegex(@"\b(?:hotel|khach san|ks)\b")]
    private static partial Regex Hotel();

    [GeneratedRegex(@"\bfarm|\bnong trai\b|\btrang trai\b")]
    private static partial Regex Farm();

    [GeneratedRegex(@"^nha vuon$")]
    private static partial Regex GardenHouse();

    /// <summary>"Breakfast included" and "bao gồm ăn sáng" stand under a heading that says so.</summary>
    private static string Bare(string label) => label.Replace(" included", "", StringComparison.Ordinal).Replace("bao gồm ", "", StringComparison.Ordinal);
}
