using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Tests.Encoding;

/// <summary>Rows are written a batch at a time and the revision is raised behind the last: a process that dies in between leaves changed rows that nobody was told of.</summary>
public sealed class when_encoding_stops_before_it_says_so(AppFixture app) : IAsyncLifetime
{
    private ScratchDatabase _database = null!;
    private OwnApp _running = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PackageEncoding Encoding => _running.Services.GetRequiredService<PackageEncoding>();

    public async ValueTask InitializeAsync()
    {
        _database = await app.NewDatabaseAsync("half_way");
        _running = OwnApp.Start(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await _running.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("update tb.package_vectors set content_hash = 'before' where package_id = (select min(package_id) from tb.package_vectors)")]
    [InlineData("insert into tb.package_vectors select 'withdrawn', encoder, embedding, content_hash, price_vnd, days, provider_id, bookable, language, available_from, available_until, popularity from tb.package_vectors limit 1")]
    public async Task the_next_run_raises_the_revision_though_it_has_nothing_to_write(string outOfStep)
    {
        var version = (await Encoding.ActiveAsync(Ct))!.CatalogVersion;
        await Encoding.RunAsync(version, Ct);
        var before = (await Encoding.ActiveAsync(Ct))!;
        await using (var database = NpgsqlDataSource.Create(_database.ConnectionString))
        await using (var command = database.CreateCommand(outOfStep))
        {
            (await command.ExecuteNonQueryAsync(Ct)).ShouldBe(1);
        }

        var written = await _running.Services.GetRequiredService<PackageRows>().BringInStepAsync(_running.Services.GetRequiredService<BuiltInEncoder>(), null, Ct);
        (written.Written + written.Removed).ShouldBe(1);
        (await Encoding.ActiveAsync(Ct))!.Revision.ShouldBe(before.Revision, "it stopped here");

        await Encoding.RunAsync(version, Ct);
        (await Encoding.ActiveAsync(Ct))!.Revision.ShouldBe(before.Revision + 1);
        await Encoding.RunAsync(version, Ct);
        (await Encoding.ActiveAsync(Ct))!.Revision.ShouldBe(before.Revision + 1, "nothing changed any more");
    }
}
