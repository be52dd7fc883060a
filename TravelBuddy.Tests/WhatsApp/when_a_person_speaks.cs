using System.Collections.Concurrent;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language.Speech;
using TravelBuddy.Web.WhatsApp.Webhook;
using Wolverine.Tracking;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Voice messages, with a stand-in of the server that writes them down.</summary>
public sealed class when_a_person_speaks(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("three days in Sa Pa with a homestay", "en"), InlineData("ba ngày ở Sa Pa, ngủ homestay", "vi")]
    public async Task what_was_spoken_is_answered_like_what_is_written(string spoken, string language)
    {
        var heard = new ConcurrentQueue<(string Name, byte[] Bytes, string Model, string Authorization)>();
        await using var server = await SpeechAsync(async context =>
        {
            var form = await context.Request.ReadFormAsync(Ct);
            using var bytes = new MemoryStream();
            await form.Files.Single().CopyToAsync(bytes, Ct);
            heard.Enqueue((form.Files.Single().FileName, bytes.ToArray(), form["model"].ToString(), context.Request.Headers.Authorization.ToString()));
            await context.Response.WriteAsJsonAsync(new { text = $" {spoken}\n" }, Ct);
        });
        await using var database = await app.NewDatabaseAsync("speaks");
        await using var own = Start(database, server);
        var phone = await ChatPhone.SwitchOnAsync(own.Services);

        await SpeakAsync(phone);

        await phone.CardAsync();
        (await phone.TripAsync()).ShouldSatisfyAllConditions(trip => trip.Places.ShouldHaveSingleItem().PlaceId.ShouldBe("sa-pa"), trip => trip.Accommodation.Concepts.ShouldContain("homestay"));
        (await phone.StateAsync()).Language.ShouldBe(language);
        var asked = heard.ShouldHaveSingleItem();
        asked.Name.ShouldBe("voice.ogg");
        asked.Bytes.AsSpan(0, 4).SequenceEqual("OggS"u8).ShouldBeTrue("the recording itself is sent");
        asked.Model.ShouldBe("small-ears");
        asked.Authorization.ShouldBe("Bearer key");
    }

    [Theory]
    [InlineData("down"), InlineData("wrong"), InlineData("empty"), InlineData("slow"), InlineData("breaks off")]
    public async Task where_it_cannot_be_written_down_the_person_is_asked_to_write(string how)
    {
        await using var server = await SpeechAsync(async context =>
        {
            if (how == "slow")
            {
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
            }

            if (how == "breaks off")
            {
                context.Response.ContentLength = 100;
                await context.Response.WriteAsync("""{"text":"ba ngày""", Ct);
                await context.Response.Body.FlushAsync(Ct);
                context.Abort();
                return;
            }

            context.Response.StatusCode = how == "down" ? 503 : 200;
            await context.Response.WriteAsync(how == "empty" ? """{"text":" "}""" : "<html>", Ct);
        });
        await using var database = await app.NewDatabaseAsync("speaksvain");
        await using var own = Start(database, server, ("Transcription:TimeoutSeconds", "1"));
        var phone = await ChatPhone.SwitchOnAsync(own.Services);

        await SpeakAsync(phone);

        await phone.AnswerAsync("Lần này mình chưa nghe ra");
    }

    [Fact]
    public async Task what_a_machine_heard_agrees_to_nothing_and_deletes_nothing_but_ends_messages()
    {
        var spoken = "delete my data";
        await using var server = await SpeechAsync(context => context.Response.WriteAsJsonAsync(new { text = spoken }, Ct));
        await using var database = await app.NewDatabaseAsync("speaksyes");
        await using var own = Start(database, server);
        var phone = await ChatPhone.SwitchOnAsync(own.Services);
        await phone.SayAsync("delete my data");
        var question = await phone.AnswerAsync("whether to delete", b => b.Buttons.Count > 0);

        await SpeakAsync(phone);
        await phone.AnswerAsync("anything but that it is deleted", b => b.Id != question.Id);
        (await phone.PersonAsync()).ShouldNotBeNull();

        await phone.SayAsync("3 days in Sa Pa");
        await phone.ListAsync();
        await phone.SayAsync("thanks");
        await phone.AnswerAsync("whether we may write later", b => b.Buttons.Count == 2);
        spoken = "yes";
        await SpeakAsync(phone);
        await phone.AnswerAsync("anything", b => b.Rows.Count == 0);
        (await phone.PersonAsync()).WhatsAppOptIn.ShouldBeNull();

        spoken = "stop";
        await SpeakAsync(phone);
        await Polling.UntilAsync("that it stopped", async () => (await phone.PersonAsync()).Stopped);
    }

    [Fact]
    public async Task words_that_were_written_down_before_are_not_asked_for_again()
    {
        var asked = 0;
        await using var server = await SpeechAsync(context => { asked++; return context.Response.WriteAsJsonAsync(new { text = "something else" }, Ct); });
        await using var database = await app.NewDatabaseAsync("speaksonce");
        await using var own = Start(database, server);
        var phone = await ChatPhone.SwitchOnAsync(own.Services);
        await phone.SayAsync("help");
        await phone.AnswerAsync("the help", _ => true);
        var message = new InboundMessage { MessageId = "wamid.once", WaId = phone.Digits, At = DateTimeOffset.UtcNow, Type = "audio", IsVoice = true, MediaId = "1", Text = "three days in Sa Pa" };
        var update = new WebhookUpdate { Id = Guid.NewGuid(), Protected = own.Services.GetRequiredService<WebhookSeal>().Seal(message), ReceivedAt = message.At };
        await using (var session = own.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Insert(update);
            await session.SaveChangesAsync(Ct);
        }

        await own.Host.SendMessageAndWaitAsync(new ReceiveMessage(update.Id, "somebody"));

        await phone.CardAsync();
        asked.ShouldBe(0);
    }

    private static Task SpeakAsync(ChatPhone phone) => phone.DoAsync((hand, pretend) => hand.SpeakAsync(pretend, Ct));

    [Theory]
    [InlineData("Transcription:BaseUrl", "whisper", "Transcription__BaseUrl"), InlineData("Transcription:TimeoutSeconds", "soon", "Transcription__TimeoutSeconds")]
    public void a_wrong_setting_stops_the_start_with_its_name(string setting, string value, string named)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Transcription:BaseUrl"] = "http://127.0.0.1:9", [setting] = value }).Build();

        Should.Throw<StartupException>(() => new ServiceCollection().AddTranscription(settings)).Message.ShouldContain(named);
    }

    private static Task<LoopbackServer> SpeechAsync(Func<HttpContext, Task> answer) => LoopbackServer.StartAsync(server => server.MapPost("/v1/audio/transcriptions", answer));

    private static OwnApp Start(ScratchDatabase database, LoopbackServer server, params ReadOnlySpan<(string Name, string Value)> settings) =>
        OwnApp.Start(database, [("Transcription:BaseUrl", server.Address), ("Transcription:Model", "small-ears"), ("Transcription:ApiKey", "key"), .. settings]);
}
