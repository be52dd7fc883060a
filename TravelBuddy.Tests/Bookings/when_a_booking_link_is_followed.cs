using System.Net;
using JasperFx.Core;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Catalog;
using TravelBuddy.Tests.Recommendations;
using TravelBuddy.Web.Bookings;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using Wolverine.Tracking;

namespace TravelBuddy.Tests.Bookings;

public sealed class when_a_booking_link_is_followed(OwnCatalogue app) : IClassFixture<OwnCatalogue>
{
    private readonly Guid _list = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IDocumentStore Store => app.Services.GetRequiredService<IDocumentStore>();

    private BookingLinks Links => app.Services.GetRequiredService<BookingLinks>();

    [Fact]
    public async Task it_leads_to_the_address_in_the_catalogue_and_is_counted()
    {
        var package = await NewPackageAsync("https://agency.test/tours/1?ref=tb");
        var answer = await FollowAsync(Links.PathFor(package, _list, "whatsapp")!);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("https://agency.test/tours/1?ref=tb");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["strict-origin"]);
        var click = (await ClicksAsync()).ShouldHaveSingleItem();
        click.PackageId.ShouldBe(package.Id);
        click.Channel.ShouldBe("whatsapp");
    }

    [Fact]
    public async Task the_trip_of_its_list_remembers_it()
    {
        var package = await NewPackageAsync("https://agency.test/tours/2");
        var trip = await NewTripWithListAsync(package.Id);

        await FollowAsync(Links.PathFor(package, _list, "web")!);

        await using var session = Store.QuerySession();
        (await session.Events.FetchStreamAsync(trip, token: Ct)).Select(e => e.Data).ShouldContain(new BookingLinkFollowed(_list, package.Id));
        (await session.LoadAsync<Trip>(trip, Ct))!.Version.ShouldBe((int)(await session.Events.FetchStreamStateAsync(trip, Ct))!.Version);
        (await ClicksAsync()).ShouldHaveSingleItem().TripId.ShouldBe(trip);
    }

    [Fact]
    public async Task a_tour_shown_without_a_list_is_counted_for_no_trip()
    {
        var package = await NewPackageAsync("https://agency.test/tours/7");
        using var browser = app.NewBrowserSession();
        var path = (await browser.GetAsync($"/packages/{Uri.EscapeDataString(package.Id)}")).Page.QuerySelector("a[href^='/go/']")!.GetAttribute("href")!;

        (await FollowAsync(path)).Headers.Location!.ToString().ShouldBe("https://agency.test/tours/7");

        await using var session = Store.QuerySession();
        var click = (await session.Query<BookingClick>().Where(item => item.PackageId == package.Id).ToListAsync(Ct)).ShouldHaveSingleItem();
        (click.ListId, click.TripId, click.Channel).ShouldBe((null, null, "web"));
    }

    [Fact]
    public async Task a_withdrawn_tour_of_no_list_leads_to_the_start_page()
    {
        var package = await NewPackageAsync("https://agency.test/tours/8", bookable: false);
        using var browser = app.NewBrowserSession();
        var page = await browser.GetAsync(Links.PathFor(package, null, "web")!);

        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Texts("h1").ShouldBe(["This tour cannot be booked any more"]);
        page.Page.QuerySelector("main a[href^='/tours/']").ShouldBeNull();
        page.Page.QuerySelector("main a[href='/']").ShouldNotBeNull();
    }

    [Fact]
    public async Task clicks_at_the_same_moment_are_all_counted()
    {
        var package = await NewPackageAsync("https://agency.test/tours/3");
        var trip = await NewTripWithListAsync(package.Id);
        var path = Links.PathFor(package, _list, "web")!;
        using var client = app.NewClient();

        await app.Host.TrackActivity().DoNotAssertOnExceptionsDetected().Timeout(60.Seconds()).ExecuteAndWaitAsync((Func<Wolverine.IMessageContext, Task>)(_ => Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.GetAsync(path, Ct)))));

        (await ClicksAsync()).Count.ShouldBe(8);
        await using var session = Store.QuerySession();
        (await session.Events.FetchStreamAsync(trip, token: Ct)).Count(e => e.Data is BookingLinkFollowed).ShouldBe(8);
    }

    [Fact]
    public async Task the_same_message_twice_is_one_click()
    {
        var message = new RecordBookingClick(Guid.CreateVersion7(), _list, "p", "web", DateTimeOffset.UtcNow);
        await app.Host.InvokeMessageAndWaitAsync(message);
        await app.Host.InvokeMessageAndWaitAsync(message);

        (await ClicksAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task programs_that_only_look_are_led_on_but_not_counted()
    {
        var package = await NewPackageAsync("https://agency.test/tours/4");
        var path = Links.PathFor(package, _list, "web")!;
        using var client = app.NewClient();
        foreach (var (method, header, value) in new[]
        {
            (HttpMethod.Head, "Accept", "*/*"), (HttpMethod.Get, "Sec-Purpose", "prefetch;prerender"), (HttpMethod.Get, "Purpose", "prefetch"),
            (HttpMethod.Get, "User-Agent", "WhatsApp/2.23.20.0"), (HttpMethod.Get, "User-Agent", "facebookexternalhit/1.1"), (HttpMethod.Get, "User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1)"),
        })
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.TryAddWithoutValidation(header, value);
            (await client.SendAsync(request, Ct)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        // A person's click comes after all of theirs, so when it is there theirs would be too.
        await FollowAsync(path, "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148");
        (await ClicksAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_forged_link_is_met_with_words_and_a_way_back()
    {
        using var browser = app.NewBrowserSession();
        var page = await browser.GetAsync("/go/bm90LW91cnM");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Texts("h1").ShouldBe(["This link is not one of ours"]);
        page.Page.QuerySelector("main a[href='/']").ShouldNotBeNull();
    }

    [Fact]
    public async Task a_withdrawn_or_vanished_tour_is_met_with_words_and_a_way_to_the_list()
    {
        var withdrawn = await NewPackageAsync("https://agency.test/tours/5", bookable: false);
        using var browser = app.NewBrowserSession();
        foreach (var package in new[] { withdrawn, withdrawn with { Id = "agency~vanished" } })
        {
            var page = await browser.GetAsync(Links.PathFor(package, _list, "web")!);

            page.Status.ShouldBe(HttpStatusCode.Gone);
            page.Texts("h1").ShouldBe(["This tour cannot be booked any more"]);
            page.Page.QuerySelector($"main a[href='/tours/{_list}']").ShouldNotBeNull();
        }

        (await ClicksAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task an_address_that_changed_in_the_catalogue_is_the_one_led_to()
    {
        var package = await NewPackageAsync("https://agency.test/new");

        (await FollowAsync(Links.PathFor(package with { BookingUrl = "https://agency.test/old" }, _list, "web")!)).Headers.Location!.ToString().ShouldBe("https://agency.test/new");
    }

    [Fact]
    public async Task a_sample_tour_leads_to_a_page_of_ours_that_says_it_is_one()
    {
        await using var session = Store.QuerySession();
        var sample = await session.Query<TourPackage>().Where(item => item.BookingUrl != null && item.BookingUrl.Contains(".example/") && item.Price != null).FirstAsync(Ct);
        using var browser = app.NewBrowserSession();

        var page = await browser.FollowAsync(await browser.GetAsync(Links.PathFor(sample, _list, "web")!));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Texts("h1").ShouldBe([sample.Title]);
        page.Texts(".notice strong").ShouldBe(["Sample page: nothing can be booked here"]);
        page.Page.QuerySelectorAll("main form").ShouldBeEmpty();
        page.Page.QuerySelector($"main a[href='/tours/{_list}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task no_real_tour_has_a_sample_page()
    {
        var package = await NewPackageAsync("https://agency.test/tours/6");
        using var browser = app.NewBrowserSession();

        (await browser.GetAsync($"/sample-provider/{Uri.EscapeDataString(package.Id)}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/sample-provider/nobody~nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpResponseMessage> FollowAsync(string path, string? agent = null)
    {
        using var client = app.NewClient();
        if (agent is not null)
        {
            client.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
        }

        HttpResponseMessage? answer = null;
        await app.Host.TrackActivity().Timeout(30.Seconds()).ExecuteAndWaitAsync((Func<Wolverine.IMessageContext, Task>)(async _ => answer = await client.GetAsync(path, Ct)));
        return answer!;
    }

    private async Task<IReadOnlyList<BookingClick>> ClicksAsync()
    {
        await using var session = Store.QuerySession();
        return await session.Query<BookingClick>().Where(click => click.ListId == _list).ToListAsync(Ct);
    }

    private async Task<TourPackage> NewPackageAsync(string address, bool bookable = true)
    {
        var source = Guid.NewGuid().ToString("N");
        var package = new TourPackage { Id = $"agency~{source}", SourceId = source, ProviderId = "agency", Title = "Test tour", ContentHash = source, BookingUrl = address, Bookable = bookable };
        await using var session = Store.LightweightSession();
        session.Insert(package);
        await session.SaveChangesAsync(Ct);
        return package;
    }

    private async Task<Guid> NewTripWithListAsync(string packageId)
    {
        var (trip, traveller) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var session = Store.LightweightSession();
        session.Events.StartStream<Trip>(trip, new TripStarted(traveller, "en", "USD"));
        session.Insert(SampleLists.Of(new RankedPackage(packageId, 1, [], [])) with { Id = _list, TripId = trip, TravellerId = traveller });
        await session.SaveChangesAsync(Ct);
        return trip;
    }
}
