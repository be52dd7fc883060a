using Marten;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.Bookings;

/// <summary>Everything the feature registers and maps.</summary>
public static class BookingsFeature
{
    public static void AddBookings(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<BookingLinks>();
        services.AddSingleton<IBookingLinks>(provider => provider.GetRequiredService<BookingLinks>());
        services.AddSingleton<BookingClicks>();
        services.AddSingleton<Accounts.IPersonalDataHolder, BookingData>();
        services.ConfigureMarten(options =>
        {
            options.Schema.For<BookingClick>().Index(click => click.TripId!).Index(click => click.At);
            options.Schema.For<RecommendationList>();
            options.Events.AddEventType<BookingLinkFollowed>();
        });
    }
}
