using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Tests.Interests;

/// <summary>The wizard in a real Chromium: saving as answers are given, suggestions, and the content security policy.</summary>
public sealed class when_the_wizard_has_script(AppFixture app, RealBrowser chromium) : IAsyncDisposable
{
    private readonly List<IBrowserContext> _opened = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _opened)
        {
            await context.DisposeAsync();
        }
    }

    private async Task<(IPage Page, List<string> Complaints)> OpenAsync(string path)
    {
        _opened.Add(await chromium.NewContextAsync(app.BaseUrl));
        var page = await _opened[^1].NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("422", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        await page.GotoAsync(app.BaseUrl + path);
        return (page, complaints);
    }

    private async Task<IReadOnlyList<string>> SummaryAsync(IPage page)
    {
        await page.GotoAsync(app.BaseUrl + "/plan/summary");
        return await page.Locator(".plan-answer").AllInnerTextsAsync();
    }

    [Fact]
    public async Task chips_are_saved_as_they_are_tapped_however_quickly()
    {
        var (page, complaints) = await OpenAsync("/plan/food");
        foreach (var chip in new[] { "Seafood", "Vegan", "Halal", "Vegan", "Seafood" })
        {
            await page.GetByLabel(chip, new() { Exact = true }).ClickAsync();
        }

        await page.Locator(".plan-saved__ok").WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        (await SummaryAsync(page)).ShouldBe(["Halal"]);
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_suggestion_is_picked_and_the_next_place_can_be_typed()
    {
        var (page, complaints) = await OpenAsync("/plan/places");
        await page.Locator("#add").PressSequentiallyAsync("phong nh");
        await page.Locator(".plan-suggestion", new() { HasText = "Phong Nha" }).First.ClickAsync();
        await page.Locator(".chip:has(input:checked)").First.WaitForAsync();
        await page.Locator("#add").PressSequentiallyAsync("hoi an");
        await page.Locator(".plan-suggestion", new() { HasText = "Hoi An" }).First.ClickAsync();
        await page.Locator(".chip:has(input:checked)", new() { HasText = "Hoi An" }).WaitForAsync();
        (await SummaryAsync(page)).ShouldBe(["Phong Nha", "Hoi An"]);
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_suggestion_is_picked_with_the_keys_alone()
    {
        var (page, complaints) = await OpenAsync("/plan/places");
        await page.RunAndWaitForResponseAsync(() => page.Locator("#add").PressSequentiallyAsync("phong nh"), response => response.Url.Contains("phong+nh", StringComparison.Ordinal));
        await page.Locator(".plan-suggestion", new() { HasText = "Phong Nha" }).First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".chip:has(input:checked)").First.WaitForAsync();
        (await SummaryAsync(page)).ShouldBe(["Phong Nha"]);
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_wrong_amount_is_told_at_once_and_the_message_goes_when_it_is_mended()
    {
        var (page, complaints) = await OpenAsync("/plan/budget");
        await page.Locator("#max").FillAsync("-5");
        await page.Locator("#max").BlurAsync();
        await page.Locator("#err-max", new() { HasText = "more than 0" }).WaitForAsync();
        await page.Locator("#max").FillAsync("400");
        await page.Locator("#max").BlurAsync();
        await page.Locator(".plan-saved__ok").WaitForAsync();
        (await page.Locator("#err-max").TextContentAsync()).ShouldBe("");
        (await SummaryAsync(page)).ShouldBe(["up to $400 per person"]);
        complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("click")]
    public async Task next_pressed_at_once_keeps_every_answer_and_troubles_nobody(string how)
    {
        using var errors = LoggedErrors.Of(app);
        for (var round = 0; round < 4; round++)
        {
            var (page, complaints) = await OpenAsync("/plan/places");
            await page.Locator(".chip", new() { HasText = "Hue" }).ClickAsync();
            await NextAsync(page, "click", "durations");
            foreach (var (field, typed, next) in new[] { ("other", "3 days", "budget"), ("max", "500", "transport"), ("words", "train", "food"), ("words", "vegan", "activities"), ("words", "museums", "stay") })
            {
                await page.Locator($"[name={field}]").PressSequentiallyAsync(typed);
                await NextAsync(page, how, next);
            }

            await page.Locator("[name=words]").PressSequentiallyAsync("zorblax");
            await page.Locator("#not .chip").First.ClickAsync();
            await NextAsync(page, "click", "summary");
            (await page.Locator(".plan-answer").AllInnerTextsAsync()).ShouldBe(["Hue", "3 days", "up to $500 per person", "Train", "Vegan", "Museum", "Trekking"]);
            (await page.Locator(".plan-note").InnerTextAsync()).ShouldBe("zorblax");
            complaints.ShouldBeEmpty();
            await page.Context.DisposeAsync();
        }

        errors.Texts.ShouldBeEmpty();
    }

    [Fact]
    public async Task next_pressed_twice_with_the_first_answer_starts_one_trip()
    {
        var before = await TravellersAsync();
        var (page, _) = await OpenAsync("/plan/places");
        await page.EvaluateAsync("""
            () => {
              document.querySelector("input[value=hue]").click();
              const next = document.querySelector("button[value=next]");
              next.click();
              next.click();
            }
            """);
        await page.ArrivesAtAsync("/plan/durations");
        (await SummaryAsync(page)).ShouldBe(["Hue"]);
        (await TravellersAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task what_is_tapped_after_next_while_it_waits_goes_along()
    {
        var (page, complaints) = await OpenAsync("/plan/food");
        await page.EvaluateAsync("""
            () => {
              document.querySelector("input[value=seafood]").click();
              document.querySelector("button[value=next]").click();
              document.querySelector("input[value=vegan]").click();
            }
            """);
        await page.ArrivesAtAsync("/plan/activities");
        (await SummaryAsync(page)).ShouldBe(["Seafood", "Vegan"]);
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_link_followed_right_after_typing_loses_nothing()
    {
        var (page, _) = await OpenAsync("/plan/food");
        await page.Locator("[name=words]").PressSequentiallyAsync("vegan");
        await page.Locator(".plan-nav a", new() { HasText = "Skip" }).ClickAsync();
        await page.ArrivesAtAsync("/plan/activities");
        await Polling.UntilAsync("what was typed", async () => (await SummaryAsync(page)).SequenceEqual(["Vegan"]));
    }

    [Fact]
    public async Task what_next_finds_wrong_is_told_beside_its_field_which_is_ready_to_be_mended()
    {
        var (page, complaints) = await OpenAsync("/plan/budget");
        await page.Locator("#max").FillAsync("-5");
        await page.Locator("button[value=next]").ClickAsync();
        await page.Locator("#err-max", new() { HasText = "more than 0" }).WaitForAsync();
        await Assertions.Expect(page.Locator("#max")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#max")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.Locator("#max").FillAsync("400");
        await page.Locator("button[value=next]").ClickAsync();
        await page.ArrivesAtAsync("/plan/transport");
        (await SummaryAsync(page)).ShouldBe(["up to $400 per person"]);
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task next_is_where_it_was_pressed_when_it_is_let_go()
    {
        var (page, _) = await OpenAsync("/plan/budget");
        await page.Locator("#max").FillAsync("-5");
        await page.Locator("button[value=next]").HoverAsync();
        await page.Mouse.DownAsync();
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("max", "the field is not left, so nothing is saved and no message moves the button");
        await page.Mouse.UpAsync();
        await page.Locator("#err-max", new() { HasText = "more than 0" }).WaitForAsync();
    }

    [Fact]
    public async Task next_goes_on_when_no_answer_comes_to_the_script()
    {
        var (page, _) = await OpenAsync("/plan/food");
        await page.RouteAsync("**/plan/food?handler=Save", route => route.AbortAsync());
        await page.Locator("[name=words]").PressSequentiallyAsync("vegan");
        await page.Locator("button[value=next]").ClickAsync();
        await page.ArrivesAtAsync("/plan/activities");
        (await SummaryAsync(page)).ShouldBe(["Vegan"]);
    }

    private static async Task NextAsync(IPage page, string how, string step)
    {
        // Leaving the field saves it; the button is pressed in the same moment.
        await (how == "Enter" ? page.Keyboard.PressAsync("Enter") : page.EvaluateAsync("() => { document.activeElement.blur(); document.querySelector('button[value=next]').click(); }"));
        await page.ArrivesAtAsync($"/plan/{step}");
    }

    private async Task<int> TravellersAsync()
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.Query<Traveller>().CountAsync(TestContext.Current.CancellationToken);
    }
}
