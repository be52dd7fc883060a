using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Of several lengths the longest is of the whole trip, the others are of parts of it ("8 days, two of them in Hue"), unless they are said to be a choice.</summary>
internal static partial class WholeTrips
{
    /// <summary>The lengths without those of parts.</summary>
    public static List<Found<DurationWish>> Only(FoldedText text, List<Found<DurationWish>> lengths)
    {
        if (lengths.Count < 2)
        {
            return lengths;
        }

        // "Six days in the fortnight": the longer is the time to choose from.
        if (lengths is [var asked, var window] && asked.Value.MaxDays < window.Value.MinDays && asked.End <= window.Start && Within().IsMatch(text.Folded[text.FoldedIndex(asked.End)..text.FoldedIndex(window.Start)]))
        {
            return [asked];
        }

        var whole = lengths.IndexOf(lengths.MaxBy(length => length.Value.MaxDays)!);
        var (first, last) = (whole, whole);
        while (IsChoice(first - 1))
        {
            first--;
        }

        while (IsChoice(last))
        {
            last++;
        }

        return [.. lengths.Where((length, i) => i >= first && i <= last || length.Value.MaxDays >= lengths[whole].Value.MinDays)];

        // Whether the one at a position and the next are alternatives; "3 or 7 days" is one stretch of text.
        bool IsChoice(int at) =>
            at >= 0 && at + 1 < lengths.Count
            && (lengths[at].End >= lengths[at + 1].Start || Choice().Match(text.Folded[text.FoldedIndex(lengths[at].End)..text.FoldedIndex(lengths[at + 1].Start)]) is { Success: true } choice && !(choice.Groups["listed"].Success && Nights().IsMatch(text.Original[lengths[at + 1].Start..lengths[at + 1].End])));
    }

    [GeneratedRegex(@"^[^.;!?]*\b(?:or|hoac|hay)\b\s*(?:\w+\s+){0,3}$|^\s*(?:(?<listed>,)|/)\s*$")]
    private static partial Regex Choice();

    [GeneratedRegex(@"^\s*(?:some ?(?:where|time) )?(?:in|within|during|out of|inside|trong)\s+(?:(?:the|a|that|this|those|our|my|khoang)\s+)?$")]
    private static partial Regex Within();

    // "3n2đ, 1 đêm lều": nights that are listed are those of the trip.
    [GeneratedRegex(@"(?i)night|đêm|dem")]
    private static partial Regex Nights();
}
