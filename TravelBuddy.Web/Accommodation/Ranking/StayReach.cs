using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>How far one looks from the edge of a place: 25 km, and where no house is known there as far as to the nearest and a little farther.</summary>
public static class StayReach
{
    /// <summary>Nobody sleeps farther from where they want to be.</summary>
    public const double FarthestKm = 80;

    /// <summary>What is as good as equally far.</summary>
    private const double HardlyFartherKm = 10;

    public static double Of(Place place, IEnumerable<Stay> stays) =>
        stays.Select(stay => FromEdge(place, stay)).DefaultIfEmpty().Min() is var nearest && nearest <= StayRanker.ReachKm ? StayRanker.ReachKm : Math.Min(nearest + HardlyFartherKm, FarthestKm);

    public static double FromEdge(Place place, Stay stay) => Gazetteer.DistanceKm(place, stay.Latitude, stay.Longitude) - place.RadiusKm;

    /// <summary>Whether what stands so far from the middle of a place is there only because nothing nearer is known.</summary>
    public static bool IsFar(Place place, double km) => km - place.RadiusKm > StayRanker.ReachKm;
}
