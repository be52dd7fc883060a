using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Tests.Pages;

/// <summary>A traveller with a browser and a recorded list.</summary>
internal sealed record TravellerWithList(AppFixture App, BrowserSession Browser, Guid TravellerId, Guid TripId, Guid ListId) : IDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string Path => $"/tours/{ListId}";

    /// <summary>A new traveller whose browser has the cookie, a trip with wishes, and the list ranked for them.</summary>
    public static async Task<TravellerWithList> NewAsync(AppFixture app, Func<Wishes, Wishes> wishes, string language = "en", string currency = "USD")
    {
        var browser = app.NewBrowserSession(language);
        var (traveller, trip, list) = await BeginAsync(app.Services, browser, app.BaseUrl, wishes, language, currency);
        return new TravellerWithList(app, browser, traveller, trip, list);
    }

    /// <summary>The same in another application, for a browser of its.</summary>
    public static async Task<(Guid TravellerId, Guid TripId, Guid ListId)> BeginAsync(IServiceProvider services, BrowserSession browser, string baseUrl, Func<Wishes, Wishes> wishes, string language = "en", string currency = "USD")
    {
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        var traveller = await scope.ServiceProvider.GetRequiredService<ICurrentTraveller>().EnsureAsync(Stop);
        var cookie = context.Response.Headers.SetCookie.Single(header => header!.StartsWith("tb.traveller=", StringComparison.Ordinal))!.Split(';')[0].Split('=', 2);
        browser.Cookies.Add(new Uri(baseUrl), new Cookie(cookie[0], cookie[1]));

        var trips = scope.ServiceProvider.GetRequiredService<ITrips>();
        var trip = await trips.StartAsync(traveller.Id, language, currency, Stop);
        await trips.ChangeAsync(trip, traveller.Id, null, wishes, Stop);
        return (traveller.Id, trip, (await scope.ServiceProvider.GetRequiredService<IRecommender>().RecommendAsync(trip, traveller.Id, Stop)).Id);
    }

    /// <summary>The same traveller after the wishes changed and tours were looked for again, with the new list.</summary>
    public async Task<TravellerWithList> SearchAgainAsync(Func<Wishes, Wishes> change) => await App.InScopeAsync(async services =>
    {
        await services.GetRequiredService<ITrips>().ChangeAsync(TripId, TravellerId, null, change, Stop);
        return this with { ListId = (await services.GetRequiredService<IRecommender>().RecommendAsync(TripId, TravellerId, Stop)).Id };
    });

    public Task<PageAnswer> ShowAsync() => Browser.GetAsync(Path);

    /// <summary>Presses a button that belongs to the page's form #act, as a browser without JavaScript does.</summary>
    public Task<PageAnswer> PressAsync(PageAnswer page, string selector)
    {
        var button = page.Page.QuerySelector(selector) ?? throw new InvalidOperationException($"There is no button {selector} on the page:\n{page.Body}");
        var fields = page.Page.QuerySelectorAll("#act input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!))
            .Append(KeyValuePair.Create(button.GetAttribute("name")!, button.GetAttribute("value")!));
        return Browser.PostAsync(Path + button.GetAttribute("formaction"), new FormUrlEncodedContent(fields));
    }

    /// <summary>The list that a redirect leads to, as recorded.</summary>
    public Task<RecommendationList> RecordedAsync(PageAnswer redirect) => RecordedAsync(Guid.Parse(redirect.Location.ShouldNotBeNull().Split('/', '?')[2]));

    public async Task<RecommendationList> RecordedAsync(Guid id) =>
        (await App.InScopeAsync(services => services.GetRequiredService<IRecommender>().FindAsync(id, TravellerId, Stop))).ShouldNotBeNull();

    public async Task<Wishes> WishesAsync() => await App.InScopeAsync(async services =>
    {
        var trips = services.GetRequiredService<ITrips>();
        return await trips.WishesAsync((await trips.FindAsync(TripId, TravellerId, Stop))!, Stop);
    });

    public void Dispose() => Browser.Dispose();
}
