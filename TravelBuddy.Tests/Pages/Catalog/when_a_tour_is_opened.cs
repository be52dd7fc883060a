using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Pictures;

namespace TravelBuddy.Tests.Pages.Catalog;

public sealed class when_a_tour_is_opened(AppFixture app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task anyone_sees_all_of_it()
    {
        var package = await AnyAsync();
        using var browser = app.NewBrowserSession();

        var shown = await browser.GetAsync($"/packages/{Uri.EscapeDataString(package.Id)}");

        shown.Status.ShouldBe(HttpStatusCode.OK);
        shown.Texts("h1").ShouldBe([package.Title]);
        shown.Texts(".ticks li").ShouldBe(package.Includes);
        shown.Page.QuerySelectorAll(".days li").Length.ShouldBe(package.Itinerary.Count);
        shown.Page.QuerySelector("a[href^='/go/'][rel~=noopener]").ShouldNotBeNull();
        shown.Body.ShouldNotContain(package.BookingUrl!, customMessage: "the way to the agency is counted");
        shown.Page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
    }

    [Fact]
    public async Task a_shared_link_shows_a_card_that_can_be_fetched()
    {
        await app.Services.GetRequiredService<PictureDrawer>().DrawMissingAsync(Stop);
        var package = await AnyAsync();
        using var browser = app.NewBrowserSession();

        var shown = await browser.GetAsync($"/packages/{Uri.EscapeDataString(package.Id)}");

        string? Meta(string property) => shown.Page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");
        Meta("og:title").ShouldBe(package.Title);
        Meta("og:url").ShouldNotBeNull().ShouldStartWith("http");
        var picture = await browser.Client.GetAsync(new Uri(Meta("og:image").ShouldNotBeNull()).AbsolutePath, Stop);
        picture.StatusCode.ShouldBe(HttpStatusCode.OK);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        picture.Content.Headers.ContentLength!.Value.ShouldBeInRange(10_000, 600_000);
    }

    [Fact]
    public async Task an_unknown_tour_is_404_in_words()
    {
        using var browser = app.NewBrowserSession("vi");

        var shown = await browser.GetAsync("/packages/nobody~nothing");

        shown.Status.ShouldBe(HttpStatusCode.NotFound);
        shown.Texts("h1").ShouldBe(["Không tìm thấy tour này"]);
    }

    private async Task<TourPackage> AnyAsync()
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.Query<TourPackage>().Where(package => package.BookingUrl != null && package.Itinerary.Count > 1 && package.Includes.Count > 0).OrderBy(package => package.Id).FirstAsync(Stop);
    }
}
