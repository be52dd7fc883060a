using System.Text.Json;
using Microsoft.Playwright;
using TravelBuddy.Tests.Language.Model;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Pages.Recommendations;

/// <summary>What only a real browser shows: htmx at work under the content security policy, on a phone's screen.</summary>
public sealed class when_tours_are_used_in_a_browser(AppFixture app, RealBrowser chromium)
{
    [Fact]
    public async Task a_slider_ranks_again_and_a_thumb_stays_without_leaving_the_page()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("da-nang", null)], Durations = [new DurationWish(1, 4)] });
        await using var context = await chromium.NewContextAsync(app.BaseUrl);
        await context.AddCookiesAsync([.. traveller.Browser.Cookies.GetAllCookies().Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = app.BaseUrl })]);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") { complaints.Add(message.Text); } };

        await page.GotoAsync(traveller.Path);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, "the page must not scroll sideways on a phone");

        var up = page.Locator(".vote button[name=up]").First;
        await up.ClickAsync();
        await Assertions.Expect(page.Locator(".vote button[name=up]").First).ToHaveAttributeAsync("aria-pressed", "true");
        page.Url.ShouldEndWith(traveller.Path);

        await page.Locator(".weights summary").ClickAsync();
        await page.Locator("input[name=weight]").Nth(2).FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.ArrivesAtAsync("/tours/", butNot: traveller.Path);
        await Assertions.Expect(page.Locator("article.tour")).ToHaveCountAsync(10);
        (await page.Locator("#tours").CountAsync()).ShouldBe(1);
        (await page.Locator("input[name=weight]").Nth(2).InputValueAsync()).ShouldBe("10");
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task what_a_model_says_of_the_first_tours_comes_in_when_they_are_seen()
    {
        await using var server = await new StandInServer
        {
            Says = (_, data) => JsonSerializer.Serialize(new { sentences = JsonDocument.Parse(data.Split('\n')[1]).RootElement.GetProperty("passages").EnumerateArray().Select(passage => new { text = passage.GetProperty("text").GetString(), passages = new[] { passage.GetProperty("number").GetInt32() } }) }),
        }.StartAsync();
        await using var database = await app.NewDatabaseAsync("whyseen");
        await using var own = OwnApp.Start(database, ("Llm:BaseUrl", server.Address), ("Llm:Model", StandInServer.Model), ("Llm:ApiKey", StandInServer.Key), ("Llm:TimeoutSeconds", "20"));
        using var browser = new BrowserSession(own.BaseUrl, "en");
        var (_, _, list) = await TravellerWithList.BeginAsync(own.Services, browser, own.BaseUrl, wishes => wishes with { Food = new ConceptWishes(["seafood"], []) });
        await using var context = await chromium.NewContextAsync(own.BaseUrl);
        await context.AddCookiesAsync([.. browser.Cookies.GetAllCookies().Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = own.BaseUrl })]);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") { complaints.Add(message.Text); } };

        await page.GotoAsync($"/tours/{list}");
        foreach (var rank in new[] { 1, 2, 3 })
        {
            await page.Locator($"#tour-{rank} .bars").ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(page.Locator($"#tour-{rank} [hx-get*='handler=Why']")).ToHaveCountAsync(0);
        }

        var told = page.Locator(".tour__told li").First;
        await told.Locator("summary").ClickAsync();
        await Assertions.Expect(told.Locator("blockquote").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("article.tour")).ToHaveCountAsync(10);
        complaints.ShouldBeEmpty();
    }
}
