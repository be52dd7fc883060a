using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Pages;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_a_score_is_explained(AppFixture app)
{
    private static readonly Wishes Hue = new()
    {
        Places = [new PlaceWish("hue", null)],
        Durations = [new DurationWish(3, 3)],
        Budget = new BudgetWish(null, 8_000_000, "VND"),
        Activities = new ConceptWishes(["cycling"], []),
        Party = new PartyWish(2, 2),
    };

    [Fact]
    public async Task its_parts_add_up_to_it()
    {
        var result = await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().ExplainAsync(Hue, 50, TestContext.Current.CancellationToken));

        result.Workings.Count.ShouldBe(50);
        foreach (var (package, working) in result.Packages.Zip(result.Workings))
        {
            working.Weights.Sum().ShouldBe(1, 1e-9);
            var criteria = package.Similarities.Select((similarity, c) => working.Weights[c] * ((similarity ?? -1) + 1) / 2).Sum();
            working.Exact.ShouldBe(criteria, .002, package.PackageId);
            working.Adjusted.ShouldBe((working.Exact + working.Parts.Sum(part => part.Amount)) / working.Divisor, 1e-9, package.PackageId);
            working.Placed.ShouldBe(package.Score, .0001);
        }

        result.Workings.SelectMany(working => working.Parts).Select(part => part.Code).ShouldContain(AdjustmentCodes.WrongPlace);
    }

    [Fact]
    public async Task it_is_the_score_that_the_list_has()
    {
        var (explained, ranked) = await app.InScopeAsync(async services =>
        {
            var recommender = services.GetRequiredService<IRecommender>();
            return (await recommender.ExplainAsync(Hue, 20, TestContext.Current.CancellationToken), await recommender.RankAsync(Hue, 20, TestContext.Current.CancellationToken));
        });

        explained.Packages.Select(package => (package.PackageId, package.Score)).ShouldBe(ranked.Packages.Select(package => (package.PackageId, package.Score)));
        ranked.Workings.ShouldBeEmpty();
    }
}
