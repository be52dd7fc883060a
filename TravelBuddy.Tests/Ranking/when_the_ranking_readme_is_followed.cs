using TravelBuddy.Ranking;

namespace TravelBuddy.Tests.Ranking;

public sealed class when_the_ranking_readme_is_followed
{
    [Fact]
    public void its_example_gives_what_it_says()
    {
        // README: begin
        var layout = new BlockLayout(("place", 3), ("length", 2));
        float[] rows =
        [
            1, 0, 0, /* */ 1, 0,       // 0: the beach, three days
            0, 1, 0, /* */ 1, 0,       // 1: the mountains, three days
            0.8f, 0.6f, 0, /* */ 0, 1, // 2: mostly beach, a week
        ];
        var index = RankingIndex.Build(layout, rows);

        var query = new RankingQuery(layout, [0.7, 0.3]);
        query.AddAlternative(layout["place"], [1, 0, 0]); // the beach,
        query.AddAlternative(layout["length"], [1, 0]);   // three days
        query.AddAlternative(layout["length"], [0, 1]);   // or a week, never their average

        var ids = new int[2];
        var scores = new double[2];
        var similarities = new float[2 * layout.Count];
        var found = index.Search(query, ids, scores, similarities);
        // ids 0, 2; scores 1, 0.93; similarities 1, 1 for row 0 and 0.8, 1 for row 2
        // README: end

        found.ShouldBe(2);
        ids.ShouldBe([0, 2]);
        scores.ShouldBe([1, 0.93], 1e-7);
        similarities.ShouldBe([1, 1, 0.8f, 1]);

        var folder = Directory.CreateTempSubdirectory("ranking").FullName;
        var file = Path.Combine(folder, "tours.index");
        // README: change
        var added = index.Add([0, 0, 1, /* */ 0, 1]); // row 3, and the next search finds it
        index.Set(1, [0.6f, 0.8f, 0, /* */ 1, 0]);    // another row 1 from now on
        index.Remove(0);
        index.Merge();                                // now and then: what came is laid out with the others
        index.Save(file);
        var later = RankingIndex.Open(file, leaveRows: true); // large rows stay in the file
        // README: changed

        added.ShouldBe(3);
        later.Search(query, ids, scores, []).ShouldBe(2);
        ids.ShouldBe([2, 1]);
        scores.ShouldBe([0.93, 0.86], 1e-7);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void its_example_is_the_code_of_this_test()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "TravelBuddy.sln")))
        {
            root = root.Parent.ShouldNotBeNull("the tests run inside the repository");
        }

        var readme = File.ReadAllText(Path.Combine(root.FullName, "TravelBuddy.Ranking", "README.md"));
        var source = File.ReadAllText(Path.Combine(root.FullName, "TravelBuddy.Tests", "Ranking", $"{nameof(when_the_ranking_readme_is_followed)}.cs"));

        Between(readme, "```csharp\n", "```").ShouldBe(Between(source, "// README: begin\n", "// README: end"));
        var rest = readme[(readme.IndexOf("```csharp", StringComparison.Ordinal) + 1)..];
        Between(rest, "```csharp\n", "```").ShouldBe(Between(source, "// README: change\n", "// README: changed"));
    }

    private static string[] Between(string text, string begin, string end)
    {
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var lines = text[from..text.IndexOf(end, from, StringComparison.Ordinal)].TrimEnd().Split('\n');
        var indent = lines[0].Length - lines[0].TrimStart().Length;
        return [.. lines.Select(line => line.Length < indent ? "" : line[indent..])];
    }
}
