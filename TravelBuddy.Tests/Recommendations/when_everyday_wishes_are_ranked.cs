using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Api;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>The thirty wishes of <c>data/wishes.jsonl</c> over the sample catalogue: no wrong place, no wrong length by more than a day, nothing 30 % over a firm budget among the first five.</summary>
public sealed class when_everyday_wishes_are_ranked(AppFixture app)
{
    public static TheoryData<string> Wishes => [.. File.ReadLines(Repository.DataFile("wishes.jsonl")).Where(line => line.Length > 0)];

    [Theory]
    [MemberData(nameof(Wishes))]
    public async Task the_first_five_answer_them(string line)
    {
        var errors = new MemberErrors();
        using var document = JsonDocument.Parse(line);
        var reader = app.Services.GetRequiredService<PreferencesReader>();
        var wishes = reader.Read(PreferencesParser.Parse(document.RootElement, errors), new DateOnly(2026, 6, 1), errors);
        errors.Any.ShouldBeFalse(errors.ToString());
        wishes.Places.ShouldNotBeEmpty();
        wishes.Durations.ShouldNotBeEmpty();

        var result = await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RankAsync(wishes, 10, TestContext.Current.CancellationToken));

        result.Packages.Count.ShouldBeGreaterThanOrEqualTo(3);
        var packages = await app.Services.GetRequiredService<ICatalog>().PackagesAsync([.. result.Packages.Select(package => package.PackageId)], TestContext.Current.CancellationToken);
        foreach (var package in result.Packages.Take(5).Select(ranked => packages[ranked.PackageId]))
        {
            var found = Samples.Assess(wishes, Samples.Facts(package));
            (found.PlacesHit.Count > 0 || found.PlaceNear).ShouldBeTrue($"place of {package.Id}");
            Math.Abs(found.DaysOff ?? 0).ShouldBeLessThanOrEqualTo(1, $"days of {package.Id}");
            if (wishes.Budget is { Firm: true })
            {
                (found.OfBudget ?? 0).ShouldBeLessThanOrEqualTo(1.3, $"price of {package.Id}");
            }
        }
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
    public async Task halal_food_in_saigon_brings_the_muslim_friendly_tour()
    {
        var first = await FirstAsync(new Wishes { Places = [new PlaceWish("ho-chi-minh-city", null)], Durations = [new(2, 2)], Food = new ConceptWishes(["halal"], []) });

        first.Take(3).ShouldContain(package => package.Id.EndsWith("ben-nghe-wanderers-halal-17", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_vegetarian_family_is_led_by_what_mentions_vegetarian_food()
    {
        var first = await FirstAsync(new Wishes
        {
            Places = [new PlaceWish("hoi-an", null)],
            Durations = [new(4, 4)],
            Food = new ConceptWishes(["vegetarian"], []),
            Party = new PartyWish(2, 2),
        });

        // One tour of about four days in Hội An mentions it; the others are half a day or more than a week.
        Samples.Facts(first[0]).Concepts.ContainsKey("vegetarian").ShouldBeTrue(string.Join(", ", first.Select(package => package.Id)));
    }

    private async Task<IReadOnlyList<TourPackage>> FirstAsync(Wishes wishes)
    {
        var result = await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RankAsync(wishes, 10, TestContext.Current.CancellationToken));
        var packages = await app.Services.GetRequiredService<ICatalog>().PackagesAsync([.. result.Packages.Select(package => package.PackageId)], TestContext.Current.CancellationToken);
        return [.. result.Packages.Select(ranked => packages[ranked.PackageId])];
    }
}
