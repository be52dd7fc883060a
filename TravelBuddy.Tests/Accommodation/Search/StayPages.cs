using JasperFx.Core;
using Microsoft.Extensions.Hosting;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Search.Steps;
using Wolverine.Tracking;

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

    /// <summary>Sends a step and waits for it and for the steps that follow; what the host does meanwhile of itself, such as encoding packages, is not waited for.</summary>
    public static Task<ITrackedSession> SendStepAsync(IHost host, object step) =>
        host.TrackActivity().Timeout(30.Seconds()).IgnoreMessagesMatchingType(type => type.Namespace != typeof(EndStaySearch).Namespace).SendMessageAndWaitAsync(step);
}
