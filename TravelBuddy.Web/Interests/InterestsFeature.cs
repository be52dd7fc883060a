namespace TravelBuddy.Web.Interests;

/// <summary>Everything the feature registers and maps.</summary>
public static class InterestsFeature
{
    public static void AddInterests(this WebApplicationBuilder builder)
    {
    }

    public static void MapInterests(this WebApplication app)
    {
    }
}
