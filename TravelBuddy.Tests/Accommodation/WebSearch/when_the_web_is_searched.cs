using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.WebSearch;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Accommodation.WebSearch;

public sealed class when_the_web_is_searched(AppFixture app)
{
    private static readonly SearchQuery Query = new("homestay Hội An hồ bơi", "vi");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<SearchProvider> Providers => [SearchProvider.SearXNG, SearchProvider.Brave, SearchProvider.Google];

    [Theory, MemberData(nameof(Providers))]
    public async Task every_provider_is_asked_in_its_own_way_and_its_hits_are_read(SearchProvider provider)
    {
        await using var web = await Web.StartAsync(provider);
        web.StandIn.Hits = [("https://riverside.example/rooms#top", "Riverside <b>Homestay</b>", "Pool &amp; garden"), ("https://other.example/", "Other", "")];

        var answer = await web.Search.SearchAsync(Query, Ct);

        answer.Fault.ShouldBeNull();
        answer.Hits.ShouldBe([new SearchHit("https://riverside.example/rooms", "Riverside Homestay"), new SearchHit("https://other.example/", "Other")]);
        var (path, query, key) = web.StandIn.Asked.ShouldHaveSingleItem();
        query["q"].ToString().ShouldBe(Query.Text);
        key.ShouldNotBeNull().ShouldContain("secret");
        query.SelectMany(member => member.Value).ShouldNotContain(value => value!.Contains("secret"), "a key in an address ends up in logs");
        (path, query[provider == SearchProvider.Google ? "cx" : provider == SearchProvider.Brave ? "search_lang" : "format"].ToString()).ShouldBe(provider switch
        {
            SearchProvider.SearXNG => ("/search", "json"),
            SearchProvider.Brave => ("/res/v1/web/search", "vi"),
            _ => ("/customsearch/v1", "engine"),
        });
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task nothing_found_is_no_fault(SearchProvider provider)
    {
        await using var web = await Web.StartAsync(provider);

        (await web.Search.SearchAsync(Query, Ct)).ShouldSatisfyAllConditions(answer => answer.Fault.ShouldBeNull(), answer => answer.Hits.ShouldBeEmpty());
    }

    public static TheoryData<SearchProvider, int, string, string, SearchFault, int?> Failures => new()
    {
        { SearchProvider.SearXNG, 403, "Forbidden", "", SearchFault.Refused, null },
        { SearchProvider.SearXNG, 429, "Too Many Requests", "Retry-After: 30", SearchFault.Busy, 30 },
        { SearchProvider.SearXNG, 500, "", "", SearchFault.Unavailable, null },
        { SearchProvider.SearXNG, 302, "", "Location: http://127.0.0.1/", SearchFault.WrongAnswer, null },
        { SearchProvider.Brave, 422, """{"type":"ErrorResponse","error":{"status":422,"code":"SUBSCRIPTION_TOKEN_INVALID"}}""", "", SearchFault.Refused, null },
        { SearchProvider.Brave, 429, """{"type":"ErrorResponse","error":{"status":429,"code":"RATE_LIMITED"}}""", "X-RateLimit-Remaining: 0, 14000|X-RateLimit-Reset: 1, 1419704", SearchFault.Busy, 1 },
        { SearchProvider.Brave, 429, """{"type":"ErrorResponse","error":{"status":429,"code":"QUOTA_LIMITED"}}""", "X-RateLimit-Remaining: 0, 0|X-RateLimit-Reset: 1, 1419704", SearchFault.Busy, 1419704 },
        { SearchProvider.Brave, 503, "", "Retry-After: 7", SearchFault.Unavailable, 7 },
        { SearchProvider.Google, 400, """{"error":{"code":400,"status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}""", "", SearchFault.Refused, null },
        { SearchProvider.Google, 403, """{"error":{"code":403,"status":"PERMISSION_DENIED"}}""", "", SearchFault.Refused, null },
        { SearchProvider.Google, 429, """{"error":{"code":429,"status":"RESOURCE_EXHAUSTED"}}""", "", SearchFault.Busy, null },
        { SearchProvider.Google, 504, "", "", SearchFault.Slow, null },
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task what_a_provider_answers_instead_has_a_meaning(SearchProvider provider, int status, string body, string headers, SearchFault fault, int? seconds)
    {
        await using var web = await Web.StartAsync(provider);
        web.StandIn.Always = StandInSearch.Answering(status, body, headers: [.. headers.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(header => header.Split(": ")).Select(header => (header[0], header[1]))]);

        var answer = await web.Search.SearchAsync(Query, Ct);

        answer.ShouldSatisfyAllConditions(_ => answer.Fault.ShouldBe(fault), _ => answer.RestFor?.TotalSeconds.ShouldBe(seconds!.Value), _ => answer.RestFor.HasValue.ShouldBe(seconds is not null), _ => answer.Hits.ShouldBeEmpty());
        web.StandIn.Asked.Count.ShouldBe(1, "whoever counts tries again");
    }

    [Fact]
    public async Task a_silent_provider_is_given_up()
    {
        await using var web = await Web.StartAsync(SearchProvider.SearXNG, ("TimeoutSeconds", "0.2"));
        web.StandIn.Always = web.StandIn.Silence;

        (await web.Search.SearchAsync(Query, Ct)).Fault.ShouldBe(SearchFault.Slow);
    }

    [Fact]
    public async Task one_that_fails_again_and_again_is_left_in_peace()
    {
        await using var web = await Web.StartAsync(SearchProvider.SearXNG);
        web.StandIn.Always = StandInSearch.Answering(500);
        for (var i = 0; i < 10; i++)
        {
            (await web.Search.SearchAsync(Query, Ct)).Fault.ShouldBe(SearchFault.Unavailable);
        }

        web.StandIn.Asked.Count.ShouldBeLessThan(12, "the circuit breaker opened");
    }

    [Theory]
    [InlineData("<html>not json</html>"), InlineData("[]"), InlineData("{}"), InlineData("null"), InlineData("""{"results":{"url":"https://a.example/"}}"""), InlineData("")]
    public async Task what_is_not_of_its_form_is_no_answer(string body)
    {
        await using var web = await Web.StartAsync(SearchProvider.SearXNG);
        web.StandIn.Always = StandInSearch.Answering(200, body);

        (await web.Search.SearchAsync(Query, Ct)).ShouldSatisfyAllConditions(answer => answer.Fault.ShouldBe(SearchFault.WrongAnswer), answer => answer.Hits.ShouldBeEmpty());
    }

    [Fact]
    public async Task too_much_is_no_answer()
    {
        await using var web = await Web.StartAsync(SearchProvider.SearXNG);
        web.StandIn.Always = StandInSearch.Answering(200, $$"""{"results":[{"url":"https://a.example/","title":"{{new string('a', 2 * 1024 * 1024)}}"}]}""");

        (await web.Search.SearchAsync(Query, Ct)).Hits.ShouldBeEmpty();
    }

    [Fact]
    public async Task hostile_hits_are_left_out_or_made_harmless()
    {
        await using var web = await Web.StartAsync(SearchProvider.SearXNG);
        web.StandIn.Hits =
        [
            ("javascript:alert(1)", "script", ""), ("file:///etc/passwd", "file", ""), ("https://user:word@a.example/", "user", ""), ("/relative", "relative", ""), ($"https://a.example/{new string('a', 2000)}", "long", ""),
            ("https://good.example/", "<script>alert(1)</script>\u202EGood\u0000\nname", new string('x', 5000)), ("https://good.example/#again", "again", ""), ("https://untitled.example/", "", ""),
        ];

        var hit = (await web.Search.SearchAsync(Query, Ct)).Hits.ShouldHaveSingleItem();

        hit.Url.ShouldBe("https://good.example/");
        hit.Title.ShouldBe("alert(1) Good name");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task half_an_emoji_costs_no_hit(SearchProvider provider)
    {
        await using var web = await Web.StartAsync(provider);
        const string Hits = """[{"url":"https://a.example/","link":"https://a.example/","title":"Lantern \ud83c","content":"\udfee","\ud83d":1},{"url":"https://b.example/","link":"https://b.example/","title":"Lodge \ud83c\udfe0"}]""";
        web.StandIn.Always = StandInSearch.Answering(200, provider switch
        {
            SearchProvider.SearXNG => $$$"""{"\ud83d":"\ud83d","results":{{{Hits}}}}""",
            SearchProvider.Brave => $$$"""{"type":"search","\ud83d":"\ud83d","web":{"results":{{{Hits}}}}}""",
            _ => $$$"""{"kind":"customsearch#search","\ud83d":"\ud83d","items":{{{Hits}}}}""",
        });

        (await web.Search.SearchAsync(Query, Ct)).Hits.Select(hit => hit.Title).ShouldBe(["Lantern", "Lodge 🏠"]);
    }

    [Fact]
    public async Task the_same_question_is_asked_once_until_its_answer_is_old()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var web = await Web.StartAsync(SearchProvider.SearXNG);
        web.StandIn.Hits = [("https://good.example/", "Good", "")];
        var (frugal, query) = (Frugal(web, time), new SearchQuery($"homestay {Guid.NewGuid()}", "en"));

        await frugal.SearchAsync(query, Ct);
        (await frugal.SearchAsync(query with { Text = query.Text.ToUpperInvariant() }, Ct)).Hits.ShouldHaveSingleItem();
        web.StandIn.Asked.Count.ShouldBe(1);
        time.Advance(TimeSpan.FromHours(25));
        await frugal.SearchAsync(query, Ct);

        web.StandIn.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task quota_and_cost_of_a_day_are_kept_over_all_nodes()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(20));
        await using var web = await Web.StartAsync(SearchProvider.SearXNG, ("DailyQuota", "100"), ("PricePerThousand", "5"), ("DailyCost", "0.01"));
        var (one, other) = (Frugal(web, time), Frugal(web, time));

        (await one.SearchAsync(New(), Ct)).Fault.ShouldBeNull();
        (await other.SearchAsync(New(), Ct)).Fault.ShouldBeNull();
        (await one.SearchAsync(New(), Ct)).Fault.ShouldBe(SearchFault.Quota);

        web.StandIn.Asked.Count.ShouldBe(2);
        time.Advance(TimeSpan.FromDays(1));
        (await other.SearchAsync(New(), Ct)).Fault.ShouldBeNull();
    }

    [Theory]
    [InlineData(500, "", null, 2), InlineData(504, "", null, 2), InlineData(503, "Retry-After", SearchFault.Unavailable, 1), InlineData(403, "", SearchFault.Refused, 1)]
    public async Task what_may_pass_is_tried_once_more_and_counted_each_time(int status, string header, SearchFault? fault, int calls)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(DateTime.UtcNow.Date.AddDays(60 + status * 2 + calls).AddHours(12), TimeSpan.Zero));
        await using var web = await Web.StartAsync(SearchProvider.Google);
        web.StandIn.Mishaps.Enqueue(StandInSearch.Answering(status, "{}", headers: header.Length > 0 ? [(header, "7")] : []));

