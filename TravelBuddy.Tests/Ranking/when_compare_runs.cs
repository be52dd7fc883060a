extern alias benchmarks;

using System.Text.Json;
using System.Text.Json.Nodes;
using benchmarks::TravelBuddy.Benchmarks;
using TravelBuddy.Ranking;

namespace TravelBuddy.Tests.Ranking;

public sealed class when_compare_runs : IDisposable
{
    private const int Packages = 300;
    private const int Queries = 8;

    private readonly string folder = Directory.CreateTempSubdirectory("travelbuddy-compare-").FullName;
    private readonly BlockLayout layout = new(("places", 20), ("days", 3), ("food", 17));
    private readonly double[] weights = [1.5, 0, 0.3];
    private readonly float[] packages;
    private readonly float[] queries;

    public when_compare_runs()
    {
        var samples = new RankingSamples(21);
        packages = samples.Rows(layout, Packages);
        queries = samples.Rows(layout, Queries);
        Write("packages.f32", packages);
        Write("queries.f32", queries);
        Meta(_ => { });
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(10)]
    [InlineData(1)]
    [InlineData(1000)]
    public void it_prints_the_order_and_scores_of_the_reference(int top)
    {
        var (code, output, errors) = Run("--dir", folder, "--top", $"{top}", "--threads", "2");

        errors.ShouldBe("");
        code.ShouldBe(0);
        var report = JsonDocument.Parse(output).RootElement;
        report.EnumerateObject().Select(member => member.Name).ShouldBe(["build_seconds", "bytes", "median_ms", "p99_ms", "kernel", "results"]);
        report.GetProperty("build_seconds").GetDouble().ShouldBeGreaterThan(0);
        report.GetProperty("bytes").GetInt64().ShouldBeInRange(packages.Length * 4, packages.Length * 6);
        report.GetProperty("median_ms").GetDouble().ShouldBeGreaterThan(0);
        report.GetProperty("p99_ms").GetDouble().ShouldBeGreaterThanOrEqualTo(report.GetProperty("median_ms").GetDouble());
        Enum.GetNames<RankingKernel>().ShouldContain(report.GetProperty("kernel").GetString());
        report.GetProperty("results").GetArrayLength().ShouldBe(Queries);
        for (var i = 0; i < Queries; i++)
        {
            var row = queries.AsSpan(i * layout.Dimensions, layout.Dimensions).ToArray();
            var wish = new RankingSamples.Wish(layout, weights, [.. layout.Blocks.Select(block => new List<float[]> { row[block.Offset..(block.Offset + block.Length)] })]);
            var (scores, _) = RankingSamples.Reference(wish, packages);
            var expected = RankingSamples.Order(scores).Take(top).ToArray();
            var result = report.GetProperty("results")[i];

            result.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32()).ShouldBe(expected);
            // The weights as they stand, not normalised: Σ w_c·(cos_c+1)/2.
            result.GetProperty("scores").EnumerateArray().Select(score => score.GetDouble()).ShouldBe(expected.Select(id => scores[id] * 1.8), 1e-12);
        }
    }

    [Fact]
    public void no_packages_and_no_queries_are_answered_with_nothing()
    {
        Write("packages.f32", []);
        Meta(meta => meta["n"] = 0);
        JsonNode.Parse(Run("--dir", folder).Output)!["results"]!.AsArray().Count.ShouldBe(Queries);

        Write("queries.f32", []);
        Meta(meta => (meta["n"], meta["q"]) = (0, 0));
        JsonNode.Parse(Run("--dir", folder).Output)!["results"]!.AsArray().Count.ShouldBe(0);
    }

    [Fact]
    public void files_of_the_wrong_size_are_named_with_both_sizes()
    {
        Write("packages.f32", packages[..^1]);
        Refusal().ShouldContain($"packages.f32 has {packages.Length * 4 - 4} bytes; 300 rows of 40 float32 are {packages.Length * 4}");

        Write("packages.f32", packages);
        Write("queries.f32", [.. queries, 1]);
        Refusal().ShouldContain("queries.f32 has");

        File.Delete(Path.Combine(folder, "queries.f32"));
        Refusal().ShouldContain("no file");
    }

    [Fact]
    public void a_meta_file_that_does_not_fit_is_refused_in_words()
    {
        Meta(meta => meta["dims"] = 41);
        Refusal().ShouldContain("40 dimensions together, but dims is 41");
        Meta(meta => meta.Remove("q"));
        Refusal().ShouldContain("q is missing");
        Meta(meta => meta["n"] = -1);
        Refusal().ShouldContain("at least 0");
        Meta(meta => meta["blocks"]![1]!["weight"] = -0.5);
        Refusal().ShouldContain("\"days\"");
        Meta(meta => meta["blocks"]![2]!.AsObject().Remove("name"));
        Refusal().ShouldContain("block 2");
        Meta(meta => meta["blocks"] = new JsonArray());
        Refusal().ShouldContain("at least one block");
        File.WriteAllText(Path.Combine(folder, "meta.json"), "{");
        Refusal().ShouldContain("cannot be read");
        File.WriteAllText(Path.Combine(folder, "meta.json"), "null");
        Refusal().ShouldContain("is missing");
        File.Delete(Path.Combine(folder, "meta.json"));
        Refusal().ShouldContain("no file");
    }

    [Fact]
    public void numbers_that_are_not_finite_are_refused_with_file_row_and_column()
    {
        var damaged = (float[])packages.Clone();
        damaged[7 * 40 + 21] = float.NaN;
        Write("packages.f32", damaged);
        Refusal().ShouldContain("packages.f32: Row 7 holds NaN at column 21 (block \"days\", element 1)");

        Write("packages.f32", packages);
        damaged = (float[])queries.Clone();
        damaged[2 * 40 + 39] = float.PositiveInfinity;
        Write("queries.f32", damaged);
        Refusal().ShouldContain("queries.f32, row 2");
    }

    [Fact]
    public void arguments_it_does_not_know_end_with_its_usage()
    {
        foreach (var (args, expected) in new (string[], string)[]
        {
            ([], "--dir is missing"),
            (["--dir"], "--dir needs a value"),
            (["--dir", folder, "--top", "0"], "--top must be"),
            (["--dir", folder, "--threads", "many"], "--threads must be"),
            (["--folder", folder], "Unknown argument --folder"),
        })
        {
            var (code, output, errors) = Run(args);
            code.ShouldBe(2);
            output.ShouldBe("");
            errors.ShouldContain(expected);
            errors.ShouldContain("Usage: compare");
        }

        Run("--dir", Path.Combine(folder, "nowhere")).Errors.ShouldContain("There is no folder");
    }

    private string Refusal()
    {
        var (code, output, errors) = Run("--dir", folder);
        code.ShouldBe(1);
        output.ShouldBe("");
        return errors;
    }

    private static (int Code, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (CompareCommand.Run(args, output, errors), output.ToString(), errors.ToString());
    }

    private void Meta(Action<JsonObject> change)
    {
        var blocks = layout.Blocks.Select((block, i) => (JsonNode)new JsonObject { ["name"] = block.Name, ["dims"] = block.Length, ["weight"] = weights[i] });
        var meta = new JsonObject { ["n"] = Packages, ["q"] = Queries, ["dims"] = layout.Dimensions, ["blocks"] = new JsonArray([.. blocks]) };
        change(meta);
        File.WriteAllText(Path.Combine(folder, "meta.json"), meta.ToJsonString());
    }

    private void Write(string file, float[] values)
    {
        using var writer = new BinaryWriter(File.Create(Path.Combine(folder, file)));
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }
}
