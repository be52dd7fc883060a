using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>"Car", "van" and "driver" where they are asked for: too many other things are called so ("cable car", "car park") for the lexicon to know the words in any text.</summary>
internal static partial class LoneVehicles
{
    private static readonly Dictionary<string, string> Vehicles = new(StringComparer.Ordinal) { ["car"] = "car", ["van"] = "minibus", ["driver"] = "private-car" };

    public static IEnumerable<PhraseMatch<Concept>> Find(FoldedText text, Lexicon lexicon) =>
        from Match match in Wanted().Matches(text.Folded)
        let word = match.Groups["word"]
        let vehicle = lexicon.Find(Vehicles[word.Value])
        where vehicle is not null && text.Written(word) == word.Value
        let span = text.Span(word.Index, word.Length)
        select new PhraseMatch<Concept>(vehicle, span.Start, span.End);

    [GeneratedRegex(@"(?:(?:^|[.;!?:+\n(])\s*|\b(?:need|needs|want|wants|require|with|rent|hire|by|prefer|for|comfortable|good|decent|air-?conditioned|ac|patient|chill|careful|safe|just|or|and|plus)\s+)(?:an? |the |some )?(?<word>car|van|driver)\b(?!\s*(?:-|'|park|phong|hoa|rental|ferry|seat|sick|hire\b|licen|with (?:a )?driver|and (?:a )?driver|\+ ?driver))")]
    private static partial Regex Wanted();
}
