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

    [Theory]
    [InlineData("en", "Hotels in Hue and A Pa Chai", "We know of no place to stay within 80 km of A Pa Chai."), InlineData("vi", "Khách sạn ở Huế và A Pa Chải", "Trong vòng 80 km quanh A Pa Chải chúng tôi chưa biết chỗ ở nào.")]
    public async Task where_nothing_is_known_near_one_of_them_it_is_said_there(string language, string text, string told) =>
        Notice(await AskAsync(language, text), area: ^1).ShouldBe(told);

    [Theory]
    [InlineData("en", "Hotels in My Son and An Bang", "Those near My Son are under “Near An Bang”: the nearest is ", " km away."), InlineData("vi", "Khách sạn ở Mỹ Sơn và An Bàng", "Chỗ ở gần Mỹ Sơn nằm trong mục “Gần An Bàng”: chỗ gần nhất cách ", " km.")]
    public async Task where_those_near_one_stand_under_another_it_is_said_where(string language, string text, string under, string away) =>
        Notice(await AskAsync(language, text), area: 0).ShouldSatisfyAllConditions(told => told.ShouldStartWith(under), told => told.ShouldEndWith(away));

    private static string Notice(PageAnswer page, Index area) => page.Page.QuerySelectorAll(".stays__area").ToArray()[area].QuerySelectorAll(".notice").ShouldHaveSingleItem().TextContent.Trim();

    private async Task<PageAnswer> AskAsync(string language, string text)
    {
        using var browser = app.NewBrowserSession(language);
        return await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/stays"), "main form", ("Text", text)));
    }
}
