using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Airports, coach stations and districts where people live or are picked up, as the city they belong to; nobody travels to see them.</summary>
internal static partial class PickUps
{
    /// <summary>Ids of the cities, as the groups of <see cref="Names"/> are called.</summary>
    private static readonly string[] Cities = ["ha_noi", "ho_chi_minh_city", "da_nang", "hue", "quy_nhon", "hai_phong"];

    public static IEnumerable<Found<PlaceWish>> Find(FoldedText text, Gazetteer gazetteer)
    {
        foreach (Match match in Names().Matches(text.Folded))
        {
            // "Nhà bè" is a house on a raft, "điều trị" a cure.
            if (match.Groups["capitals"] is { Success: true } name && !char.IsUpper(text.Original[text.Span(name.Index, 1).Start]))
            {
                continue;
            }

            var id = Cities.First(city => match.Groups[city].Success).Replace('_', '-');
            if (gazetteer.Find(id) is { } city)
            {
                var (start, end) = text.Span(match.Index, match.Length);
                yield return new Found<PlaceWish>(new PlaceWish(city.Id, null), start, end);
            }
        }
    }

    /// <summary>Whether it is a quarter, where there is something to see, and no airport or coach station.</summary>
    public static bool IsQuarter(FoldedText text, Found<PlaceWish> found) => !Terminals().IsMatch(text.Folded[text.FoldedIndex(found.Start)..text.FoldedIndex(found.End)]);

    [GeneratedRegex(@"^(?:san bay|ben xe|noi bai|my dinh|giap bat|tan son nhat|tsn|cat bi|phu bai|dieu tri)\b")]
    private static partial Regex Terminals();

    [GeneratedRegex(@"\b(?:(?:san bay|ben xe|ga|quan|q\.) ?)?(?:(?<ha_noi>noi bai|cau giay|my dinh|giap bat|dong da|thanh xuan|ha dong|hoang mai|hai ba trung|long bien|nam tu liem|bac tu liem)|(?<ho_chi_minh_city>tan son nhat|tsn|binh thanh|go vap|tan binh|phu nhuan|tan phu|thu duc|hoc mon|binh chanh|phu my hung|(?<capitals>nha be))|(?<da_nang>hai chau|lien chieu|ngu hanh son)|(?<hue>phu bai)|(?<quy_nhon>(?<capitals>dieu tri))|(?<hai_phong>cat bi))\b|\b(?<ho_chi_minh_city>(?:quan |q\.? ?|district |dist\.? ?)(?:1[0-2]|[1-9]))\b(?!\d)|\bben xe (?<ho_chi_minh_city>mien (?:tay|dong))\b")]
    private static partial Regex Names();
}
