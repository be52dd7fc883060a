using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// How well a visited place answers a wished one, 0 to 1: near is similar, the same region a little, far not at all. Between two spots only distance counts
/// (Hội An lies in Đà Nẵng city since 2025 and is still 23 km from it); a wished area holds everything inside it.
/// </summary>
public static class LocationSimilarity
{
    private const double NearKm = 19.5;
    private const double FarKm = 100;
    private const double FarShare = .15;

    /// <summary>Phú Quốc lies in the Mekong Delta on the map, but nobody who wishes for the delta means it.</summary>
    private const double IslandOfRegion = .6;

    /// <summary>Suitability at a distance: .97 at 4 km, .84 at 12, .54 at 23, .12 at 50, .04 at 130. Positive definite as a kernel of distance.</summary>
    public static double AtDistance(double km) =>
        (1 - FarShare) * Math.Exp(-km * km / (2 * NearKm * NearKm)) + FarShare * Math.Exp(-km / FarKm);

    /// <summary>Whether a place is an area with many destinations in it rather than one.</summary>
    public static bool IsArea(Place place) => place.Kind is "country" or "region" or "province" or "old_province" or "route";

    /// <summary>How well visiting one place answers the wish for another.</summary>
    public static double Of(Place wished, Place visited, Gazetteer gazetteer)
    {
        if (gazetteer.Contains(wished.Id, visited.Id))
        {
            return wished.Kind == "region" && IsOnIsland(visited, gazetteer) ? IslandOfRegion : 1;
        }

        var km = Gazetteer.DistanceKm(wished, visited);
        if (wished.Kind == "route" && LiesAlong(wished, visited, km, gazetteer))
        {
            return 1;
        }

        if (IsArea(visited))
        {
            // The package names only an area: the wish may lie on its way or not.
            return gazetteer.Contains(visited.Id, wished.Id) ? AreaShare(visited) : .5 * AtDistance(km);
        }

        return IsArea(wished) ? .5 * AtDistance(Math.Max(0, km - wished.RadiusKm)) : AtDistance(km);
    }

    /// <summary>Whether a route goes through the whole country: to be met by going to several parts of it, not by any one place.</summary>
    public static bool IsThroughCountry(Place place, Gazetteer gazetteer) => place.Kind == "route" && gazetteer.IsDirectlyInCountry(place);

    /// <summary>A route is no spot and holds no places in the gazetteer: what lies in its region within its reach is along it, and so is a tour of the region itself.</summary>
    private static bool LiesAlong(Place route, Place visited, double km, Gazetteer gazetteer) =>
        !IsThroughCountry(route, gazetteer)
        && (route.Parents.Contains(visited.Id) || !IsArea(visited) && km <= route.RadiusKm && route.Parents.Any(region => gazetteer.Contains(region, visited.Id)));

    private static bool IsOnIsland(Place place, Gazetteer gazetteer) =>
        IsIsland(place) || gazetteer.Ancestors(place.Id).Any(id => gazetteer.Find(id) is { } ancestor && IsIsland(ancestor));

    private static bool IsIsland(Place place) => place.Kind is "island" or "archipelago" && place.RadiusKm > 5;

    private static double AreaShare(Place area) => area.Kind switch { "country" => .1, "region" or "route" => .35, _ => .6 };
}
