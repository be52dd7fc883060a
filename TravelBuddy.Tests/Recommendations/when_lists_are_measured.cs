using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Evaluation;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_lists_are_measured : IDisposable
{
    private readonly string _files = Directory.CreateTempSubdirectory("travelbuddy-measured-").FullName;

    public void Dispose() => Directory.Delete(_files, recursive: true);

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
    public void grades_are_those_of_the_id_or_else_of_the_need()
    {
        var judgements = TrecFiles.ReadJudgements(WriteFile("qrels.txt", "n1 0 a 3", "n1@vi 0 b 2", "x@y 0 c 1"));

        judgements.Of("n1@en-text").ShouldNotBeNull().Keys.ShouldBe(["a"]);
        judgements.Of("n1@vi").ShouldNotBeNull().Keys.ShouldBe(["b"]);
        judgements.Of("x@y@en").ShouldNotBeNull().Keys.ShouldBe(["c"]);
        judgements.Of("n2@en").ShouldBeNull();
        judgements.Of("@n1").ShouldBeNull();
    }

    [Fact]
    public void what_the_test_half_is_measured_by_is_the_middle_of_three_grades()
    {
        var judgements = TrecFiles.ReadJudgements(Repository.DataFile(Path.Combine("evaluation", "qrels-test.txt")));
        foreach (var line in File.ReadLines(Repository.DataFile(Path.Combine("evaluation", "grades-test.txt"))))
        {
            var cells = line.Split(' ');
            var grades = cells[2..].Select(grade => int.Parse(grade, System.Globalization.CultureInfo.InvariantCulture)).Order().ToList();
            grades.Count.ShouldBe(3);
            (judgements.Of(cells[0])?.GetValueOrDefault(cells[1]) ?? 0).ShouldBe(grades[1], line);
        }
    }

    [Fact]
    public async Task diacritics_are_taken_from_every_text_of_a_wish_and_from_nothing_else()
    {
        var query = (await ReadAsync("""{"id":"q","language":"vi","locations":["Đà Nẵng",{"name":"Hội An","notes":"gần biển"}],"durations":["3N2Đ",4],"budget":{"max":5000000,"firm":true},"free_text":"ăn chay, dưới 3.590.000đ"}"""))[0];

        var folded = FoldedSpelling.Of(query);

        folded.Id.ShouldBe("q");
        folded.Json.GetRawText().ShouldBe("""{"id":"q","language":"vi","locations":["Da Nang",{"name":"Hoi An","notes":"gan bien"}],"durations":["3N2D",4],"budget":{"max":5000000,"firm":true},"free_text":"an chay, duoi 3.590.000d"}""");
        folded.Preferences.FreeText.ShouldBe("an chay, duoi 3.590.000d");
        FoldedSpelling.Of("\u00D0a\u0300 Lat, café").ShouldBe("Da Lat, cafe");
    }

    [Fact]
    public async Task only_marked_queries_count_where_any_is_marked()
    {
        var marked = await AnsweredAsync("""{"id":"n1@en","locations":["Hue"],"language":"en"}""", """{"id":"n1@vi","locations":["Huế"],"language":"vi","primary":true}""");
        var unmarked = await AnsweredAsync("""{"id":"n1@en","locations":["Hue"]}""", """{"id":"n2","locations":["Huế"],"primary":false}""");

        Slices.Counted(marked).Select(answered => answered.Query.Id).ShouldBe(["n1@vi"]);
        Slices.Counted(unmarked).Count.ShouldBe(2);
    }

    [Fact]
    public async Task a_need_excludes_what_its_filled_in_form_excludes_however_its_text_is_understood()
    {
        var answered = await AnsweredAsync(
            """{"id":"n1@en","locations":["Hue"],"exclusions":["bus"]}""", """{"id":"n1@en-text","free_text":"Hue","primary":true}""",
            """{"id":"n2@en","locations":["Hue"]}""", """{"id":"n2@en-text","free_text":"Hue, no bus","primary":true}""");

        var parts = Slices.Of(answered, null).ToDictionary(part => part.Name, part => part.Queries.Select(query => query.Query.Id));

        parts["with exclusions"].ShouldBe(["n1@en-text"]);
        parts.ShouldNotContainKey("filled in");
        parts["free text"].Count().ShouldBe(2);
    }

    [Fact]
    public async Task forms_of_a_need_are_paired_and_what_has_no_counterpart_is_left_out()
    {
        var answered = await AnsweredAsync(
            """{"id":"n1@en","language":"en","locations":["Hue"]}""", """{"id":"n1@vi","language":"vi","locations":["Huế"]}""",
            """{"id":"n1@en-text","language":"en","free_text":"Hue"}""", """{"id":"n2@en","language":"en","locations":["Hue"]}""");
        var better = answered.Select(query => query with { Ours = query.Ours with { Quality = new Quality(query.Language == "vi" ? .9 : .5, 1, 1) } }).ToList();

        var languages = Pairs.OfLanguages(better);

        languages.All.Select(pair => (pair.First.Query.Id, pair.Second.Query.Id)).ShouldBe([("n1@en", "n1@vi")]);
        languages.Gain("English").ShouldNotBeNull().Mean.ShouldBe(.4, 1e-9);
        Pairs.OfForms(better).All.Select(pair => (pair.First.Query.Id, pair.Second.Query.Id)).ShouldBe([("n1@en", "n1@en-text")]);
    }

    [Fact]
    public void a_difference_has_the_interval_of_its_pairs()
    {
        Quality? Of(double? ndcg) => ndcg is { } known ? new Quality(known, 0, 0) : null;

        var difference = Difference.Of([(Of(.9), Of(.8)), (Of(.7), Of(.8)), (Of(.9), Of(.6)), (Of(.5), Of(null))], "others").ShouldNotBeNull();

        // Differences .1, -.1, .3: mean .1, standard deviation .2, over the root of three.
        difference.Mean.ShouldBe(.1, 1e-9);
        difference.HalfWidth.ShouldBe(1.96 * .2 / Math.Sqrt(3), 1e-9);
        Difference.Of([(Of(.9), null)], "others").ShouldBeNull();
    }

    [Fact]
    public void grades_are_split_by_the_language_of_the_packages_where_both_hold_good_ones()
    {
        static string? LanguageOf(string id) => id.Contains("vi", StringComparison.Ordinal) ? "vi" : id.Contains("en", StringComparison.Ordinal) ? "en" : null;
        var both = new Dictionary<string, int> { ["vi-1"] = 3, ["vi-2"] = 1, ["en-1"] = 2, ["gone"] = 3 };

        AcrossLanguages.Grades(both, "vi", LanguageOf).ShouldNotBeNull().Keys.ShouldBe(["vi-1", "vi-2"]);
        AcrossLanguages.Grades(both, "en", LanguageOf).ShouldNotBeNull().Keys.ShouldBe(["en-1"]);
        AcrossLanguages.Grades(new Dictionary<string, int> { ["vi-1"] = 3, ["en-1"] = 1 }, "en", LanguageOf).ShouldBeNull();
        AcrossLanguages.Grades(null, "en", LanguageOf).ShouldBeNull();
    }

    [Fact]
    public void the_table_holds_means_over_judged_queries_only_and_says_what_differs()
    {
        static MeasuredList List(string id, Quality? quality, double? milliseconds, params string[] shown) => new(new RunList(id, [], []), shown, .5, quality, milliseconds);
        MeasuredList[] lists = [List("a", new Quality(1, .5, 1), 10, "x"), List("b", new Quality(.5, 0, 0), 20, "x", "y"), List("c", null, 30)];
        var report = new EvaluationReport(
            [new("queries", [new("all", lists) { Text = [lists[1]], Differences = [new(-.0124, .02, "others"), new(.5, double.NaN, "one")] }, new("nobody", [])]), new("left out", [])], [], [], 8);

        var table = EvaluationTable.Read(report.Table());

        table.Count("all").ShouldBe((3, 2));
        string[] columns = ["nDCG@10", "recall@10", "MRR", "diversity", "coverage", "ms", "p95", "BM25", "bags"];
        columns.Select(column => table.Cell("all", column)).ShouldBe(["0.750", "0.250", "0.500", "0.500", "25.0", "20.0", "30.0", "0.500", "-"]);
        table.Difference("all", "queries").ShouldBe("-0.012 ±0.020 to others");
        report.Table().ShouldContain(" +0.500 to one");
        report.Table().ShouldNotContain("nobody");
        report.Table().ShouldNotContain("left out");
    }

    private async Task<IReadOnlyList<EvaluatedQuery>> ReadAsync(params string[] lines) => await QueryFile.ReadAsync(WriteFile("queries.jsonl", lines), [], CancellationToken.None);

    private async Task<IReadOnlyList<AnsweredQuery>> AnsweredAsync(params string[] lines)
    {
        var nothing = new MeasuredList(new RunList("", [], []), [], 0, null);
        return [.. (await ReadAsync(lines)).Select(query => new AnsweredQuery(query, new Wishes { Language = query.Preferences.Language ?? "en" }, nothing, nothing, nothing))];
    }

    private string WriteFile(string name, params string[] lines)
    {
        var path = Path.Combine(_files, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
