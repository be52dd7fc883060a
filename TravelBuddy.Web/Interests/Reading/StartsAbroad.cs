using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Cities and countries abroad that a traveller sets off from, however written ("flying from sydney"): only there are lower-case names of the world no other words.</summary>
internal static partial class StartsAbroad
{
    public static IEnumerable<Found<PlaceWish>> Find(FoldedText text, Gazetteer gazetteer)
    {
        foreach (Match match in AfterStart().Matches(text.Folded))
        {
            // "Tu" alone is many a Vietnamese word; before a name in capitals it is "from".
            if (match.Groups["tu"].Success && !char.IsUpper(text.Original[text.Span(match.Groups["name"].Index, 1).Start]))
            {
                continue;
            }

            foreach (var (start, end) in text.Shortened(match.Groups["name"]))
            {
                if (gazetteer.Resolve(text.Original[start..end]) is { } place && gazetteer.IsAbroad(place))
                {
                    yield return new Found<PlaceWish>(new PlaceWish(place.Id, null), start, end);
                    break;
                }
            }
        }
    }

    [GeneratedRegex(@"\b(?:from|coming from|based in|live in|living in|bay tu|khoi hanh tu|xuat phat tu|sang tu|ve tu|song o|(?<tu>tu))\s+(?<name>[a-z]{3,}(?: [a-z]+){0,2})\b")]
    private static partial Regex AfterStart();
}
