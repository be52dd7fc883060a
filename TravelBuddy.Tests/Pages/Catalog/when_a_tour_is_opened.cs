using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Pictures;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;

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

    [Theory]
    [InlineData("dao-ngoc-sao-bien-pqdive-15", "en", "For certified divers only")]
    [InlineData("karst-loop-riders-self-05", "vi", "Bạn tự lái xe máy nên phải có bằng lái")]
    public async Task whom_it_is_for_is_told_to_anyone(string tour, string language, string said)
    {
        using var browser = app.NewBrowserSession(language);

        var shown = await browser.GetAsync($"/packages/{Uri.EscapeDataString(TravelBuddy.Tests.Encoding.Repository.Packages.Single(package => package.SourceId == tour).Id)}");

        shown.Texts(".facts dd").ShouldContain(fact => fact.Contains(said));
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

    [Fact]
    public async Task from_a_list_there_is_a_way_back_to_the_same_card_and_on_to_whatsapp_with_this_tour_first()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hue", null)] });
        var second = await traveller.Browser.GetAsync($"{traveller.Path}?page=2");
        var card = second.Page.QuerySelectorAll("article.tour")[3];

        var shown = await FollowedAsync(traveller, traveller.Path + "?page=2", card.QuerySelector("h2 a")!.GetAttribute("href")!);

        var back = shown.Page.QuerySelector(".package__back a").ShouldNotBeNull().GetAttribute("href");
        back.ShouldBe($"{traveller.Path}?page=2#{card.Id}");
        card.Id.ShouldBe("tour-14");
        var send = await traveller.Browser.GetAsync(shown.Page.QuerySelector("a[href^='/send/']").ShouldNotBeNull().GetAttribute("href")!);
        send.Status.ShouldBe(HttpStatusCode.OK);
        send.Page.QuerySelector("main a[href^='/packages/']")!.TextContent.ShouldBe(shown.Texts("h1")[0]);
    }

    [Fact]
    public async Task after_the_language_was_changed_the_way_back_is_still_there()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes);
        var shown = await traveller.Browser.GetAsync((await traveller.ShowAsync()).Page.QuerySelector("article.tour h2 a")!.GetAttribute("href")!);
        shown.Page.QuerySelector(".package__back a").ShouldNotBeNull().GetAttribute("href").ShouldBe($"{traveller.Path}#tour-1");
    }

    [Fact]
    public async Task another_travellers_list_is_no_way_back()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes);
        using var stranger = await TravellerWithList.NewAsync(app, wishes => wishes);
        var shown = await FollowedAsync(stranger, traveller.Path, AddressOf(await AnyAsync()));
        shown.Body.ShouldNotContain(traveller.ListId.ToString());
    }

    [Fact]
    public async Task who_has_no_list_sends_it_all_the_same()
    {
        using var browser = app.NewBrowserSession();
        var package = await AnyAsync(package => package.Bookable && package.DurationDays > 1);
        var shown = await browser.GetAsync(AddressOf(package));
        shown.Page.QuerySelector(".package__back").ShouldBeNull();

        var sent = await browser.SubmitAsync(shown, "form[action$='handler=Send']");

        var send = await browser.GetAsync(sent.Location.ShouldNotBeNull());
        send.Texts("h1").ShouldBe(["Send to my WhatsApp"]);
        (await browser.GetAsync(AddressOf(package))).Page.QuerySelector(".package__back a").ShouldNotBeNull();
    }

    [Fact]
    public async Task every_tour_of_the_sample_is_in_the_list_that_is_made_to_send_it()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (recommender, catalog) = (scope.ServiceProvider.GetRequiredService<IRecommender>(), scope.ServiceProvider.GetRequiredService<ICatalog>());
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var missed = new List<string>();
        foreach (var package in await session.Query<TourPackage>().Where(package => package.Bookable).ToListAsync(Stop))
        {
            var wishes = WishChanges.Refine(new Wishes(), Refinement.MoreLikeThis, [package], catalog.Gazetteer, catalog.Rates)!;
            if ((await recommender.RankAsync(wishes, 50, Stop)).Packages.All(ranked => ranked.PackageId != package.Id))
            {
                missed.Add(package.Id);
            }
        }

        missed.ShouldBeEmpty();
    }

    private static async Task<PageAnswer> FollowedAsync(TravellerWithList traveller, string from, string to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, to) { Headers = { Referrer = new Uri(traveller.App.BaseUrl + from) } };
        var response = await traveller.Browser.Client.SendAsync(request, Stop);
        return new PageAnswer(response.StatusCode, null, await response.Content.ReadAsStringAsync(Stop), response);
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
