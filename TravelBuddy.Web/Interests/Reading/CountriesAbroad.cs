using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>
/// Countries abroad that somebody wants to travel to, however written ("tour thai lan", "Cambodia and Vietnam"): they are names only where a trip can go, for most of them say
/// where people or dishes come from.
/// </summary>
internal static partial class CountriesAbroad
{
    public static IEnumerable<Found<PlaceWish>> Find(FoldedText text, Gazetteer gazetteer)
    {
        foreach (var name in WhereTo().Matches(text.Folded).Concat(BesideVietnam().Matches(text.Folded)).Concat(WholeTrip().Matches(text.Folded)).Select(match => match.Groups["name"]))
        {
            foreach (var (start, end) in text.Shortened(name))
            {
                if (gazetteer.Resolve(text.Original[start..end]) is not { } place)
                {
                    continue;
                }

                // "Anh" and "Đức" are people and virtues without a capital.
                if (place.Kind == "country" && gazetteer.IsAbroad(place) && (text.Original[start..end].Contains(' ') || char.IsUpper(text.Original[start])))
                {
                    yield return new Found<PlaceWish>(new PlaceWish(place.Id, null), start, end);
                }

                break;
            }
        }
    }

    private const string Name = @"(?:nuoc )?(?<name>[a-z]{2,}(?:-[a-z]+)*(?: [a-z]+){0,2})\b";

    [GeneratedRegex(@"(?<!\b(?:khach|nguoi|ban|doan) (?:di )?)\b(?:tour(?: du lich| di)?|du lich|di(?: choi| tour)?|sang|trip to|travel(?:ling)? to|go(?:ing)? to|fly to|visit|holiday in|tours? (?:to|in|of)) " + Name)]
    private static partial Regex WhereTo();

    [GeneratedRegex(@"\b" + Name + @"(?= (?:and|&|\+|va|plus) (?:viet ?nam)\b)|\bviet ?nam (?:and|&|\+|va|plus) " + Name)]
    private static partial Regex BesideVietnam();

    [GeneratedRegex(@"^\s*" + Name + @"(?= (?:(?:beach|city|family|island|budget|group) )?(?:holiday|tour|trip|vacation)\b|,? \d{1,2} (?:days|nights|ngay|dem)\b|,? \d{1,2} ?[nd] ?\d)")]
    private static partial Regex WholeTrip();
}
