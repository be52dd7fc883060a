using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.WebSearch;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Pages.Accommodation;

public sealed class when_places_to_stay_are_looked_for(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "Quiet homestay in Hoi An with a pool, under 50 dollars a night", "Places to stay near Hoi An", "up to $50 a night")]
    [InlineData("vi", "Homestay yên tĩnh ở Hội An, dưới 1 triệu một đêm", "Chỗ ở gần Hội An", "một đêm")]
    public async Task anyone_says_where_and_how_and_sees_the_best_with_what_they_are_ordered_by(string language, string text, string heading, string understood)
    {
        using var browser = app.NewBrowserSession(language);

        var found = await AskAsync(browser, await browser.GetAsync("/stays"), text);

        found.Status.ShouldBe(HttpStatusCode.OK);
        found.Texts("h1").ShouldBe([heading]);
        found.Texts(".stays__wish").ShouldContain(wish => wish.Contains(understood, StringComparison.Ordinal));
        var cards = found.Page.QuerySelectorAll(".stay");
        cards.Length.ShouldBeInRange(1, 20);
        foreach (var card in cards)
        {
            card.QuerySelector(".badge--sample").ShouldNotBeNull("a sample says so");
            card.QuerySelector(".stay__foot").ShouldNotBeNull().TextContent.ShouldContain("202");
            card.QuerySelectorAll("a").ShouldBeEmpty("a sample leads nowhere");
        }

        found.Page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
    }

    [Fact]
    public async Task more_can_be_said_of_it_and_what_was_said_before_stays()
    {
        using var browser = app.NewBrowserSession();
        var first = await AskAsync(browser, await browser.GetAsync("/stays"), "Homestay in Hoi An");

        var second = await AskAsync(browser, first, "with a pool, no hostel, under 900k a night");

        second.Texts("h1").ShouldBe(["Places to stay near Hoi An"]);
        second.Texts(".stays__wish").ShouldBe(["homestay", "swimming pool", "not: hostel", "up to 900,000 ₫ a night"], ignoreOrder: true);
    }

    [Fact]
    public async Task near_a_tour_the_trip_s_wishes_of_where_to_sleep_count()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("hoi-an", null)], Accommodation = new ConceptWishes(["homestay"], []) });
        var list = await traveller.RecordedAsync(traveller.ListId);
        var tour = await traveller.Browser.GetAsync($"/packages/{Uri.EscapeDataString(list.Packages[0].PackageId)}");

        var found = await traveller.Browser.FollowAsync(await traveller.Browser.SubmitAsync(tour, "form[action='/stays?handler=Near']"));

        found.Status.ShouldBe(HttpStatusCode.OK);
        found.Texts(".stays__wish").ShouldContain("homestay");
        found.Page.QuerySelector($"a[href='/packages/{Uri.EscapeDataString(list.Packages[0].PackageId)}']").ShouldNotBeNull();
        found.Page.QuerySelectorAll(".stay").Length.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("", "Say what you look for"), InlineData("somewhere nice", "Name a place in Viet Nam")]
    public async Task without_words_or_a_place_it_says_what_is_missing(string text, string message)
    {
        using var browser = app.NewBrowserSession();

        var refused = await browser.SubmitAsync(await browser.GetAsync("/stays"), "main form", ("Text", text));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Texts(".field__error").ShouldHaveSingleItem().ShouldStartWith(message);
        refused.Page.QuerySelector("textarea")!.TextContent.Trim().ShouldBe(text);
    }

    [Fact]
    public async Task what_nothing_answers_says_so_and_what_to_do()
    {
        using var browser = app.NewBrowserSession();

        var none = await AskAsync(browser, await browser.GetAsync("/stays"), "A hotel in A Pa Chai");

        none.Page.QuerySelectorAll(".stay").ShouldBeEmpty();
        none.Texts("main .notice").ShouldHaveSingleItem().ShouldBe("We know of no place to stay near there yet. Name a larger town nearby.");
    }

    [Theory]
    [InlineData("en", "Hotel in Hoi An for 7 adults", "needed for 7 people"), InlineData("vi", "Khách sạn ở Hội An cho 7 người lớn", "phòng hoặc căn cho 7 người")]
    public async Task a_party_sees_how_many_rooms_it_needs_and_what_they_cost(string language, string text, string told)
    {
        using var browser = app.NewBrowserSession(language);

        (await AskAsync(browser, await browser.GetAsync("/stays"), text)).Texts(".stay__price").ShouldContain(price => price.Contains(told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Hotel in Hue from {0} to {1}", "high season (Tết); from ", "3 nights: ", "Only the house knows"), InlineData("vi", "Khách sạn ở Huế từ {0} đến {1}", "mùa cao điểm (Tết); lúc khác từ ", "3 đêm: ", "Còn phòng hay không")]
    public async Task in_the_high_season_the_price_of_then_is_told_and_why(string language, string text, string season, string nights, string room)
    {
        using var browser = app.NewBrowserSession(language);
        var tet = Holidays.NextTet(TimeProvider.System.TodayInVietNam())!.Value;

        var found = await AskAsync(browser, await browser.GetAsync("/stays"), string.Format(CultureInfo.InvariantCulture, text, $"{tet:dd/MM/yyyy}", $"{tet.AddDays(3):dd/MM/yyyy}"));

        found.Texts(".stay__price").ShouldContain(price => price.Contains(season, StringComparison.Ordinal) && price.Contains(nights, StringComparison.Ordinal));
        found.Texts(".stays__when").ShouldHaveSingleItem().ShouldSatisfyAllConditions(when => when.ShouldContain(TourFacts.Text(tet, language)), when => when.ShouldContain(room));
        found.Texts(".stays__wish").ShouldContain(TourFacts.Text(tet, tet.AddDays(3), language));
    }

    [Theory]
    [InlineData("en", "Hotel in Hue from 10 to 12 March 2030", "from "), InlineData("vi", "Khách sạn ở Huế từ 10/03/2030 đến 12/03/2030", "từ ")]
    public async Task out_of_it_prices_begin_with_the_low_ones(string language, string text, string from)
    {
        using var browser = app.NewBrowserSession(language);

        var prices = (await AskAsync(browser, await browser.GetAsync("/stays"), text)).Texts(".stay__price");

        prices.ShouldContain(price => price.StartsWith(from, StringComparison.Ordinal));
        prices.ShouldAllBe(price => !price.Contains("high season") && !price.Contains("cao điểm"));
    }

    [Fact]
    public async Task days_that_are_over_are_not_searched_for()
    {
        var search = await app.Services.GetRequiredService<IStaySearches>().SearchAsync(Guid.CreateVersion7(), null, new StayWishes { Places = ["hue"], Dates = new DatesWish(new(2020, 1, 24), new(2020, 1, 27)) }, Ct);

        search.Wishes.Dates.ShouldBeNull();
        search.Found.ShouldAllBe(found => found.Season == null);
    }

    /// <summary>Queries as "?" (not asked in time), "0" (asked, nothing found), a fault, or none at all where they were never written.</summary>
    [Theory]
    [InlineData("", false, "did not answer in time"), InlineData("", true, "did not answer in time"), InlineData("0 ?", false, "did not answer in time"), InlineData("0 0", true, "told of no page"), InlineData("0 Quota", true, "as often today"), InlineData("Unavailable Slow", true, "could not be searched")]
    public async Task what_became_of_the_web_is_told_as_it_was(string queries, bool hasEnded, string told)
    {
        using var browser = app.NewBrowserSession();
        var found = Guid.Parse((await browser.SubmitAsync(await browser.GetAsync("/stays"), "main form", ("Text", "Hotel in Hue"))).Location!.Split('/')[^1]);
        var (store, id, at) = (app.Services.GetRequiredService<Marten.IDocumentStore>(), Guid.CreateVersion7(), DateTimeOffset.UtcNow.AddMinutes(-10));
        await using (var session = store.LightweightSession())
        {
            var search = (await session.LoadAsync<StaySearch>(found, Ct))!;
            session.Insert(search with
            {
                Id = id,
                At = at,
                SearchesWeb = true,
                Deadline = at + StaySearches.Patience,
                EndedAt = hasEnded ? at + StaySearches.Patience : null,
                Queries = [.. queries.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(query => new StayQuery("x", "en", query != "?", Enum.TryParse<SearchFault>(query, out var fault) && !char.IsDigit(query[0]) ? fault : null))],
            });
            await session.SaveChangesAsync(Ct);
        }

        (await browser.GetAsync($"/stays/{id}")).Texts("#stay-results .notice").ShouldContain(notice => notice.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task nobody_else_sees_a_search_and_it_goes_with_its_traveller()
    {
        using var browser = app.NewBrowserSession();
        var answer = await browser.SubmitAsync(await browser.GetAsync("/stays"), "main form", ("Text", "Hotel in Hue for 2 adults in March 2027"));
        using var other = app.NewBrowserSession();
        (await other.GetAsync(answer.Location!)).Status.ShouldBe(HttpStatusCode.NotFound);

        var id = Guid.Parse(answer.Location!.Split('/')[^1]);
        await app.InScopeAsync(async services =>
        {
            await using var session = services.GetRequiredService<Marten.IDocumentStore>().QuerySession();
            var search = (await session.LoadAsync<TravelBuddy.Web.Accommodation.Search.StaySearch>(id, Ct)).ShouldNotBeNull();
            var data = services.GetRequiredService<PersonalData>();
            var subject = (await data.FindAsync(search.TravellerId, Ct)).ShouldNotBeNull();
            var exported = JsonNode.Parse(await data.ExportAsync(subject, Ct))!["searchesForPlacesToStay"]![0]!;
            (exported["party"]!["adults"]!.GetValue<int>(), exported["dates"]!["from"]!.GetValue<string>(), exported["language"]!.GetValue<string>()).ShouldBe((2, "2027-03-01", "en"));
            await data.EraseAsync(subject, Ct);
            (await services.GetRequiredService<IStaySearches>().FindAsync(id, search.TravellerId, Ct)).ShouldBeNull();
            return true;
        });
    }

    private static async Task<PageAnswer> AskAsync(BrowserSession browser, PageAnswer page, string text) => await browser.FollowAsync(await browser.SubmitAsync(page, "main form", ("Text", text)));
}
