using Microsoft.Playwright;

namespace TravelBuddy.Tests.Interests;

/// <summary>The wizard in a real Chromium: saving as answers are given, suggestions, and the content security policy.</summary>
public sealed class when_the_wizard_has_script(AppFixture app) : IAsyncLifetime
{
    private RealBrowser? _chromium;

    public async ValueTask InitializeAsync() => _chromium = await RealBrowser.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }
    }

    private async Task<(IPage Page, List<string> Complaints)> OpenAsync(string path)
    {
        var page = await (await _chromium!.NewContextAsync(app.BaseUrl)).NewPageAsync();
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
        await page.Locator(".plan-suggestion").First.ClickAsync();
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
        await page.Locator("#add").PressSequentiallyAsync("phong nh");
        await page.Locator(".plan-suggestion").First.WaitForAsync();
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
        (await SummaryAsync(page)).ShouldBe(["up to 400 USD per person"]);
        complaints.ShouldBeEmpty();
    }
}
