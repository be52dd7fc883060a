using Marten;
using TravelBuddy.Web.Hosting;
using Wolverine;

namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>Loads the sample catalogue into an empty one before the first request (setting <c>Catalog__LoadSample=false</c> keeps it empty), and has packages encoded that an earlier stop left undone.</summary>
public sealed class SampleCatalog(
    IServiceProvider services, IDocumentStore store, FeedImport import, CachedCatalog catalog, DataFiles files, IConfiguration configuration, ILogger<SampleCatalog> log) : IHostedService
{
    public async Task StartAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<CatalogVersion>(CatalogVersion.Only, ct) is null && configuration.GetValue("Catalog:LoadSample", true))
        {
            log.LogInformation("Loading the sample catalogue (sample data; Catalog__LoadSample=false keeps the catalogue empty)");
            using var lines = new StreamReader(files.PathOf("catalogue.jsonl"));
            var report = await import.ImportAsync(lines, new FeedSource("catalogue.jsonl", "jsonl", Sample: true), ct);
            log.LogInformation("Sample catalogue: {Added} packages, {Refused} refused", report.Added, report.Refused);
        }

        var version = await catalog.VersionAsync(ct);
        if (version > 0)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync(new CatalogChanged(version), ct, TimeSpan.FromHours(1));
        }
    }

    public Task StopAsync(CancellationToken ct) => Task.CompletedTask;
}
