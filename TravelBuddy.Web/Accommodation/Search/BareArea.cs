using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>
/// An area that has no house of its own, by the first of its places: those in its reach stand nearer to <paramref name="UnderPlaceId"/>, the nearest <paramref name="Km"/> from here;
/// else <paramref name="IsKnown"/> says whether any is known that does not fit.
/// </summary>
public sealed record BareArea(string PlaceId, bool IsKnown, string? UnderPlaceId = null, double Km = 0)
{
    /// <summary>Those of the places asked for.</summary>
    /// <param name="places">The places, in their order.</param>
    /// <param name="shown">What is shown.</param>
    /// <param name="all">What is known there, by id, whether it fits or not.</param>
    public static IReadOnlyList<BareArea> Of(IReadOnlyList<Place> places, IReadOnlyList<RankedStay> shown, IReadOnlyDictionary<string, Stay> all) =>
        [.. StayAreas.Of(places).Where(area => !shown.Any(stay => area.Any(place => place.Id == stay.NearPlaceId))).Select(area => Why(area, shown, all))];

    private static BareArea Why(IReadOnlyList<Place> area, IReadOnlyList<RankedStay> shown, IReadOnlyDictionary<string, Stay> all)
    {
        var near = area.SelectMany(place => InReach(place, all.Values)).DistinctBy(stay => stay.Id).ToDictionary(stay => stay.Id, StringComparer.Ordinal);
        var nearest = shown.Where(stay => near.ContainsKey(stay.StayId)).Select(stay => (stay.NearPlaceId, Km: area.Min(place => KmFrom(place, near[stay.StayId])))).OrderBy(stay => stay.Km).ToList();
        return nearest.Count > 0 ? new BareArea(area[0].Id, true, nearest[0].NearPlaceId, nearest[0].Km) : new BareArea(area[0].Id, near.Count > 0);
    }

    private static IEnumerable<Stay> InReach(Place place, IEnumerable<Stay> stays)
    {
        var reach = StayReach.Of(place, stays);
        return stays.Where(stay => StayReach.FromEdge(place, stay) <= reach);
    }

    private static double KmFrom(Place place, Stay stay) => Gazetteer.DistanceKm(place, stay.Latitude, stay.Longitude);
}
