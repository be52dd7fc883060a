using System.Diagnostics;
using TravelBuddy.Benchmarks.Load;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Hosting;
using TravelBuddy.Tests.Release;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Recommendations.Evaluation;

namespace TravelBuddy.Tests.Recommendations;

/// <summary><c>evaluate --packages</c> as it ships, on an embedded server of its own, with a configured database that nothing answers at.</summary>
public sealed class when_the_ranking_is_evaluated : IAsyncLifetime
{
    private const string NobodyThere = "Host=127.0.0.1;Port=9;Database=configured;Timeout=2";

    private readonly EmbeddedPostgresFolder _data = new();
    private readonly string _files = Directory.CreateTempSubdirectory("travelbuddy-evaluate-").FullName;
    private EmbeddedPostgres _server = null!;

    public async ValueTask InitializeAsync() => _server = await _data.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _data.DisposeAsync();
        Directory.Delete(_files, recursive: true);
    }

    [Fact]
    public async Task packages_are_ranked_in_a_scratch_database_that_is_gone_afterwards()
    {
        var packages = WriteFile("packages.jsonl", [.. File.ReadLines(Repository.DataFile("catalogue.jsonl")).Take(60)]);
        var queries = WriteFile("queries.jsonl", """{"id":"q1","locations":["Buôn Ma Thuột"],"durations":[3]}""", """{"id":"q2","free_text":"1 day of canyoning in Dalat"}""");
        var qrels = WriteFile("qrels.txt", "q1 0 basalt-pine-buonma-08 3", "q2\t0\tbasalt-pine-canyon-03\t2");
        var run = Path.Combine(_files, "run.txt");

        var (exitCode, output) = await EvaluateAsync("--packages", packages, "--queries", queries, "--qrels", qrels, "--run-out", run);

        exitCode.ShouldBe(0, output);
        output.ShouldContain("nDCG@10");
        output.ShouldContain("Ranking the wishes");
        var lines = (await File.ReadAllLinesAsync(run)).Select(line => line.Split(' ')).ToList();
        lines.ShouldAllBe(fields => fields.Length == 6 && fields[1] == "Q0" && fields[5] == "travelbuddy");
        foreach (var list in lines.GroupBy(fields => fields[0]))
        {
            list.Select(fields => fields[3]).ShouldBe(Enumerable.Range(1, list.Count()).Select(rank => $"{rank}"));
            list.Select(fields => Number(fields[4])).ShouldBe(list.Select(fields => Number(fields[4])).OrderDescending());
        }

        lines.First(fields => fields[0] == "q1")[2].ShouldBe("basalt-pine-buonma-08");
        lines.First(fields => fields[0] == "q2")[2].ShouldBe("basalt-pine-canyon-03");
        (await DatabasesAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task a_scratch_database_is_gone_too_when_the_packages_cannot_be_read()
    {
        var packages = WriteFile("packages.jsonl", "this is no package", "nor this");

        var (exitCode, output) = await EvaluateAsync("--packages", packages, "--queries", Repository.DataFile("wishes.jsonl"));

        exitCode.ShouldBe(1);
        output.ShouldContain("import failed");
        output.ShouldContain("line 1");
        (await DatabasesAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task a_scratch_database_is_gone_too_when_it_is_interrupted(string signal)
    {
        var packages = Path.Combine(_files, "packages.jsonl");
        await using (var writer = new StreamWriter(packages))
        {
            PackageGenerator.Write(Path.GetDirectoryName(Repository.DataFile("catalogue.jsonl"))!, 4_000, seed: 1, writer);
        }

        using var process = Launch("--packages", packages, "--queries", Repository.DataFile("wishes.jsonl"));
        var drained = process.StandardOutput.ReadToEndAsync();
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("Importing", StringComparison.Ordinal))
        {
        }

        (await DatabasesAsync()).ShouldBe(1);
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        var rest = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await drained;

        process.ExitCode.ShouldNotBe(0);
        rest.ShouldContain("Interrupted");
        (await DatabasesAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("q1 0 some-package 3\nq1 0 some-package", "line 2")]
    [InlineData("q1 0 some-package good", "line 1")]
    public async Task broken_judgements_are_told_by_file_and_line_before_anything_is_done(string qrels, string expected)
    {
        var path = WriteFile("qrels.txt", qrels);

        var (exitCode, output) = await EvaluateAsync("--packages", Repository.DataFile("catalogue.jsonl"), "--queries", Repository.DataFile("wishes.jsonl"), "--qrels", path);

        exitCode.ShouldBe(1);
        output.ShouldContain($"{path}, {expected}");
        output.ShouldNotContain("   at ");
        output.ShouldNotContain("scratch");
    }

    [Fact]
    public async Task broken_queries_are_told_by_file_and_line_and_the_others_are_ranked()
    {
        var packages = WriteFile("packages.jsonl", [.. File.ReadLines(Repository.DataFile("catalogue.jsonl")).Take(20)]);
        var queries = WriteFile("queries.jsonl", """{"id":"q1","locations":["Đà Lạt"]}""", """{"id":"q2",""", "[1]", """{"id":"q1","locations":["Huế"]}""", """{"id":"q5","durations":[-3]}""");
        var run = Path.Combine(_files, "run.txt");

        var (exitCode, output) = await EvaluateAsync("--packages", packages, "--queries", queries, "--run-out", run);

        exitCode.ShouldBe(0, output);
        foreach (var line in (int[])[2, 3, 4, 5])
        {
            output.ShouldContain($"{queries}, line {line}");
        }

        (await File.ReadAllLinesAsync(run)).Select(line => line.Split(' ')[0]).Distinct().ShouldBe(["q1", "q5"]);
    }

    [Fact]
    public void the_measures_of_a_list_are_those_worked_out_by_hand()
    {
        var grades = new Dictionary<string, int> { ["best"] = 3, ["good"] = 1, ["missing"] = 2, ["bad"] = 0 };

        var quality = Quality.Of(["bad", "good", "best"], grades).ShouldNotBeNull();

        // Gains 2^grade - 1 over log2(place + 1): 1/log2(3) + 7/log2(4) of 7/log2(2) + 3/log2(3) + 1/log2(4).
        quality.Ndcg.ShouldBe((.6309 + 3.5) / (7 + 1.8928 + .5), .0001);
        quality.Recall.ShouldBe(2 / 3.0, 1e-9);
        quality.ReciprocalRank.ShouldBe(.5);
        Quality.Of(["bad"], new Dictionary<string, int> { ["bad"] = 0 }).ShouldBeNull();
    }

    [Fact]
    public void the_table_holds_means_over_judged_queries_only()
    {
        MeasuredQuery Query(string id, string language, Quality? quality) => new(new RunList(id, [], []), language, false, 10, .5, quality);
        var report = new EvaluationReport([Query("a", "en", new Quality(1, .5, 1)), Query("b", "vi", new Quality(.5, 0, 0)), Query("c", "vi", null)], [], .25, true);

        var rows = report.Table().Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(fields => fields.Length > 4).ToDictionary(fields => fields[0]);

        rows["all"][1..6].ShouldBe(["3", "2", "0.750", "0.250", "0.500"]);
        rows["vi"][1..6].ShouldBe(["2", "1", "0.500", "0.000", "0.000"]);
        report.Table().ShouldContain("25.0");
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private string WriteFile(string name, params string[] lines)
    {
        var path = Path.Combine(_files, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private Task<(int ExitCode, string Output)> EvaluateAsync(params string[] arguments) => ReleaseApp.RunAsync(NobodyThere, ["evaluate", .. arguments], ("Hosting__DataRoot", _data.Root));

    private Process Launch(params string[] arguments) => ReleaseApp.Launch(NobodyThere, ["evaluate", .. arguments], [("Hosting__DataRoot", _data.Root)]);

    /// <summary>How many databases there are besides PostgreSQL's own.</summary>
    private async Task<long> DatabasesAsync() =>
        await EmbeddedPostgresFolder.AskAsync<long>(_server, "postgres", "select count(*) from pg_database where datname not in ('postgres', 'template0', 'template1')");
}
