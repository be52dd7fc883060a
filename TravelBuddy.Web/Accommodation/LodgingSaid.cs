using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation;

/// <summary>What a tour says of where one sleeps on it.</summary>
public static class LodgingSaid
{
    /// <summary>Whether a tour over night leaves it open where one sleeps: it says nothing, or names neither a kind of house nor how good it is.</summary>
    public static bool IsTooLittle(TourPackage tour, Lexicon lexicon) =>
        (tour.Nights > 0 || tour.Nights is null && tour.DurationDays > 1)
        && (string.IsNullOrWhiteSpace(tour.Accommodation) || lexicon.FindIn(tour.Accommodation).All(match => match.Value.Kind is not (ConceptKind.Lodging or ConceptKind.Amenity)));
}
