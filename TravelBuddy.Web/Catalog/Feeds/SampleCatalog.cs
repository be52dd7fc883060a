using Marten;
using TravelBuddy.Web.Hosting;
using Wolverine;

namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>Loads the sample catalogue into an empty one before the first request (setting <c>Catalog__LoadSample=false</c> keeps it empty), and has packages encoded that an earlier stop left undone.</summary>
public sealed class SampleCatalog(
    IServiceProvider services, IDocumentStore store, FeedImport import, CachedCatalog catalog, DataFiles files, IConfiguration configuration, ILogger<SampleCatalog> log) : IHostedService
{
    /// <summary>What of the catalogue is invented, and how real tours come in; null if nothing is.</summary>
    public string? Told { get; private set; }

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

        var (invented, all) = (await session.Query<Provider>().CountAsync(provider => provider.IsSample, ct), await session.Query<Provider>().CountAsync(ct));
        Told = invented == 0 ? null
            : $"{(invented == all ? "The catalogue is sample data: its" : "Part of the catalogue is sample data:")} {invented} agencies are invented, and their booking pages are a stand-in here. "
                + "Real tours come in by ./run import FILE or at /admin/imports; Catalog__LoadSample=false keeps a new database free of samples.";
        var version = await catalog.VersionAsync(ct);
        if (version > 0)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync(new CatalogChanged(version), ct, TimeSpan.FromHours(1));
        }
    }

    public Task StopAsync(CancellationToken ct) => Task.CompletedTask;
}
