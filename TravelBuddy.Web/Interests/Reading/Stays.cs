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
        var plain = lengths.Where(length => Unit(text, length).Length > 0).ToList();
        var stays = plain.Where(length => named.Any(place => Beside(text, length, place))).ToList();
        if (stays.Count < 2 || stays.Zip(stays.Skip(1)).Any(pair => Either().IsMatch(text.Folded[text.FoldedIndex(pair.First.End)..text.FoldedIndex(pair.Second.Start)])))
        {
            return lengths;
        }

        // "Halong cruise (1 night)" is one more, "10 days in all" the whole.
        if (plain.Count == lengths.Count && lengths.Except(stays).All(other => other.Value.MaxDays < Sum(stays)))
        {
            stays = plain;
        }

        var days = Sum(stays);
        return lengths.Count > stays.Count ? [.. lengths.Except(stays)] : [new Found<DurationWish>(new DurationWish(days, days), stays[0].Start, stays[^1].End)];

        // The last day of one stay is the first of the next where nights are counted.
        double Sum(List<Found<DurationWish>> some) =>
            some.Sum(stay => stay.Value.MinDays) - (some.All(stay => Unit(text, stay) is "night" or "dem") ? some.Count - 1 : 0);
    }

    private static string Unit(FoldedText text, Found<DurationWish> length) =>
        Plain().Match(text.Folded[text.FoldedIndex(length.Start)..text.FoldedIndex(length.End)]).Groups["unit"].Value;

    private static bool Beside(FoldedText text, Found<DurationWish> length, PhraseMatch<Place> place) =>
        place.Start >= length.End && After().IsMatch(text.Folded[text.FoldedIndex(length.End)..text.FoldedIndex(place.Start)])
        || place.End <= length.Start && Ahead().IsMatch(text.Folded[text.FoldedIndex(place.End)..text.FoldedIndex(length.Start)]);

    [GeneratedRegex(@"^\s*(?:in |at |o |tai |cho |:|-)?\s*(?:the )?$")]
    private static partial Regex After();

    [GeneratedRegex(@"^\s*(?:for |trong |:|-|\()?\s*$")]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\b(?:or|hoac|hay)\b")]
    private static partial Regex Either();

    [GeneratedRegex("^" + Numbers.Pattern + @"[\s-]*(?<unit>day|night|week|ngay|dem|tuan)s?$")]
    private static partial Regex Plain();
}
