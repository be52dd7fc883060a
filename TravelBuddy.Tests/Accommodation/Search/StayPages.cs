using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Search;

namespace TravelBuddy.Tests.Accommodation.Search;

/// <summary>Searches for places to stay, as a browser asks for them, until they are over.</summary>
public static class StayPages
{
    public static async Task<PageAnswer> AskAsync(BrowserSession browser, string text) => await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/stays"), "main form", ("Text", text)));

    public static Guid IdOf(PageAnswer page) => Guid.Parse(System.Text.RegularExpressions.Regex.Match(page.Body, @"/stays/([0-9a-f-]{36})").Groups[1].Value);

    public static Task<PageAnswer> EndedAsync(BrowserSession browser, PageAnswer first) =>
        Polling.UntilAsync("the end of the search", async () => await browser.GetAsync($"/stays/{IdOf(first)}") is var page && page.Page.QuerySelector(".stays__running") is null ? page : null);

    public static Task<StaySearch> EndedAsync(IStaySearches searches, Guid id) =>
        Polling.UntilAsync("the end of the search", async () => await searches.ReadAsync(id, TestContext.Current.CancellationToken) is { EndedAt: not null } search ? search : null);
}
