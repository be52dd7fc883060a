using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>What a tour says in a language that its reader may not know, by the things of the lexicon that it names.</summary>
public static class KnownThings
{
    private const int Most = 8;

    /// <summary>A text by the things of some kinds (of any, where none is given) that it names, in the reader's language; null where it names none.</summary>
    public static string? In(string text, string language, Lexicon lexicon, int most, params ConceptKind[] kinds) => In(text, language, lexicon, most, kinds, _ => true);

    private static string? In(string text, string language, Lexicon lexicon, int most, ConceptKind[] kinds, Func<string, bool> isHad) =>
        lexicon.FindIn(text).Where(match => !PackageConcepts.IsDenied(text, match.Start, match.End) && (kinds.Length == 0 || kinds.Contains(match.Value.Kind)) && isHad(match.Value.Id)).Select(match => Bare(match.Value.Label(language))).Distinct().Take(most).ToList() is { Count: > 0 } known ? string.Join(", ", known) : null;

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
            ("✓", Phrases.Includes, string.Join(", ", package.Includes), []),
        ];
        return [.. parts.Select(part => (part.Mark, part.Name, Known: In(part.Text, language, lexicon, Most, part.Kinds, id => !facts.Reserved.ContainsKey(id) && !facts.Denies.Contains(id)))).Where(part => part.Known is not null).Select(part => $"{part.Mark} {part.Name.In(language)}: {Limits.Line(part.Known!, 160)}")];
    }

    /// <summary>"Breakfast included" and "bao gồm ăn sáng" stand under a heading that says so.</summary>
    private static string Bare(string label) => label.Replace(" included", "", StringComparison.Ordinal).Replace("bao gồm ", "", StringComparison.Ordinal);
}
