using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Web.Recommendations.Api;

/// <summary>A package in the interchange format, with the id of its provider's feed.</summary>
public sealed record InterchangePackage(
    string Id,
    string Provider,
    string Title,
    string? Description,
    IReadOnlyList<string> Locations,
    string? StartLocation,
    double? DurationDays,
    double? Nights,
    decimal? PriceAmount,
    string? PriceCurrency,
    string? PricePer,
    IReadOnlyList<string> Transportation,
    IReadOnlyList<string> Food,
    IReadOnlyList<string> Activities,
    string? Accommodation,
    string? Notes,
    IReadOnlyList<string> Itinerary,
    IReadOnlyList<string> Includes,
    DateOnly? AvailableFrom,
    DateOnly? AvailableUntil,
    string Language,
    string? BookingUrl,
    string? ImageUrl,
    string? ContactEmail,
    string? ContactPhone)
{
    public static InterchangePackage Of(TourPackage package, string? provider) => new(
        package.SourceId,
        provider ?? package.ProviderId,
        package.Title,
        package.Description,
        [.. package.Locations.Select(place => place.Text)],
        package.Start?.Text,
        package.DurationDays,
        package.Nights,
        package.Price?.Amount,
        package.Price?.Currency,
        package.Price is null ? null : package.PricePer == Catalog.PricePer.Group ? "group" : "person",
        package.Transportation,
        package.Food,
        package.Activities,
        package.Accommodation,
        package.Notes,
        package.Itinerary,
        package.Includes,
        package.AvailableFrom,
        package.AvailableUntil,
        package.Language,
        package.BookingUrl,
        package.ImageUrl,
        package.ContactEmail,
        package.ContactPhone);
}
