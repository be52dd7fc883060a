using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.Pages.Recommendations;

public sealed class when_a_recorded_list_is_shown(AppFixture app)
{
    private static Wishes Food(Wishes wishes) => wishes with { Food = new ConceptWishes(["seafood"], []), Durations = [new DurationWish(1, 4)] };

    [Fact]
    public async Task every_tour_has_its_facts_scores_reasons_map_and_ways_on()
    {
        using var traveller = await TravellerWithList.NewAsync(app, Food);

        var shown = await traveller.ShowAsync();

        shown.Status.ShouldBe(HttpStatusCode.OK);
        var tours = shown.Page.QuerySelectorAll("article.tour");
        tours.Length.ShouldBe(10);
        foreach (var tour in tours)
        {
            tour.QuerySelector("h2 a")!.GetAttribute("href")!.ShouldStartWith("/packages/");
            tour.QuerySelectorAll(".bars > li").Length.ShouldBe(7);
            tour.QuerySelectorAll(".tour__why li").Length.ShouldBeGreaterThan(0);
            tour.QuerySelector(".tour__score b")!.TextContent.ShouldEndWith("%");
            tour.QuerySelector(".badge--sample").ShouldNotBeNull();
            tour.QuerySelectorAll(".vote button").Length.ShouldBe(2);
            tour.QuerySelectorAll(".pop a[href^='tel:'], .pop a[href^='mailto:']").Length.ShouldBeGreaterThan(0);
            if (tour.QuerySelector("a.button--primary") is { } book)
            {
                book.GetAttribute("href")!.ShouldStartWith("/go/");
                (book.GetAttribute("target"), book.GetAttribute("rel")).ShouldBe(("_blank", "noopener nofollow"));
            }
        }

        tours.Count(tour => tour.QuerySelector("svg.tour__map use[href='#vn']") is not null).ShouldBeGreaterThan(7);
        shown.Page.QuerySelectorAll("symbol#vn").Length.ShouldBe(1);
        shown.Texts("symbol#vn text").ShouldBe(["Hoàng Sa", "Trường Sa"]);
        shown.Page.QuerySelector($".send a[href='/send/{traveller.ListId}']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("en", "USD"), InlineData("en", "VND"), InlineData("vi", "VND"), InlineData("vi", "USD")]
    public async Task a_price_is_written_alike_on_the_card_in_its_reasons_in_the_chat_and_where_it_is_booked(string language, string currency)
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => Food(wishes) with { Budget = new BudgetWish(null, currency == "VND" ? 9_000_000 : 350, currency) }, language, currency);
        var list = await traveller.RecordedAsync(traveller.ListId);
        var packages = await app.Services.GetRequiredService<ICatalog>().PackagesAsync([.. list.Packages.Select(package => package.PackageId)], TestContext.Current.CancellationToken);

        var shown = await traveller.ShowAsync();

        var compared = 0;
        foreach (var (card, ranked) in shown.Page.QuerySelectorAll("article.tour").Zip(list.Packages))
        {
            var package = packages[ranked.PackageId];
            if (card.QuerySelector("use[href='#i-price']")!.ParentElement!.ParentElement!.QuerySelector("b")?.TextContent is not { } price)
            {
                package.Price.ShouldBeNull();
                continue;
            }

            compared++;
            card.QuerySelectorAll(".tour__why li").Select(reason => reason.TextContent).Where(reason => reason.Any(c => c is '$' or '₫') || reason.Contains("USD", StringComparison.Ordinal)).ShouldAllBe(reason => reason.StartsWith(price, StringComparison.Ordinal));
            var chat = await app.InScopeAsync(services => services.GetRequiredService<TourWords>().CardAsync(package, ranked, 1, list, null, language, TestContext.Current.CancellationToken));
            chat.Split('\n').Single(line => line.StartsWith("💰", StringComparison.Ordinal)).ShouldStartWith($"💰 {price}");
            if (package.Price!.Value.Currency == currency)
            {
                (await traveller.Browser.GetAsync($"/sample-provider/{Uri.EscapeDataString(package.Id)}")).Body.ShouldContain(price);
            }
        }

        compared.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task the_page_is_small_and_has_nothing_inline()
    {
        using var traveller = await TravellerWithList.NewAsync(app, Food);

        var shown = await traveller.ShowAsync();

        System.Text.Encoding.UTF8.GetByteCount(shown.Body).ShouldBeLessThan(60_000);
        shown.Page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        shown.Page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task the_next_page_goes_on_where_this_one_ends()
    {
        using var traveller = await TravellerWithList.NewAsync(app, Food);
        var first = (await traveller.ShowAsync()).Texts(".tour h2");

        var second = (await traveller.Browser.GetAsync(traveller.Path + "?page=2")).Texts(".tour h2");

        second.Count.ShouldBeGreaterThan(0);
        second.Intersect(first).ShouldBeEmpty();
        (await traveller.Browser.GetAsync(traveller.Path + "?page=999")).Status.ShouldBe(HttpStatusCode.OK);
        (await traveller.Browser.GetAsync(traveller.Path + "?page=-1")).Texts(".tour h2").ShouldBe(first);
    }

    [Theory]
    [InlineData("en", "In Vietnamese"), InlineData("vi", "Bằng tiếng Anh")]
    public async Task a_tour_described_in_another_language_says_so(string language, string badge)
    {
        using var traveller = await TravellerWithList.NewAsync(app, Food, language);
        var shown = await traveller.ShowAsync();
        var next = await traveller.Browser.GetAsync(traveller.Path + "?page=2");

        var heads = shown.Page.QuerySelectorAll(".tour__head").Concat(next.Page.QuerySelectorAll(".tour__head")).ToList();

        heads.Count(head => head.QuerySelector("h2[lang]") is not null).ShouldBeInRange(1, heads.Count - 1);
        foreach (var head in heads)
        {
            head.QuerySelector(".badge--language")?.TextContent.ShouldBe(badge);
            (head.QuerySelector(".badge--language") is null).ShouldBe(head.QuerySelector("h2[lang]") is null);
        }
    }

    [Fact]
    public async Task looking_changes_nothing_and_gives_nobody_a_cookie()
    {
        using var traveller = await TravellerWithList.NewAsync(app, Food);
        var before = await VersionAsync(traveller);

        await traveller.ShowAsync();
        using var stranger = app.NewBrowserSession();
        await stranger.GetAsync(traveller.Path);

        (await VersionAsync(traveller)).ShouldBe(before);
        stranger.Cookies.GetAllCookies().Select(cookie => cookie.Name).ShouldNotContain("tb.traveller");
    }

    [Fact]
    public async Task others_and_the_unknown_get_words_and_404()
    {
        using var traveller = await TravellerWithList.NewAsync(app, Food);
        using var other = await TravellerWithList.NewAsync(app, Food);
        using var stranger = app.NewBrowserSession("vi");

        (await other.Browser.GetAsync(traveller.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        var refused = await stranger.GetAsync(traveller.Path);
        refused.Status.ShouldBe(HttpStatusCode.NotFound);
        refused.Texts("h1").ShouldBe(["Không tìm thấy danh sách tour này"]);
        (await traveller.Browser.GetAsync($"/tours/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task it_speaks_the_reader_s_language_and_currency()
    {
        using var traveller = await TravellerWithList.NewAsync(app, Food, "vi", "VND");

        var shown = await traveller.ShowAsync();

        shown.Page.DocumentElement.GetAttribute("lang").ShouldBe("vi");
        shown.Texts("h1").ShouldBe(["Những tour hợp với bạn"]);
        shown.Texts(".bars li:first-child span").ShouldAllBe(label => label == "Điểm đến");
        shown.Body.ShouldContain("₫");
        shown.Body.ShouldNotContain("&#x1EAD;", Case.Insensitive);
    }

    [Theory]
    [InlineData("en", "Places", "Days", "Budget", "Transport", "Food", "Activities", "Stay, notes")]
    [InlineData("vi", "Điểm đến", "Số ngày", "Ngân sách", "Di chuyển", "Ẩm thực", "Hoạt động", "Chỗ ở, ghi chú")]
    public async Task each_bar_says_what_it_measures_and_a_wish_for_the_stay_or_in_the_notes_fills_the_last(string language, params string[] labels)
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Accommodation = new ConceptWishes(["homestay"], ["a room with a desk"]) }, language);

        var shown = await traveller.ShowAsync();

        foreach (var tour in shown.Page.QuerySelectorAll("article.tour"))
        {
            tour.QuerySelectorAll(".bars li span").Select(label => label.TextContent).ShouldBe(labels);
            tour.QuerySelectorAll(".bars li:has(b) span").Select(label => label.TextContent).ShouldBe([labels[^1]]);
        }
    }

    [Fact]
    public async Task a_list_of_before_names_the_wishes_it_was_made_for_and_leads_to_the_newest()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => Food(wishes) with { Places = [new PlaceWish("da-nang", null)] });
        var newest = await traveller.SearchAgainAsync(wishes => wishes with { Places = [new PlaceWish("hue", null)], Food = ConceptWishes.None });

        var before = await traveller.ShowAsync();
        var now = await newest.ShowAsync();

        before.Texts(".wishes .badge").ShouldBe(["Da Nang", "1–4 days", "seafood"]);
        before.Page.QuerySelector($".notice a[href='/tours/{newest.ListId}']").ShouldNotBeNull();
        now.Texts(".wishes .badge").ShouldBe(["Hue", "1–4 days"]);
        now.Page.QuerySelector(".notice").ShouldBeNull();
    }

    private Task<int> VersionAsync(TravellerWithList traveller) =>
        app.InScopeAsync(async services => (await services.GetRequiredService<ITrips>().FindAsync(traveller.TripId, traveller.TravellerId, TestContext.Current.CancellationToken))!.Version);
}
