using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Pages.Recommendations;

/// <summary>"Where do you start?", asked before tours nearer than one are looked for; with what was answered and why that does not do.</summary>
public sealed record StartQuestion(Guid ListId, TourPackage Like, string? Typed, string? Error)
{
    private const int LongestName = 200;

    /// <summary>The place named; null if there is none or it is not known.</summary>
    public static PlaceWish? Read(string? typed, Gazetteer gazetteer) =>
        typed?.Trim() is { Length: > 0 and <= LongestName } name && (gazetteer.Resolve(name) ?? gazetteer.ResolveMisspelt(name)) is { } place && !gazetteer.IsAbroad(place) ? new PlaceWish(place.Id, null) : null;
}
