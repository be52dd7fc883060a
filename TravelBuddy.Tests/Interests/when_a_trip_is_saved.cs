using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Interests;

public sealed class when_a_trip_is_saved(AppFixture app)
{
    private readonly Guid _traveller = Guid.CreateVersion7();

    private ITrips Trips => app.Services.GetRequiredService<ITrips>();

    private IDocumentStore Store => app.Services.GetRequiredService<IDocumentStore>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task<Guid> StartAsync() => Trips.StartAsync(_traveller, "en", "VND", Ct);

    private async Task<(Trip Trip, Wishes Wishes)> ReadAsync(Guid id)
    {
        var trip = (await Trips.FindAsync(id, _traveller, Ct)).ShouldNotBeNull();
        return (trip, await Trips.WishesAsync(trip, Ct));
    }

    private Task<SaveOutcome> ChangeAsync(Guid id, int? seen, Func<Wishes, Wishes> change) => Trips.ChangeAsync(id, _traveller, seen, change, Ct);

    [Fact]
    public async Task starting_makes_it_the_travellers_current_trip()
    {
        var first = await StartAsync();
        var second = await StartAsync();
        await using var session = Store.QuerySession();
        var traveller = (await session.LoadAsync<Traveller>(_traveller, Ct)).ShouldNotBeNull();
        traveller.TripIds.ShouldBe([first, second]);
        traveller.CurrentTripId.ShouldBe(second);
    }

    [Fact]
    public async Task only_changed_answers_become_events()
    {
        var id = await StartAsync();
        (await ChangeAsync(id, 1, wishes => wishes with { Budget = new(null, 8_000_000, "VND"), Durations = [new(3, 3)] })).ShouldBe(SaveOutcome.Saved);
        (await ChangeAsync(id, null, wishes => wishes with { Budget = new(null, 8_000_000, "VND"), Durations = [new(3, 3)] })).ShouldBe(SaveOutcome.Unchanged);
        await using var session = Store.QuerySession();
        (await session.Events.FetchStreamAsync(id, token: Ct)).Select(e => e.Data.GetType())
            .ShouldBe([typeof(TripStarted), typeof(DurationsChosen), typeof(BudgetChosen)]);
        var (trip, wishes) = await ReadAsync(id);
        trip.Version.ShouldBe(3);
        trip.Id.ShouldBe(id);
        wishes.Budget.ShouldBe(new BudgetWish(null, 8_000_000, "VND"));
    }

    [Fact]
    public async Task words_come_back_but_lie_in_the_database_encrypted()
    {
        var id = await StartAsync();
        await ChangeAsync(id, 1, wishes => wishes with
        {
            Places = [new("hue", null, 2, null, "my aunt Sáu lives there"), new(null, "Xóm Chuối")],
            Food = new(["seafood"], ["bún mắm, \"đặc biệt\"", "no chilli"]),
            Accommodation = new([], ["bún mắm, \"đặc biệt\""]),
        });
        var (_, wishes) = await ReadAsync(id);
        wishes.Places.ShouldBe([new PlaceWish("hue", null, 2, null, "my aunt Sáu lives there"), new PlaceWish(null, "Xóm Chuối")]);
        wishes.Food.Phrases.ShouldBe(["bún mắm, \"đặc biệt\"", "no chilli"]);

        await using var session = Store.QuerySession();
        var raw = string.Concat((await session.Events.FetchStreamAsync(id, token: Ct)).Select(e => System.Text.Json.JsonSerializer.Serialize(e.Data)))
            + string.Concat(await session.Query<TripText>().Where(text => text.TripId == id).ToJsonArray(Ct));
        foreach (var word in new[] { "aunt", "Chuối", "chilli", "mắm" })
        {
            raw.ShouldNotContain(word);
        }
    }

    [Fact]
    public async Task the_same_words_keep_their_id()
    {
        var id = await StartAsync();
        await ChangeAsync(id, null, wishes => wishes with { Places = [new(null, "Xóm Chuối")] });
        await ChangeAsync(id, null, wishes => wishes with { Places = [new(null, "Xóm Chuối"), new("hue", null)] });
        await using var session = Store.QuerySession();
        (await session.Query<TripText>().CountAsync(text => text.TripId == id, Ct)).ShouldBe(1);
    }