        (await DoneAsync(Frugal(web, time).SearchAsync(New(), Ct), time, TimeSpan.FromMilliseconds(250))).Fault.ShouldBe(fault);

        web.StandIn.Asked.Count.ShouldBe(calls);
        (await new SearchUse(app.Services.GetRequiredService<Npgsql.NpgsqlDataSource>(), time).TodayAsync(web.Options.Provider.ToString(), Ct)).ShouldNotBeNull().Calls.ShouldBe(calls);
    }

    [Fact]
    public async Task who_come_at_once_wait_for_their_second()
    {
        await using var web = await Web.StartAsync(SearchProvider.Google);
        var frugal = Frugal(web, TimeProvider.System, perSecond: 1);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => frugal.SearchAsync(New(), Ct)));

        answers.ShouldAllBe(answer => answer.Fault == null);
        web.StandIn.Asked.Count.ShouldBe(4);
    }

    [Fact]
    public async Task a_second_attempt_waits_no_longer_than_one_would()
    {
        var start = new DateTimeOffset(DateTime.UtcNow.Date.AddDays(7000), TimeSpan.Zero);
        var (time, pace) = (new FakeTimeProvider(start), new FakeTimeProvider(start));
        await using var web = await Web.StartAsync(SearchProvider.Google);
        web.StandIn.Mishaps.Enqueue(StandInSearch.Answering(500, "{}"));
        // Of all seconds only the sixth is free.
        var taken = new Allowances(app.Services.GetRequiredService<Npgsql.NpgsqlDataSource>(), pace);
        for (var second = 0; second < 20; second++, pace.Advance(TimeSpan.FromSeconds(1)))
        {
            _ = second == 5 || await taken.TakeAsync(new Allowance("web-search", 1, TimeSpan.FromSeconds(1)), web.Options.Provider.ToString(), Ct);
        }

        (await DoneAsync(Frugal(web, time, perSecond: 1).SearchAsync(New(), Ct), time, TimeSpan.FromMilliseconds(250))).Fault.ShouldBe(SearchFault.Busy);

        web.StandIn.Asked.Count.ShouldBe(1);
        (time.GetUtcNow() - start).ShouldBeLessThan(TimeSpan.FromSeconds(12));
    }

    [Fact]
    public async Task a_rest_lasts_over_midnight()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(DateTime.UtcNow.Date.AddDays(4000).AddHours(23), TimeSpan.Zero));
        await using var web = await Web.StartAsync(SearchProvider.Brave);
        web.StandIn.Mishaps.Enqueue(StandInSearch.Answering(429, "{}", headers: ("Retry-After", "7200")));
        (await Frugal(web, time).SearchAsync(New(), Ct)).Fault.ShouldBe(SearchFault.Busy);

        time.Advance(TimeSpan.FromMinutes(90));
        (await Frugal(web, time).SearchAsync(New(), Ct)).Fault.ShouldBe(SearchFault.Busy);
        time.Advance(TimeSpan.FromMinutes(31));

        (await Frugal(web, time).SearchAsync(New(), Ct)).Fault.ShouldBeNull();
        web.StandIn.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task who_asks_to_be_left_alone_is_by_all_nodes()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(40));
        await using var web = await Web.StartAsync(SearchProvider.Brave);
        web.StandIn.Mishaps.Enqueue(StandInSearch.Answering(429, "{}", headers: ("Retry-After", "90")));

        (await Frugal(web, time).SearchAsync(New(), Ct)).Fault.ShouldBe(SearchFault.Busy);
        (await Frugal(web, time).SearchAsync(New(), Ct)).Fault.ShouldBe(SearchFault.Busy);
        web.StandIn.Asked.Count.ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(91));

        (await Frugal(web, time).SearchAsync(New(), Ct)).Fault.ShouldBeNull();
    }

    [Theory]
    [InlineData("Provider", "Bing", "Search__Provider"), InlineData("Provider", "1", "Search__Provider")]
    [InlineData("BaseUrl", "ftp://a", "Search__BaseUrl"), InlineData("BaseUrl", "", "Search__BaseUrl"), InlineData("DailyQuota", "-1", "Search__DailyQuota"), InlineData("DailyQuota", "1.5", "Search__DailyQuota")]
    [InlineData("PricePerThousand", "much", "Search__PricePerThousand"), InlineData("PerSecond", "0", "Search__PerSecond"), InlineData("TimeoutSeconds", "60", "Search__TimeoutSeconds"), InlineData("ApiKey", "a b", "Search__ApiKey")]
    [InlineData("CacheHours", "x", "Search__CacheHours"), InlineData("DailyCost", "-2", "Search__DailyCost")]
    public void a_wrong_setting_stops_the_start_with_its_name(string name, string value, string told) =>
        Should.Throw<StartupException>(() => SearchOptions.From(Web.Settings(SearchProvider.SearXNG, "http://127.0.0.1:1", (name, value)))).Message.ShouldContain(told);

    [Theory]
    [InlineData(SearchProvider.Brave, "ApiKey"), InlineData(SearchProvider.Google, "ApiKey"), InlineData(SearchProvider.Google, "EngineId")]
    public void what_a_provider_cannot_do_without_is_asked_for(SearchProvider provider, string missing) =>
        Should.Throw<StartupException>(() => SearchOptions.From(Web.Settings(provider, "http://127.0.0.1:1", (missing, "")))).Message.ShouldContain($"Search__{missing}");

    [Fact]
    public void without_settings_only_the_directory_is_searched() => SearchOptions.From(new ConfigurationBuilder().Build()).Provider.ShouldBe(SearchProvider.Local);

    private static SearchQuery New() => new($"hotel {Guid.NewGuid()}", "en");

    /// <summary>Lets time pass until a task is done.</summary>
    private static async Task<T> DoneAsync<T>(Task<T> task, FakeTimeProvider time, TimeSpan step)
    {
        await Polling.UntilAsync("the answer", () =>
        {
            time.Advance(task.IsCompleted ? TimeSpan.Zero : step);
            return Task.FromResult(task.IsCompleted ? task : null);
        });
        return await task;
    }

    private FrugalWebSearch Frugal(Web web, TimeProvider time, int perSecond = 1000)
    {
        var database = app.Services.GetRequiredService<Npgsql.NpgsqlDataSource>();
        return new FrugalWebSearch(web.Search, web.Options with { PerSecond = perSecond }, new SearchUse(database, time), new Allowances(database, time), app.Services.GetRequiredService<IDocumentStore>(), app.Services.GetRequiredService<StaySearchMetrics>(), time);
    }

    /// <summary>A provider's client as it is registered, in front of a stand-in.</summary>
    private sealed record Web(StandInSearch StandIn, SearchOptions Options, HttpWebSearch Search, ServiceProvider Services) : IAsyncDisposable
    {
        public static async Task<Web> StartAsync(SearchProvider provider, params (string Name, string Value)[] settings)
        {
            var standIn = await new StandInSearch().StartAsync();
            var configuration = Settings(provider, standIn.Address + provider switch { SearchProvider.Brave => "/res/v1/", SearchProvider.Google => "/customsearch/v1", _ => "" }, settings);
            var services = new ServiceCollection();
            services.AddWebSearch(configuration);
            var built = services.BuildServiceProvider();
            ISearchApi api = provider switch { SearchProvider.SearXNG => new SearxngApi(), SearchProvider.Brave => new BraveApi(), _ => new GoogleApi() };
            var options = built.GetRequiredService<SearchOptions>();
            return new Web(standIn, options, new HttpWebSearch(built.GetRequiredService<IHttpClientFactory>(), api, options), built);
        }

        public static IConfiguration Settings(SearchProvider provider, string address, params (string Name, string Value)[] settings)
        {
            var all = new Dictionary<string, string?> { ["Search:Provider"] = provider.ToString(), ["Search:BaseUrl"] = address, ["Search:ApiKey"] = "secret", ["Search:EngineId"] = "engine" };
            foreach (var (name, value) in settings)
            {
                all[$"Search:{name}"] = value;
            }

            return new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        }

        public async ValueTask DisposeAsync()
        {
            await Services.DisposeAsync();
            await StandIn.DisposeAsync();
        }
    }
}
