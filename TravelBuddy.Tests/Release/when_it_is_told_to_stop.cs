using System.Net;
using System.Net.Http.Json;
using Npgsql;

namespace TravelBuddy.Tests.Release;

public sealed class when_it_is_told_to_stop(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PgVector")]
    [InlineData("InProcess")]
    public async Task it_ends_without_a_fault_wherever_candidates_come_from(string candidates)
    {
        await using var database = await app.NewDatabaseAsync("stopped");
        await using var released = await ReleaseApp.StartAsync(database.ConnectionString, settings: ("Recommendations__Candidates", candidates));
        using var client = new HttpClient { BaseAddress = new Uri(released.BaseUrl) };
        using var answer = await client.PostAsJsonAsync("/api/v1/recommendations", new { locations = new[] { "Sa Pa" } }, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);

        (await released.StopAsync()).ShouldBe(0, released.Output);

        released.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task an_import_ends_while_its_tours_are_still_cut_for_questions_and_the_next_start_goes_on()
    {
        await using var database = await app.NewDatabaseAsync("cut_later");
        var feed = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        await File.WriteAllTextAsync(feed, """{"id":"cut-later","provider":"Sample","title":"Sa Pa in two days","description":"Walks between the villages.","locations":["Sa Pa"],"duration_days":2,"price_amount":90,"price_currency":"USD"}""", Ct);
        try
        {
            await using (var connection = new NpgsqlConnection(database.ConnectionString))
            {
                await connection.OpenAsync(Ct);
                await using var held = await connection.BeginTransactionAsync(Ct);
                await new NpgsqlCommand("lock table tb.package_passages in access exclusive mode", connection).ExecuteNonQueryAsync(Ct);

                var (exitCode, output) = await ReleaseApp.RunAsync(database.ConnectionString, ["import", feed]);

                exitCode.ShouldBe(0, output);
                output.ShouldContain("1 read, 1 added");
                output.ShouldNotContain("fail:");
                output.ShouldNotContain("   at ");
            }
        }
        finally
        {
            File.Delete(feed);
        }

        await using var released = await ReleaseApp.StartAsync(database.ConnectionString);
        await using var passages = NpgsqlDataSource.Create(database.ConnectionString);
        await using var cut = passages.CreateCommand("select exists (select from tb.package_passages where package_id = 'sample~cut-later')");
        await Polling.UntilAsync("the tour cut into passages", async () => (bool)(await cut.ExecuteScalarAsync(Ct))!);
    }
}