    [Fact]
    public async Task two_tabs_lose_nothing()
    {
        var id = await StartAsync();
        await ChangeAsync(id, 1, wishes => wishes with { Places = [new("hue", null)] });
        (await ChangeAsync(id, 2, wishes => wishes with { Places = [new("hue", null), new("hoi-an", null)], Budget = new(null, 1, "USD") })).ShouldBe(SaveOutcome.Saved);
        (await ChangeAsync(id, 2, wishes => wishes with { Places = [new("da-nang", null)], Party = new(2, 0) })).ShouldBe(SaveOutcome.Saved);
        var (_, wishes) = await ReadAsync(id);
        wishes.Places.Select(place => place.PlaceId).ShouldBe(["hoi-an", "da-nang"]);
        wishes.Budget.ShouldNotBeNull();
        wishes.Party.ShouldBe(new PartyWish(2, 0));
    }

    [Fact]
    public async Task contradicting_answers_are_a_conflict_and_record_nothing()
    {
        var id = await StartAsync();
        await ChangeAsync(id, 1, wishes => wishes with { Budget = new(null, 300, "USD") });
        (await ChangeAsync(id, 1, wishes => wishes with { Budget = new(null, 400, "USD") })).ShouldBe(SaveOutcome.Conflict);
        var (trip, wishes) = await ReadAsync(id);
        trip.Version.ShouldBe(2);
        wishes.Budget!.Max.ShouldBe(300);
    }

    [Fact]
    public async Task changes_at_the_same_moment_all_count_and_wait_for_each_other()
    {
        using var errors = LoggedErrors.Of(app);
        var id = await StartAsync();
        string[] places = ["hue", "hoi-an", "da-nang", "ha-noi", "sa-pa"];
        var outcomes = await Task.WhenAll(places.Select(place => ChangeAsync(id, 1, wishes => wishes with { Places = [.. wishes.Places, new(place, null)] })));
        outcomes.ShouldAllBe(outcome => outcome == SaveOutcome.Saved);
        var (_, wishes) = await ReadAsync(id);
        wishes.Places.Select(place => place.PlaceId!).ShouldBe(places, ignoreOrder: true);
        errors.Texts.ShouldBeEmpty();
    }

    [Fact]
    public async Task another_traveller_neither_sees_nor_changes_it()
    {
        var id = await StartAsync();
        var stranger = Guid.CreateVersion7();
        (await Trips.FindAsync(id, stranger, Ct)).ShouldBeNull();
        (await Trips.ChangeAsync(id, stranger, null, wishes => wishes with { Party = new(9, 0) }, Ct)).ShouldBe(SaveOutcome.NotFound);
        (await Trips.ChangeAsync(Guid.CreateVersion7(), _traveller, null, wishes => wishes, Ct)).ShouldBe(SaveOutcome.NotFound);
    }

    [Fact]
    public async Task a_snapshot_holds_what_its_events_say()
    {
        var id = await StartAsync();
        await ChangeAsync(id, null, wishes => wishes with
        {
            Language = "vi",
            Currency = "USD",
            Start = new("ha-noi", null),
            Dates = new(new(2027, 4, 1), null),
            Transportation = new(["train"], []),
            Activities = new(["trekking"], []),
            Exclusions = new(["motorbike"], []),
            Essentials = new(["halal"], []),
            Weights = [1, 0, 0, 0, 0, 0, 0],
        });
        var (_, wishes) = await ReadAsync(id);
        (wishes.Language, wishes.Currency, wishes.Start!.PlaceId, wishes.Dates!.From).ShouldBe(("vi", "USD", "ha-noi", new DateOnly(2027, 4, 1)));
        new[] { wishes.Transportation, wishes.Activities, wishes.Exclusions, wishes.Essentials }.SelectMany(answer => answer.Concepts).ShouldBe(["train", "trekking", "motorbike", "halal"]);
        wishes.Weights.ShouldBe([1, 0, 0, 0, 0, 0, 0]);
    }
}
