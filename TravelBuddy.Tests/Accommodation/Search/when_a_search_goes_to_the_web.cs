using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accommodation.WebSearch;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Catalog;
using static TravelBuddy.Tests.Accommodation.Search.StayPages;

namespace TravelBuddy.Tests.Accommodation.Search;

public sealed class when_a_search_goes_to_the_web(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_directory_answers_at_once_and_the_web_comes_in_with_its_sources()
    {
        await using var stays = await StaysApp.StartAsync(app);
        var url = stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, StaysApp.Facts);
        var held = new TaskCompletionSource();
        stays.Web.Mishaps.Enqueue(async context => { await held.Task; await StandInSearch.Answering(200, $$"""{"results":[{"url":"{{url}}","title":"Lantern"}]}""")(context); });
        using var browser = stays.NewBrowserSession();

        var first = await AskAsync(browser, "Quiet hotel in Hoi An with a pool");
        first.Page.QuerySelectorAll(".stay").Length.ShouldBeGreaterThan(0, "the directory answers before the web");
        first.Page.QuerySelector(".stays__running").ShouldNotBeNull();
        first.Page.QuerySelector("#stays-live")!.GetAttribute("hx-sse:connect").ShouldNotBeNull().ShouldContain("/live");
        held.SetResult();
        var ended = await EndedAsync(browser, first);

        var card = ended.Page.QuerySelectorAll(".stay").First(each => each.QuerySelector("h3")!.TextContent == "Lantern Garden Hotel");
        card.QuerySelector($".stay__source a[href='{url}']").ShouldNotBeNull("every statement has its source");
        card.TextContent.ShouldContain("9.4 of 10, 310 ratings");
        card.QuerySelector(".stay__price b")!.TextContent.ShouldBe($"≈ {TourFacts.Text(TourFacts.In(new Money(800_000, "VND"), "USD", Repository.Rates)!.Value, "en")}");
        card.QuerySelector("a[href='tel:+842353911234']").ShouldNotBeNull();
        card.QuerySelector("a[href^='https://www.openstreetmap.org/']").ShouldNotBeNull();
        ended.Page.QuerySelectorAll(".stay").First().ShouldBe(card, "what is real comes before samples");
        ended.Texts(".stays__summary li").ShouldContain(line => line.Contains("Lantern Garden Hotel", StringComparison.Ordinal));
        ended.Page.QuerySelectorAll(".stays__summary .stays__said").ShouldAllBe(said => said.QuerySelector("small a[href], small span") != null, "every statement has its source beside it");
        ended.Page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        ended.Page.QuerySelector("#stay-results")!.HasAttribute("hx-get").ShouldBeFalse("nothing is polled when it is over");
    }

    [Fact]
    public async Task the_page_that_answers_the_click_shows_houses_before_any_step_is_done()
    {
        await using var stays = await StaysApp.StartAsync(app);
        stays.Model.IsConfigured = true;
        stays.Model.Answer = stays.Model.SlowlyAsync;
        stays.Web.Always = stays.Web.Silence;
        using var browser = stays.NewBrowserSession();

        var first = await AskAsync(browser, "Quiet hotel in Hoi An with a pool");

        first.Page.QuerySelectorAll(".stay").Length.ShouldBeGreaterThan(0);
        (await stays.App.Services.GetRequiredService<IStaySearches>().ReadAsync(IdOf(first), Ct))!.ShouldSatisfyAllConditions(
            search => search.Revision.ShouldBe(0, "no step has changed anything"), search => search.Queries.ShouldBeEmpty(), search => search.EndedAt.ShouldBeNull());
        stays.Model.Held.SetResult();
    }

    [Fact]
    public async Task operators_see_what_it_came_to_and_no_words()
    {
        await using var stays = await StaysApp.StartAsync(app);
        stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, StaysApp.Facts);
        using var browser = stays.NewBrowserSession();

        await EndedAsync(browser, await AskAsync(browser, "Hotel in Hoi An"));

        var figures = await Polling.UntilAsync("the figures", async () => (await browser.GetAsync("/metrics")).Body is var body && body.Contains("stay_pages_fetched", StringComparison.Ordinal) ? body : null);
        figures.Split('\n').ShouldContain(line => line.StartsWith("web_search_queries_total{", StringComparison.Ordinal) && line.Contains("provider=\"SearXNG\"", StringComparison.Ordinal) && line.Contains("outcome=\"Answered\"", StringComparison.Ordinal));
        figures.Split('\n').Where(line => line.StartsWith("web_search", StringComparison.Ordinal) || line.StartsWith("stay_pages", StringComparison.Ordinal)).ShouldAllBe(line => !line.Contains("Hoi", StringComparison.OrdinalIgnoreCase) && !line.Contains("127.0.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task nothing_that_a_person_wrote_leaves_the_house()
    {
        await using var stays = await StaysApp.StartAsync(app);
        stays.Model.IsConfigured = true;
        using var browser = stays.NewBrowserSession();

        await EndedAsync(browser, await AskAsync(browser, "My name is Zorblax, call 0905 123 456 or zorblax@mail.example. Quiet hotel in Hoi An"));

        var sent = string.Join('\n', stays.Web.Asked.Select(asked => asked.Query["q"].ToString()).Concat(stays.Model.Asked.Select(task => System.Text.Json.JsonSerializer.Serialize(task.Input))));
        sent.ShouldContain("Hội An");
        foreach (var personal in new[] { "Zorblax", "zorblax", "0905", "123 456", "mail.example" })
        {
            sent.ShouldNotContain(personal);
        }
    }

    [Theory]
    [InlineData("en", "Hotel in Hoi An with a pool", "km from the middle of Hoi An", "price from", "9.4 by 310 guests")]
    [InlineData("vi", "Khách sạn ở Hội An có hồ bơi", "cách trung tâm Hội An", "giá từ", "310 khách chấm 9.4 điểm")]
    public async Task a_model_is_told_of_houses_in_the_language_it_is_to_write(string language, string text, params string[] told)
    {
        await using var stays = await StaysApp.StartAsync(app);
        stays.Model.IsConfigured = true;
        stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, StaysApp.Facts);
        using var browser = stays.NewBrowserSession(language);

        await EndedAsync(browser, await AskAsync(browser, text));

        var facts = System.Text.Json.JsonSerializer.Serialize(stays.Model.Asked.First(task => task.Prompt == "stay-summary").Input, new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        told.ShouldAllBe(fact => facts.Contains(fact, StringComparison.Ordinal), facts);
    }

    [Fact]
    public async Task one_house_of_two_sites_is_one_place_with_two_sources()
    {
        await using var stays = await StaysApp.StartAsync(app);
        var one = stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, ""","telephone":"0235 391 1234" """);
        var other = stays.AddHouse("Hotel Lantern Garden Hoi An", 15.8803, 108.3302, ""","aggregateRating":{"ratingValue":9.1,"bestRating":10,"reviewCount":50}""", host: "localhost");
        using var browser = stays.NewBrowserSession();

        var ended = await EndedAsync(browser, await AskAsync(browser, "Hotel in Hoi An"));

        var card = ended.Page.QuerySelectorAll(".stay").Where(each => each.TextContent.Contains("Lantern Garden", StringComparison.Ordinal)).ShouldHaveSingleItem();
        card.QuerySelectorAll(".stay__source a").Select(link => link.GetAttribute("href")).ShouldBe([one, other], ignoreOrder: true);
        foreach (var said in new[] { "h3", ".stay__by", ".stay__facts li" })
        {
            card.QuerySelector($"{said} .stay__from").ShouldNotBeNull($"{said} says which source it has");
        }

        var line = ended.Page.QuerySelectorAll(".stays__summary li").First(each => each.TextContent.Contains("Lantern Garden", StringComparison.Ordinal));
        var sources = line.QuerySelectorAll(".stays__said").Select(said => (Text: said.FirstChild!.TextContent.Trim(), From: said.QuerySelectorAll("small a").ShouldHaveSingleItem().GetAttribute("href"))).ToList();
        sources.ShouldContain(said => said.Text.Contains("9.1 of 10", StringComparison.Ordinal) && said.From == other, "the rating is the other page's");
        sources.ShouldContain(said => said.Text.Contains("from the middle", StringComparison.Ordinal) && said.From == one);
    }

    [Fact]
    public async Task with_a_model_and_no_search_engine_nobody_is_said_to_look_on_the_web()
    {
        await using var stays = await StaysApp.StartAsync(app, ("Search:Provider", "Local"));
        stays.Model.IsConfigured = true;
        stays.Model.Answer = stays.Model.SlowlyAsync;
        using var browser = stays.NewBrowserSession();

        var first = await AskAsync(browser, "Hotel in Hoi An");
        first.Page.QuerySelector("#stay-results")!.HasAttribute("hx-get").ShouldBeTrue("the model's summary may come");
        first.Texts(".notice").ShouldNotContain(notice => notice.Contains("web", StringComparison.OrdinalIgnoreCase));
        stays.Model.Held.SetResult();
        var ended = await Polling.UntilAsync("the end of the search", async () => await browser.GetAsync($"/stays/{IdOf(first)}") is var page && !page.Page.QuerySelector("#stay-results")!.HasAttribute("hx-get") ? page : null);

        ended.Texts(".notice").ShouldNotContain(notice => notice.Contains("web", StringComparison.OrdinalIgnoreCase));
    }
}
