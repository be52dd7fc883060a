using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accommodation.Search;
using static TravelBuddy.Tests.Accommodation.Search.StayPages;

namespace TravelBuddy.Tests.Accommodation.Search;

public sealed class when_a_search_is_listened_to(AppFixture app)
{
    [Fact]
    public async Task whoever_listens_hears_of_every_change_and_of_the_end()
    {
        await using var stays = await StaysApp.StartAsync(app);
        stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, StaysApp.Facts);
        using var browser = stays.NewBrowserSession();
        var first = await AskAsync(browser, "Hotel in Hoi An");
        var id = IdOf(first);

        var events = await browser.GetAsync($"/stays/{id}/live?seen=0");

        events.Body.ShouldContain($"event: {LiveStays.Changed}");
        events.Body.TrimEnd().ShouldEndWith("data:", Case.Insensitive);
        events.Body.ShouldContain($"event: {LiveStays.Over}");
        using var other = stays.NewBrowserSession();
        (await other.GetAsync($"/stays/{id}/live")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/stays/{id}?handler=Results")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task where_too_many_listen_the_page_polls()
    {
        await using var stays = await StaysApp.StartAsync(app);
        using var browser = stays.NewBrowserSession();
        var (id, news) = (IdOf(await AskAsync(browser, "Hotel in Hoi An")), stays.App.Services.GetRequiredService<StayNews>());
        await Polling.UntilAsync("nobody who listens", () => Task.FromResult(news.Listeners == 0 ? news : null));
        var listening = Enumerable.Range(0, LiveStays.MostListeners).Select(_ => news.Listen()).ToList();

        (await browser.GetAsync($"/stays/{id}/live")).Status.ShouldBe(HttpStatusCode.NoContent);
        listening.ForEach(each => each.Dispose());
        (await browser.GetAsync($"/stays/{id}/live")).Body.ShouldContain(LiveStays.Over);
        await Polling.UntilAsync("nobody who listens", () => Task.FromResult(news.Listeners == 0 ? news : null));
    }
}
