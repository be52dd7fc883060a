using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Model;
using TravelBuddy.Web.Language.Model.Trials;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.Questions.Trials;
using TravelBuddy.Web.Questions.Verdicts;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;

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
        var result = await TryAsync(asked, [.. questions, questions[0] with { Id = "gone", Package = "not-in-the-catalogue" }]);

        result.Problems.ShouldBe(["gone: there is no package not-in-the-catalogue in the database."]);
        TrialTable.Row(result).ShouldStartWith("answers         8      0.875 (7/8)      0.857 (6/7)      0.750 (3/4)      0.375 (3/8)      0.");
        var lines = TrialTable.Figures([result]).Split('\n');
        lines.ShouldContain($"{"model",-40}{StandInServer.Model}");
        lines.ShouldContain($"{"answers: answered rightly",-40}0.800 (4/5)");
        lines.ShouldContain($"{"answers: refused rightly",-40}0.667 (2/3)");
        lines.ShouldContain($"{"answers: NotInSchema",-40}1");
        lines.ShouldContain($"{"answers: WrongLanguage",-40}1");
    }

    [Fact]
    public async Task a_model_that_never_answers_has_no_figures()
    {
        _server.Mood = ServerMood.Failing;
        await using var asked = AskedModel.Of([_server]);
        var questions = JsonLines.Read<LabelledTourQuestion>(Repository.DataFile("tour-questions.jsonl"), new JsonSerializerOptions(JsonSerializerDefaults.Web)).Where(question => question.Language == "en").Take(2).ToList();

        var result = await TryAsync(asked, questions);

        TrialTable.Row(result).TrimEnd().ShouldBe($"{"answers",-16}{"2",-7}{"–",-17}{"–",-17}{"–",-17}{"0.000 (0/2)",-17}{"–",-9}–");
        TrialTable.Figures([result]).ShouldContain($"{"model",-40}none answered");
    }

    private async Task<TrialResult> TryAsync(AskedModel asked, IReadOnlyList<LabelledTourQuestion> questions)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("travelbuddy-questions-").FullName, "questions.jsonl");
        await File.WriteAllLinesAsync(path, questions.Select(question => JsonSerializer.Serialize(question, new JsonSerializerOptions(JsonSerializerDefaults.Web))), TestContext.Current.CancellationToken);
        return await new AnswersTrial(asked.Get<ModelEar>(), Answers(asked.Model), app.Services.GetRequiredService<IDocumentStore>())
            .RunAsync(path, questions.Count, TestContext.Current.CancellationToken);
    }

    private TourAnswers Answers(ILanguageModel model) => new(
        app.Services.GetRequiredService<PassageStore>(), app.Services.GetRequiredService<QuestionTopics>(), Repository.Lexicon, new QuotedAnswer(Repository.Lexicon), app.Services.GetRequiredService<TourVerdicts>(), new SentenceCheck(new Grounding(Repository.Lexicon)), model,
        app.Services.GetRequiredService<PackageFactsCache>(), app.Services.GetRequiredService<IReasonWriter>(), app.Services.GetRequiredService<IDocumentStore>(), TimeProvider.System);

    private sealed record Recorded(string Id, string? Cites, string Said);
}
