using Marten;
using OpenTelemetry.Metrics;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Search.Steps;
using TravelBuddy.Web.Accommodation.Search.Trials;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Accommodation.WebSearch;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language.Model.Trials;
using Wolverine;

namespace TravelBuddy.Web.Accommodation;

/// <summary>Everything the feature registers.</summary>
public static class AccommodationFeature
{
    public static void AddAccommodation(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<StayImport>();
        services.AddSingleton<StayDirectory>();
        services.AddSingleton<StayReadings>();
        services.AddSingleton<StayRanker>();
        services.AddSingleton<StayWords>();
        services.AddSingleton<StayWishReader>();
        services.AddSingleton<TripStays>();
        services.AddSingleton<WebStays>();
        services.AddSingleton<StayMerge>();
        services.AddSingleton<NearStays>();
        services.AddSingleton<StayOrder>();
        services.AddSingleton<StayNews>();
        services.AddSingleton<StayProgress>();
        services.AddSingleton<QueryWriter>();
        services.AddSingleton<StaySummaries>();
        services.AddSingleton<StayRequestLines>();
        services.AddScoped<IModelTrial, StayQueriesTrial>();
        services.AddScoped<IModelTrial, StaySummariesTrial>();
        services.AddSingleton<StaySearches>();
        services.AddSingleton<IStaySearches>(provider => provider.GetRequiredService<StaySearches>());
        services.AddSingleton<IPersonalDataHolder, StayData>();
        services.AddHostedService<SampleStays>();
        services.AddTidying<StayTidying>();
        services.AddSingleton<StaySearchMetrics>();
        services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddMeter(StaySearchMetrics.Name));
        services.AddWebSearch(builder.Configuration);
        services.AddStayPages();
        services.ConfigureMarten(options =>
        {
            options.Schema.For<Stay>().Duplicate(stay => stay.Latitude).Duplicate(stay => stay.Longitude).Index(stay => new { stay.Latitude, stay.Longitude }).Index(stay => stay.Source);
            options.Schema.For<StaySearch>().UseOptimisticConcurrency(true).Index(search => search.TravellerId).Index(search => search.At);
            options.Schema.For<CachedSearch>().Index(cached => cached.ExpiresAt);
            options.Schema.For<CachedPage>().Index(cached => cached.ExpiresAt);
            options.Storage.ExtendedSchemaObjects.Add(SearchUse.Table());
        });
        services.ConfigureWolverine(options =>
        {
            options.PublishMessage<WriteStayQueries>().ToLocalQueue(StaySteps.Queue).UseDurableInbox().MaximumParallelMessages(StaySteps.AtOnce);
            // Waits for its turn with the provider, and must not keep those who read and rank from theirs.
            options.PublishMessage<SearchStays>().ToLocalQueue(StaySteps.SearchQueue).UseDurableInbox().MaximumParallelMessages(StaySteps.AtOnce);
            options.PublishMessage<ReadStayPages>().ToLocalQueue(StaySteps.Queue);
            options.PublishMessage<RankStays>().ToLocalQueue(StaySteps.Queue);
            options.PublishMessage<SummariseStays>().ToLocalQueue(StaySteps.Queue);
            options.PublishMessage<EndStaySearch>().ToLocalQueue(StaySteps.Queue);
        });
    }

    public static void MapAccommodation(this WebApplication app) => app.MapLiveStays();
}
