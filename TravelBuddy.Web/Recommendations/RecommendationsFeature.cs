namespace TravelBuddy.Web.Recommendations;

/// <summary>Everything the feature registers and maps.</summary>
public static class RecommendationsFeature
{
    public static void AddRecommendations(this WebApplicationBuilder builder)
    {
    }

    public static void MapRecommendations(this WebApplication app)
    {
    }
}
