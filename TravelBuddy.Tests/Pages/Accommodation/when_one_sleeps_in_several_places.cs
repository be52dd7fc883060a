using AngleSharp.Dom;

namespace TravelBuddy.Tests.Pages.Accommodation;

public sealed class when_one_sleeps_in_several_places(AppFixture app)
{
    [Theory]
    [InlineData("en", "Hotels in Hue, Ha Noi and Da Lat", "Near Hue", "Near Hanoi", "Near Da Lat")]
    [InlineData("vi", "Khách sạn ở Huế, Hà Nội và Đà Lạt", "Gần Huế", "Gần Hà Nội", "Gần Đà Lạt")]
    public async Task the_houses_of_each_stand_under_its_heading(string language, string text, params string[] headings)
    {
        var page = await AskAsync(language, text);

        page.Texts(".stays__area > h2").ShouldBe(headings);
        foreach (var area in page.Page.QuerySelectorAll(".stays__area"))
        {
            var near = area.QuerySelector("h2")!.TextContent.Split(' ', 2)[1];
            area.QuerySelectorAll(".stay").Length.ShouldBeGreaterThan(2);
            area.QuerySelectorAll(".stay__facts li:first-child").Select(fact => fact.TextContent).ShouldAllBe(fact => fact.Contains(near, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task places_that_belong_together_share_one()
    {
        var page = await AskAsync("en", "Hotels in Hoi An, Da Nang and Ha Noi");

        page.Texts(".stays__area > h2").ShouldBe(["Near Hoi An, Da Nang", "Near Hanoi"]);
        page.Page.QuerySelectorAll(".stays__area > h2").ShouldAllBe(heading => !heading.ClassList.Contains("visually-hidden"));
    }

    [Fact]
    public async Task one_place_needs_no_heading_to_be_seen()
    {
        var page = await AskAsync("en", "Hotels in Hue");

        page.Page.QuerySelectorAll(".stays__area > h2").ShouldHaveSingleItem().ClassList.ShouldContain("visually-hidden");
        page.Page.QuerySelectorAll(".stay h3").Length.ShouldBe(page.Page.QuerySelectorAll(".stay").Length);
    }

    [Fact]
    public async Task where_nothing_fits_at_one_of_them_it_is_said_there()
    {
        var page = await AskAsync("en", "Hotels in Hue and A Pa Chai");

        page.Page.QuerySelectorAll(".stays__area").Last().QuerySelectorAll(".notice").ShouldHaveSingleItem().TextContent.ShouldBe("We know of no place to stay there that fits all of that.");
    }

    private async Task<PageAnswer> AskAsync(string language, string text)
    {
        using var browser = app.NewBrowserSession(language);
        return await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/stays"), "main form", ("Text", text)));
    }
}
