using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Short Vietnamese words that mean too many things in a sentence and only one when they stand alone between commas: "thien, chua, voi".</summary>
internal static partial class LoneWords
{
    private static readonly Dictionary<string, (string Concept, string Spelling)> Meanings = new(StringComparer.Ordinal)
    {
        ["voi"] = ("elephant-experience", "voi"),
        ["bay"] = ("flight", "bay"),
        ["thien"] = ("meditation", "thiền"),
        ["chua"] = ("pagoda", "chùa"),
    };

    public static IEnumerable<PhraseMatch<Concept>> Find(FoldedText text, Lexicon lexicon)
    {
        foreach (Match match in Alone().Matches(text.Folded))
        {
            var (id, spelling) = Meanings[match.Groups["word"].Value];
            var (start, end) = text.Span(match.Groups["word"].Index, match.Groups["word"].Length);
            if (text.MayBe(match.Groups["word"], spelling) && lexicon.Find(id) is { } concept)
            {
                yield return new PhraseMatch<Concept>(concept, start, end);
            }
        }
    }

    [GeneratedRegex(@"(?:^|[,;.])\s*(?<word>voi|bay|thien|chua)(?=\s*(?:[,;.]|$))")]
    private static partial Regex Alone();
}
