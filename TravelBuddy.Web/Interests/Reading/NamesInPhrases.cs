using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Names of places inside the lexicon's phrases: who writes of the market of Bắc Hà or lanterns of Hội An names where it is; who eats the noodles of Huế does not.</summary>
internal static partial class NamesInPhrases
{
    /// <summary>Karst like that of Hạ Long, and what is called after a man, are elsewhere.</summary>
    private static readonly string[] OfElsewhere = ["limestone-karst", "uncle-ho", "mausoleum", "revolution-history"];

    /// <summary>Whether a place is named by a phrase for something to see or do, and not refused with it.</summary>
    public static bool AreMeant(FoldedText text, PhraseMatch<Place> name, PhraseMatch<Concept> phrase) =>
        phrase.Value.Kind is ConceptKind.Activity or ConceptKind.Culture or ConceptKind.Nature && !OfElsewhere.Contains(phrase.Value.Id)
        && !text.Before(Refused(), text.FoldedIndex(phrase.Start)).Success
        && Tokenizer.Folded(text.Original[phrase.Start..phrase.End]) is var written
        && phrase.Value.En.Concat(phrase.Value.Vi).Any(form => Tokenizer.Folded(form) == written && name.Value.Aliases.Append(name.Value.Name).Append(name.Value.NameEn).Any(alias => IsNamedIn(form, alias)));

    // "Làng cổ" is no Lăng Cô: the lexicon writes names as they are spelt.
    private static bool IsNamedIn(string form, string name) =>
        char.IsUpper(name[0]) && form.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at && (at == 0 || form[at - 1] == ' ') && (at + name.Length == form.Length || form[at + name.Length] == ' ');

    [GeneratedRegex(@"\b(?:not?|don'?t|without|avoid|skip|never|instead of|khong|ko|k|tranh|dung|bo|ne|khoi|thay vi)\b[^.,;!?]{0,25}$")]
    private static partial Regex Refused();
}
