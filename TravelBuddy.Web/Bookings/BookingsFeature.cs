namespace TravelBuddy.Web.Bookings;

/// <summary>Everything the feature registers and maps.</summary>
public static class BookingsFeature
{
    public static void AddBookings(this WebApplicationBuilder builder)
    {
    }

    public static void MapBookings(this WebApplication app)
    {
    }
}
