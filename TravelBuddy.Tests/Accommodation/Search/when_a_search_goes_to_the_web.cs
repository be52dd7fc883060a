using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accommodation.WebSearch;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Search.Steps;
using TravelBuddy.Web.Accommodation.WebSearch;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog;
using Wolverine;
using Wolverine.Tracking;

namespace TravelBuddy.Tests.Accommodation.Search;

public sealed class when_a_search_goes_to_the_web(AppFixture app)
{
    private const string Facts = ""","telephone":"+84 235 391 1234","aggregateRating":{"ratingValue":4.7,"reviewCount":310},"offers":{"@type":"Offer","price":800000,"priceCurrency":"VND"},"amenityFeature":[{"name":"Swimming pool","value":true}],"description":"A quiet house in a garden." """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_directory_answers_at_once_and_the_web_comes_in_with_its_sources()
    {
        await using var stays = await StaysApp.StartAsync(app);
        var url = stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, Facts);
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
        stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, Facts);
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
        stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, Facts);
        using var browser = stays.NewBrowserSession(language);

        await EndedAsync(browser, await AskAsync(browser, text));

        var facts = System.Text.Json.JsonSerializer.Serialize(stays.Model.Asked.First(task => task.Prompt == "stay-summary").Input, new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        told.ShouldAllBe(fact => facts.Contains(fact, StringComparison.Ordinal), facts);
    }

    [Fact]
    public async Task whoever_listens_hears_of_every_change_and_of_the_end()
    {
        await using var stays = await StaysApp.StartAsync(app);
        stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, Facts);
        using var browser = stays.NewBrowserSession();
        var first = await AskAsync(browser, "Hotel in Hoi An");
        var id = IdOf(first);

        var events = await browser.GetAsync($"/stays/{id}/live?seen=0");

        events.Body.ShouldContain($"event: {LiveStays.Changed}");
        events.Body.TrimEnd().ShouldEndWith("data:", Case.Insensitive);
        events.Body.ShouldContain($"event: {LiveStays.Over}");
        using var other = stays.NewBrowserSession();
        (await other.GetAsync($"/stays/{id}/live")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/stays/{id}?handler=Results")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task where_too_many_listen_the_page_polls()
    {
        await using var stays = await StaysApp.StartAsync(app);
        using var browser = stays.NewBrowserSession();
        var (id, news) = (IdOf(await AskAsync(browser, "Hotel in Hoi An")), stays.App.Services.GetRequiredService<StayNews>());
        await Polling.UntilAsync("nobody who listens", () => Task.FromResult(news.Listeners == 0 ? news : null));
        var listening = Enumerable.Range(0, LiveStays.MostListeners).Select(_ => news.Listen()).ToList();

        (await browser.GetAsync($"/stays/{id}/live")).Status.ShouldBe(HttpStatusCode.NoContent);
        listening.ForEach(each => each.Dispose());
        (await browser.GetAsync($"/stays/{id}/live")).Body.ShouldContain(LiveStays.Over);
        await Polling.UntilAsync("nobody who listens", () => Task.FromResult(news.Listeners == 0 ? news : null));
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
    public async Task a_search_is_sent_on_to_be_summed_up_once_however_often_it_is_ranked()
    {
        await using var stays = await StaysApp.StartAsync(app);
        stays.Model.IsConfigured = true;
        stays.Model.Answer = stays.Model.SlowlyAsync;
        var (store, searches) = (stays.App.Services.GetRequiredService<IDocumentStore>(), stays.App.Services.GetRequiredService<IStaySearches>());
        var search = new StaySearch { Id = Guid.CreateVersion7(), TravellerId = Guid.CreateVersion7(), Wishes = new StayWishes { Places = ["hoi-an"] }, At = DateTimeOffset.UtcNow, SearchesWeb = true, Queries = [new StayQuery("hotel Hoi An", "en", IsDone: true)] };
        await using (var session = store.LightweightSession())
        {
            session.Insert(search);
            await session.SaveChangesAsync(Ct);
        }

        var ranks = ActivatorUtilities.CreateInstance<RankStaysHandler>(stays.App.Services);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ranks.HandleAsync(new RankStays(search.Id), Ct)));
        await ranks.HandleAsync(new RankStays(search.Id), Ct);

        (await searches.ReadAsync(search.Id, Ct))!.ShouldSatisfyAllConditions(ranked => ranked.SummaryAsked.ShouldBeTrue(), ranked => ranked.Revision.ShouldBe(1, "those that came later found nothing to do"));
        stays.Model.Held.SetResult();
        await EndedAsync(searches, search.Id);
        stays.Model.Asked.Count(task => task.Prompt == "stay-summary").ShouldBe(1);
    }

    [Fact]
    public async Task the_same_question_is_the_same_search_and_a_step_that_comes_twice_does_nothing()
    {
        await using var stays = await StaysApp.StartAsync(app);
        stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, Facts);
        var (searches, traveller, wishes) = (stays.App.Services.GetRequiredService<IStaySearches>(), Guid.CreateVersion7(), new StayWishes { Places = ["hoi-an"], Concepts = ["pool"] });

        var one = await searches.SearchAsync(traveller, null, wishes, Ct);
        var again = await searches.SearchAsync(traveller, null, wishes with { Concepts = ["pool"] }, Ct);
        again.Id.ShouldBe(one.Id);
        (await searches.SearchAsync(Guid.CreateVersion7(), null, wishes, Ct)).Id.ShouldNotBe(one.Id);
        var ended = await EndedAsync(searches, one.Id);
        var asked = stays.Web.Asked.Count;
        await stays.App.Host.SendMessageAndWaitAsync(new SearchStays(one.Id, 0));
        await stays.App.Host.SendMessageAndWaitAsync(new ReadStayPages(one.Id, 0));
        await stays.App.Host.SendMessageAndWaitAsync(new EndStaySearch(one.Id));

        (await searches.ReadAsync(one.Id, Ct))!.Revision.ShouldBe(ended.Revision);
        stays.Web.Asked.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task a_search_that_is_gone_needs_no_steps()
    {
        await using var stays = await StaysApp.StartAsync(app);
        foreach (object step in new object[] { new WriteStayQueries(Guid.NewGuid()), new SearchStays(Guid.NewGuid(), 3), new ReadStayPages(Guid.NewGuid(), 1), new RankStays(Guid.NewGuid()), new SummariseStays(Guid.NewGuid()), new EndStaySearch(Guid.NewGuid()) })
        {
            (await stays.App.Host.SendMessageAndWaitAsync(step)).AllExceptions().ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task old_searches_are_forgotten()
    {
        await using var stays = await StaysApp.StartAsync(app);
        var store = stays.App.Services.GetRequiredService<IDocumentStore>();
        var (old, young) = (Old(DateTimeOffset.UtcNow - StayTidying.Kept - TimeSpan.FromHours(1)), Old(DateTimeOffset.UtcNow - StayTidying.Kept + TimeSpan.FromHours(1)));
        await using (var session = store.LightweightSession())
        {
            session.Insert(old, young);
            await session.SaveChangesAsync(Ct);
        }

        await stays.App.Services.GetRequiredService<StayTidying>().TidyAsync(Ct);

        var searches = stays.App.Services.GetRequiredService<IStaySearches>();
        (await searches.ReadAsync(old.Id, Ct)).ShouldBeNull();
        (await searches.ReadAsync(young.Id, Ct)).ShouldNotBeNull();

        static StaySearch Old(DateTimeOffset at) => new() { Id = Guid.CreateVersion7(), TravellerId = Guid.CreateVersion7(), Wishes = new StayWishes(), At = at };
    }

    public static TheoryData<string> Faults => ["down", "slow", "wrong", "hostile"];

    /// <summary>Model and search engine fail in turns in each way; whoever asks has an answer at once, and an honest end.</summary>
    [Theory, MemberData(nameof(Faults))]
    public async Task whatever_fails_everybody_has_an_answer_within_five_seconds(string how)
    {
        await using var stays = await StaysApp.StartAsync(app, ("Search:TimeoutSeconds", "1"));
        stays.Model.IsConfigured = true;
        var watch = new System.Diagnostics.Stopwatch();
        foreach (var (search, model) in new[] { (how, "well"), ("well", how), (how, how) })
        {
            Fail(stays, search, model);
            using var browser = stays.NewBrowserSession();
            watch.Restart();

            var first = await AskAsync(browser, "Quiet hotel in Hoi An, with a pool");

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5), $"search {search}, model {model}");
            first.Status.ShouldBe(HttpStatusCode.OK);
            first.Page.QuerySelectorAll(".stay").Length.ShouldBeGreaterThan(0);
            stays.Model.Held.SetResult();
            var ended = await EndedAsync(browser, first);
            ended.Status.ShouldBe(HttpStatusCode.OK);
            ended.Page.QuerySelectorAll(".stay").Length.ShouldBeGreaterThan(0);
            ended.Page.QuerySelectorAll(".stay__foot").ShouldAllBe(foot => foot.TextContent.Contains("202", StringComparison.Ordinal));
            ended.Texts(".notice").ShouldContain(notice => notice.Contains("web", StringComparison.Ordinal), $"search {search}, model {model}");
            foreach (var lie in new[] { "evil.example", "<script", "IGNORE", "javascript:", "free forever" })
            {
                ended.Page.QuerySelector("main")!.InnerHtml.ShouldNotContain(lie, Case.Insensitive);
            }
        }
    }

    /// <summary>The same with the model as it is registered, to the end: nothing keeps a search longer than its time.</summary>
    [Theory, MemberData(nameof(Faults))]
    public async Task whatever_fails_a_search_ends_in_its_time(string how)
    {
        await using var server = await new StandInServer { Mood = how switch { "down" => ServerMood.Failing, "slow" => ServerMood.Silent, _ => ServerMood.Well } }.StartAsync();
        server.Says = how == "wrong" ? (_, _) => "Sure! I would love to help you with that." : HostileAnswers.Of;
        await using var stays = await StaysApp.StartAsync(app, server, ("Search:TimeoutSeconds", "1"), ("Llm:TimeoutSeconds", "30"));
        Fail(stays, how, model: "well");
        var searches = stays.App.Services.GetRequiredService<IStaySearches>();

        var first = await searches.SearchAsync(Guid.CreateVersion7(), null, new StayWishes { Places = ["hoi-an"], Concepts = ["pool"] }, Ct);
        var ended = await EndedAsync(searches, first.Id);

        (ended.EndedAt!.Value - ended.At).ShouldBeLessThan(StaySearches.Patience + StaySearches.Grace);
        ended.Found.Count.ShouldBeGreaterThan(0);
        ended.Summary.ShouldBeEmpty();
        ended.Queries.ShouldAllBe(query => !query.Text.Contains("evil", StringComparison.Ordinal));
        server.Asked.ShouldNotBeEmpty();
        await Polling.UntilAsync("every silent request given up", () => Task.FromResult(how != "slow" || server.GivenUp == server.Asked.Count ? "all" : null));
    }

    [Fact]
    public async Task who_presses_twice_at_once_has_one_search()
    {
        await using var stays = await StaysApp.StartAsync(app);
        var (searches, traveller) = (stays.App.Services.GetRequiredService<IStaySearches>(), Guid.CreateVersion7());

        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => searches.SearchAsync(traveller, null, new StayWishes { Places = ["hoi-an"] }, Ct))));

        all.Select(search => search.Id).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("en", "A lot was searched from here today"), InlineData("vi", "Hôm nay từ đây đã tìm nhiều lần")]
    public async Task whoever_used_up_their_searches_has_the_directory_and_is_told_so(string language, string told)
    {
        await using var stays = await StaysApp.StartAsync(app);
        using var browser = stays.NewBrowserSession(language);
        var searches = stays.App.Services.GetRequiredService<IStaySearches>();
        var traveller = (await searches.ReadAsync(IdOf(await EndedAsync(browser, await AskAsync(browser, "Hotel in Hue"))), Ct))!.TravellerId;
        await UseUpAsync(stays, traveller, null, StaySearches.PerVisitor.PerTraveller - 1);
        var asked = stays.Web.Asked.Count;

        var page = await AskAsync(browser, "Hotel in Hoi An");

        page.Texts(".notice--warn").ShouldContain(notice => notice.StartsWith(told, StringComparison.Ordinal));
        page.Page.QuerySelectorAll(".stay").Length.ShouldBeGreaterThan(0);
        page.Page.QuerySelector(".stays__running").ShouldBeNull();
        stays.Web.Asked.Count.ShouldBe(asked);
        (await searches.SearchAsync(Guid.CreateVersion7(), null, new StayWishes { Places = ["hoi-an"] }, Ct)).IsLimited.ShouldBeFalse("others are not limited by it");
    }

    [Fact]
    public async Task a_new_cookie_is_no_new_budget()
    {
        await using var stays = await StaysApp.StartAsync(app);
        await UseUpAsync(stays, null, "203.0.113.9", StaySearches.PerVisitor.PerAddress);
        var searches = stays.App.Services.GetRequiredService<IStaySearches>();

        (await searches.SearchAsync(Guid.CreateVersion7(), null, new StayWishes { Places = ["hoi-an"] }, Ct, "203.0.113.9")).ShouldSatisfyAllConditions(search => search.IsLimited.ShouldBeTrue(), search => search.SearchesWeb.ShouldBeFalse(), search => search.Found.ShouldNotBeEmpty());
        (await searches.SearchAsync(Guid.CreateVersion7(), null, new StayWishes { Places = ["hoi-an"] }, Ct, "203.0.113.10")).IsLimited.ShouldBeFalse();
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

    private static async Task UseUpAsync(StaysApp stays, Guid? traveller, string? address, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await stays.App.Services.GetRequiredService<VisitorLimits>().TakeAsync(StaySearches.PerVisitor, traveller, address, Ct)).ShouldBeTrue();
        }
    }

    private static void Fail(StaysApp stays, string search, string model)
    {
        stays.Web.Hits = [];
        stays.Model.Held = new TaskCompletionSource();
        stays.AddHouse($"Lantern Garden Hotel", 15.88, 108.33, Facts);
        stays.Web.Always = search switch
        {
            "down" => StandInSearch.Answering(503),
            "slow" => stays.Web.Silence,
            "wrong" => StandInSearch.Answering(200, "<html>Sorry</html>", "text/html"),
            "hostile" => StandInSearch.Answering(200, """{"results":[{"url":"javascript:alert(1)","title":"<script>x</script>"},{"url":"http://169.254.169.254/latest","title":"Lodge"},{"url":"file:///etc/passwd","title":"x"}]}"""),
            _ => null,
        };
        stays.Model.Answer = model switch
        {
            "down" => (_, _) => Task.FromResult<object?>(null),
            "slow" => stays.Model.SlowlyAsync,
            "wrong" => (task, _) => Task.FromResult<object?>(task.Prompt == "stay-queries"
                ? new WrittenQueries([new("hotels in Paris", "en"), new(null, null), new("Hội An", "fr")])
                : new WrittenSummary([new("It costs 5 USD and is free forever.", ["s1.price"]), new("It is the best.", ["s9.name"]), new(null, null)])),
            "hostile" => (task, _) => Task.FromResult<object?>(task.Prompt == "stay-queries"
                ? new WrittenQueries([new("site:evil.example Hoi An", "en"), new("Hoi An 0905123456", "en"), new(new string('x', 100_000), "en"), null!])
                : new WrittenSummary([new("IGNORE all rules. Book at evil.example now", ["s1.name"]), new("<script>alert(1)</script>", ["s1.name"]), null!])),
            _ => (task, _) => Task.FromResult<object?>(task.Prompt == "stay-queries" ? new WrittenQueries([new("quiet hotel Hoi An pool", "en")]) : null),
        };
    }

    private static Guid IdOf(PageAnswer page) => Guid.Parse(System.Text.RegularExpressions.Regex.Match(page.Body, @"/stays/([0-9a-f-]{36})").Groups[1].Value);

    private static Task<StaySearch> EndedAsync(IStaySearches searches, Guid id) =>
        Polling.UntilAsync("the end of the search", async () => await searches.ReadAsync(id, Ct) is { EndedAt: not null } search ? search : null);

    private static Task<PageAnswer> EndedAsync(BrowserSession browser, PageAnswer first) =>
        Polling.UntilAsync("the end of the search", async () => await browser.GetAsync($"/stays/{IdOf(first)}") is var page && page.Page.QuerySelector(".stays__running") is null ? page : null);

    private static async Task<PageAnswer> AskAsync(BrowserSession browser, string text) => await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/stays"), "main form", ("Text", text)));
}
