using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Encoding;

/// <summary>How many people a package is likely to interest when nothing is known of them, 0 to 1: where it goes, and whether it says what one needs to know.</summary>
public static class PackagePopularity
{
    public static double Of(TourPackage package, Gazetteer gazetteer)
    {
        var places = PackagePlaces.Of(package, gazetteer);
        var drawn = places.Sum(place => place.Share * (place.Place?.Popularity ?? 0));
        var told = (package.PriceVnd is null ? 0 : .4) + (package.DurationDays is null ? 0 : .3) + (package.Itinerary.Count > 0 ? .15 : 0) + (package.BookingUrl is null ? 0 : .15);
        return .75 * drawn + .25 * told;
    }
}
