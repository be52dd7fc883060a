using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>How much of a package's text is about what was wished.</summary>
public class when_words_are_shared
{
    private static readonly IReadOnlyList<PackageFacts> Candidates = [.. Repository.Packages.Select(package => PackageFacts.Of(package, Repository.Gazetteer, Repository.Lexicon))];

    private static SharedWords Of(ConceptWishes activities, IReadOnlyList<PackageFacts>? candidates = null)
    {
        var context = RankingContext.Of(
            new Wishes { Activities = activities }, new PlaceReach(Repository.Gazetteer), Repository.Gazetteer, Repository.Lexicon, new ConceptKin(Repository.Lexicon), Repository.Rates);
        return SharedWords.Of(context, Repository.Lexicon, candidates ?? Candidates);
    }

    private static PackageFacts Package(string id) => Candidates.Single(facts => facts.Package.SourceId == id);

    [Fact]
    public void the_tour_that_is_about_it_shares_more_than_one_that_has_it_too()
    {
        var words = Of(new ConceptWishes(["floating-market"], []));

        words.ShareOf(Package("cuu-long-explorer-cairang-06")).ShouldBeGreaterThan(words.ShareOf(Package("cuu-long-explorer-datmui-07")));
        words.ShareOf(Package("cuu-long-explorer-datmui-07")).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("diving")]
    [InlineData("floating-market")]
    [InlineData("cooking-class")]
    public void shares_are_of_the_best_in_the_package_s_language(string concept)
    {
        var words = Of(new ConceptWishes([concept], []));

        foreach (var language in Candidates.GroupBy(facts => facts.Package.Language))
        {
            language.Max(words.ShareOf).ShouldBe(1, 1e-9, $"{language.Key}");
            language.Min(words.ShareOf).ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    [Fact]
    public void the_only_tour_of_a_language_that_hardly_speaks_of_it_is_not_the_best()
    {
        List<PackageFacts> candidates = [.. Candidates.Where(facts => facts.Package.Language == "vi"), Package("limestone-tide-quanlan-12")];

        Of(new ConceptWishes(["floating-market"], []), candidates).ShareOf(candidates[^1]).ShouldBeLessThan(.5);
    }

    [Fact]
    public void words_that_no_list_knows_count_too()
    {
        var words = Of(new ConceptWishes([], ["sá sùng"]));

        words.ShareOf(Package("limestone-tide-quanlan-12")).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void nothing_wished_shares_nothing()
    {
        var words = Of(ConceptWishes.None);

        words.IsEmpty.ShouldBeTrue();
        words.ShareOf(Candidates[0]).ShouldBe(0);
    }
}
