using Npgsql;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Language.Embeddings;

namespace TravelBuddy.Tests.Release;

/// <summary>SIGKILL while a model encodes the catalogue: what was searched before goes on being searched, and the next start goes on where it was.</summary>
public sealed class when_the_application_is_killed_while_encoding(AppFixture app)
{
    [Fact]
    public async Task the_next_start_serves_at_once_and_finishes_the_work()
    {
        await using var server = await new StandInEmbeddings().StartAsync();
        await using var database = await app.NewDatabaseAsync("kill_encoding");
        (string, string)[] settings =
        [
            ("Embeddings__Provider", "OpenAI"), ("Embeddings__BaseUrl", server.Address), ("Embeddings__Model", "stand-in"), ("Embeddings__QueryPrefix", "query: "), ("Embeddings__PassagePrefix", "passage: "),
            ("Encoding__LookEvery", "00:00:00.2"), ("Encoding__CalibratedOver", "40"), ("Catalog__LoadSample", "false"),
        ];
        server.Held = new TaskCompletionSource();
        server.HeldWhen = async () => await CountAsync("encoder like 'openai-%'") > 0;
        var first = await ReleaseApp.StartAsync(database.ConnectionString, settings: settings);
        await Polling.UntilAsync("some packages to be encoded, and the next on their way", () => Task.FromResult(server.IsHolding), 60);
        await first.KillAsync();
        await first.DisposeAsync();
        var done = await CountAsync("encoder like 'openai-%'");

        await using var second = await ReleaseApp.StartAsync(database.ConnectionString, settings: settings);
        await SearchAsync(second);
        (await CountAsync("encoder like 'openai-%'")).ShouldBe(done);
        server.Held.SetResult();

        await Polling.UntilAsync("every package to be encoded", async () => await ActiveAsync() is { } active && active.StartsWith("openai-", StringComparison.Ordinal), 120);
        (await CountAsync("encoder like 'openai-%'")).ShouldBe(Repository.Packages.Count);
        await SearchAsync(second);
        // What was on its way when it was killed is asked for again, no more.
        const int OnTheWay = 256;
        var asked = server.Asked.SelectMany(texts => texts).ToList();
        asked.Count.ShouldBeLessThanOrEqualTo(asked.Distinct().Count() + OnTheWay);

        async Task<long> CountAsync(string where) => (long)(await ScalarAsync($"select count(*) from tb.package_vectors where {where}"))!;
        async Task<string?> ActiveAsync() => (string?)await ScalarAsync("select data ->> 'encoder' from tb.mt_doc_activeencoder");
        async Task<object?> ScalarAsync(string sql)
        {
            await using var source = NpgsqlDataSource.Create(database.ConnectionString);
            await using var command = source.CreateCommand(sql);
            return await command.ExecuteScalarAsync();
        }
    }

    private static async Task SearchAsync(ReleaseApp of)
    {
        using var client = new HttpClient { BaseAddress = new Uri(of.BaseUrl) };
        using var answer = await client.PostAsync("/api/v1/recommendations", new StringContent("""{"locations":["Da Nang"],"activities":["kayaking"]}""", System.Text.Encoding.UTF8, "application/json"));
        answer.IsSuccessStatusCode.ShouldBeTrue();
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"package\"");
    }
}
