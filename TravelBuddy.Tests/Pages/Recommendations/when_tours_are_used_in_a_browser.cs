using Microsoft.Playwright;
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
}
