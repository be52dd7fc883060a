using Npgsql;
using TravelBuddy.Tests.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.Release;

/// <summary>SIGKILL between "Send" and delivery: nothing is lost, and nothing is sent twice where Meta's protocol lets one know.</summary>
public sealed class when_the_application_is_killed_while_sending(AppFixture app)
{
    private const string Wish = "3 days around Da Nang with kids, under 8 million VND, seafood";

    [Theory]
    [InlineData(1, GraphMood.TakeAndHangUp)]
    [InlineData(3, GraphMood.TakeAndHangUp)]
    [InlineData(2, GraphMood.HangUp)]
    public async Task killed_in_the_middle_of_a_request_it_sends_every_message_once(int nth, GraphMood mood)
    {
        await using var graph = await StandInGraph.StartAsync();
        await using var database = await app.NewDatabaseAsync($"kill_{nth}_{mood}".ToLowerInvariant());
        var expected = await MessagesOfAnUndisturbedRunAsync();
        var first = await ReleaseApp.StartAsync(database.ConnectionString, settings: graph.Settings());
        var killed = new TaskCompletionSource();
        graph.OnSend = async () =>
        {
            if (graph.Requests != nth)
            {
                return GraphMood.Answer;
            }

            await first.KillAsync();
            killed.TrySetResult();
            return mood;
        };

        await graph.WriteAsync(first.BaseUrl, "84900000101", Wish);
        await killed.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await first.DisposeAsync();
        await AWhileLaterAsync(database);
        if (mood == GraphMood.HangUp)
        {
            // No status will come; with the other mood one does, within the grace.
            await using var source = NpgsqlDataSource.Create(database.ConnectionString);
            await StoredMessages.LetPassAsync(source, SendMessageHandler.Grace);
        }

        await using var second = await ReleaseApp.StartAsync(database.ConnectionString, settings: graph.Settings());
        graph.WebhookUrl = $"{second.BaseUrl}/webhooks/whatsapp";

        await Polling.UntilAsync($"{expected} messages at the Graph API (there are {graph.Taken.Count})", () => Task.FromResult(graph.Taken.Count >= expected), 120);
        graph.Taken.Values.ShouldAllBe(times => times == 1);
        graph.Taken.Count.ShouldBe(expected);
    }

    [Fact]
    public async Task killed_right_after_the_webhook_was_answered_it_still_answers_the_traveller()
    {
        await using var graph = await StandInGraph.StartAsync();
        await using var database = await app.NewDatabaseAsync("kill_webhook");
        var expected = await MessagesOfAnUndisturbedRunAsync();
        var first = await ReleaseApp.StartAsync(database.ConnectionString, settings: graph.Settings());

        await graph.WriteAsync(first.BaseUrl, "84900000102", Wish);
        await first.KillAsync();
        await first.DisposeAsync();
        await AWhileLaterAsync(database);
        await using var second = await ReleaseApp.StartAsync(database.ConnectionString, settings: graph.Settings());
        graph.WebhookUrl = $"{second.BaseUrl}/webhooks/whatsapp";

        await Polling.UntilAsync($"{expected} messages at the Graph API", () => Task.FromResult(graph.Taken.Count >= expected), 120);
        graph.Taken.Values.ShouldAllBe(times => times == 1);
    }

    /// <summary>The killed process was last seen longer ago than a node that runs lets pass without a sign of life, so that the next one need not wait for that.</summary>
    private static async Task AWhileLaterAsync(ScratchDatabase database)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand("update tb.wolverine_nodes set health_check = health_check - interval '1 minute'");
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }

    private static int _messages;

    /// <summary>How many messages the same wish brings when nobody is killed; found once.</summary>
    private async Task<int> MessagesOfAnUndisturbedRunAsync()
    {
        if (_messages > 0)
        {
            return _messages;
        }

        await using var graph = await StandInGraph.StartAsync();
        await using var database = await app.NewDatabaseAsync("kill_not");
        await using var undisturbed = await ReleaseApp.StartAsync(database.ConnectionString, settings: graph.Settings());
        graph.WebhookUrl = $"{undisturbed.BaseUrl}/webhooks/whatsapp";
        await graph.WriteAsync(undisturbed.BaseUrl, "84900000100", Wish);
        var settled = 0;
        await Polling.UntilAsync("messages at the Graph API, and no more of them for two seconds", async () =>
        {
            var before = graph.Taken.Count;
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
            await timer.WaitForNextTickAsync();
            settled = graph.Taken.Count;
            return settled > 1 && settled == before;
        });
        return _messages = settled;
    }
}
