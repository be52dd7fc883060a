using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>That a tour sets off elsewhere than the traveller does, or is already. Who flies in from abroad may set off anywhere.</summary>
public static class StartElsewhere
{
    /// <summary>From so near a start is as good as from the place itself.</summary>
    private const double NearKm = 40;

    /// <summary>The name of the place that it does not set off from; null where it does, or nobody said where they are.</summary>
    public static string? Not(TourPackage package, Trip trip, Gazetteer gazetteer, string language)
    {
        List<string> here = trip.Start is { PlaceId: { } home } ? [home]
            : trip.Dates is { From: { } first } days && days == OnTheSpot.From(first) ? [.. trip.Places.Select(place => place.PlaceId).OfType<string>()] : [];
        var from = here.Select(gazetteer.Find).OfType<Place>().ToList();
        return from.Count > 0 && package.Start?.PlaceId is { } id && gazetteer.Find(id) is { } start && from.TrueForAll(place => IsElsewhere(place, start, gazetteer)) ? from[0].Label(language) : null;
    }

    private static bool IsElsewhere(Place place, Place start, Gazetteer gazetteer) =>
        !gazetteer.IsAbroad(place) && !gazetteer.Contains(place.Id, start.Id) && !gazetteer.Contains(start.Id, place.Id) && Gazetteer.DistanceKm(place, start) > NearKm;
}
