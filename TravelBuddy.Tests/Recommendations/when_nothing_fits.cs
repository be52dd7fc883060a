using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Pages;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>Wishes that no tour of the sample catalogue answers, each with what costs most to keep.</summary>
public sealed class when_nothing_fits(AppFixture app)
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    /// <summary>Language, wish, what the first offer drops.</summary>
    public static TheoryData<string, string, string> Impossible => new()
    {
        { "en", "3 days in Hoi An, 5 dollars at most", Relaxing.Budget },
        { "vi", "Hội An 3 ngày, tối đa 100 nghìn", Relaxing.Budget },
        { "en", "25 days on Phu Quoc", Relaxing.Durations },
        { "vi", "Phú Quốc 25 ngày", Relaxing.Durations },
        { "en", "2 days in Vientiane, under 300 USD", Relaxing.Places },
        { "vi", "Viêng Chăn 2 ngày dưới 8 triệu", Relaxing.Places },
        { "en", "3 days in Ha Giang, must be wheelchair accessible", Relaxing.Essentials },
        { "vi", "Hà Giang 3 ngày, bắt buộc phải có lối đi xe lăn", Relaxing.Essentials },
        { "en", "Ha Long Bay 2 days, no boats and no cruise", Relaxing.Places },
        { "vi", "Vịnh Hạ Long 2 ngày, không đi thuyền, không du thuyền", Relaxing.Places },
        { "en", "Sapa 2 days on 1 January 2031", Relaxing.Dates },
        { "vi", "Sa Pa 2 ngày, đi ngày 1/1/2031", Relaxing.Dates },
        { "en", "9 days in Ca Mau, under $8", "places+budget" },
        { "vi", "Cà Mau 9 ngày dưới 200 nghìn", "places+budget" },
        { "en", "25 days in Vientiane, under 5 dollars", "places+durations+budget" },
        { "vi", "Viêng Chăn 25 ngày, dưới 100 nghìn", "places+durations+budget" },
        { "en", "somewhere for 80 days", Relaxing.Durations },
        { "vi", "đi đâu đó 80 ngày", Relaxing.Durations },
        { "en", "Nha Trang 3 days, must have kitesurfing and golf and caving", Relaxing.Essentials },
        { "vi", "Nha Trang 3 ngày, nhất định phải có lướt ván diều, golf và thám hiểm hang động", Relaxing.Essentials },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task the_wish_that_costs_most_is_named_first_with_what_letting_go_of_it_brings(string language, string wish, string costsMost)
    {
        var result = await RankAsync(Read(wish, language));

        result.NothingFits.ShouldBeTrue();
        result.Relaxations.ShouldNotBeEmpty();
        result.Relaxations[0].Wish.ShouldBe(costsMost);
        result.Relaxations.Select(offer => offer.Brings).ShouldBeInOrder(SortDirection.Descending);
        foreach (var offer in result.Relaxations)
        {
            var without = await RankAsync(Relaxing.Without(Read(wish, language), offer.Wish), Repository.Packages.Count);
            without.NothingFits.ShouldBeFalse(offer.Wish);
            var answers = without.Packages.Count(package => package.Standing == Standing.Answer);
            offer.Brings.ShouldBeGreaterThan(0);
            offer.Brings.ShouldBeLessThanOrEqualTo(answers + without.Packages.Count(package => package.Standing == Standing.LacksNeed), $"{offer.Wish} brings {answers}");
        }
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    [InlineData("en", "Hanoi and Ha Long 5 days, pure veg", "")]
    [InlineData("vi", "Hà Nội Hạ Long 5 ngày, ăn chay", "")]
    public async Task what_is_said_to_fit_everything_else_has_nothing_against_it(string language, string wish, string costsMost)
    {
        var wishes = Read(wish, language);
        var result = await RankAsync(wishes);

        result.Relaxations.ShouldNotBeEmpty(costsMost);
        foreach (var offer in result.Relaxations)
        {
            var without = Relaxing.Without(wishes, offer.Wish);
            var answers = (await RankAsync(without, Repository.Packages.Count)).Packages.Count(package => Shortfalls.IsAllAsked(package.Standing, package.Reasons, without.Budget is not null));
            (offer.InPart ? 0 : offer.Brings).ShouldBeLessThanOrEqualTo(answers, offer.Wish);
        }
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task one_press_brings_tours_that_answer_the_rest(string language, string wish, string costsMost)
    {
        using var traveller = await TravellerWithList.NewAsync(app, known => Read(wish, language) with { Currency = known.Currency }, language);

        var page = await traveller.ShowAsync();

        page.Page.QuerySelector(".relax h2")!.TextContent.ShouldBe(language == "vi" ? "Không có tour nào đáp ứng tất cả" : "No tour fits all of it");
        var offer = page.Page.QuerySelector(".relax__wish")!;
        offer.QuerySelector("span")!.TextContent.ShouldStartWith(language == "vi" ? "Nếu " : "With ");
        offer.QuerySelector("button")!.GetAttribute("value").ShouldBe(costsMost);
        var pressed = await traveller.PressAsync(page, ".relax__wish button");
        var relaxed = await traveller.RecordedAsync(pressed);
        relaxed.NothingFits.ShouldBeFalse();
        relaxed.Packages.ShouldNotBeEmpty();
        relaxed.Packages[0].Standing.ShouldBe(Standing.Answer);
        var after = await traveller.Browser.FollowAsync(pressed);
        after.Page.QuerySelector(".relax").ShouldBeNull();
        after.Page.QuerySelectorAll("article.tour").Length.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("en", "Hoi An 3 days, kosher", "Without “kosher”, ")]
    [InlineData("vi", "Hội An 3 ngày, ăn kosher", "Nếu bỏ yêu cầu “kosher” thì ")]
    public async Task a_diet_that_no_tour_says_it_caters_for_is_named_and_can_be_let_go_of(string language, string wish, string offered)
    {
        using var traveller = await TravellerWithList.NewAsync(app, known => Read(wish, language) with { Currency = known.Currency }, language);

        var page = await traveller.ShowAsync();

        page.Page.QuerySelector(".relax h2")!.TextContent.ShouldBe(language == "vi" ? "Không tour nào ghi có đủ mọi điều bạn cần" : "No tour says it has everything you need");
        page.Page.QuerySelector(".relax__wish span")!.TextContent.ShouldStartWith(offered);
        var relaxed = await traveller.RecordedAsync(await traveller.PressAsync(page, ".relax__wish button"));
        relaxed.Packages[0].Standing.ShouldBe(Standing.Answer);
        relaxed.Relaxations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "Ha Giang 3 days, scuba diving", "With anything to do, ", "With any place, ")]
    [InlineData("vi", "Hà Giang 3 ngày, lặn biển", "Nếu chơi gì cũng được thì ", "Nếu đi nơi khác thì ")]
    public async Task things_that_no_tour_there_has_are_named_and_can_be_let_go_of_or_looked_for_elsewhere(string language, string wish, string things, string places)
    {
        using var traveller = await TravellerWithList.NewAsync(app, known => Read(wish, language) with { Currency = known.Currency }, language);

        var page = await traveller.ShowAsync();

        page.Page.QuerySelector(".relax h2")!.TextContent.ShouldBe(language == "vi" ? "Không tour nào ghi có đủ mọi điều bạn cần" : "No tour says it has everything you need");
        var offers = page.Texts(".relax__wish span");
        offers.ShouldContain(offer => offer.StartsWith(things, StringComparison.Ordinal));
        offers.ShouldContain(offer => offer.StartsWith(places, StringComparison.Ordinal));
        foreach (var dropped in new[] { Relaxing.Activities, Relaxing.Places })
        {
            var relaxed = await traveller.RecordedAsync(await traveller.PressAsync(page, $".relax button[value={dropped}]"));
            relaxed.Packages[0].Standing.ShouldBe(Standing.Answer);
            relaxed.Relaxations.ShouldBeEmpty();
            page = await traveller.ShowAsync();
        }
    }

    [Theory]
    [InlineData("en", "Hoi An 3 days, severe peanut allergy")]
    [InlineData("vi", "Hội An 3 ngày, dị ứng đậu phộng nặng")]
    public async Task an_allergy_is_never_offered_to_be_let_go_of(string language, string wish)
    {
        using var traveller = await TravellerWithList.NewAsync(app, known => Read(wish, language) with { Currency = known.Currency }, language);

        var page = await traveller.ShowAsync();

        page.Texts(".relax h2").ShouldHaveSingleItem().ShouldBe(language == "vi" ? "Không tour nào ghi có đủ mọi điều bạn cần" : "No tour says it has everything you need");
        page.Page.QuerySelector("button[formaction$='handler=Relax']").ShouldBeNull();
        var list = await traveller.RecordedAsync(traveller.ListId);
        list.Relaxations.ShouldBeEmpty();
        TravelBuddy.Web.WhatsApp.Outbox.SendRecommendationsHandler.Plan(list, language)[0].Kind.ShouldBe(TravelBuddy.Web.WhatsApp.Outbox.MessageKind.NothingFound);
    }

    [Fact]
    public async Task a_diet_that_some_tour_caters_for_is_not_offered_to_be_let_go_of() =>
        (await RankAsync(Read("Ha Giang 4 days, vegetarian", "en"))).Relaxations.ShouldBeEmpty();

    [Theory]
    [InlineData("en", "Ninh Binh 2 days, no more than 2 million dong", Relaxing.Budget, "song-hong-journeys-ninhbinh-03", ReasonCodes.PriceOver)]
    [InlineData("vi", "Ninh Bình 2 ngày, không quá 2 triệu", Relaxing.Budget, "song-hong-journeys-ninhbinh-03", ReasonCodes.PriceOver)]
    [InlineData("en", "Sapa 2 days, no dorm", Relaxing.Exclusions, null, ReasonCodes.Excluded)]
    [InlineData("vi", "Sa Pa 2 ngày, không ngủ phòng tập thể", Relaxing.Exclusions, null, ReasonCodes.Excluded)]
    public async Task a_limit_that_keeps_away_the_tours_that_are_all_the_rest_is_named_with_the_best_of_them_last(string language, string wish, string limit, string? nearest, string why)
    {
        using var traveller = await TravellerWithList.NewAsync(app, known => Read(wish, language) with { Currency = known.Currency }, language);
        var list = await traveller.RecordedAsync(traveller.ListId);

        list.NothingFits.ShouldBeFalse();
        list.LimitsKeepAway.ShouldBeTrue();
        var offer = list.Relaxations.ShouldHaveSingleItem();
        offer.Wish.ShouldBe(limit);
        offer.InPart.ShouldBeFalse();
        var best = list.Packages.Single(package => package.PackageId == offer.Nearest);
        best.Reasons.ShouldContain(reason => reason.Code == why);
        best.Reasons.ShouldContain(reason => reason.Code == ReasonCodes.DaysWished);
        list.RankOf(best.PackageId).ShouldBeGreaterThan(list.Packages.Count(package => package.Standing == Standing.Answer && package != best));
        (nearest is null || best.PackageId.EndsWith(nearest, StringComparison.Ordinal)).ShouldBeTrue(best.PackageId);
        (await traveller.ShowAsync()).Page.QuerySelector(".relax h2")!.TextContent.ShouldBe(language == "vi" ? "Không có tour nào đáp ứng tất cả" : "No tour fits all of it");
    }

    [Theory]
    [InlineData("en", "Ninh Binh 2 days, no more than 3 million dong")]
    [InlineData("vi", "Ninh Bình 2 ngày, không quá 3 triệu")]
    [InlineData("en", "Ninh Binh 2 days, no more than 1.3 million dong")]
    public async Task and_none_where_some_tour_keeps_to_it_or_none_passes_it_by_little(string language, string wish) =>
        (await RankAsync(Read(wish, language))).Relaxations.ShouldBeEmpty();

    [Theory]
    [InlineData("en", "my dad has a bad knee, can't climb stairs, Ha Long 2 days")]
    [InlineData("vi", "bố mình đau đầu gối, không leo cầu thang được, Hạ Long 2 ngày")]
    public async Task nobody_who_cannot_climb_is_offered_to_avoid_nothing(string language, string wish)
    {
        var wishes = Read(wish, language);

        wishes.Exclusions.IsEmpty.ShouldBeFalse();
        (await RankAsync(wishes)).Relaxations.ShouldNotContain(offer => offer.Wish == Relaxing.Exclusions);
    }

    [Theory]
    [InlineData("en", "25 days on Phu Quoc, no seafood")]
    [InlineData("vi", "Phú Quốc 25 ngày, không ăn hải sản")]
    public async Task nobody_is_offered_to_eat_what_they_refused(string language, string wish)
    {
        var offers = (await RankAsync(Read(wish, language))).Relaxations;

        offers.ShouldNotBeEmpty();
        offers.ShouldNotContain(offer => Relaxing.Parts(offer.Wish).Contains(Relaxing.Exclusions));
    }

    [Theory]
    [InlineData("en", "Ninh Binh 2 days, no more than 2 million dong", "Nearest:")]
    [InlineData("vi", "Ninh Bình 2 ngày, không quá 2 triệu", "Gần nhất:")]
    public async Task the_page_names_the_nearest_tour_with_its_price_and_leads_to_it(string language, string wish, string nearest)
    {
        using var traveller = await TravellerWithList.NewAsync(app, known => Read(wish, language) with { Currency = known.Currency }, language);
        var list = await traveller.RecordedAsync(traveller.ListId);
        var offer = list.Relaxations.ShouldHaveSingleItem();

        var named = (await traveller.ShowAsync()).Page.QuerySelector(".relax__nearest")!;

        named.TextContent.ShouldStartWith(nearest);
        named.TextContent.ShouldContain(language == "vi" ? "mỗi người" : "per person");
        named.QuerySelector("a")!.GetAttribute("href").ShouldBe(TravelBuddy.Web.Pages.Recommendations.ListPage.AddressOf(list, offer.Nearest!));
    }

    private Wishes Read(string wish, string language) => app.Services.GetRequiredService<IWishReader>().Read(wish, language, Today).Wishes;

    private Task<RankingResult> RankAsync(Wishes wishes, int count = 10) =>
        app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RankAsync(wishes, count, TestContext.Current.CancellationToken));
}
