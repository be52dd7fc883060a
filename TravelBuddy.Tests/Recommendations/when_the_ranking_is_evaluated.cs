extern alias benchmarks;

using System.Diagnostics;
using benchmarks::TravelBuddy.Benchmarks.Load;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Hosting;
using TravelBuddy.Tests.Release;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Recommendations.Api;

namespace TravelBuddy.Tests.Recommendations;

/// <summary><c>evaluate --packages</c> as it ships, on an embedded server of its own, with a configured database that nothing answers at.</summary>
public sealed class when_the_ranking_is_evaluated(EmbeddedPostgresServer running) : IClassFixture<EmbeddedPostgresServer>, IDisposable
{
    private const string NobodyThere = "Host=127.0.0.1;Port=9;Database=configured;Timeout=2";

    private readonly string _files = Directory.CreateTempSubdirectory("travelbuddy-evaluate-").FullName;

    public void Dispose() => Directory.Delete(_files, recursive: true);

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
        output.ShouldNotContain("Searching", Case.Sensitive, "the framework says nothing of the assemblies it looks through for commands");
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
    [InlineData("q1\t0\tsome-package\t2000", "line 1")]
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
    public async Task the_table_looks_at_every_part_and_at_the_baselines()
    {
        var packages = WriteFile("packages.jsonl", [.. File.ReadLines(Repository.DataFile("catalogue.jsonl"))]);
        var queries = WriteFile("queries.jsonl",
            """{"id":"n1@en","language":"en","locations":["Hoi An"],"durations":[1],"activities":["cooking class"],"exclusions":["trekking"],"primary":true}""",
            """{"id":"n1@vi","language":"vi","locations":["Hội An"],"durations":["1 ngày"],"activities":["học nấu ăn"],"exclusions":["leo núi"]}""",
            """{"id":"n1@en-text","language":"en","free_text":"a day in Hoi An with a cooking class, no trekking"}""",
            """{"id":"n1@vi-text","language":"vi","free_text":"một ngày ở Hội An học nấu ăn, không leo núi"}""",
            """{"id":"n2@en","language":"en","locations":["Hue"],"essentials":["wheelchair"]}""",
            """{"id":"n2@vi-text","language":"vi","free_text":"đi Huế bằng xe lăn","primary":true}""");
        string[] aboutHoiAn = [.. Tours("Hoi An").Select(id => $"n1 0 {id} 3"), .. Tours("Hội An").Select(id => $"n1 0 {id} 2")];
        var qrels = WriteFile("qrels.txt", [.. aboutHoiAn, .. Tours("Huế").Select(id => $"n2@vi-text 0 {id} 1")]);

        var (exitCode, output) = await EvaluateAsync("--packages", packages, "--queries", queries, "--qrels", qrels);

        exitCode.ShouldBe(0, output);
        var table = EvaluationTable.Read(output);
        table.Count("all").ShouldBe((2, 2));
        table.Count("every form of them").ShouldBe((6, 5));
        table.Count("in English").ShouldBe((1, 1));
        table.Count("in Vietnamese").ShouldBe((1, 1));
        table.Count("filled in").ShouldBe((1, 1));
        table.Count("free text").ShouldBe((1, 1));
        table.Count("with exclusions").ShouldBe((1, 1));
        table.Count("with essentials").ShouldBe((1, 1));
        table.Count("nothing fits fully (none graded 3)").ShouldBe((1, 1));
        table.Count("English", "another way").ShouldBe((2, 2));
        table.Count("Vietnamese", "another way").ShouldBe((2, 2));
        table.Count("filled in", "another way").ShouldBe((2, 2));
        table.Count("Vietnamese as it is spelt", "another way").ShouldBe((3, 3));
        table.Count("Vietnamese without diacritics", "another way").ShouldBe((3, 3));
        table.Difference("Vietnamese", "another way").ShouldEndWith("to English");
        table.Difference("free text", "another way").ShouldEndWith("to filled in");
        table.Difference("Vietnamese without diacritics", "another way").ShouldEndWith("to proper spelling");
        foreach (var wishes in (string[])["English", "Vietnamese"])
        {
            table.Count($"{wishes} wishes, English tours", "one language").ShouldBe((2, 2));
            table.Count($"{wishes} wishes, Vietnamese tours", "one language").ShouldBe((2, 2));
        }

        foreach (var criterion in PreferencesParser.WeightNames)
        {
            table.Count($"without {criterion}", "left out").ShouldBe((2, 2));
            table.Difference($"without {criterion}", "left out").ShouldEndWith("to all seven");
        }

        table.Count("BM25 over the whole text", "baselines").ShouldBe((2, 2));
        table.Difference("seven criteria as bags of words", "baselines").ShouldEndWith("to TravelBuddy");
        table.Cell("all", "ms").ShouldNotBe("-");
        table.Cell("BM25 over the whole text", "ms", "baselines").ShouldBe("-");
        table.Cell("all", "BM25").ShouldBe(table.Cell("BM25 over the whole text", "nDCG@10", "baselines"));
        table.Cell("all", "bags").ShouldBe(table.Cell("seven criteria as bags of words", "nDCG@10", "baselines"));
    }

