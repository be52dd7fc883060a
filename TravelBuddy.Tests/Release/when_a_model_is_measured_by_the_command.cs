using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Language.Model;

namespace TravelBuddy.Tests.Release;

/// <summary><c>evaluate-model</c> as it is run, against a server that answers nothing.</summary>
public sealed class when_a_model_is_measured_by_the_command(AppFixture app)
{
    [Fact]
    public async Task the_figures_are_printed_one_a_line()
    {
        await using var server = await new StandInServer { Says = (_, _) => """{"answered":false,"sentences":[]}""" }.StartAsync();
        await using var database = await app.NewDatabaseAsync("measured");
        var set = Path.Combine(Directory.CreateTempSubdirectory("travelbuddy-questions-").FullName, "two.jsonl");
        await File.WriteAllLinesAsync(set, File.ReadLines(Repository.DataFile("tour-questions.jsonl")).Take(2), TestContext.Current.CancellationToken);

        var (exitCode, output) = await ReleaseApp.RunAsync(
            database.ConnectionString, ["evaluate-model", "--set", set], ("Llm__BaseUrl", server.Address), ("Llm__Model", StandInServer.Model), ("Llm__ApiKey", StandInServer.Key), ("Llm__TimeoutSeconds", "20"));

        exitCode.ShouldBe(0, output);
        var lines = output.Split('\n').Select(line => line.TrimEnd()).ToList();
        lines.ShouldContain("questions         2, 2 of which it said something to");
        lines.ShouldContain("schema validity   1.000 (2/2)");
        lines.ShouldContain("groundedness      – of sentences");
        server.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task what_is_missing_is_told_in_a_sentence()
    {
        await using var database = await app.NewDatabaseAsync("unmeasured");

        var (exitCode, output) = await ReleaseApp.RunAsync(database.ConnectionString, ["evaluate-model", "--set", Repository.DataFile("tour-questions.jsonl")]);

        exitCode.ShouldNotBe(0);
        output.ShouldContain("No language model is configured");
        (await ReleaseApp.RunAsync(database.ConnectionString, ["evaluate-model"])).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldNotBe(0), run => run.Output.ShouldContain("--set is missing"));
    }
}
