using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>"2 ngày cuối tuần", "two days on a weekend": beside a length it says when; alone it is a length, and beside a date a part of that.</summary>
internal static partial class Weekends
{
    public static IEnumerable<PhraseMatch<Concept>> Find(FoldedText text, Lexicon lexicon) =>
        from Match said in Weekend().Matches(text.Folded)
        let concept = lexicon.Find("weekend-getaway")
        where concept is not null
        let span = text.Span(said.Index, said.Length)
        select new PhraseMatch<Concept>(concept, span.Start, span.End);

    [GeneratedRegex(@"\b(?:weekends?|cuoi tuan)\b(?! (?:market|surcharge|price))")]
    private static partial Regex Weekend();
}
