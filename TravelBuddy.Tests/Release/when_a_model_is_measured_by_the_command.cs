using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Language.Model;

namespace TravelBuddy.Tests.Release;

/// <summary><c>evaluate-model</c> as it is run, against a server that gives recorded answers.</summary>
public sealed class when_a_model_is_measured_by_the_command(AppFixture app)
{
    [Fact]
    public async Task each_use_of_it_has_a_row_of_the_figures_that_were_recorded()
    {
        await using var server = await new StandInServer { Says = new RecordedUses().Says }.StartAsync();
        await using var database = await app.NewDatabaseAsync("measured");

        var (exitCode, output) = await ReleaseApp.RunAsync(
            database.ConnectionString, ["evaluate-model", "--most", "3"], ("Llm__BaseUrl", server.Address), ("Llm__Model", StandInServer.Model), ("Llm__ApiKey", StandInServer.Key), ("Llm__TimeoutSeconds", "20"));

        exitCode.ShouldBe(0, output);
        var rows = output.Split('\n').Select(line => line.Trim()).ToList();
        RowShould(rows, "use", "asked", "schema", "language", "grounded", "used");
        RowShould(rows, "wishes", "3", "0.667 (2/3)", "–", "0.500 (1/2)", "0.333 (1/3)");
        RowShould(rows, "answers", "2", "0.500 (1/2)", "1.000 (1/1)", "0.500 (1/2)", "0.000 (0/2)");
        RowShould(rows, "reasons", "3", "0.667 (2/3)", "1.000 (2/2)", "0.667 (2/3)", "0.667 (2/3)");
        RowShould(rows, "stay-queries", "3", "0.667 (2/3)", "–", "0.333 (1/3)", "0.333 (1/3)");
        RowShould(rows, "stay-summaries", "3", "0.667 (2/3)", "0.500 (1/2)", "0.500 (1/2)", "0.333 (1/3)");
        RowShould(rows, "small-talk", "3", "0.667 (2/3)", "–", "–", "0.667 (2/3)");
        FigureShould(rows, "model", StandInServer.Model);
        FigureShould(rows, "wishes: places", "by rules 1.000 (3/3), with the model 1.000 (3/3)");
        FigureShould(rows, "wishes: food, right", "by rules 1.000 (1/1), with the model 0.500 (1/2)");
        FigureShould(rows, "answers: answered rightly", "0.500 (1/2)");
        FigureShould(rows, "stay-summaries: WrongLanguage", "1");
        FigureShould(rows, "small-talk: named rightly", "0.333 (1/3)");
    }

    private static void RowShould(IReadOnlyList<string> rows, string use, string asked, string schema, string language, string grounded, string used) =>
        rows.ShouldContain(row => row.StartsWith($"{use,-16}{asked,-7}{schema,-17}{language,-17}{grounded,-17}{used,-17}", StringComparison.Ordinal), string.Join('\n', rows));

    private static void FigureShould(IReadOnlyList<string> rows, string name, string value) => rows.ShouldContain($"{name,-40}{value}", string.Join('\n', rows));

    [Fact]
    public async Task what_is_missing_is_told_in_sentences()
    {
        await using var database = await app.NewDatabaseAsync("unmeasured");

        var (exitCode, output) = await ReleaseApp.RunAsync(database.ConnectionString, ["evaluate-model", "--uses", "answers,poems", "--set", "nowhere.jsonl", "--most", "0"]);

        exitCode.ShouldNotBe(0);
        output.ShouldSatisfyAllConditions(
            said => said.ShouldContain("there is no use poems; there are wishes, answers, reasons, stay-queries, stay-summaries, small-talk."),
            said => said.ShouldContain("there is no file nowhere.jsonl"),
            said => said.ShouldContain("--set is the file of one use"),
            said => said.ShouldContain("--most is a number from 1"),
            said => said.ShouldContain("No language model is configured"));
    }
}
