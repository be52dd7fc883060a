using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Encoding;

/// <summary>Whether a tour comes near the sea at all, by the beaches and bays of the gazetteer: islands in a lake, a field of carved rocks and a morning "like an island" are no seaside.</summary>
public static class Seaside
{
    private const double InlandKm = 40;
    private const double OffshoreKm = 25;
    private const double KmOfDegree = 111;

    /// <summary>How much of a stay in a town by the sea is at its beach.</summary>
    private const double OfTown = .5;

    /// <summary>Whether every visited place is known, lies in Viet Nam, and is farther from the sea than a tour would go for it.</summary>
    public static bool IsOutOfReach(IReadOnlyList<VisitedPlace> visited, Gazetteer gazetteer) =>
        visited.Count > 0 && visited.All(at => at.Place is { } place && !gazetteer.IsAbroad(place) && !IsBySea(place, InlandKm + place.RadiusKm, gazetteer));

    /// <summary>How much of a tour is at places where people bathe in the sea, 0 to 1: beaches, islands, and towns that have one or the other.</summary>
    public static double ShareBathing(IReadOnlyList<VisitedPlace> visited, Gazetteer gazetteer) =>
        visited.Where(at => !at.IsStartOnly && at.Place is { } place && IsBathing(place, gazetteer)).Sum(at => at.Place!.Kind is "city" or "town" ? OfTown * at.Share : at.Share);

    /// <summary>Whether people bathe in the sea there: a beach, an island, or a town that has one or the other.</summary>
    public static bool IsBathing(Place place, Gazetteer gazetteer) => place.Kind is "city" or "town"
        ? gazetteer.Places.Any(shore => shore.Kind is "beach" or "archipelago" or "island" && (gazetteer.Contains(place.Id, shore.Id) || IsWithin(place, shore, place.RadiusKm)) && IsShore(shore, gazetteer))
        : IsShore(place, gazetteer);

    // Islands in a river have no beach or bay around.
    private static bool IsShore(Place place, Gazetteer gazetteer) =>
        place.Kind is "beach" or "archipelago" || (place.Kind is "island" && IsBySea(place, OffshoreKm, gazetteer));

    private static bool IsBySea(Place place, double km, Gazetteer gazetteer) =>
        gazetteer.Places.Any(shore => shore.Kind is "beach" or "bay" or "archipelago" && IsWithin(place, shore, km));

    private static bool IsWithin(Place place, Place shore, double km) =>
        Math.Abs(place.Lat - shore.Lat) * KmOfDegree <= km + 1 && Gazetteer.DistanceKm(place, shore) <= km;
}
