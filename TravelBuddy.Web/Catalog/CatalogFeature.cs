using Marten;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TravelBuddy.Web.Catalog.Feeds;
using TravelBuddy.Web.Catalog.Pictures;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Catalog;

/// <summary>Everything the feature registers and maps.</summary>
public static class CatalogFeature
{
    public static void AddCatalog(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => Gazetteer.Load(
            provider.GetRequiredService<DataFiles>().PathOf("places.jsonl"), provider.GetRequiredService<DataFiles>().PathOf(Path.Combine("restored", "world-cities.jsonl"))));
        services.AddSingleton(provider => SeasonalSights.Load(provider.GetRequiredService<DataFiles>().PathOf("sights.tsv"), provider.GetRequiredService<Lexicon>()));
        services.AddSingleton(provider => Seasons.Load(provider.GetRequiredService<DataFiles>().PathOf("seasons.jsonl"), provider.GetRequiredService<Gazetteer>()));
        services.AddSingleton(ExchangeRates.Load(new DataFiles(builder.Configuration).PathOf("exchange-rates.json")));
        services.AddSingleton<CachedCatalog>();
        services.AddSingleton<ICatalog>(provider => provider.GetRequiredService<CachedCatalog>());
        services.AddSingleton<PackageFactory>();
        services.AddSingleton<FeedImport>();
        services.AddSingleton<Withdrawals>();
        services.AddSingleton<SampleCatalog>();
        services.AddHostedService(provider => provider.GetRequiredService<SampleCatalog>());
        services.AddSingleton(provider => new StartupNote(provider.GetRequiredService<SampleCatalog>().Told));
        services.AddSingleton(provider => new StartupNote(
            $"Exchange rates are indicative, of {provider.GetRequiredService<ExchangeRates>().Date:yyyy-MM-dd}. For others edit {provider.GetRequiredService<DataFiles>().PathOf("exchange-rates.json")} and start again."));
        builder.AddPictures();
        LimitFeeds(builder);
        services.ConfigureMarten(options =>
        {
            options.Schema.For<TourPackage>().Index(package => package.ProviderId);
            options.Schema.For<Provider>();
            options.Schema.For<CatalogVersion>();
            options.Schema.For<Withdrawal>().Index(withdrawal => withdrawal.PackageId);
            options.Schema.For<ImportReport>().Index(report => report.At);
        });
    }

    private static void LimitFeeds(WebApplicationBuilder builder)
    {
        var limit = FeedLimit.Of(builder.Configuration);
        builder.Services.AddSingleton(limit);
        builder.Services.Configure<RazorPagesOptions>(options => options.Conventions.AddPageApplicationModelConvention("/Admin/Imports", page =>
        {
            page.Filters.Add(new RequestSizeLimitAttribute(limit.RequestBytes));
            page.Filters.Add(new RequestFormLimitsAttribute { MultipartBodyLengthLimit = limit.RequestBytes });
        }));
    }

    public static void MapCatalog(this WebApplication app)
    {
        // A line that does not parse stops the start, and not the first message.
        app.Services.GetRequiredService<SeasonalSights>();
        app.MapPictures();
    }
}
