using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_stop_comes_behind_other_messages(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("STOP", "you will get no more messages"), InlineData("Dừng nhắn tin", "bạn sẽ không nhận tin"), InlineData("dung nhan tin", "bạn sẽ không nhận tin"), InlineData("unsubscribe", "you will get no more messages")]
    public async Task it_counts_at_once_and_what_was_written_before_is_answered_with_silence(string stop, string told)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.HelpedAsync();
        var started = DateTimeOffset.UtcNow;
        await using (await HeldAsync(phone))
        {
            for (var i = 0; i < 10; i++)
            {
                await app.DeliverAsync(phone, "text", Body(i == 9 ? "START" : $"{i + 1} days in Hue"), at: started.AddSeconds(i - 30));
            }

            await app.DeliverAsync(phone, "text", Body(stop), at: started);
            await Polling.UntilAsync("that it stopped", async () => (await phone.PersonAsync()).Stopped);
            (await phone.OutboundAsync()).Count.ShouldBe(1, "none of them was answered yet");
        }

        await phone.AnswerAsync(told);
        (await phone.OutboundAsync()).Count.ShouldBe(2, "the help, and that messages end");
        (await phone.PersonAsync()).Stopped.ShouldBeTrue("a START from before begins nothing again");
        await phone.SayAsync("3 days in Hue");
        await phone.AnswerAsync("how to begin again", b => ChatPhone.Text(b).Contains("START", StringComparison.Ordinal) || ChatPhone.Text(b).Contains("BẮT ĐẦU", StringComparison.Ordinal));
    }

    [Fact]
    public async Task what_waits_in_the_outbox_is_not_sent()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.HelpedAsync();
        var person = (await phone.PersonAsync()).Id;
        await using (await HeldAsync(phone))
        {
            await app.DeliverAsync(phone, "text", Body("3 days in Hue"), at: DateTimeOffset.UtcNow.AddSeconds(-5));
            await app.DeliverAsync(phone, "text", Body("stop"));
            await Polling.UntilAsync("that it stopped", async () => (await phone.PersonAsync()).Stopped);
            var waiting = await StoredMessages.StoreAsync(app.Services, StoredMessages.Phrase(person, nameof(Phrases.Thanks)));
            await app.InScopeAsync(async services =>
            {
                await services.GetRequiredService<Wolverine.IMessageBus>().PublishAsync(new SendMessage(person, waiting.Id));
                return true;
            });

            await Polling.UntilAsync("it to be dropped", async () => (await phone.OutboundAsync()).Single(m => m.Id == waiting.Id).Reason == FailureReason.Stopped);
        }

        await phone.AnswerAsync("you will get no more messages");
    }

    [Fact]
    public async Task a_newcomer_whose_first_words_wait_is_stopped_too()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await using (await HeldAsync(phone))
        {
            await app.DeliverAsync(phone, "text", Body("3 days in Hue"), at: DateTimeOffset.UtcNow.AddSeconds(-5));
            await app.DeliverAsync(phone, "text", Body("STOP"));
            await Polling.UntilAsync("that it stopped", async () => (await phone.PersonAsync()).Stopped);
        }

        await phone.AnswerAsync("you will get no more messages");
        (await phone.OutboundAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("cancel"), InlineData("thôi"), InlineData("please don't stop"), InlineData("does the bus stop in Hue?")]
    public async Task words_that_may_mean_something_else_wait_for_their_turn(string said)
    {
        var phone = await ChatPhone.AskedAsync(app, "3 days in Hue");
        await using (await HeldAsync(phone))
        {
            await app.DeliverAsync(phone, "text", Body("thanks"), at: DateTimeOffset.UtcNow.AddSeconds(-5));
            await app.DeliverAsync(phone, "text", Body(said));
            // One of somebody else, handled after it was stored.
            var other = await ChatPhone.SwitchOnAsync(app);
            await other.HelpedAsync();
            (await phone.PersonAsync()).Stopped.ShouldBeFalse();
        }

        await phone.AnswerAsync("You are welcome");
    }

    [Fact]
    public async Task it_counts_while_a_voice_message_from_before_is_still_being_written_down()
    {
        var asked = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(speech => speech.MapPost("/v1/audio/transcriptions", async context =>
        {
            asked.TrySetResult();
            await end.Task.WaitAsync(context.RequestAborted);
            await context.Response.WriteAsJsonAsync(new { text = "three days in Sa Pa" }, Ct);
        }));
        await using var database = await app.NewDatabaseAsync("stopspeaks");
        await using var own = OwnApp.Start(database, ("Transcription:BaseUrl", server.Address), ("Transcription:Model", "small-ears"), ("Transcription:ApiKey", "key"));
        var phone = await ChatPhone.SwitchOnAsync(own.Services);
        await phone.HelpedAsync();
        await phone.DoAsync((hand, pretend) => hand.SpeakAsync(pretend, Ct));
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(Polling.Patience), Ct);

        await phone.SayAsync("STOP");

        await Polling.UntilAsync("that it stopped", async () => (await phone.PersonAsync()).Stopped, 8);
        end.SetResult();
        await phone.AnswerAsync("you will get no more messages");
        (await phone.OutboundAsync()).Count.ShouldBe(2, "the help, and that messages end");
    }

    private static JsonObject Body(string text) => new() { ["body"] = text };

    /// <summary>As if another node worked on something of theirs: nothing they write is handled until what is returned is disposed.</summary>
    private async Task<IAsyncDisposable> HeldAsync(ChatPhone phone)
    {
        var connection = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(Ct);
        await connection.BeginTransactionAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "select pg_advisory_xact_lock(hashtextextended('sender:' || $1, 0))";
        command.Parameters.AddWithValue(PersonIdentifier.User(await app.Services.GetRequiredService<KeyedHash>().OfAsync(HashKinds.UserId, phone.Phone.UserId, Ct)));
        await command.ExecuteNonQueryAsync(Ct);
        return connection;
    }
}
