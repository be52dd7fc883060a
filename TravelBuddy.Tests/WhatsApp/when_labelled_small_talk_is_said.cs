using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>The lines of data/small-talk.jsonl measure a model, so no rule may answer them before it.</summary>
public sealed class when_labelled_small_talk_is_said(AppFixture app)
{
    [Fact]
    public async Task every_line_is_left_to_the_model()
    {
        await using var server = await new StandInServer { Says = (_, _) => """{"about":"none_of_these"}""" }.StartAsync();
        await using var database = await app.NewDatabaseAsync("smalltalk");
        await using var own = OwnApp.Start(database, ("Llm:BaseUrl", server.Address), ("Llm:Model", StandInServer.Model), ("Llm:ApiKey", StandInServer.Key), ("Llm:TimeoutSeconds", "20"));
        var lines = File.ReadLines(Repository.DataFile("small-talk.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).Select(line => (Language: line.GetProperty("language").GetString()!, Text: line.GetProperty("text").GetString()!)).ToList();

        // The first sentence of a cold process may take longer than a person is kept waiting for the model.
        foreach (var (language, text) in lines.Prepend((Language: "en", Text: "may the wind be at your back")))
        {
            await using var scope = own.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FreeTalk>().AnswerAsync(new ChatState { Id = Guid.CreateVersion7(), Language = language }, new InboundMessage { MessageId = "1", At = DateTimeOffset.UtcNow, Type = "text", Text = text }, first: false, quoted: false, TestContext.Current.CancellationToken);
        }

        var asked = server.Asked.Select(body => body.GetProperty("messages")).Where(messages => messages[0].GetProperty("content").GetString()!.StartsWith("A message was sent to a chat", StringComparison.Ordinal)).Select(messages => MessageOf(messages[1].GetProperty("content").GetString()!)).ToList();
        lines.Select(line => line.Text).Except(asked).ShouldBeEmpty();
    }

    private static string MessageOf(string data) => JsonDocument.Parse(data.Split('\n')[1]).RootElement.GetProperty("message").GetString()!;
}
