using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Pages;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_a_price_is_wished_in_words(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ha-long", "budget")]
    [InlineData("da-nang", "cheap-tour")]
    public async Task it_leads_with_what_costs_little_beside_the_others_and_rules_nothing_out(string place, string concept)
    {
        var (first, prices, result) = await PricedAsync(place, concept);

        first.ShouldBeLessThanOrEqualTo(prices[prices.Count / 3]);
        result.NothingFits.ShouldBeFalse();
        result.Workings.SelectMany(working => working.Parts).Select(part => part.Code).ShouldContain(AdjustmentCodes.PriceInWords);
    }

    [Theory]
    [InlineData("luxury")]
    [InlineData("ultra-luxury")]
    public async Task luxury_leads_with_what_costs_much(string concept)
    {
        var (first, prices, _) = await PricedAsync("ha-long", concept);

        first.ShouldBeGreaterThanOrEqualTo(prices[prices.Count * 2 / 3]);
    }

    [Theory]
    [InlineData("mekong-delta", 1), InlineData("hue", 1), InlineData("da-lat", 3)]
    public async Task of_two_that_fit_alike_the_much_cheaper_one_comes_first(string place, int days)
    {
        var result = await RankedAsync(new Wishes { Places = [new PlaceWish(place, null)], Durations = [new DurationWish(days, days)], Activities = new ConceptWishes(["budget"], []) });
        var packages = await app.Services.GetRequiredService<ICatalog>().PackagesAsync([.. result.Packages.Take(2).Select(ranked => ranked.PackageId)], Ct);
        var (first, second) = (result.Packages[0], result.Packages[1]);

        (second.Standing == first.Standing && packages[second.PackageId].PriceVnd * 2 < packages[first.PackageId].PriceVnd).ShouldBeFalse();
    }

    [Fact]
    public async Task who_wants_it_cheap_is_told_of_a_tour_that_is_dearer_than_most()
    {
        var (_, prices, result) = await PricedAsync("ha-long", "cheap-tour");
        var packages = await app.Services.GetRequiredService<ICatalog>().PackagesAsync([.. result.Packages.Select(ranked => ranked.PackageId)], Ct);
        var dear = result.Packages.Where(ranked => ranked.Reasons.Any(reason => reason.Code == ReasonCodes.PriceDear)).Select(ranked => packages[ranked.PackageId].PriceVnd!.Value).ToList();

        dear.ShouldNotBeEmpty();
        dear.ShouldAllBe(price => price >= prices[prices.Count / 2]);
    }

    [Theory]
    [InlineData("hue", 3), InlineData("da-lat", 3)]
    public async Task who_wants_it_cheap_is_never_told_that_a_tour_far_dearer_than_its_like_is_what_they_asked_for(string place, int days)
    {
        var result = await RankedAsync(new Wishes { Places = [new PlaceWish(place, null)], Durations = [new DurationWish(days, days)], Accommodation = new ConceptWishes(["cheap-tour"], []) });
        var packages = await app.Services.GetRequiredService<ICatalog>().PackagesAsync([.. result.Packages.Select(ranked => ranked.PackageId)], Ct);
        var answers = result.Packages.Where(ranked => Shortfalls.IsAllAsked(ranked.Standing, ranked.Reasons, priceNamed: false)).Select(ranked => packages[ranked.PackageId]).Where(tour => tour.PriceVnd > 0).ToList();

        answers.ShouldNotBeEmpty();
        answers.Max(tour => tour.PriceVnd!.Value).ShouldBeLessThan(3 * answers.Min(tour => tour.PriceVnd!.Value));
    }

    [Fact]
    public async Task prices_are_compared_with_those_of_tours_of_about_the_wished_length()
    {
        var result = await RankedAsync(new Wishes { Places = [new PlaceWish("hue", null)], Durations = [new DurationWish(3, 3)], Accommodation = new ConceptWishes(["cheap-tour"], []) });
        var packages = await app.Services.GetRequiredService<ICatalog>().PackagesAsync([.. result.Packages.Select(ranked => ranked.PackageId)], Ct);
        var cheapest = result.Packages.Where(ranked => ranked.Standing == Standing.Answer && packages[ranked.PackageId].DurationDays == 3).MinBy(ranked => packages[ranked.PackageId].PriceVnd)!;

        cheapest.Reasons.ShouldContain(reason => reason.Code == ReasonCodes.Has && reason.Arguments.Contains("cheap-tour"));
        cheapest.Reasons.ShouldNotContain(reason => reason.Code == ReasonCodes.PriceDear);
    }

    [Fact]
    public async Task a_low_price_is_told_as_what_was_wished_and_silence_as_nothing()
    {
        var (_, _, result) = await PricedAsync("ha-long", "budget");

        result.Packages[0].Reasons.ShouldContain(reason => reason.Code == ReasonCodes.Has && reason.Arguments.Contains("budget"));
        result.Packages.ShouldNotContain(ranked => ranked.Reasons.Any(reason => reason.Code == ReasonCodes.DoesNotSay && reason.Arguments.Contains("budget")));
    }

    [Fact]
    public async Task a_number_says_more_than_a_word()
    {
        var ranked = await RankedAsync(new Wishes { Places = [new PlaceWish("ha-long", null)], Budget = new BudgetWish(null, 200, "USD"), Accommodation = new ConceptWishes(["budget"], []) });

        ranked.Workings.SelectMany(working => working.Parts).Select(part => part.Code).ShouldNotContain(AdjustmentCodes.PriceInWords);
    }

    /// <summary>What the first costs, and what all there cost, the cheapest first.</summary>
    private async Task<(decimal First, IReadOnlyList<decimal> Prices, RankingResult Result)> PricedAsync(string place, string concept)
    {
        var result = await RankedAsync(new Wishes { Places = [new PlaceWish(place, null)], Accommodation = new ConceptWishes([concept], []) });
        var there = result.Packages.Where(ranked => ranked.Standing < Standing.Elsewhere).Select(ranked => ranked.PackageId).ToList();
        var packages = await app.Services.GetRequiredService<ICatalog>().PackagesAsync([.. there], Ct);
        return (packages[there[0]].PriceVnd!.Value, [.. packages.Values.Select(package => package.PriceVnd).OfType<decimal>().Order()], result);
    }

    private Task<RankingResult> RankedAsync(Wishes wishes) => app.InScopeAsync(services => services.GetRequiredService<IRecommender>().ExplainAsync(wishes, 50, Ct));
}
