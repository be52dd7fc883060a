using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Hotels by their stars in figures and words: "five star resort", "ks bốn sao", "3-4 sao".</summary>
internal static partial class StarredLodging
{
    public static IEnumerable<PhraseMatch<Concept>> Find(string text, Lexicon lexicon)
    {
        var folded = new FoldedText(text);
        foreach (Match match in Stars().Matches(folded.Folded))
        {
            foreach (var group in new[] { match.Groups["a"], match.Groups["b"] })
            {
                if (Numbers.Value(folded, group) is { } stars && lexicon.Find(FormattableString.Invariant($"hotel-{stars}-star")) is { } concept)
                {
                    var (start, end) = folded.Span(match.Index, match.Length);
                    yield return new PhraseMatch<Concept>(concept, start, end);
                }
            }
        }
    }

    [GeneratedRegex(@"(?<![\w.,/])(?:(?<a>" + Numbers.Pattern + @")\s*(?:-|to|or|hoac|hay|den)\s*)?(?<b>" + Numbers.Pattern + @")(?:[\s-]*(?:stars?|sao)\b(?! (?:la|vay|the|khong))|\s?\*)")]
    private static partial Regex Stars();
}
