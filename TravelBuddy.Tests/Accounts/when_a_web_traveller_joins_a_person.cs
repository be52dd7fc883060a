using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Accounts;

public sealed class when_a_web_traveller_joins_a_person(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IAccounts Accounts => app.Services.GetRequiredService<IAccounts>();

    private IDocumentStore Store => app.Services.GetRequiredService<IDocumentStore>();

    [Fact]
    public async Task both_travellers_are_the_persons_and_the_newest_trip_goes_on()
    {
        var (person, onPhone) = await MeetAsync();
        await StartTripAsync(onPhone);
        var onWeb = await People.NewTravellerAsync(app.Services);
        var trip = await StartTripAsync(onWeb);

        await Accounts.JoinAsync(onWeb.Id, person.Id, Ct);

        (await Accounts.TravellerOfAsync(person.Id, Ct))!.Id.ShouldBe(onWeb.Id);
        var joined = await LoadAsync(onWeb.Id);
        joined.PersonId.ShouldBe(person.Id);
        joined.TripIds.ShouldBe([trip]);
        (await LoadAsync(onPhone.Id)).PersonId.ShouldBe(person.Id);
    }

    [Fact]
    public async Task a_trip_started_at_the_same_moment_takes_nothing_back()
    {
        var (person, _) = await MeetAsync();
        var travellers = new List<Traveller>();
        for (var i = 0; i < 16; i++)
        {
            travellers.Add(await People.NewTravellerAsync(app.Services));
        }

        var trips = await Task.WhenAll(travellers.Select(async traveller =>
        {
            var started = Task.Run(() => app.Services.GetRequiredService<ITrips>().StartAsync(traveller.Id, "en", "USD", Ct));
            await Task.WhenAll(started, Task.Run(() => Accounts.JoinAsync(traveller.Id, person.Id, Ct)));
            return await started;
        }));

        foreach (var (traveller, trip) in travellers.Zip(trips))
        {
            var stored = await LoadAsync(traveller.Id);
            stored.PersonId.ShouldBe(person.Id);
            stored.TripIds.ShouldBe([trip]);
            stored.CurrentTripId.ShouldBe(trip);
        }
    }

    [Fact]
    public async Task trips_started_at_the_same_moment_are_all_kept()
    {
        var traveller = await People.NewTravellerAsync(app.Services);
        var trips = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => app.Services.GetRequiredService<ITrips>().StartAsync(traveller.Id, "en", "USD", Ct))));

        var stored = await LoadAsync(traveller.Id);
        stored.TripIds.ShouldBe(trips, ignoreOrder: true);
        trips.ShouldContain(stored.CurrentTripId!.Value);
    }

    [Fact]
    public async Task no_stream_is_touched()
    {
        var (person, _) = await MeetAsync();
        var traveller = await People.NewTravellerAsync(app.Services);
        var trip = await StartTripAsync(traveller);

        await Accounts.JoinAsync(traveller.Id, person.Id, Ct);

        await using var session = Store.QuerySession();
        (await session.Events.FetchStreamStateAsync(trip, Ct))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task a_traveller_of_another_number_stays_theirs()
    {
        var (other, theirs) = await MeetAsync();
        var (person, _) = await MeetAsync();

        (await Accounts.JoinAsync(theirs.Id, person.Id, Ct)).ShouldBeFalse();

        (await LoadAsync(theirs.Id)).PersonId.ShouldBe(other.Id);
    }

    [Fact]
    public async Task someone_known_only_by_an_outside_login_becomes_one_with_the_number_they_prove()
    {
        var persons = app.Services.GetRequiredService<PersonAccounts>();
        var login = new OutsideLogin("facebook", Guid.NewGuid().ToString("N"), "lan@example.com", "Lan");
        var byLogin = await persons.MeetLoginAsync(login, null, "vi", Ct);
        var traveller = await People.NewTravellerAsync(app.Services, byLogin.Id);
        var (person, _) = await MeetAsync();

        await Accounts.JoinAsync(traveller.Id, person.Id, Ct);

        (await Accounts.FindPersonAsync(byLogin.Id, Ct))!.Id.ShouldBe(person.Id);
        (await LoadAsync(traveller.Id)).PersonId.ShouldBe(person.Id);
        (await persons.MeetLoginAsync(login, null, "vi", Ct)).Id.ShouldBe(person.Id);
        var name = (await Accounts.FindPersonAsync(person.Id, Ct))!.Name.ShouldNotBeNull();
        (await app.Services.GetRequiredService<PersonalDataProtector>().UnprotectAsync(person.Id, name, Ct)).ShouldBe("Lan");
    }

    [Fact]
    public async Task joining_twice_or_joining_nobody_changes_nothing()
    {
        var (person, _) = await MeetAsync();
        var traveller = await People.NewTravellerAsync(app.Services);

        (await Accounts.JoinAsync(traveller.Id, person.Id, Ct)).ShouldBeTrue();
        (await Accounts.JoinAsync(traveller.Id, person.Id, Ct)).ShouldBeTrue("it is theirs already");
        (await Accounts.JoinAsync(Guid.NewGuid(), person.Id, Ct)).ShouldBeFalse();
        (await Accounts.JoinAsync(traveller.Id, Guid.NewGuid(), Ct)).ShouldBeFalse();

        (await LoadAsync(traveller.Id)).PersonId.ShouldBe(person.Id);
    }

    private Task<(Person Person, Traveller Traveller)> MeetAsync() => Accounts.MeetAsync(new WhatsAppIdentity(People.NewNumber().TrimStart('+'), null), "en", Ct);

    private async Task<Traveller> LoadAsync(Guid id)
    {
        await using var session = Store.QuerySession();
        return (await session.LoadAsync<Traveller>(id, Ct)).ShouldNotBeNull();
    }

    private async Task<Guid> StartTripAsync(Traveller traveller)
    {
        var trip = Guid.CreateVersion7();
        await using var session = Store.LightweightSession();
        session.Events.StartStream<Trip>(trip, new TripStarted(traveller.Id, "en", "USD"));
        session.Store(traveller with { TripIds = [trip], CurrentTripId = trip });
        await session.SaveChangesAsync(Ct);
        return trip;
    }
}
