using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Api;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>The wishes of <c>data/wishes.jsonl</c> over the sample catalogue: no wrong place, no wrong length by more than a day, nothing 30 % over a firm budget among the first five.</summary>
public sealed class when_everyday_wishes_are_ranked(AppFixture app)
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    public static TheoryData<string> FilledIn => [.. WishJudgements.Ids];

    public static TheoryData<string, string> InWords => [.. WishJudgements.Ids.SelectMany(id => WishJudgements.Texts(id).Select(text => (id, text)))];

    [Fact]
    public void there_are_at_least_thirty_of_them() => WishJudgements.Ids.Count().ShouldBeGreaterThanOrEqualTo(30);

    [Theory]
    [MemberData(nameof(FilledIn))]
    public async Task the_first_five_answer_what_was_filled_in(string id)
    {
        var errors = new MemberErrors();
        var wishes = app.Services.GetRequiredService<PreferencesReader>().Read(PreferencesParser.Parse(WishJudgements.Wish(id), errors), Today, errors);
        errors.Any.ShouldBeFalse(errors.ToString());

        await FirstFiveAnswerAsync(id, wishes, inWords: WishJudgements.Wish(id).TryGetProperty("free_text", out _));
    }

    [Theory]
    [MemberData(nameof(InWords))]
    public async Task the_first_five_answer_what_was_written(string id, string text) =>
        await FirstFiveAnswerAsync(id, app.Services.GetRequiredService<IWishReader>().Read(text, null, Today).Wishes, inWords: true);

    private async Task FirstFiveAnswerAsync(string id, Wishes wishes, bool inWords)
    {
        var first = await FirstAsync(wishes);

        first.Count.ShouldBe(10);
        first.Take(5).Select(package => WishJudgements.Faults(id, package.SourceId, inWords)).Where(faults => faults.Length > 0).ShouldBeEmpty();
    }

    /// <summary>The judgements would be worth nothing if a ranker that does not listen passed them.</summary>
    [Theory]
    [InlineData(Relaxing.Places, 25)]
    [InlineData(Relaxing.Durations, 15)]
    [InlineData(Relaxing.Budget, 3)]
    public async Task a_ranker_deaf_to_a_wish_is_caught_by_them(string deafTo, int atLeast)
    {
        var caught = 0;
        foreach (var id in WishJudgements.Ids)
        {
            var text = WishJudgements.Texts(id).First();
            var wishes = Relaxing.Without(app.Services.GetRequiredService<IWishReader>().Read(text, null, Today).Wishes, deafTo);
            caught += (await FirstAsync(wishes)).Take(5).Any(package => WishJudgements.Faults(id, package.SourceId, inWords: true).Length > 0) ? 1 : 0;
        }

        caught.ShouldBeGreaterThanOrEqualTo(atLeast);
    }

    [Fact]
    public async Task no_wish_brings_popular_and_different_tours_and_says_so()
    {
        var result = await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RankAsync(new Wishes(), 10, TestContext.Current.CancellationToken));

        result.WithoutWishes.ShouldBeTrue();
        result.Packages.Count.ShouldBe(10);
        var packages = await app.Services.GetRequiredService<ICatalog>().PackagesAsync([.. result.Packages.Select(package => package.PackageId)], TestContext.Current.CancellationToken);
        packages.Values.Select(package => package.ProviderId).Distinct().Count().ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task all_weights_zero_is_refused() =>
        await Should.ThrowAsync<ArgumentException>(() => app.InScopeAsync(services =>
            services.GetRequiredService<IRecommender>().RankAsync(new Wishes { Weights = new double[7] }, 10, TestContext.Current.CancellationToken)));

    [Fact]
    public async Task when_nothing_fits_the_wish_that_costs_most_is_named_with_what_dropping_it_brings()
    {
        var wishes = new Wishes { Places = [new PlaceWish("hoi-an", null)], Durations = [new(3, 3)], Budget = new BudgetWish(null, 100_000, "VND", Firm: true) };

        var result = await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RankAsync(wishes, 10, TestContext.Current.CancellationToken));

        result.Relaxations[0].Wish.ShouldBe(Relaxing.Budget);
        var without = await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RankAsync(Relaxing.Without(wishes, Relaxing.Budget), 50, TestContext.Current.CancellationToken));
        result.Relaxations[0].Brings.ShouldBeGreaterThan(0);
        result.Relaxations[0].Brings.ShouldBeLessThanOrEqualTo(without.Packages.Count);
    }

    [Fact]
    public async Task a_firm_budget_keeps_out_what_costs_more()
    {
        var wishes = new Wishes { Places = [new PlaceWish("da-nang", null)], Budget = new BudgetWish(null, 2_000_000, "VND", Firm: true) };

        var result = await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RankAsync(wishes, 50, TestContext.Current.CancellationToken));

        var packages = await app.Services.GetRequiredService<ICatalog>().PackagesAsync([.. result.Packages.Select(package => package.PackageId)], TestContext.Current.CancellationToken);
        packages.Values.ShouldAllBe(package => package.PriceVnd == null || package.PriceVnd <= 2_000_000);
    }

    [Fact]
    public async Task a_vegetarian_family_is_led_by_what_mentions_vegetarian_food()
    {
        var first = await FirstAsync(new Wishes
        {
            Places = [new PlaceWish("hue", null)],
            Durations = [new(4, 4)],
            Food = new ConceptWishes(["vegetarian"], []),
            Party = new PartyWish(2, 2),
        });

        // One tour of about four days in Huế mentions it; the others are of a day or more than a week.
        Samples.Facts(first[0]).Concepts.ContainsKey("vegetarian").ShouldBeTrue(string.Join(", ", first.Select(package => package.Id)));
    }

    [Fact]
    public async Task a_tour_for_school_classes_does_not_lead_a_familys_list()
    {
        var first = await FirstAsync(new Wishes { Places = [new PlaceWish("hoi-an", null)], Durations = [new(4, 4)], Food = new ConceptWishes(["vegetarian"], []), Party = new PartyWish(2, 2) });

        first.Take(5).ShouldAllBe(package => !(package.GroupLeast >= 10));
    }

    private async Task<IReadOnlyList<TourPackage>> FirstAsync(Wishes wishes)
    {
        var result = await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RankAsync(wishes, 10, TestContext.Current.CancellationToken));
        result.Packages.Select(package => package.Score).ShouldBeInOrder(SortDirection.Descending);
        var packages = await app.Services.GetRequiredService<ICatalog>().PackagesAsync([.. result.Packages.Select(package => package.PackageId)], TestContext.Current.CancellationToken);
        return [.. result.Packages.Select(ranked => packages[ranked.PackageId])];
    }
}
