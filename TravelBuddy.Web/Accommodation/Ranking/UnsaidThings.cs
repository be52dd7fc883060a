using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>What a place to stay has without its entry naming it.</summary>
internal static class UnsaidThings
{
    /// <summary>What follows from where it stands.</summary>
    public static IEnumerable<string> OfPlace(Place? place) => place?.Kind switch
    {
        "beach" => ["beach"],
        "old_quarter" => ["near-old-town"],
        _ => [],
    };

    /// <summary>What follows from what its price is for.</summary>
    public static IEnumerable<string> OfPrice(Stay stay) => stay switch
    {
        { Per: PricePerNight.Bed } => ["dorm", "shared-room"],
        { Per: PricePerNight.Unit, Kind: not StayKind.Apartment } => ["whole-house"],
        _ => [],
    };

    /// <summary>What is to be expected of such a house: no hotel boasts of warm water.</summary>
    public static IEnumerable<string> Expected(Stay stay) =>
        stay.Per == PricePerNight.Bed || stay.Kind is StayKind.Hostel or StayKind.Campsite or StayKind.Longhouse || stay.Things.Contains("floor-mattress") ? []
        : stay is { IsKindKnown: true, Kind: StayKind.Hotel or StayKind.Resort or StayKind.Apartment or StayKind.Villa } ? ["private-room", "double-room", "hot-water", "private-bathroom"]
        : ["private-room", "double-room"];
}
