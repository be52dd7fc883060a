using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>Prices of one person and of a group, on the bar and in the sentence.</summary>
public sealed class when_a_price_stands_beside_a_budget(AppFixture app)
{
    /// <summary>520 USD for a private group of up to four in Bến Tre.</summary>
    private const string FamilyHideaway = "~cuu-long-explorer-bentrefam-19";

    private static readonly ReasonWriter Writer = new(Repository.Gazetteer, Repository.Lexicon, Repository.Rates);

    private static Wishes BenTre(decimal most, bool firm = false, int? people = null) => new()
    {
        Places = [new PlaceWish("ben-tre", null)],
        Durations = [new(2, 2)],
        Budget = new BudgetWish(null, most, "USD", firm),
        Party = people is { } adults ? new PartyWish(adults, 0) : null,
    };

    private static TourPackage ForGroup(decimal price, int? most = null) => Similarity.Package("Private day", "hue") with
    {
        Price = new Money(price, "USD"),
        PricePer = PricePer.Group,
        GroupMost = most,
        PriceVnd = most is { } people ? Repository.Rates.ToVnd(new Money(price / people, "USD")) : null,
    };

    private static Reason PriceReason(TourPackage tour, PartyWish? party, decimal budget)
    {
        var wishes = new Wishes { Budget = new BudgetWish(null, budget, "USD"), Party = party };
        var facts = Samples.Facts(tour);
        return ReasonFinder.Of(Samples.Context(wishes), Samples.Assess(wishes, facts), facts, new float[7]).Single(reason => reason.Code.StartsWith("price.", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<RankedPackage>> RankAsync(Wishes wishes) =>
        (await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RankAsync(wishes, 50, TestContext.Current.CancellationToken))).Packages;

    [Theory]
    [InlineData(null, 4, 120)]
    [InlineData(null, 1, 240)]
    [InlineData(null, null, 120)]
    [InlineData(3, null, 80)]
    [InlineData(3, 2, 120)]
    [InlineData(1, 4, 240)]
    public void a_group_s_price_is_shared_by_who_travel_or_by_two_and_never_by_more_than_it_is_sold_to(int? people, int? most, int each)
    {
        var wishes = new Wishes { Budget = new BudgetWish(null, 100, "USD"), Party = people is { } adults ? new PartyWish(adults, 0) : null };

        Samples.Assess(wishes, Samples.Facts(ForGroup(240, most))).OfBudget!.Value.ShouldBe(each / 100.0, .001);
    }

    [Theory]
    [InlineData(200, null, false)]
    [InlineData(200, 2, false)]
    [InlineData(200, 4, true)]
    [InlineData(270, null, true)]
    public async Task a_tour_over_a_firm_budget_by_that_share_is_left_out(int budget, int? people, bool listed) =>
        (await RankAsync(BenTre(budget, firm: true, people))).Any(package => package.PackageId.EndsWith(FamilyHideaway, StringComparison.Ordinal)).ShouldBe(listed);

    [Fact]
    public void the_sentence_says_for_how_many_a_group_s_price_was_shared()
    {
        Written(PriceReason(ForGroup(240, 4), null, 130)).ShouldBe(
            ("$240 for the whole group; if it is for two people, $120 each, within your budget", "240 USD cho cả nhóm; nếu đi hai người thì mỗi người 120 USD, trong ngân sách của bạn"));
        Written(PriceReason(ForGroup(240, 4), new PartyWish(2, 1), 50)).ShouldBe(
            ("$240 for the whole group; for 3 people $80 each, 60% over your budget", "240 USD cho cả nhóm; 3 người thì mỗi người 80 USD, vượt ngân sách của bạn 60%"));
        Written(PriceReason(ForGroup(240, 4), null, 100)).ShouldBe(
            ("$240 for the whole group; if it is for two people, $120 each, 20% over your budget", "240 USD cho cả nhóm; nếu đi hai người thì mỗi người 120 USD, vượt ngân sách của bạn 20%"));
        Written(PriceReason(ForGroup(95), new PartyWish(1, 0), 100)).ShouldBe(
            ("$95 for the whole group, also for one person, within your budget", "95 USD cho cả nhóm, một người cũng vậy, trong ngân sách của bạn"));

        static (string, string) Written(Reason reason) => (Writer.Sentence(reason, "en"), Writer.Sentence(reason, "vi"));
    }

    [Fact]
    public void what_is_shared_is_told_in_the_travellers_currency_without_odd_fractions() =>
        Writer.Sentence(new Reason(ReasonCodes.PriceShared, ["12500000", "VND", "3"]), "en").ShouldBe("12,500,000 ₫ for the whole group; for 3 people 4,166,667 ₫ each, within your budget");

    [Theory]
    [InlineData(120)]
    [InlineData(150)]
    [InlineData(240)]
    [InlineData(385)]
    public async Task a_full_bar_means_within_the_budget_and_a_shorter_one_over_it(int budget)
    {
        var bars = (await RankAsync(BenTre(budget)))
            .Select(package => (Bar: package.Similarities[(int)Criterion.Budget]!.Value, Over: OverOf(package.Reasons)))
            .Where(price => price.Over is not null)
            .ToList();

        bars.Count.ShouldBeGreaterThan(20);
        bars.Where(price => price.Over == 0).ShouldAllBe(price => price.Bar == 1);
        bars.Where(price => price.Over > 0).ShouldNotBeEmpty();
        bars.Where(price => price.Over > 0).ShouldAllBe(price => price.Bar <= .96);
        bars.OrderBy(price => price.Over).Select(price => price.Bar).ShouldBeInOrder(SortDirection.Descending);
    }

    /// <summary>Per cent over the budget as a reason tells it, 0 within; null where it tells neither.</summary>
    private static double? OverOf(IEnumerable<Reason> reasons) => reasons.Select(reason => reason.Code switch
    {
        ReasonCodes.PriceWithin or ReasonCodes.PriceShared => 0,
        ReasonCodes.PriceOver => double.Parse(reason.Arguments[2], CultureInfo.InvariantCulture),
        ReasonCodes.PriceSharedOver => double.Parse(reason.Arguments[3], CultureInfo.InvariantCulture),
        _ => (double?)null,
    }).FirstOrDefault(over => over is not null);
}
