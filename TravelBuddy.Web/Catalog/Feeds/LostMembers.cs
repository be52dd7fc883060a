namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>What a package had and its new record leaves out. A record is the whole of what its feed says, so that is gone; who sent only a title may not have meant it.</summary>
internal static class LostMembers
{
    /// <summary>Names of the interchange format.</summary>
    public static IReadOnlyList<string> Between(TourPackage before, TourPackage after) =>
        [.. Of(before).Zip(Of(after)).Where(pair => pair.First.Has && !pair.Second.Has).Select(pair => pair.First.Member)];

    private static (string Member, bool Has)[] Of(TourPackage package) =>
    [
        ("description", package.Description is not null),
        ("locations", package.Locations.Count > 0),
        ("start_location", package.Start is not null),
        ("duration_days", package.DurationDays is not null),
        ("price_amount", package.Price is not null),
        ("transportation", package.Transportation.Count > 0),
        ("food", package.Food.Count > 0),
        ("activities", package.Activities.Count > 0),
        ("accommodation", package.Accommodation is not null),
        ("notes", package.Notes is not null),
        ("itinerary", package.Itinerary.Count > 0),
        ("includes", package.Includes.Count > 0),
        ("booking_url", package.BookingUrl is not null),
        ("image_url", package.ImageUrl is not null),
        ("contact_email", package.ContactEmail is not null),
        ("contact_phone", package.ContactPhone is not null),
    ];
}
