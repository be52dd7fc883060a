using System.Net;
using Npgsql;

namespace TravelBuddy.Tests.Hosting;

public sealed class when_the_database_goes_away(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_is_not_ready_any_more_and_says_so_under_the_same_security_headers()
    {
        await using var database = await app.NewDatabaseAsync("gone");
        await using var own = OwnApp.Start(database);
        using var client = new HttpClient { BaseAddress = new Uri(own.BaseUrl) };
        (await client.GetAsync("/health/ready", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await ReachableAsync(database, false);
        try
        {
            (await client.GetAsync("/health/ready", Ct)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await client.GetAsync("/health/live", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
            using var failed = await client.GetAsync("/packages/some~tour", Ct);
            failed.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
            failed.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("default-src 'self'");
            failed.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }
        finally
        {
            await ReachableAsync(database, true);
        }

        (await client.GetAsync("/health/ready", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task ReachableAsync(ScratchDatabase database, bool reachable)
    {
        var here = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var name = here.Database;
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "postgres", Pooling = false });
        await using var change = source.CreateCommand($"alter database \"{name}\" allow_connections {reachable}");
        await change.ExecuteNonQueryAsync(Ct);
        if (!reachable)
        {
            await using var end = source.CreateCommand("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1");
            end.Parameters.AddWithValue(name!);
            await end.ExecuteNonQueryAsync(Ct);
        }
    }
}
