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

        var whole = lengths.MaxBy(length => length.Value.MaxDays)!;
        return [.. lengths.Where((length, i) => length == whole || length.Value.MaxDays >= whole.Value.MinDays || IsChoice(i - 1) || IsChoice(i))];

        // Whether the one at a position and the next are alternatives; "3 or 7 days" is one stretch of text.
        bool IsChoice(int at) =>
            at >= 0 && at + 1 < lengths.Count
            && (lengths[at].End >= lengths[at + 1].Start || Choice().IsMatch(text.Folded[text.FoldedIndex(lengths[at].End)..text.FoldedIndex(lengths[at + 1].Start)]));
    }

    [GeneratedRegex(@"^[^.;!?]*\b(?:or|hoac|hay)\b\s*(?:\w+\s+){0,3}$|^\s*[,/]\s*$")]
    private static partial Regex Choice();
}
