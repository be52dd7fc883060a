using Marten;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accommodation.WebSearch;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.WebSearch;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Accommodation.Reading;

public sealed class when_pages_are_fetched(AppFixture app)
{
    private const string House = """<html lang="en"><script type="application/ld+json">{"@type":"Hotel","name":"Riverside"}</script></html>""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_page_is_read_once_under_our_own_name()
    {
        await using var site = await new StandInSearch().StartAsync();
        var path = Add(site, StandInSearch.Html(House));
        var reader = Reader();

        var first = await reader.ReadAsync(new Uri(site.Address + path), Ct);
        var second = await reader.ReadAsync(new Uri(site.Address + path), Ct);

        first.Stays.ShouldHaveSingleItem().Name.ShouldBe("Riverside");
        second.Stays.ShouldHaveSingleItem().Name.ShouldBe("Riverside");
        second.At.ShouldBe(first.At, TimeSpan.FromMilliseconds(1));
        site.Fetched.Select(fetch => fetch.Path).ShouldBe(["/robots.txt", path]);
        site.Fetched.ShouldAllBe(fetch => fetch.Agent.StartsWith("TravelBuddy/"));
    }

    [Fact]
    public async Task what_robots_txt_does_not_want_is_not_fetched()
    {
        await using var site = await new StandInSearch().StartAsync();
        site.Pages["/robots.txt"] = StandInSearch.Answering(200, "User-agent: *\nDisallow: /private", "text/plain");
        site.Pages["/private/a"] = StandInSearch.Html(House);
        site.Pages["/open"] = StandInSearch.Answering(302, headers: ("Location", "/private/a"));
        var reader = Reader();

        (await reader.ReadAsync(new Uri($"{site.Address}/private/a"), Ct)).Fault.ShouldBe(PageFault.NotAllowed);
        (await reader.ReadAsync(new Uri($"{site.Address}/open"), Ct)).Fault.ShouldBe(PageFault.NotAllowed, "a redirect is no way around");
        site.Fetched.ShouldNotContain(fetch => fetch.Path == "/private/a");
    }

    [Fact]
    public async Task a_site_whose_robots_txt_fails_is_left_alone()
    {
        await using var site = await new StandInSearch().StartAsync();
        site.Pages["/robots.txt"] = StandInSearch.Answering(503);
        var path = Add(site, StandInSearch.Html(House));

        (await Reader().ReadAsync(new Uri(site.Address + path), Ct)).Fault.ShouldBe(PageFault.NotAllowed);
    }

    [Fact]
    public async Task redirects_are_followed_a_few_times()
    {
        await using var site = await new StandInSearch().StartAsync();
        var path = Add(site, StandInSearch.Html(House));
        var once = Add(site, StandInSearch.Answering(301, headers: ("Location", path)));
        var forever = $"/{Guid.NewGuid():N}";
        site.Pages[forever] = StandInSearch.Answering(302, headers: ("Location", forever));
        var reader = Reader();

        (await reader.ReadAsync(new Uri(site.Address + once), Ct)).ShouldSatisfyAllConditions(answer => answer.Stays.ShouldHaveSingleItem(), answer => answer.Url.AbsolutePath.ShouldBe(path));
        (await reader.ReadAsync(new Uri(site.Address + forever), Ct)).Fault.ShouldBe(PageFault.Unreachable);
    }

    [Fact]
    public async Task what_is_no_page_of_a_house_says_nothing()
    {
        await using var site = await new StandInSearch().StartAsync();
        var reader = Reader();

        (await reader.ReadAsync(new Uri(site.Address + Add(site, StandInSearch.Answering(200, "%PDF", "application/pdf"))), Ct)).Fault.ShouldBe(PageFault.NotAPage);
        (await reader.ReadAsync(new Uri(site.Address + Add(site, StandInSearch.Html("<p>Hello</p>"))), Ct)).Fault.ShouldBe(PageFault.SaysNothing);
        (await reader.ReadAsync(new Uri(site.Address + "/missing"), Ct)).Fault.ShouldBe(PageFault.Unreachable);
        (await reader.ReadAsync(new Uri(site.Address + Add(site, StandInSearch.Answering(302, headers: ("Location", "file:///etc/passwd")))), Ct)).Fault.ShouldBe(PageFault.Unreachable);
    }

    [Fact]
    public async Task a_sloppy_page_is_read_or_says_nothing_and_never_fails_its_reader()
    {
        await using var site = await new StandInSearch().StartAsync();
        var reader = Reader();

        (await reader.ReadAsync(new Uri(site.Address + Add(site, StandInSearch.Html("""<script type="application/ld+json">{"@type":"Hotel","name":"Riverside \ud83d","\udc00":"\ud83d"}</script>"""))), Ct)).Stays.ShouldHaveSingleItem().Name.ShouldBe("Riverside");
        (await reader.ReadAsync(new Uri(site.Address + Add(site, StandInSearch.Answering(200, House, "text/html; charset=utf-7"))), Ct)).Stays.ShouldHaveSingleItem().Name.ShouldBe("Riverside");
        (await reader.ReadAsync(new Uri(site.Address + Add(site, StandInSearch.Answering(200, "<p>\ud83d</p>", "text/html; charset=utf-7"))), Ct)).Fault.ShouldBe(PageFault.SaysNothing);
    }

    [Fact]
    public async Task only_the_beginning_of_a_long_page_is_read()
    {
        await using var site = await new StandInSearch().StartAsync();
        var long_ = new string('x', PageReader.MostBytes);
        var reader = Reader();

        (await reader.ReadAsync(new Uri(site.Address + Add(site, StandInSearch.Html($"{House}{long_}"))), Ct)).Stays.ShouldHaveSingleItem();
        (await reader.ReadAsync(new Uri(site.Address + Add(site, StandInSearch.Html($"{long_}{House}"))), Ct)).Fault.ShouldBe(PageFault.SaysNothing);
    }

    [Fact]
    public async Task a_silent_page_is_given_up()
    {
        await using var site = await new StandInSearch().StartAsync();

        (await Reader().ReadAsync(new Uri(site.Address + Add(site, site.Silence)), Ct)).Fault.ShouldBe(PageFault.Slow);
    }

    [Fact]
    public async Task addresses_that_are_not_of_the_open_internet_are_not_fetched_nor_led_to()
    {
        await using var site = await new StandInSearch().StartAsync();
        var path = Add(site, StandInSearch.Html(House));

        (await app.Services.GetRequiredService<PageReader>().ReadAsync(new Uri(site.Address + path), Ct)).Fault.ShouldBe(PageFault.Unreachable);

        site.Fetched.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("8.8.8.8", 80, true), InlineData("8.8.8.8", 443, true), InlineData("8.8.8.8", 22, false), InlineData("8.8.8.8", 8080, false), InlineData("10.0.0.1", 443, false)]
    public void nothing_but_servers_of_the_web_is_asked(string address, int port, bool isAsked) => PublicAddresses.IsOfTheWeb(new System.Net.IPEndPoint(System.Net.IPAddress.Parse(address), port)).ShouldBe(isAsked);

    private static string Add(StandInSearch site, Func<Microsoft.AspNetCore.Http.HttpContext, Task> page)
    {
        var path = $"/{Guid.NewGuid():N}";
        site.Pages[path] = page;
        return path;
    }

    /// <summary>The reader as it is registered, which here may fetch from this machine.</summary>
    private PageReader Reader()
    {
        var services = new ServiceCollection();
        services.AddStayPages();
        services.AddHybridCache();
        services.AddHttpClient(PageReader.Client).ConfigurePrimaryHttpMessageHandler(() => PublicAddresses.Handler(redirects: 0, server => System.Net.IPAddress.IsLoopback(server.Address)));
        var built = services.BuildServiceProvider();
        return new PageReader(built.GetRequiredService<IHttpClientFactory>(), app.Services.GetRequiredService<IDocumentStore>(), built.GetRequiredService<HybridCache>(), SearchOptions.From(new ConfigurationBuilder().Build()), app.Services.GetRequiredService<StaySearchMetrics>(), TimeProvider.System);
    }
}
