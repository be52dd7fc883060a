using Microsoft.Playwright;
using TravelBuddy.Web.Interests;
using static Microsoft.Playwright.Assertions;

namespace TravelBuddy.Tests.Pages;

/// <summary>What a traveller sees in a real browser when the page's antiforgery token no longer counts: after a restart of the browser, another sign-in, or a change of keys.</summary>
public sealed class when_a_page_was_open_too_long(AppFixture app, RealBrowser chromium)
{
    private const string AntiforgeryCookie = ".AspNetCore.Antiforgery";

    [Theory]
    [InlineData("en-US", "This page was open too long.", "Send it again"), InlineData("vi-VN", "Trang này đã mở quá lâu.", "Gửi lại")]
    public async Task an_answer_that_could_not_be_saved_is_told_where_it_was_typed_and_sent_again_by_a_button(string locale, string told, string button)
    {
        await using var context = await chromium.NewContextAsync(app.BaseUrl, locale);
        var page = await OpenAsync(context, "/plan/stay");
        await page.Locator("#notwords").FillAsync("long drives");
        await page.Locator("#notwords").BlurAsync();
        await page.Locator(".plan-saved__ok").WaitForAsync();
        await LoseTokenAsync(context);

        await page.Locator("#words").FillAsync("a sea view");
        await page.Locator("#words").BlurAsync();

        await Expect(page.Locator("#refused strong")).ToHaveTextAsync(told);
        (await page.Locator("#words").InputValueAsync()).ShouldBe("a sea view");
        (await page.Locator("#notwords").InputValueAsync()).ShouldBe("long drives");
        page.Url.ShouldEndWith("/plan/stay");

        await page.RunAndWaitForResponseAsync(
            () => page.Locator("#refused button", new() { HasText = button }).ClickAsync(),
            response => response.Url.EndsWith("/plan/stay?handler=Save", StringComparison.Ordinal) && response.Ok);
        await Expect(page.Locator("#refused")).ToBeEmptyAsync();
        await page.GotoAsync("/plan/summary");
        (await page.Locator(".plan-note").InnerTextAsync()).ShouldBe("a sea view");
    }

    [Fact]
    public async Task after_the_message_every_form_of_the_page_counts_again()
    {
        await using var context = await chromium.NewContextAsync(app.BaseUrl);
        var page = await OpenAsync(context, "/plan/food");
        await SpoilTokenAsync(page);

        await page.GetByLabel("Seafood", new() { Exact = true }).ClickAsync();
        await page.Locator("#refused strong").WaitForAsync();
        await page.GetByLabel("Vegan", new() { Exact = true }).ClickAsync();
        await page.Locator(".plan-saved__ok").WaitForAsync();
        await Expect(page.Locator("#refused")).ToBeEmptyAsync();
        await page.Locator("button[name=go][value=next]").ClickAsync();

        await page.ArrivesAtAsync("/plan/activities");
        await page.GotoAsync("/plan/summary");
        (await page.Locator(".plan-answer").AllInnerTextsAsync()).ShouldBe(["Seafood", "Vegan"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("/plan/food", "#words", "zorblax cake", "button[name=go][value=next]", "/plan/activities", "zorblax cake"), InlineData("/", "#wish", "3 days in Hue, crab noodle soup", ".hero__form button", "/tours/", "Hue")]
    public async Task a_form_sent_by_its_own_button_can_be_sent_again_as_it_was(string path, string field, string typed, string button, string next, string kept)
    {
        await using var context = await chromium.NewContextAsync(app.BaseUrl);
        var page = await OpenAsync(context, path);
        await page.RouteAsync("**/*handler=Save", save => save.AbortAsync()); // No answer comes to the script, so that the browser itself sends the form.
        await SpoilTokenAsync(page);

        await page.Locator(field).FillAsync(typed);
        await page.Locator(button).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("This page was open too long");
        await page.Locator("main button", new() { HasText = "Send it again" }).ClickAsync();

        await page.ArrivesAtAsync(next);
        await page.GotoAsync("/plan/summary");
        (await page.Locator(".plan-summary").InnerTextAsync()).ShouldContain(kept);
    }

    [Fact]
    public async Task a_thumb_and_a_slider_are_told_and_given_again_too()
    {
        using var traveller = await TravellerWithList.NewAsync(app, wishes => wishes with { Places = [new PlaceWish("da-nang", null)] });
        await using var context = await chromium.NewContextAsync(app.BaseUrl);
        await context.AddCookiesAsync([.. traveller.Browser.Cookies.GetAllCookies().Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = app.BaseUrl })]);
        var page = await OpenAsync(context, traveller.Path);
        await SpoilTokenAsync(page);

        await page.Locator(".vote button[name=up]").First.ClickAsync();
        await page.Locator("#refused [data-again]").ClickAsync();
        await Expect(page.Locator(".vote button[name=up]").First).ToHaveAttributeAsync("aria-pressed", "true");

        await SpoilTokenAsync(page);
        await page.Locator(".weights summary").ClickAsync();
        await page.Locator("input[name=weight]").Nth(2).FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Locator("#refused [data-again]").ClickAsync();
        await page.ArrivesAtAsync("/tours/", butNot: traveller.Path);
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>The cookie is gone, as after a restart of the browser.</summary>
    private static Task LoseTokenAsync(IBrowserContext context) =>
        context.ClearCookiesAsync(new() { NameRegex = new System.Text.RegularExpressions.Regex($"^{System.Text.RegularExpressions.Regex.Escape(AntiforgeryCookie)}") });

    /// <summary>The page holds a token that nobody gave it.</summary>
    private static Task SpoilTokenAsync(IPage page) => page.EvaluateAsync(
        """
        () => {
          document.body.setAttribute("hx-headers:inherited", '{"RequestVerificationToken":"expired"}');
          for (const field of document.querySelectorAll("input[name=__RequestVerificationToken]")) field.value = "expired";
        }
        """);
}
