using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accommodation;

namespace TravelBuddy.Tests.Accommodation.Search;

public sealed class when_a_wish_is_taken_back_from_a_search_of_the_web(AppFixture app)
{
    [Fact]
    public async Task what_the_web_told_is_ranked_again_and_the_web_is_not_asked_again()
    {
        await using var stays = await StaysApp.StartAsync(app);
        stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33);
        using var browser = stays.NewBrowserSession();
        var first = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/stays"), "main form", ("Text", "Hotel in Hoi An with a pool")));
        var path = first.Response.RequestMessage!.RequestUri!.PathAndQuery;
        var found = await Polling.UntilAsync("the web", async () => await browser.GetAsync(path) is var page && page.Page.QuerySelector(".stays__running") is null && page.Texts(".stay h3").Contains("Lantern Garden Hotel") ? page : null);
        var asked = stays.Web.Asked.Count;

        var without = await browser.FollowAsync(await browser.SubmitAsync(found, "#without", ("part", "wish:pool")));

        without.Texts(".stays__wish").ShouldBe(["hotel"]);
        without.Texts(".stay h3").ShouldContain("Lantern Garden Hotel");
        without.Page.QuerySelector(".stays__running").ShouldBeNull();
        stays.Web.Asked.Count.ShouldBe(asked);
        without.Response.RequestMessage!.RequestUri!.PathAndQuery.ShouldNotBe(path, "the other is still there to go back to");
    }

    [Fact]
    public async Task it_is_told_in_the_language_of_whoever_reads_it_now()
    {
        using var browser = app.NewBrowserSession("en");
        var found = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/stays"), "main form", ("Text", "Hotel ở Hội An có hồ bơi")));

        var without = await browser.FollowAsync(await browser.SubmitAsync(found, "#without", ("part", "wish:pool")));

        var search = await app.Services.GetRequiredService<IStaySearches>().ReadAsync(Guid.Parse(without.Response.RequestMessage!.RequestUri!.Segments[^1]), TestContext.Current.CancellationToken);
        search.ShouldNotBeNull().Wishes.Language.ShouldBe("en");
    }
}
