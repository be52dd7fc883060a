using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>"Đi tàu" is by ship or by train: by ship where somebody is seasick or an island is named, else nobody knows and the words stay as they are.</summary>
internal static partial class ShipOrTrain
{
    private static readonly HashSet<string> AtSea = new(StringComparer.Ordinal) { "island", "archipelago" };

    /// <summary>Boats, where they can only be meant.</summary>
    public static IEnumerable<PhraseMatch<Concept>> Boats(FoldedText text, IReadOnlyList<PhraseMatch<Concept>> concepts, IReadOnlyList<PhraseMatch<Place>> places, Lexicon lexicon) =>
        from span in Spans(text, concepts)
        where Seasick().IsMatch(text.Folded) || places.Any(place => AtSea.Contains(place.Value.Kind))
        let boat = lexicon.Find("boat-transport")
        where boat is not null
        select new PhraseMatch<Concept>(boat, span.Start, span.End);

    /// <summary>The words of a text where either may be meant, wished and refused.</summary>
    public static (IReadOnlyList<Found<string>> Wished, IReadOnlyList<Found<string>> Refused) Words(FoldedText text, IReadOnlyList<PhraseMatch<Concept>> concepts)
    {
        var words = Spans(text, concepts).Where(span => !text.Before(NotNeeded(), text.FoldedIndex(span.Start)).Success).Select(span => new Found<string>(text.Original[span.Start..span.End], span.Start, span.End)).ToLookup(found => text.Before(Against(), text.FoldedIndex(found.Start)).Success);
        return ([.. words[false]], [.. words[true]]);
    }

    private static IEnumerable<(int Start, int End)> Spans(FoldedText text, IReadOnlyList<PhraseMatch<Concept>> concepts) =>
        from Match match in Riding().Matches(text.Folded)
        where text.MayBe(match.Groups["ship"], "tàu")
        let span = text.Span(match.Index, match.Length)
        where !concepts.Any(concept => concept.Start < span.End && span.Start < concept.End)
        select span;

    [GeneratedRegex(@"\b(?:di|bang|ngoi|len)(?: bang)? (?<ship>tau)\b(?! (?:hoa|lua|hu|thuy|bay|dien|ho|vo)\b)")]
    private static partial Regex Riding();

    [GeneratedRegex(@"\bsay (?:song|tau)\b")]
    private static partial Regex Seasick();

    [GeneratedRegex(@"\b(?:khong|ko|k|hok|dung|tranh|ngai|so|ghet|han che)(?: (?:muon|thich|phai|duoc|the|chiu|quen))*\s+$")]
    private static partial Regex Against();

    [GeneratedRegex(@"\b(?:khong|ko|k|khoi) can(?: thiet| phai)?\s+$")]
    private static partial Regex NotNeeded();
}
