using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using TravelBuddy.Tests.Accounts;
using TravelBuddy.Web.Catalog.Feeds;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Catalog;

/// <summary>The page for feeds of an installation that takes 2 MB.</summary>
[Collection(ConfiguredAppCollection.Name)]
public sealed class when_a_feed_is_too_large(ConfiguredApp app)
{
    private const int Limit = 2 * 1024 * 1024;

    [Fact]
    public async Task the_limit_and_what_to_do_are_told_and_the_connection_stays()
    {
        foreach (var (language, heading, limit, back) in new[] { ("en", "That is too large", "At most 2 MB", "Load the page again"), ("vi", "Dữ liệu gửi lên quá lớn", "tối đa 2 MB", "Tải lại trang") })
        {
            using var browser = await app.NewAdminSessionAsync(language);
            var page = await browser.GetAsync("/admin/imports");
            page.Page.QuerySelector("#feed-hint")!.TextContent.ShouldContain("2 MB");

            foreach (var bytes in new[] { Limit + 100_000, 8 * Limit })
            {
                // A browser sends everything before it reads: without an answer to all of it, it shows a broken connection.
                var answer = await SendAsync(browser, page, bytes);

                answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
                answer.Texts("h1").ShouldBe([heading]);
                answer.Texts("main p").ShouldContain(text => text.Contains(limit));
                answer.Texts("main a.button--primary").ShouldBe([back]);
            }

            (await browser.GetAsync("/admin/imports")).Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory, InlineData("0"), InlineData("-1"), InlineData("2001"), InlineData("much"), InlineData("1.5")]
    public void a_limit_that_is_none_stops_the_start_by_its_name(string given)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Catalog:MaxFeedMegabytes", given)]).Build();

        Should.Throw<StartupException>(() => FeedLimit.Of(configuration)).Message.ShouldContain("Catalog__MaxFeedMegabytes");
    }

    [Fact]
    public async Task one_of_exactly_the_limit_is_read()
    {
        using var browser = await app.NewAdminSessionAsync();
        var page = await browser.GetAsync("/admin/imports");

        (await SendAsync(browser, page, Limit)).Location.ShouldNotBeNull().ShouldStartWith("/admin/imports?report=");
    }

    [Fact]
    public async Task without_a_stated_length_it_is_refused_the_same_way()
    {
        using var browser = await app.NewAdminSessionAsync();
        var page = await browser.GetAsync("/admin/imports");

        var answer = await SendAsync(browser, page, Limit + 100_000, chunked: true);

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Texts("h1").ShouldBe(["That is too large"]);
    }

    [Fact]
    public async Task too_much_for_any_other_form_is_told_too()
    {
        using var browser = app.NewBrowserSession();
        foreach (var (path, bytes) in new[] { ("/plan/text", 5_000_000), ("/plan/text", 31_000_000), ("/language", 31_000_000) })
        {
            var answer = await browser.PostAsync(path, new FormUrlEncodedContent([new("text", new string('x', bytes))]));

            answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            answer.Texts("h1").ShouldBe(["That is too large"]);
        }
    }

    private static async Task<PageAnswer> SendAsync(BrowserSession browser, PageAnswer page, int bytes, bool chunked = false)
    {
        var line = "{\"id\":\"too-large\"}\n"u8.ToArray();
        var feed = new byte[bytes];
        Array.Fill(feed, (byte)' ');
        line.CopyTo(feed, 0);
        using var file = new ByteArrayContent(feed) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var token = new StringContent(page.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        using var form = new MultipartFormDataContent { { file, "Feed", "feed.jsonl" }, { token, "__RequestVerificationToken" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/imports") { Content = form, Headers = { TransferEncodingChunked = chunked ? true : null, Referrer = page.Response.RequestMessage!.RequestUri } };
        using var response = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new PageAnswer(response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);
    }
}
