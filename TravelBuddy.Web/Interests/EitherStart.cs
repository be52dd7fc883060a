using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Interests;

/// <summary>Where a trip starts that may start in one of two places.</summary>
public static class EitherStart
{
    // Farther than one goes to join a tour: who can set off from both minds neither.
    private const double ApartKm = 300;

    /// <summary>The first of both; null where they are so far apart that no start is wished.</summary>
    public static PlaceWish? Of(PlaceWish first, PlaceWish other, Gazetteer gazetteer) =>
        first.PlaceId is { } a && other.PlaceId is { } b && gazetteer.Find(a) is { } here && gazetteer.Find(b) is { } there && Gazetteer.DistanceKm(here, there) > ApartKm ? null : first;
}
