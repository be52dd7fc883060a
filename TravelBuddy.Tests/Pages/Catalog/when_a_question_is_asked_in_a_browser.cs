using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Tests.Pages.Catalog;

/// <summary>The form for questions in a real browser: only its part of the page changes, twice in a row, under the page's own content security policy.</summary>
public sealed class when_a_question_is_asked_in_a_browser(AppFixture app, RealBrowser chromium)
{
    [Fact]
    public async Task the_answer_takes_the_place_of_the_form_and_another_can_be_asked()
    {
        await using var context = await chromium.NewContextAsync(app.BaseUrl);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var tour = await session.Query<TourPackage>().Where(package => package.SourceId == "red-river-trails-food-01").SingleAsync();
        await page.GotoAsync($"/packages/{Uri.EscapeDataString(tour.Id)}");
        var address = page.Url;
        await page.EvaluateAsync("document.querySelector('h1').id = 'same-page'");

        await page.FillAsync("#ask textarea", "Is this tour OK for someone in a wheelchair?");
        await page.ClickAsync("#ask button");
        await Assertions.Expect(page.Locator("#ask blockquote")).ToContainTextAsync("not suitable for wheelchairs");

        await page.FillAsync("#ask textarea", "Can you cater for a peanut allergy?");
        await page.ClickAsync("#ask button");
        await Assertions.Expect(page.Locator("#ask .notice")).ToContainTextAsync("The provider doesn't say; ask them.");
        (await page.Locator("#ask").CountAsync()).ShouldBe(1);
        (await page.Locator("h1#same-page").CountAsync()).ShouldBe(1, "nothing else of the page was loaded again");
        page.Url.ShouldBe(address);
        complaints.ShouldBeEmpty();
    }
}
