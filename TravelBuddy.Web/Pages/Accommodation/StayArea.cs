using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Pages.Accommodation;

/// <summary>The houses of a search near one place, or near several that belong together, and which of those have none near and where the nearest is.</summary>
public sealed record StayArea(IReadOnlyList<string> Places, IReadOnlyList<StayCard> Cards, IReadOnlyList<(string Place, double Km, string In)> Far)
{
    /// <summary>One for each area of the places asked for, in their order.</summary>
    public static IReadOnlyList<StayArea> Of(StaySearch search, IReadOnlyList<StayCard> cards, string language, Gazetteer gazetteer)
    {
        string Label(string id) => gazetteer.Find(id)?.Label(language) ?? id;
        return [.. StayAreas.Of([.. search.Wishes.Places.Select(gazetteer.Find).OfType<Place>()]).Select(area => new StayArea(
            [.. area.Select(place => place.Label(language))],
            [.. cards.Where(card => area.Any(place => place.Id == card.Ranked.NearPlaceId))],
            [.. search.Far.Where(far => area.Any(place => place.Id == far.PlaceId)).Select(far => (Label(far.PlaceId), Math.Round(far.Km), Label(far.InPlaceId)))]))];
    }
}
