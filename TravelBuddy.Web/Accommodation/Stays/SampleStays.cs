using Marten;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accommodation.Stays;

/// <summary>Loads the sample places to stay into an empty directory before the first request (setting <c>Catalog__LoadSample=false</c> keeps it empty).</summary>
public sealed class SampleStays(IDocumentStore store, StayImport import, DataFiles files, IConfiguration configuration, ILogger<SampleStays> log) : IHostedService
{
    /// <summary>Source of the sample places.</summary>
    public const string Source = "sample";

    public async Task StartAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (!configuration.GetValue("Catalog:LoadSample", true) || await session.Query<Stay>().AnyAsync(ct))
        {
            return;
        }

        using var lines = new StreamReader(files.PathOf("stays.jsonl"));
        var report = await import.ImportAsync(lines, new StaySupplier(Source, IsSample: true), ct);
        log.LogInformation("Sample places to stay: {Added} loaded, {Refused} refused", report.Added, report.Refused);
    }

    public Task StopAsync(CancellationToken ct) => Task.CompletedTask;
}
