using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Pages;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>Three tours of the sample catalogue go round Hà Giang in about three days for so little.</summary>
public sealed class when_few_tours_answer(AppFixture app)
{
    private const decimal Limit = 3_400_000;

    private static readonly Wishes Cheaply = new() { Places = [new PlaceWish("ha-giang", null)], Durations = [new(3, 3)], Budget = new BudgetWish(null, Limit, "VND", Firm: true) };

    private static readonly HashSet<string> Answers = [.. Repository.Packages
        .Where(tour => tour.Locations.Any(place => place.PlaceId == "ha-giang") && tour.DurationDays is >= 2 and <= 4 && tour.PriceVnd <= Limit)
        .Select(tour => tour.Id)];

    private Task<RankingResult> RankAsync(Wishes wishes, int count = 50) =>
        app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RankAsync(wishes, count, TestContext.Current.CancellationToken));

    [Fact]
    public async Task they_come_first_and_near_misses_follow_that_score_clearly_lower()
    {
        Answers.Count.ShouldBe(3);

        var ranked = (await RankAsync(Cheaply)).Packages;

        ranked.Count.ShouldBe(50);
        ranked.Take(3).Select(package => package.PackageId).ShouldBe(Answers, ignoreOrder: true);
        ranked[3].Score.ShouldBeLessThan(ranked[2].Score - .05);
        ranked.Select(package => package.Score).ShouldBeInOrder(SortDirection.Descending);
        ranked.ShouldAllBe(package => package.Score >= 0 && package.Score <= 1);
    }

    [Fact]
    public async Task each_near_miss_says_what_speaks_against_it()
    {
        string[] against = [ReasonCodes.PlacesElsewhere, ReasonCodes.PlaceNear, ReasonCodes.PlacesUnknown, ReasonCodes.DaysOff];

        var ranked = (await RankAsync(Cheaply)).Packages;

        ranked.Skip(3).ShouldAllBe(package => package.Reasons.Any(reason => against.Contains(reason.Code)));
    }

    [Fact]
    public async Task what_goes_there_for_another_length_comes_before_what_goes_elsewhere()
    {
        var ranked = (await RankAsync(Cheaply with { Budget = null, Durations = [new(10, 12)] })).Packages;

        var elsewhere = ranked.Select(package => package.Reasons.Any(reason => reason.Code == ReasonCodes.PlacesElsewhere)).ToList();
        elsewhere.IndexOf(true).ShouldBeGreaterThan(9);
    }

    [Fact]
    public async Task a_single_answer_leads_too()
    {
        var ranked = (await RankAsync(Cheaply with { Budget = new BudgetWish(null, 2_700_000, "VND", Firm: true) })).Packages;

        ranked[0].PackageId.ShouldEndWith("~may-ngan-du-ky-hagiang-06");
        ranked.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task the_pages_go_on_after_them_and_repeat_nothing()
    {
        using var traveller = await TravellerWithList.NewAsync(app, _ => Cheaply);

        var shown = new List<string?>();
        for (var page = await traveller.ShowAsync(); ; page = await traveller.Browser.GetAsync(page.Page.QuerySelector(".pages a[rel=next]")!.GetAttribute("href")!))
        {
            shown.AddRange(page.Page.QuerySelectorAll(".tour h2 a").Select(link => link.GetAttribute("href")));
            if (page.Page.QuerySelector(".pages a[rel=next]") is null)
            {
                break;
            }
        }

        shown.Count.ShouldBe(50);
        shown.ShouldBeUnique();
    }

    [Theory]
    [InlineData("en", "Close, but not quite", "Somewhere else")]
    [InlineData("vi", "Gần với mong muốn, nhưng chưa khớp hẳn", "Ở nơi khác")]
    public async Task what_only_comes_close_says_so_on_its_card(string language, string close, string elsewhere)
    {
        using var traveller = await TravellerWithList.NewAsync(app, _ => Cheaply, language);

        var first = await traveller.ShowAsync();
        var second = await traveller.Browser.GetAsync(first.Page.QuerySelector(".pages a[rel=next]")!.GetAttribute("href")!);

        Labels(first)[..3].ShouldBe([null, null, null]);
        Labels(first).Concat(Labels(second)).OfType<string>().Distinct().ShouldBe([close, elsewhere], ignoreOrder: true);

        static string?[] Labels(PageAnswer shown) => [.. shown.Page.QuerySelectorAll("article.tour").Select(tour => tour.QuerySelector(".tour__standing")?.TextContent)];
    }

    [Fact]
    public async Task where_nothing_fits_a_wish_can_be_dropped_and_what_comes_closest_is_shown()
    {
        using var traveller = await TravellerWithList.NewAsync(app, _ => Cheaply with { Durations = [new(9, 9)] });

        var page = await traveller.ShowAsync();

        page.Page.QuerySelectorAll(".tour").Length.ShouldBe(10);
        var relaxed = await traveller.RecordedAsync(await traveller.PressAsync(page, $".relax button[value={Relaxing.Durations}]"));
        relaxed.Relaxations.ShouldBeEmpty();
        relaxed.Packages.Count.ShouldBe(50);
    }

    [Theory]
    [InlineData("Cà Mau 9 ngày dưới 200 nghìn, ngày 1/1/2031")]
    [InlineData("9 days in Ca Mau, under $8")]
    public async Task where_several_wishes_rule_everything_out_together_they_can_be_dropped_at_once(string text)
    {
        var wishes = app.Services.GetRequiredService<IWishReader>().Read(text, null, new DateOnly(2026, 6, 1)).Wishes;
        using var traveller = await TravellerWithList.NewAsync(app, known => wishes with { Language = known.Language, Currency = known.Currency });

        var page = await traveller.ShowAsync();

        page.Page.QuerySelector(".relax h2")!.TextContent.ShouldBe("No tour fits all of it");
        var button = page.Page.QuerySelector(".relax button")!.GetAttribute("value")!;
        Relaxing.Parts(button).Count.ShouldBeGreaterThan(1);
        var relaxed = await traveller.RecordedAsync(await traveller.PressAsync(page, $".relax button[value='{button}']"));
        relaxed.NothingFits.ShouldBeFalse();
    }

    [Fact]
    public async Task what_the_traveller_does_not_want_comes_far_below_and_says_so()
    {
        var wishes = new Wishes { Places = [new PlaceWish("sa-pa", null)], Exclusions = new ConceptWishes(["trekking"], []) };

        var ranked = (await RankAsync(wishes, Repository.Packages.Count)).Packages;

        var tours = Repository.Packages.ToDictionary(tour => tour.Id, Samples.Facts);
        var unwanted = ranked.Select(package => Samples.Assess(wishes, tours[package.PackageId]).ExcludedSurely).ToList();
        unwanted.IndexOf(true).ShouldBeGreaterThan(9);
        ranked.Where((_, i) => unwanted[i]).ShouldAllBe(package => package.Reasons.Any(reason => reason.Code == ReasonCodes.Excluded));
    }

    [Theory]
    [InlineData("Halal food Ho Chi Minh City 2 days")]
    [InlineData("Đồ ăn halal Sài Gòn 2 ngày")]
    [InlineData("do an halal sai gon 2 ngay")]
    [InlineData("2 days in Saigon, halal")]
    [InlineData("TP.HCM 2 ngày, suất ăn halal")]
    public async Task the_one_tour_of_a_city_that_caters_for_a_diet_leads(string text)
    {
        var ranked = (await RankAsync(app.Services.GetRequiredService<IWishReader>().Read(text, null, new DateOnly(2026, 6, 1)).Wishes, 10)).Packages;

        ranked[0].PackageId.ShouldEndWith("~ben-nghe-wanderers-halal-17");
        ranked[0].Reasons.ShouldContain(reason => reason.Code == ReasonCodes.PlacesVisited);
        ranked[1].Reasons.ShouldContain(reason => reason.Code == ReasonCodes.DietUnsaid && reason.Arguments.Contains("halal"));
    }

    [Theory]
    [InlineData("Halal food Hanoi 3 days mosque")]
    [InlineData("3 days in Hanoi, halal meals, near a mosque")]
    [InlineData("Hà Nội 3 ngày, đồ ăn halal")]
    [InlineData("do an halal ha noi 3 ngay")]
    public async Task the_one_tour_of_a_city_that_caters_for_a_diet_leads_even_two_days_longer_and_none_elsewhere_does(string text)
    {
        var ranked = (await RankAsync(app.Services.GetRequiredService<IWishReader>().Read(text, null, new DateOnly(2026, 6, 1)).Wishes)).Packages;

        ranked[0].PackageId.ShouldEndWith("~rice-lantern-voyages-halal-05");
        var elsewhere = ranked.Select(package => package.Reasons.Any(reason => reason.Code == ReasonCodes.PlacesElsewhere)).ToList();
        elsewhere.ShouldContain(true);
        ranked.ToList().FindIndex(package => package.PackageId.EndsWith("-halal-17", StringComparison.Ordinal)).ShouldBeGreaterThan(elsewhere.IndexOf(true) - 1);
    }

    [Theory]
    [InlineData("Hanoi to Saigon by train")]
    [InlineData("Saigon to Hanoi by train")]
    [InlineData("tàu hỏa từ Hà Nội vào Sài Gòn")]
    [InlineData("tau hoa tu Sai Gon ra Ha Noi")]
    public async Task the_tours_that_go_from_one_end_to_the_other_lead_over_those_of_either(string text) =>
        await LeadFromEndToEndAsync(app.Services.GetRequiredService<IWishReader>().Read(text, null, new DateOnly(2026, 6, 1)).Wishes);

    [Fact]
    public async Task the_tours_that_go_to_both_of_two_places_far_apart_lead_over_those_of_either() =>
        await LeadFromEndToEndAsync(new Wishes { Places = [new PlaceWish("ha-noi", null), new PlaceWish("ho-chi-minh-city", null)] });

    private async Task LeadFromEndToEndAsync(Wishes wishes)
    {
        var ranked = (await RankAsync(wishes, 10)).Packages;

        var tours = Repository.Packages.ToDictionary(tour => tour.Id, tour => tour.Locations.Append(tour.Start).Select(place => place?.PlaceId).ToList());
        ranked.Take(4).ShouldAllBe(package => tours[package.PackageId].Contains("ha-noi") && tours[package.PackageId].Contains("ho-chi-minh-city"), string.Join(", ", ranked.Select(package => package.PackageId)));
    }
}
