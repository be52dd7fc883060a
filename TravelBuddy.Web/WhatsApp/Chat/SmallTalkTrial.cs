using System.Text.Json;
using System.Text.Json.Serialization;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model.Trials;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Small talk that no rule knows, beside what a person says it is about. What is answered are our own words, so nothing of it has to be grounded.</summary>
public sealed class SmallTalkTrial(ModelEar ear, IServiceScopeFactory scopes) : IModelTrial
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) } };

    public string Use => "small-talk";

    public string Set => "small-talk.jsonl";

    public async Task<TrialResult> RunAsync(string path, int most, CancellationToken ct)
    {
        var cases = new List<TrialCase>();
        var right = 0;
        foreach (var line in JsonLines.Read<Line>(path, Json).Take(most))
        {
            // The patience of a chat begins with its scope.
            await using var scope = scopes.CreateAsyncScope();
            var heard = ear.Listen();
            var answer = await scope.ServiceProvider.GetRequiredService<ShownTalk>().OtherwiseAsync(new ChatState { Id = Guid.CreateVersion7(), Language = line.Language }, line.Text, ct);
            var meant = heard.Select(reply => reply.Answer).OfType<MeantTalk.Meaning>().LastOrDefault();
            cases.Add(new TrialCase(heard, 0, 0, meant is not null && !answer.Replies.Any(reply => NotUnderstood.Wordings.Contains(reply.Phrase))));
            right += meant?.About == line.About ? 1 : 0;
        }

        return new TrialResult(Use, cases, [new("named rightly", TrialTable.Share(right, cases.Count(tried => tried.Heard.Count > 0)))], []);
    }

    private sealed record Line(string Language, string Text, TalkAbout About);
}
