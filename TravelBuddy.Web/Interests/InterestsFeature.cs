using JasperFx.Events.Projections;
using Marten;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests.Reading.Roles;

namespace TravelBuddy.Web.Interests;

/// <summary>Everything the feature registers and maps.</summary>
public static class InterestsFeature
{
    public static void AddInterests(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<TripTexts>();
        services.AddSingleton<ITrips, Trips>();
        services.AddSingleton<WishSummary>();
        services.AddSingleton<Accounts.IPersonalDataHolder, TripData>();
        services.AddSingleton(provider => RoleModel.Load(provider.GetRequiredService<DataFiles>().PathOf("place-roles.tsv"), provider.GetRequiredService<DataFiles>().PathOf("thing-roles.tsv")));
        services.AddSingleton<IWishReader, Reading.WishReader>();
        services.AddSingleton<Catalog.Feeds.ITourTexts, Reading.TourTexts>();
        services.AddSingleton<Reading.Model.ModelMerge>();
        services.AddSingleton<IFreeTextReader, Reading.Model.FreeTextReader>();
        services.ConfigureMarten(options =>
        {
            options.Projections.Snapshot<Trip>(SnapshotLifecycle.Inline);
            options.Schema.For<Trip>().Index(trip => trip.TravellerId);
            options.Schema.For<TripText>().Index(text => text.TripId);
        });
    }

    public static void MapInterests(this WebApplication app) =>
        app.MapGet("/plan", () => Results.LocalRedirect("/plan/places")).ExcludeFromDescription(); // The address people type.
}