    [Fact]
    public async Task a_messy_catalogue_and_messy_wishes_are_measured_all_the_same()
    {
        var packages = Path.Combine(_files, "packages.jsonl");
        await File.WriteAllTextAsync(packages, MessyFiles.Packages(), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var queries = Path.Combine(_files, "queries.jsonl");
        await File.WriteAllTextAsync(queries, MessyFiles.Queries(), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var qrels = Path.Combine(_files, "qrels.txt");
        await File.WriteAllTextAsync(qrels, MessyFiles.Qrels(), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var run = Path.Combine(_files, "run.txt");

        var (exitCode, output) = await EvaluateAsync("--packages", packages, "--queries", queries, "--qrels", qrels, "--run-out", run);

        exitCode.ShouldBe(0, output);
        output.ShouldNotContain("   at ");
        output.ShouldNotContain("NaN");
        var table = EvaluationTable.Read(output);
        table.Count("all").ShouldBe((MessyFiles.GoodQueries, MessyFiles.JudgedQueries));
        output.ShouldContain("1 judged packages are not in the catalogue");
        output.ShouldContain("the id m1 stood before");
        output.ShouldContain("Is not known here");
        var lists = (await File.ReadAllLinesAsync(run)).Select(line => line.Split(' ')).ToList();
        lines(lists, "m1")[0].ShouldBe("messy-hoian-vi");
        lines(lists, "m2")[0].ShouldBe("messy_hoian_en");
        lists.ShouldAllBe(fields => fields.Length == 6);

        static string[] lines(IEnumerable<string[]> run, string query) => [.. run.Where(fields => fields[0] == query).Select(fields => fields[2])];
    }

    /// <summary>Ids of the catalogue's tours that name a place so.</summary>
    private static IEnumerable<string> Tours(string place) =>
        from line in File.ReadLines(Repository.DataFile("catalogue.jsonl"))
        let tour = System.Text.Json.JsonDocument.Parse(line).RootElement
        where tour.GetProperty("locations").EnumerateArray().Any(location => location.GetString() == place)
        select tour.GetProperty("id").GetString()!;

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private string WriteFile(string name, params string[] lines)
    {
        var path = Path.Combine(_files, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private Task<(int ExitCode, string Output)> EvaluateAsync(params string[] arguments) => ReleaseApp.RunAsync(NobodyThere, ["evaluate", .. arguments], ("Hosting__DataRoot", running.Folder.Root));

    private Process Launch(params string[] arguments) => ReleaseApp.Launch(NobodyThere, ["evaluate", .. arguments], [("Hosting__DataRoot", running.Folder.Root)]);

    /// <summary>How many databases there are besides PostgreSQL's own.</summary>
    private async Task<long> DatabasesAsync() =>
        await EmbeddedPostgresFolder.AskAsync<long>(running.Server, "postgres", "select count(*) from pg_database where datname not in ('postgres', 'template0', 'template1')");
}
