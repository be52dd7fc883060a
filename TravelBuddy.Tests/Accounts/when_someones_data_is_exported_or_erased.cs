using System.Text.Json;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Accounts;

public sealed class when_someones_data_is_exported_or_erased(AppFixture app)
{
    private readonly string _number = People.NewNumber();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IAccounts Accounts => app.Services.GetRequiredService<IAccounts>();

    private PersonalData Data => app.Services.GetRequiredService<PersonalData>();

    private PersonalDataProtector Protector => app.Services.GetRequiredService<PersonalDataProtector>();

    [Fact]
    public async Task the_export_holds_the_number_in_the_clear_and_every_trip()
    {
        var (person, traveller) = await MeetAsync();
        var trip = await StartTripAsync(traveller);

        foreach (var id in new[] { person.Id, traveller.Id })
        {
            using var export = JsonDocument.Parse(await Data.ExportAsync((await Data.FindAsync(id, Ct)).ShouldNotBeNull(), Ct));
            export.RootElement.GetProperty("person").GetProperty("whatsAppId").GetString().ShouldBe(_number.TrimStart('+'));
            var exported = export.RootElement.GetProperty("travellers")[0].GetProperty("trips")[0];
            exported.GetProperty("id").GetGuid().ShouldBe(trip);
            exported.GetProperty("events")[0].GetProperty("what").GetString().ShouldBe(nameof(TripStarted));
            export.RootElement.TryGetProperty("bookingLinksFollowed", out _).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task after_erasing_nothing_is_found_and_nothing_can_be_read()
    {
        var (person, traveller) = await MeetAsync();
        var note = await Protector.ProtectAsync(traveller.Id, "vegan, wheelchair", Ct);
        (await Protector.UnprotectAsync(traveller.Id, note, Ct)).ShouldBe("vegan, wheelchair");

        await Data.EraseAsync((await Data.FindAsync(person.Id, Ct)).ShouldNotBeNull(), Ct);

        (await Accounts.FindPersonAsync(person.Id, Ct)).ShouldBeNull();
        (await Data.FindAsync(person.Id, Ct)).ShouldBeNull();
        (await Data.FindAsync(traveller.Id, Ct)).ShouldBeNull();
        (await Protector.UnprotectAsync(traveller.Id, note, Ct)).ShouldBeNull("the key is gone, from memory too");
        (await Protector.UnprotectAsync(person.Id, person.WaId!, Ct)).ShouldBeNull();
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await session.LoadAsync<Traveller>(traveller.Id, Ct)).ShouldBeNull();
        var id = person.Id;
        (await session.Query<PersonIdentifier>().CountAsync(item => item.PersonId == id, Ct)).ShouldBe(0);
        (await MeetAsync()).Person.Id.ShouldNotBe(person.Id);
    }

    [Fact]
    public async Task what_was_written_about_a_trip_is_exported_and_then_deleted()
    {
        var (person, traveller) = await MeetAsync();
        var trip = await app.Services.GetRequiredService<ITrips>().StartAsync(traveller.Id, "en", "USD", Ct);
        var textId = await app.Services.GetRequiredService<TripTexts>().RememberAsync(trip, traveller.Id, "quiet rooms for my mother", Ct);

        (await Data.ExportAsync((await Data.FindAsync(person.Id, Ct))!, Ct)).ShouldContain("quiet rooms for my mother");
        await Data.EraseAsync((await Data.FindAsync(person.Id, Ct))!, Ct);

        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        (await session.LoadAsync<TripText>(textId, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task those_who_were_joined_into_the_person_go_with_them()
    {
        var (byNumber, _) = await MeetAsync();
        var userId = People.NewUserId();
        await Accounts.MeetAsync(new WhatsAppIdentity(null, userId), "en", Ct);
        await Accounts.MeetAsync(new WhatsAppIdentity(_number.TrimStart('+'), userId), "en", Ct);

        var subject = (await Data.FindAsync(byNumber.Id, Ct)).ShouldNotBeNull();
        subject.PersonIds.Count.ShouldBe(2);
        await Data.EraseAsync(subject, Ct);

        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        foreach (var id in subject.PersonIds)
        {
            (await session.LoadAsync<Person>(id, Ct)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task a_traveller_nobody_is_known_behind_can_be_erased_alone()
    {
        var traveller = await People.NewTravellerAsync(app.Services);
        var note = await Protector.ProtectAsync(traveller.Id, "window seat", Ct);

        await Data.EraseAsync((await Data.FindAsync(traveller.Id, Ct)).ShouldNotBeNull(), Ct);

        (await Data.FindAsync(traveller.Id, Ct)).ShouldBeNull();
        (await Protector.UnprotectAsync(traveller.Id, note, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task the_account_page_gives_the_export_and_erases_after_a_yes()
    {
        using var browser = app.NewBrowserSession();
        var account = await browser.FollowAsync(await browser.SignInAsync(app.Services, _number));
        using var elsewhere = app.NewBrowserSession();
        await elsewhere.SignInAsync(app.Services, _number);

        var export = await browser.SubmitAsync(account, "form[action$='Export']");
        export.Body.ShouldContain(_number);
        var unsure = await browser.SubmitAsync(account, "form[action$='Erase']");
        unsure.Texts("#sure-error").ShouldBe(["Please tick the box first: this cannot be undone."]);
        var erased = await browser.SubmitAsync(account, "form[action$='Erase']", ("Sure", "true"));

        erased.Location.ShouldBe("/");
        foreach (var session in new[] { browser, elsewhere })
        {
            (await session.GetAsync("/account")).Location.ShouldEndWith("/sign-in?returnUrl=%2Faccount");
        }
    }

    [Fact]
    public async Task messages_can_be_agreed_to_and_stopped_on_the_account_page()
    {
        using var browser = app.NewBrowserSession();
        var account = await browser.FollowAsync(await browser.SignInAsync(app.Services, _number));

        var agreed = await browser.FollowAsync(await browser.SubmitAsync(account, "form[action$='Messages']"));
        agreed.Texts("section[aria-labelledby=messages] p").Single().ShouldStartWith("You agreed to them on");
        var stopped = await browser.FollowAsync(await browser.SubmitAsync(agreed, "form[action$='Messages']"));
        stopped.Texts("section[aria-labelledby=messages] p")[0].ShouldBe("Stopped: we send you nothing.");
    }

    [Fact]
    public async Task only_own_travellers_are_ones_own()
    {
        var (person, onPhone) = await MeetAsync();
        var stranger = await People.NewTravellerAsync(app.Services);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext
        {
            User = new(new System.Security.Claims.ClaimsIdentity([new(AccountPolicies.PersonIdClaim, person.Id.ToString())], "test")),
        };
        var current = scope.ServiceProvider.GetRequiredService<ICurrentTraveller>();

        (await current.OwnsAsync(onPhone.Id, Ct)).ShouldBeTrue();
        (await current.OwnsAsync(stranger.Id, Ct)).ShouldBeFalse();
        (await current.OwnsAsync(Guid.NewGuid(), Ct)).ShouldBeFalse();
    }

    private Task<(Person Person, Traveller Traveller)> MeetAsync() => Accounts.MeetAsync(new WhatsAppIdentity(_number.TrimStart('+'), null), "en", Ct);

    private async Task<Guid> StartTripAsync(Traveller traveller)
    {
        var trip = Guid.CreateVersion7();
        await using var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Events.StartStream<Trip>(trip, new TripStarted(traveller.Id, "en", "USD"));
        session.Store(traveller with { TripIds = [trip], CurrentTripId = trip });
        await session.SaveChangesAsync(Ct);
        return trip;
    }
}
