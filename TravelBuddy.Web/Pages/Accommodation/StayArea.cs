using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Pages.Accommodation;

/// <summary>The houses of a search near one place, or near several that belong together, and which of those have none near and where the nearest is; without houses why there are none, and under which places those stand that are near.</summary>
public sealed record StayArea(IReadOnlyList<string> Places, IReadOnlyList<StayCard> Cards, IReadOnlyList<(string Place, double Km, string In)> Far, BareArea? Bare = null, IReadOnlyList<string>? Under = null)
{
    /// <summary>One for each area of the places asked for, in their order.</summary>
    public static IReadOnlyList<StayArea> Of(StaySearch search, IReadOnlyList<StayCard> cards, string language, Gazetteer gazetteer)
    {
        string Label(string id) => gazetteer.Find(id)?.Label(language) ?? id;
        IReadOnlyList<string> Labels(IEnumerable<Place> area) => [.. area.Select(place => place.Label(language))];
        var areas = StayAreas.Of([.. search.Wishes.Places.Select(gazetteer.Find).OfType<Place>()]);
        var listed = areas.Select(area =>
        {
            var bare = search.Bare.FirstOrDefault(bare => bare.PlaceId == area[0].Id);
            return new StayArea(
                Labels(area),
                [.. cards.Where(card => area.Any(place => place.Id == card.Ranked.NearPlaceId))],
                [.. search.Far.Where(far => area.Any(place => place.Id == far.PlaceId)).Select(far => (Label(far.PlaceId), Math.Round(far.Km), Label(far.InPlaceId)))],
                bare,
                areas.FirstOrDefault(other => other.Any(place => place.Id == bare?.UnderPlaceId)) is { } under ? Labels(under) : null);
        }).ToList();
        // A place may have left the gazetteer since; its houses are still there.
        var others = cards.Except(listed.SelectMany(area => area.Cards)).ToList();
        return others.Count == 0 ? listed : [.. listed, new StayArea([], others, [])];
    }
}
