using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.Questions.Evaluation;

namespace TravelBuddy.Tests.Questions;

/// <summary>The evaluation against a server that gives recorded answers, whose figures are known.</summary>
public sealed class when_a_model_is_evaluated(AppFixture app) : IAsyncLifetime
{
    private readonly StandInServer _server = new(ServerKind.LlamaServer);

    public async ValueTask InitializeAsync() => await _server.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task its_figures_are_those_of_the_recorded_answers()
    {
        var recorded = JsonLines.Read<Recorded>(Path.Combine(Repository.Root, "TravelBuddy.Tests", "Questions", "recorded-answers.jsonl"), new JsonSerializerOptions(JsonSerializerDefaults.Web)).ToDictionary(line => line.Id);
        var questions = JsonLines.Read<LabelledTourQuestion>(Repository.DataFile("tour-questions.jsonl"), new JsonSerializerOptions(JsonSerializerDefaults.Web)).Where(question => recorded.ContainsKey(question.Id)).ToList();
        _server.Says = (_, data) =>
        {
            using var input = JsonDocument.Parse(data.Split('\n')[1]);
            var asked = input.RootElement.GetProperty("question").GetString();
            var line = recorded[questions.Single(question => question.Question == asked).Id];
            // Passages are numbered as they were found; the recording names the words of the one it cites.
            var number = input.RootElement.GetProperty("passages").EnumerateArray().Where(passage => line.Cites is not null && passage.GetProperty("text").GetString()!.Contains(line.Cites)).Select(passage => passage.GetProperty("number").GetInt32()).FirstOrDefault(99);
            return line.Said.Replace("\"#\"", $"{number}", StringComparison.Ordinal);
        };
        await using var asked = AskedModel.Of([_server], null, ("Llm:CacheMinutes", "0"));
        var report = await new ModelEvaluation(asked.Model, Answers(asked.Model), app.Services.GetRequiredService<PassageStore>(), app.Services.GetRequiredService<QuestionTopics>(), Repository.Lexicon, app.Services.GetRequiredService<IDocumentStore>())
            .RunAsync([.. questions, questions[0] with { Id = "gone", Package = "not-in-the-catalogue" }], TestContext.Current.CancellationToken);

        report.Problems.ShouldBe(["gone: there is no package not-in-the-catalogue in the database."]);
        var lines = report.Table().Split('\n').Select(line => line.TrimEnd()).ToList();
        lines.ShouldContain("model             " + StandInServer.Model);
        lines.ShouldContain("questions         8, 8 of which it said something to");
        lines.ShouldContain("schema validity   0.875 (7/8)");
        lines.ShouldContain("language match    0.857 (6/7)");
        lines.ShouldContain("groundedness      0.750 (3/4) of sentences");
        lines.ShouldContain("answered rightly  0.800 (4/5)");
        lines.ShouldContain("refused rightly   0.667 (2/3)");
        lines.ShouldContain(line => line.StartsWith("latency           median 0.", StringComparison.Ordinal));
        lines.ShouldContain("NotInSchema       1");
        lines.ShouldContain("WrongLanguage     1");
    }

    [Fact]
    public async Task a_model_that_never_answers_has_no_figures()
    {
        _server.Mood = ServerMood.Failing;
        await using var asked = AskedModel.Of([_server]);
        var questions = JsonLines.Read<LabelledTourQuestion>(Repository.DataFile("tour-questions.jsonl"), new JsonSerializerOptions(JsonSerializerDefaults.Web)).Take(2).ToList();
        var report = await new ModelEvaluation(asked.Model, Answers(asked.Model), app.Services.GetRequiredService<PassageStore>(), app.Services.GetRequiredService<QuestionTopics>(), Repository.Lexicon, app.Services.GetRequiredService<IDocumentStore>())
            .RunAsync(questions, TestContext.Current.CancellationToken);
        report.Table().ShouldContain("schema validity   –");
        report.Table().ShouldContain("latency           –");
    }

    private TourAnswers Answers(ILanguageModel model) => new(
        app.Services.GetRequiredService<PassageStore>(), app.Services.GetRequiredService<QuestionTopics>(), Repository.Lexicon, new QuotedAnswer(Repository.Lexicon), new SentenceCheck(new Grounding(Repository.Lexicon)), model,
        app.Services.GetRequiredService<IDocumentStore>(), TimeProvider.System);

    private sealed record Recorded(string Id, string? Cites, string Said);
}
