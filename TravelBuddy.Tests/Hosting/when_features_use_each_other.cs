using System.Text.RegularExpressions;
using TravelBuddy.Tests.Encoding;

namespace TravelBuddy.Tests.Hosting;

/// <summary>What the structure of the solution promises, read from its sources.</summary>
public sealed partial class when_features_use_each_other
{
    [Fact]
    public void only_recommendations_know_the_ranking_library() =>
        Sources().Where(source => RankingLibrary().IsMatch(source.Text)).Select(source => source.Feature).Distinct().ShouldBe(["Recommendations"]);

    [Fact]
    public void features_never_call_pages() =>
        Sources().Where(source => source.Feature.Length > 0 && source.Feature != "Pages" && PagesNamespace().IsMatch(source.Text)).Select(source => source.Path).ShouldBeEmpty();

    [Fact]
    public void the_ranking_library_knows_nothing_of_the_application() =>
        Files("TravelBuddy.Ranking").Where(path => File.ReadAllText(path).Contains("TravelBuddy.Web", StringComparison.Ordinal)).ShouldBeEmpty();

    private static IEnumerable<(string Path, string Feature, string Text)> Sources() =>
        from path in Files("TravelBuddy.Web")
        let parts = Path.GetRelativePath(Path.Combine(Repository.Root, "TravelBuddy.Web"), path).Split(Path.DirectorySeparatorChar)
        where parts[0] != "Internal"
        select (path, parts.Length > 1 ? parts[0] : "", File.ReadAllText(path));

    private static IEnumerable<string> Files(string project) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\bTravelBuddy\.Ranking\b")]
    private static partial Regex RankingLibrary();

    [GeneratedRegex(@"\b(?:TravelBuddy\.Web|Web)\.Pages\b|[<( ]Pages\.[A-Z]")]
    private static partial Regex PagesNamespace();
}
