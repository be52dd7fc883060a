using System.Net;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Pages.Accommodation;

public sealed class when_a_wish_is_taken_back(AppFixture app)
{
    [Theory]
    [InlineData("en", "Homestay in Hoi An with a pool, no hostel, under 900k a night", "swimming pool", "homestay", "not: hostel", "up to 900,000 ₫ a night")]
    [InlineData("vi", "Homestay ở Hội An có hồ bơi, không hostel, dưới 900k một đêm", "hồ bơi", "homestay", "không: hostel", "tối đa 900.000 ₫ một đêm")]
    public async Task a_tap_on_its_cross_looks_again_without_it_and_keeps_all_else(string language, string text, string taken, params string[] kept)
    {
        using var browser = app.NewBrowserSession(language);
        var found = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/stays"), "main form", ("Text", text)));

        var without = await TakeBackAsync(browser, found, taken);

        found.Texts(".stays__wish").ShouldBe([taken, .. kept], ignoreOrder: true);
        without.Texts(".stays__wish").ShouldBe(kept, ignoreOrder: true);
        without.Texts("h1").ShouldBe(found.Texts("h1"));
        (await browser.GetAsync("/stays")).Page.QuerySelector("#without").ShouldBeNull("nothing is there to be taken back");
        without.Page.QuerySelectorAll(".stay").Length.ShouldBeGreaterThan(0);
        (await browser.GetAsync(without.Response.RequestMessage!.RequestUri!.PathAndQuery)).Texts(".stays__wish").ShouldBe(kept, ignoreOrder: true, "it was recorded");
    }

    [Fact]
    public async Task a_price_estimated_from_the_budget_says_so_and_can_be_taken_back()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hoi-an", null)], Durations = [new DurationWish(4, 4)], Party = new PartyWish(2, 0), Budget = new BudgetWish(null, 6_000_000, "VND") }, currency: "VND");
        var found = await traveller.Browser.FollowAsync(await traveller.Browser.SubmitAsync(await traveller.Browser.GetAsync("/stays"), "main form", ("Text", "with a pool")));

        found.Texts("h1").ShouldBe(["Places to stay near Hoi An"], "the trip says where");
        var without = await TakeBackAsync(traveller.Browser, found, "about 1,200,000 ₫ a night, estimated from your budget");

        without.Texts(".stays__wish").ShouldAllBe(wish => !wish.Contains("budget", StringComparison.Ordinal));
        var limited = await traveller.Browser.FollowAsync(await traveller.Browser.SubmitAsync(found, "main form", ("Text", "up to 700k a night")));
        limited.Texts(".stays__wish").ShouldContain("up to 700,000 ₫ a night");
        limited.Texts(".stays__wish").ShouldAllBe(wish => !wish.Contains("budget", StringComparison.Ordinal), "words go before an estimate");
    }

    [Fact]
    public async Task a_wish_that_is_not_there_changes_nothing_and_a_strangers_search_is_not_found()
    {
        using var browser = app.NewBrowserSession();
        var answer = await browser.SubmitAsync(await browser.GetAsync("/stays"), "main form", ("Text", "Hotel in Hue with a pool"));
        var found = await browser.FollowAsync(answer);

        (await browser.SubmitAsync(found, "#without", ("part", "wish:spa"))).Location.ShouldBe(answer.Location);

        using var other = app.NewBrowserSession();
        var form = await other.FollowAsync(await other.SubmitAsync(await other.GetAsync("/stays"), "main form", ("Text", "Hotel in Hue")));
        form.Page.QuerySelector("#without")!.SetAttribute("action", $"{answer.Location}?handler=Without");
        (await other.SubmitAsync(form, "#without", ("part", "wish:pool"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<PageAnswer> TakeBackAsync(BrowserSession browser, PageAnswer page, string wish)
    {
        var cross = page.Page.QuerySelectorAll(".stays__wishes li").Single(item => item.QuerySelector(".stays__wish")!.TextContent == wish).QuerySelector("button[form='without']").ShouldNotBeNull();
        cross.GetAttribute("aria-label").ShouldNotBeNull().ShouldContain(wish);
        return await browser.FollowAsync(await browser.SubmitAsync(page, "#without", ("part", cross.GetAttribute("value"))));
    }
}
