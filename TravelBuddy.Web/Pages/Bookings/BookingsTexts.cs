namespace TravelBuddy.Web.Pages.Bookings;

/// <summary>Texts of the pages around booking links; English is the key, Vietnamese stands in BookingsTexts.vi.resx.</summary>
public sealed class BookingsTexts;
