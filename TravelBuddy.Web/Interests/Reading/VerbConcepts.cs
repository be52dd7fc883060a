using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Verbs that turn a thing or a place into something to do: "make our own lanterns", "leo Fansipan".</summary>
internal static partial class VerbConcepts
{
    private static readonly string[] Doing = ["-making", "-class", "-workshop"];

    /// <summary>The activity related to each thing that is to be made, with the verb and the thing as its span.</summary>
    public static IEnumerable<PhraseMatch<Concept>> Things(FoldedText text, IReadOnlyList<PhraseMatch<Concept>> concepts, Lexicon lexicon) =>
        from match in concepts
        let verb = text.Before(Making(), text.FoldedIndex(match.Start))
        where verb.Success
        from id in match.Value.Related
        where Doing.Any(ending => id.EndsWith(ending, StringComparison.Ordinal))
        let activity = lexicon.Find(id)
        where activity is not null
        select new PhraseMatch<Concept>(activity, text.Span(verb.Index, verb.Length).Start, match.End);

    /// <summary>Climbing, where a mountain stands after a verb for it.</summary>
    public static IEnumerable<PhraseMatch<Concept>> Climbs(FoldedText text, IReadOnlyList<PhraseMatch<Catalog.Places.Place>> places, Lexicon lexicon) =>
        from place in places
        where place.Value.Kind == "mountain"
        let verb = text.Before(Climbing(), text.FoldedIndex(place.Start))
        where verb.Success
        let activity = lexicon.Find("mountain-climbing")
        where activity is not null
        let span = text.Span(verb.Index, verb.Groups["verb"].Length)
        select new PhraseMatch<Concept>(activity, span.Start, span.End);

    /// <summary>Climbing as a sport, where nothing stands behind the word that one could walk up; a wish against climbing is against hills and stairs.</summary>
    public static IEnumerable<PhraseMatch<Concept>> RockClimbing(FoldedText text, Lexicon lexicon) =>
        from Match verb in Sport().Matches(text.Folded)
        let sport = lexicon.Find("rock-climbing")
        where sport is not null
        let span = text.Span(verb.Index, verb.Length)
        select new PhraseMatch<Concept>(sport, span.Start, span.End);

    /// <summary>A flight, where a place stands after the Vietnamese word for it: "bay từ Hà Nội"; and where it is refused or one of two ways: "không chịu bay", "bay hay tàu".</summary>
    public static IEnumerable<PhraseMatch<Concept>> Flights(FoldedText text, IReadOnlyList<PhraseMatch<Catalog.Places.Place>> places, Lexicon lexicon) =>
        from verb in places.Select(place => text.Before(Flying(), text.FoldedIndex(place.Start))).Concat(Unnamed().Matches(text.Folded))
        where verb.Success && text.Written(verb.Groups["verb"]) == "bay"
        let flight = lexicon.Find("flight")
        where flight is not null
        let span = text.Span(verb.Index, verb.Value.TrimEnd().Length)
        select new PhraseMatch<Concept>(flight, span.Start, span.End);

    [GeneratedRegex(@"(?<!\b(?:may|cat|duong) )\b(?<verb>bay)(?: thang)? (?:tu|ra|vao|vo|den|toi|di|ve|len|xuong)\s+$")]
    private static partial Regex Flying();

    [GeneratedRegex(@"(?<=\b(?:khong|ko|dung|so) (?:(?:chiu|muon|dam|thich|can|phai|di) )?)(?<verb>bay)(?=\s*(?:[,.;:!?)]|$|nen\b|dau\b|nha\b|nhe\b|vi\b|duoc\b))|\b(?<verb>bay)(?= (?:hay|hoac) (?:di )?(?:tau|xe|oto|o to)\b)|(?<=\b(?:tau|xe|giuong nam|tau hoa|tau lua) (?:hay|hoac) )(?<verb>bay)\b")]
    private static partial Regex Unnamed();

    /// <summary>Mountains to climb, where the sport's word stands among things refused: "no trekking or climbing".</summary>
    public static IEnumerable<PhraseMatch<Concept>> RefusedClimbs(FoldedText text, Lexicon lexicon) =>
        from Match verb in Refused().Matches(text.Folded)
        let climbing = lexicon.Find("mountain-climbing")
        where climbing is not null
        let span = text.Span(verb.Groups["verb"].Index, verb.Groups["verb"].Length)
        select new PhraseMatch<Concept>(climbing, span.Start, span.End);

    [GeneratedRegex(@"\b(?:(?:no|without|avoid|hate|nothing with)(?: (?:any|much|a lot of|lots of|too much))* |(?:no|not|without|avoid|hate|don't want)\b[^.;!?\n]{1,25} (?:or|nor|and) )(?<verb>climbing)\b(?! (?:up |of )?(?:the |any |many )?(?:stairs|steps|mountains?|hills?|walls?)\b)")]
    private static partial Regex Refused();

    [GeneratedRegex(@"(?<!\b(?:no|not|without|avoid|hate|any|much|of|less|or|and|from|mountain|stair|steep|hard|hill|tree|peak) )\bclimbing\b(?=\s*(?:[,.;!?]|$|(?:in|at|near|around|for|and|or|\d)\b))")]
    private static partial Regex Sport();

    [GeneratedRegex(@"\b(?:make|making|paint|painting|craft|crafting|tu (?:tay )?lam|hoc lam|tu lam)\s+(?:(?:our|my|your|a|an|some|own|chiec|cai)\s+)*$")]
    private static partial Regex Making();

    [GeneratedRegex(@"\b(?<verb>leo|chinh phuc|climb(?:ing)?|summit(?:ing)?|conquer(?:ing)?|hike up|hiking up)\s+(?:(?:to|up|the|nui|dinh|mount|mt\.?|peak|top|of)\s+)*$")]
    private static partial Regex Climbing();
}
