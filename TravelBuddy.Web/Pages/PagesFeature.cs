using TravelBuddy.Web.Pages.Interests;
using TravelBuddy.Web.Pages.Recommendations;

namespace TravelBuddy.Web.Pages;

/// <summary>What the pages need beside the features.</summary>
public static class PagesFeature
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<PlanTrip>();
        services.AddScoped<SaidChanges>();
        services.AddSingleton<ReadTexts>();
        services.AddSingleton<PlanAnswers>();
        services.AddScoped<PlanLabels>();
        services.AddSingleton<CardFragments>();
        services.AddSingleton<ListPages>();
        services.AddSingleton<TripGlances>();
    }
}
