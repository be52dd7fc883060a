extern alias benchmarks;
using benchmarks::TravelBuddy.Benchmarks.Load;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog.Feeds;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Recommendations.Candidates;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>
/// The application with several thousand generated packages, on a database of its own, and with the size from which the nearest-neighbour index is
/// built set so low that this is a large catalogue. Of so few the database itself would rather sort all than look through the index, so that is made dear. The way to the vectors that tests take tells which plans the database ran.
/// </summary>
public sealed class LargeCatalogue(AppFixture app) : IAsyncLifetime
{
    public const int Packages = 4_000;
    private const int ExactUpTo = 1_000;

    private ScratchDatabase? _database;
    private OwnApp? _running;
    private NpgsqlDataSource? _explaining;

    public PlansRun Plans { get; } = new();

    public IServiceProvider Services => _running!.Services;

    /// <summary>The exact path over the same vectors.</summary>
    public InProcessCandidates Exact { get; private set; } = null!;

    /// <summary>The way under test; the plans it has the database run go to <see cref="Plans"/>.</summary>
    public PgVectorCandidates Nearest { get; private set; } = null!;

    public NpgsqlDataSource Database => _explaining!;

    public async ValueTask InitializeAsync()
    {
        _database = await app.NewDatabaseAsync("large");
        _running = OwnApp.Start(
            _database,
            ("Encoding:ExactUpTo", ExactUpTo.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        using var feed = new StringWriter();
        PackageGenerator.Write(Path.GetDirectoryName(Repository.DataFile("catalogue.jsonl"))!, Packages, seed: 7, feed);
        using var lines = new StringReader(feed.ToString());
        var report = await Services.GetRequiredService<FeedImport>().ImportAsync(lines, new FeedSource("generated", "jsonl"), CancellationToken.None);
        await Services.GetRequiredService<PackageEncoding>().RunAsync(report.CatalogVersion, CancellationToken.None);

        var searched = Services.GetRequiredService<SearchedEncoder>();
        Exact = new InProcessCandidates(Services.GetRequiredService<NpgsqlDataSource>(), searched, NullLogger<InProcessCandidates>.Instance);
        var explaining = new NpgsqlDataSourceBuilder(_database.ConnectionString);
        explaining.ConnectionStringBuilder.Options = "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_level=notice -c client_min_messages=notice -c enable_sort=off";
        explaining.UseLoggerFactory(Plans);
        _explaining = explaining.Build();
        Nearest = new PgVectorCandidates(_explaining, searched, Exact, Services.GetRequiredService<EncodingOptions>());
    }

    public async ValueTask DisposeAsync()
    {
        Exact?.Dispose();
        Plans.Dispose();
        if (_explaining is not null)
        {
            await _explaining.DisposeAsync();
        }

        if (_running is not null)
        {
            await _running.DisposeAsync();
        }

        if (_database is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _database.DisposeAsync();
        }
    }
}
