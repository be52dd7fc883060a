using System.Text.RegularExpressions;
using TravelBuddy.Web.Language.Model;

namespace TravelBuddy.Web.Accommodation;

/// <summary>What a text asks of a house beyond the lexicon: what no rule understood, clause by clause ("desk midnight", "rinse and store the gear").</summary>
internal static partial class WordsBeyond
{
    /// <param name="text">The whole text.</param>
    /// <param name="left">Phrases of it that no rule understood.</param>
    public static IReadOnlyList<string> Of(string text, IReadOnlyList<string> left)
    {
        // A name or a number that somebody gives of themselves is nothing to look for.
        var impersonal = PersonalWords.Remove(text);
        var ends = Ends().Matches(impersonal);
        var clauses = left.Select(phrase => (Phrase: phrase, At: impersonal.IndexOf(phrase, StringComparison.Ordinal)))
            .Where(each => each.At >= 0 && !IsMeasure(impersonal, each.At, each.Phrase.Length))
            .GroupBy(each => ends.Count(end => end.Index < each.At), each => each.Phrase)
            .Select(clause => string.Join(' ', clause));
        // One word alone says too little: "desk", "allowed".
        return [.. clauses.Where(phrase => phrase.Contains(' ')).Distinct()];
    }

    // "Under 50 dollars" and "12 people" were read, or say nothing of a house.
    private static bool IsMeasure(string text, int at, int length) => NumberBefore().IsMatch(text[..at]) || NumberBehind().IsMatch(text[(at + length)..]);

    [GeneratedRegex(@"[.;:!?…\n]+\s*|,\s+|\s+(?:and|with|but|và|có|nhưng)\s+")]
    private static partial Regex Ends();

    [GeneratedRegex(@"\d[\d.,]*\s*$")]
    private static partial Regex NumberBefore();

    [GeneratedRegex(@"^\s*[$€£₫]?\d")]
    private static partial Regex NumberBehind();
}
