using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Encoding;

/// <summary>Whether a tour comes near the sea at all, by the beaches and bays of the gazetteer: islands in a lake, a field of carved rocks and a morning "like an island" are no seaside.</summary>
public static class Seaside
{
    private const double InlandKm = 40;

    /// <summary>Whether every visited place is known, lies in Viet Nam, and is farther from the sea than a tour would go for it.</summary>
    public static bool IsOutOfReach(IReadOnlyList<VisitedPlace> visited, Gazetteer gazetteer) =>
        visited.Count > 0 && visited.All(at => at.Place is { } place && !gazetteer.IsAbroad(place) && !IsBySea(place, gazetteer));

    private static bool IsBySea(Place place, Gazetteer gazetteer) =>
        gazetteer.Places.Any(shore => shore.Kind is "beach" or "bay" or "archipelago" && Gazetteer.DistanceKm(place, shore) <= InlandKm + place.RadiusKm);
}
