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

    [Theory]
    [InlineData("EUR", "€"), InlineData("USD", "$")]
    public async Task its_price_stands_in_the_currency_of_the_travellers_trip_beside_the_agencys_own(string currency, string sign)
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes, "en", currency);
        var package = await AnyAsync(package => package.Price?.Currency == "VND");

        var price = (await traveller.Browser.GetAsync(AddressOf(package))).Texts(".package__price").ShouldHaveSingleItem();

        price.ShouldStartWith($"≈ {sign}");
        price.ShouldContain($"{TourFacts.Text(package.Price!.Value, "en")} at the agency; converted at the indicative rate of");
    }

    [Theory]
    [InlineData("en", "VND", "≈ $"), InlineData("vi", "USD", "≈ ")]
    public async Task who_has_said_nothing_sees_the_currency_of_the_language_and_nothing_is_made(string language, string agencys, string start)
    {
        using var browser = app.NewBrowserSession(language);
        var package = await AnyAsync(package => package.Price?.Currency == agencys);

        var shown = await browser.GetAsync(AddressOf(package));

        shown.Texts(".package__price b").ShouldHaveSingleItem().ShouldSatisfyAllConditions(price => price.ShouldStartWith(start), price => price.EndsWith('₫').ShouldBe(language == "vi"));
        browser.Cookies.GetCookies(new Uri(app.BaseUrl)).Select(cookie => cookie.Name).ShouldNotContain("tb.traveller");
    }

    [Theory]
    [InlineData("en", "vi", "In Vietnamese"), InlineData("vi", "en", "Bằng tiếng Anh"), InlineData("vi", "vi", null), InlineData("en", "en", null)]
    public async Task a_description_in_another_language_is_said_to_be_so(string reader, string described, string? badge)
    {
        using var browser = app.NewBrowserSession(reader);
        var package = await AnyAsync(package => package.Language == described);

        var shown = await browser.GetAsync(AddressOf(package));

        shown.Texts(".badge--language").ShouldBe(badge is null ? [] : [badge]);
        shown.Page.QuerySelector("article.package")!.GetAttribute("lang").ShouldBe(badge is null ? null : described);
    }

    private static string AddressOf(TourPackage package) => $"/packages/{Uri.EscapeDataString(package.Id)}";

    private async Task<TourPackage> AnyAsync(Func<TourPackage, bool> which)
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.Query<TourPackage>().OrderBy(package => package.Id).ToListAsync(Stop)).First(which);
    }

    private async Task<TourPackage> AnyAsync()
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.Query<TourPackage>().Where(package => package.BookingUrl != null && package.Itinerary.Count > 1 && package.Includes.Count > 0).OrderBy(package => package.Id).FirstAsync(Stop);
    }
}
