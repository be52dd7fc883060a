using System.Net;

namespace TravelBuddy.Tests.Pages;

public sealed class when_the_data_page_is_opened(AppFixture app)
{
    [Fact]
    public async Task it_says_in_either_language_what_is_kept_and_how_it_goes_away()
    {
        using var browser = app.NewBrowserSession();
        (await browser.GetAsync("/")).Page.QuerySelector(".foot a[href='/privacy']").ShouldNotBeNull();
        var english = await browser.GetAsync("/privacy");
        english.Status.ShouldBe(HttpStatusCode.OK);
        english.Texts("main h1").ShouldBe(["Your data"]);
        english.Texts("main h2").ShouldBe(["What is kept", "Who else sees it", "How it goes away"]);
        english.Texts("main li").ShouldNotContain(line => line.Contains("language model"), "none is configured");

        using var other = app.NewBrowserSession("vi");
        var vietnamese = await other.GetAsync("/privacy");
        vietnamese.Texts("main h1").ShouldBe(["Dữ liệu của bạn"]);
        vietnamese.Texts("main li").ShouldAllBe(line => !line.Contains("your", StringComparison.Ordinal));
    }
}
