using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>What a place to stay has without its entry naming it.</summary>
internal static class UnsaidThings
{
    /// <summary>What follows from where it stands and from what its price is for.</summary>
    public static IEnumerable<string> Following(Stay stay, Place? place)
    {
        if (place?.Kind == "beach")
        {
            yield return "beach";
        }

        if (place?.Kind == "old_quarter")
        {
            yield return "near-old-town";
        }

        if (stay.Per == PricePerNight.Bed)
        {
            yield return "shared-room";
        }

        if (stay is { Per: PricePerNight.Unit, Kind: not StayKind.Apartment })
        {
            yield return "whole-house";
        }
    }

    /// <summary>What is to be expected of such a house: no hotel boasts of warm water.</summary>
    public static IEnumerable<string> Expected(Stay stay) =>
        stay.Per == PricePerNight.Bed || stay.Kind is StayKind.Hostel or StayKind.Campsite or StayKind.Longhouse || stay.Things.Contains("floor-mattress") ? []
        : stay is { IsKindKnown: true, Kind: StayKind.Hotel or StayKind.Resort or StayKind.Apartment or StayKind.Villa } ? ["private-room", "double-room", "hot-water", "private-bathroom"]
        : ["private-room", "double-room"];
}
