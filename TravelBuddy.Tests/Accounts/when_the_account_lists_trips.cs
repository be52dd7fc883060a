using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Recommendations;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Tests.Accounts;

public sealed class when_the_account_lists_trips(AppFixture app)
{
    private readonly string _number = People.NewNumber();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task each_trip_is_named_by_its_places_and_leads_to_its_newest_list()
    {
        var (trip, list) = await NewTripAsync(_number);
        using var browser = app.NewBrowserSession();

        var account = await browser.FollowAsync(await browser.SignInAsync(app.Services, _number));

        account.Texts(".trips strong").ShouldBe(["Hoi An"]);
        account.Page.QuerySelector($".trips a[href='/tours/{list}']").ShouldNotBeNull($"the browser went on as the traveller of trip {trip}");
    }

    [Fact]
    public async Task a_trip_begun_on_the_phone_opens_in_a_browser_with_a_traveller_of_its_own()
    {
        using var browser = app.NewBrowserSession();
        await browser.SignInAsync(app.Services, _number);
        var (_, first) = await NewTripAsync(_number);
        var other = await People.NewTravellerAsync(app.Services, (await PersonAsync(_number)).Id);
        var (trip, second) = await NewTripAsync(other);

        var account = await browser.GetAsync("/account");
        account.Texts(".trips li").Count.ShouldBe(2);
        var opened = await browser.SubmitAsync(account, $".trips form:has(input[value='{trip}'])");

        opened.Location.ShouldBe($"/tours/{second}");
        (await browser.GetAsync("/account")).Page.QuerySelector($".trips a[href='/tours/{second}']").ShouldNotBeNull();
        first.ShouldNotBe(second);
    }

    [Fact]
    public async Task the_address_of_a_list_begun_on_the_phone_opens_in_a_browser_that_signed_in()
    {
        using var browser = app.NewBrowserSession();
        await browser.SignInAsync(app.Services, _number);
        var (_, list) = await NewTripAsync(await People.NewTravellerAsync(app.Services, (await PersonAsync(_number)).Id));
        var (_, theirs) = await NewTripAsync(People.NewNumber());

        (await browser.GetAsync($"/tours/{list}")).Status.ShouldBe(HttpStatusCode.OK);

        (await browser.GetAsync($"/send/{list}")).Status.ShouldBe(HttpStatusCode.OK, "what the page links to belongs to the same traveller");
        (await browser.GetAsync($"/tours/{theirs}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task someone_elses_trip_is_not_found()
    {
        var (theirs, _) = await NewTripAsync(People.NewNumber());
        await NewTripAsync(_number);
        using var browser = app.NewBrowserSession();
        var account = await browser.FollowAsync(await browser.SignInAsync(app.Services, _number));
        account.Texts(".trips li").Count.ShouldBe(1);
        account.Body.ShouldNotContain(theirs.ToString());
        var token = account.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await browser.PostAsync("/account?handler=Open", new FormUrlEncodedContent([new("trip", theirs.ToString()), new("__RequestVerificationToken", token)]));

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Person> PersonAsync(string number) => (await app.Services.GetRequiredService<IAccounts>().MeetAsync(new WhatsAppIdentity(number.TrimStart('+'), null), "en", Ct)).Person;

    private async Task<(Guid Trip, Guid List)> NewTripAsync(string number) =>
        await NewTripAsync((await app.Services.GetRequiredService<IAccounts>().TravellerOfAsync((await PersonAsync(number)).Id, Ct))!);

    private async Task<(Guid Trip, Guid List)> NewTripAsync(Traveller traveller)
    {
        var trips = app.Services.GetRequiredService<ITrips>();
        var trip = await trips.StartAsync(traveller.Id, "en", "USD", Ct);
        await trips.ChangeAsync(trip, traveller.Id, null, wishes => wishes with { Places = [new PlaceWish("hoi-an", null)] }, Ct);
        var list = Guid.CreateVersion7();
        await using var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Insert(SampleLists.Of() with { Id = list, TripId = trip, TravellerId = traveller.Id, TripVersion = 2 });
        await session.SaveChangesAsync(Ct);
        return (trip, list);
    }
}
