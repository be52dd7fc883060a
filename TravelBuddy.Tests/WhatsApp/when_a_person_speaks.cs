using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Language.Speech;

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

        await phone.DoAsync((hand, pretend) => hand.SpeakAsync(pretend, Ct));

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
    [InlineData("down"), InlineData("wrong"), InlineData("empty"), InlineData("slow")]
    public async Task where_it_cannot_be_written_down_the_person_is_asked_to_write(string how)
    {
        await using var server = await SpeechAsync(async context =>
        {
            if (how == "slow")
            {
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
            }

            context.Response.StatusCode = how == "down" ? 503 : 200;
            await context.Response.WriteAsync(how == "empty" ? """{"text":" "}""" : "<html>", Ct);
        });
        await using var database = await app.NewDatabaseAsync("speaksvain");
        await using var own = Start(database, server, ("Transcription:TimeoutSeconds", "1"));
        var phone = await ChatPhone.SwitchOnAsync(own.Services);

        await phone.DoAsync((hand, pretend) => hand.SpeakAsync(pretend, Ct));

        await phone.AnswerAsync("bạn viết vài chữ");
    }

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
