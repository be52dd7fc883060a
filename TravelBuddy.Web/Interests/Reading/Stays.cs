using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Lengths said of one place each: "5 nights Hoi An, 2 nights Hue" is one trip of all of them.</summary>
internal static partial class Stays
{
    /// <summary>The lengths with those of single places added up; they say nothing beside a length of the whole.</summary>
    public static List<Found<DurationWish>> Together(FoldedText text, List<Found<DurationWish>> lengths, IReadOnlyList<PhraseMatch<Place>> named)
    {
        var plain = lengths.Select(length => new Stay(length, Unit(text, length), OnTheWater().IsMatch(text.After(length.End)))).Where(stay => stay.Unit.Length > 0).ToList();
        var stays = plain.Where(stay => named.Any(place => Beside(text, stay.Length, place)) || named.Count > 0 && stay.IsOfNights && stay.Aboard).SelectMany(stay => Further(text, stay, named).Prepend(stay)).ToList();
        if (stays.Count < 2 || stays.Zip(stays.Skip(1)).Any(pair => Either().IsMatch(text.Folded[text.FoldedIndex(pair.First.Length.End)..text.FoldedIndex(pair.Second.Length.Start)])))
        {
            return lengths;
        }

        // "Halong cruise (1 night)" is one more, "10 days in all" the whole.
        var others = plain.Except(stays).ToList();
        if (plain.Count == lengths.Count && others.All(other => other.Length.Value.MaxDays < Sum(stays)))
        {
            stays = [.. stays.Concat(others).OrderBy(stay => stay.Length.Start)];
        }

        var days = Sum(stays);
        var left = lengths.Except(stays.Select(stay => stay.Length)).ToList();
        return left.Count > 0 ? left : [new Found<DurationWish>(new DurationWish(days, days), stays[0].Length.Start, stays.Exists(stay => stay.Aboard) ? stays[0].Length.End : stays[^1].Length.End)];

        // The last day of one stay is the first of the next where nights are counted.
        static double Sum(List<Stay> some) =>
            some.Sum(stay => stay.Length.Value.MinDays) - (some.All(stay => stay.IsOfNights) ? some.Count - 1 : 0);
    }

    /// <summary>Whether a length is said of one of several places, and so of a part of the trip.</summary>
    public static bool IsOfOnePlace(FoldedText text, Found<DurationWish> length, IReadOnlyList<PhraseMatch<Place>> named) =>
        named.Select(place => place.Value.Id).Distinct().Count() > 1 && Unit(text, length).Length > 0 && named.Any(place => Beside(text, length, place));

    private sealed record Stay(Found<DurationWish> Length, string Unit, bool Aboard)
    {
        public bool IsOfNights => Unit is "night" or "dem";
    }

    // "Three nights in Hoi An then two in Hue": what is left out is the unit.
    private static IEnumerable<Stay> Further(FoldedText text, Stay stay, IReadOnlyList<PhraseMatch<Place>> named)
    {
        var from = text.FoldedIndex(stay.Length.End);
        while (Then().Match(text.Folded, from, text.Folded.Length - from) is { Success: true } then && Numbers.Value(text, then.Groups["n"]) is { } number
            && named.Any(place => text.FoldedIndex(place.Start) == then.Index + then.Length))
        {
            var days = stay.IsOfNights ? number + 1 : number * (stay.Unit is "week" or "tuan" ? 7 : 1);
            var (start, end) = text.Span(then.Groups["n"].Index, then.Groups["n"].Length);
            yield return stay with { Length = new Found<DurationWish>(new DurationWish(days, days), start, end), Aboard = false };
            from = then.Groups["n"].Index + then.Groups["n"].Length;
        }
    }

    private static string Unit(FoldedText text, Found<DurationWish> length) =>
        Plain().Match(text.Folded[text.FoldedIndex(length.Start)..text.FoldedIndex(length.End)]).Groups["unit"].Value;

    private static bool Beside(FoldedText text, Found<DurationWish> length, PhraseMatch<Place> place) =>
        place.Start >= length.End && After().IsMatch(text.Folded[text.FoldedIndex(length.End)..text.FoldedIndex(place.Start)])
        || place.End <= length.Start && Ahead().IsMatch(text.Folded[text.FoldedIndex(place.End)..text.FoldedIndex(length.Start)]);

    [GeneratedRegex(@"^\s*(?:in |at |o |tai |cho |:|-)?\s*(?:the )?$")]
    private static partial Regex After();

    // "2 nights on a cruise and 3 in Hanoi".
    [GeneratedRegex(@"^\s*(?:on|aboard|tren) (?:(?:a|an|the|board|one|chiec) )*(?:[a-z]+ )?(?:cruises?|boats?|ships?|junks?|trains?|du thuyen|tau|thuyen)\b")]
    private static partial Regex OnTheWater();

    [GeneratedRegex(@"^\s*(?:for |trong |:|-|\()?\s*$")]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\b(?:or|hoac|hay)\b")]
    private static partial Regex Either();

    [GeneratedRegex(@"^[^.;!?\d]{2,40}?(?:,|\b(?:then|and|plus|followed by|roi|va|sau do))\s+(?:another |them )?(?<n>" + Numbers.Pattern + @")\s+(?:more\s+|nua\s+)?(?:in|at|o|tai)\s+(?:the )?")]
    private static partial Regex Then();

    [GeneratedRegex("^" + Numbers.Pattern + @"[\s-]*(?<unit>day|night|week|ngay|dem|tuan)s?$")]
    private static partial Regex Plain();
}
