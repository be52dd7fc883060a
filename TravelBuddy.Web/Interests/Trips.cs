using Marten;
using Marten.Patching;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Interests;

/// <summary>Trips as Marten streams with an inline snapshot; every change is decided on the newest version and tried again when another was faster.</summary>
public sealed class Trips(IDocumentStore store, TripTexts texts, TimeProvider time) : ITrips
{
    public Task<Guid> StartAsync(Guid travellerId, string language, string currency, CancellationToken ct) => StartAsync(travellerId, new Wishes { Language = language, Currency = currency }, ct);

    public async Task<Guid> StartAsync(Guid travellerId, Wishes wishes, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var (tripId, language, currency) = (Guid.CreateVersion7(), wishes.Language, wishes.Currency);
        var words = new NewWords(new Dictionary<Guid, string>());
        object[] events = [new TripStarted(travellerId, language, currency), .. new TripChanges(words.IdOf).Between(new Wishes { Language = language, Currency = currency }, wishes)];
        await StoreAsync(session, words, tripId, travellerId, ct);
        session.Events.StartStream<Trip>(tripId, events);
        if (await session.LoadAsync<Traveller>(travellerId, ct) is null)
        {
            session.Insert(new Traveller { Id = travellerId, Language = language, Currency = currency, CreatedAt = time.GetUtcNow(), TripIds = [tripId], CurrentTripId = tripId });
        }
        else
        {
            // Only what a new trip changes: the accounts say at the same time whose the traveller is.
            session.Patch<Traveller>(travellerId).Append(traveller => traveller.TripIds, tripId).Set(traveller => traveller.CurrentTripId, (Guid?)tripId);
        }

        await session.SaveChangesAsync(ct);
        return tripId;
    }

    public async Task<Trip?> FindAsync(Guid tripId, Guid travellerId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Trip>(tripId, ct) is { } trip && trip.TravellerId == travellerId ? trip : null;
    }

    public async Task<Trip?> FindAsync(Guid tripId, Guid travellerId, int version, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        await using var session = store.QuerySession();
        return await session.Events.AggregateStreamAsync<Trip>(tripId, version: version, token: ct) is { } trip && trip.TravellerId == travellerId ? trip : null;
    }

    public Task<SaveOutcome> ChangeAsync(Guid tripId, Guid travellerId, int? seenVersion, Func<Wishes, Wishes> change, CancellationToken ct) =>
        OptimisticConcurrency.RetriedAsync(token => TryChangeAsync(tripId, travellerId, seenVersion, change, token), ct);

    public async Task<bool> ChangedSinceAsync(Guid tripId, int version, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var later = await session.Events.FetchStreamAsync(tripId, fromVersion: version + 1, token: ct);
        return later.Any(entry => entry.Data is not (ToursRecommended or BookingLinkFollowed));
    }

    public async Task<Wishes> WishesAsync(Trip trip, CancellationToken ct) => ToWishes(trip, await texts.OfAsync(trip, ct));

    private async Task<SaveOutcome> TryChangeAsync(Guid tripId, Guid travellerId, int? seenVersion, Func<Wishes, Wishes> change, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        // Whoever comes second waits for the first: deciding meanwhile would only mean deciding again.
        var stream = await session.Events.FetchForExclusiveWriting<Trip>(tripId, ct);
        if (stream.Aggregate is not { } trip || trip.TravellerId != travellerId)
        {
            return SaveOutcome.NotFound;
        }

        var words = await texts.OfAsync(trip, ct);
        var now = ToWishes(trip, words);
        Wishes? wanted;
        if (seenVersion is { } seen && seen >= 1 && seen < stream.CurrentVersion)
        {
            var old = await session.Events.AggregateStreamAsync<Trip>(tripId, version: seen, token: ct)
                ?? throw new InvalidOperationException($"Trip {tripId} has no version {seen}.");
            var before = await WishesAsync(old, ct);
            wanted = WishMerge.Merge(before, change(before), now);
        }
        else
        {
            wanted = change(now);
        }

        if (wanted is null)
        {
            return SaveOutcome.Conflict;
        }

        var said = new NewWords(words);
        var events = new TripChanges(said.IdOf).Between(now, wanted);
        if (events.Count == 0)
        {
            return SaveOutcome.Unchanged;
        }

        await StoreAsync(session, said, tripId, travellerId, ct);
        stream.AppendMany([.. events]);
        await session.SaveChangesAsync(ct);
        return SaveOutcome.Saved;
    }

    private async Task StoreAsync(IDocumentSession session, NewWords words, Guid tripId, Guid travellerId, CancellationToken ct)
    {
        foreach (var (text, id) in words.Fresh)
        {
            session.Store(await texts.DocumentAsync(id, tripId, travellerId, text, ct));
        }
    }

    /// <summary>Gives words their ids: those already kept for the trip keep theirs, fresh ones get a new one.</summary>
    private sealed class NewWords(IReadOnlyDictionary<Guid, string> kept)
    {
        private readonly Dictionary<string, Guid> _kept = kept.GroupBy(word => word.Value, word => word.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        private readonly Dictionary<string, Guid> _fresh = new(StringComparer.Ordinal);

        public IReadOnlyDictionary<string, Guid> Fresh => _fresh;

        public Guid IdOf(string text) => _kept.TryGetValue(text, out var known) ? known : _fresh[text] = _fresh.GetValueOrDefault(text, Guid.CreateVersion7());
    }

    private static Wishes ToWishes(Trip trip, IReadOnlyDictionary<Guid, string> words)
    {
        return new Wishes
        {
            Language = trip.Language,
            Currency = trip.Currency,
            Places = [.. trip.Places.Select(Place).Where(Named)],
            Start = trip.Start is { } start && Place(start) is var named && Named(named) ? named : null,
            Durations = trip.Durations,
            Dates = trip.Dates,
            Party = trip.Party,
            Budget = trip.Budget,
            MostPerNight = trip.MostPerNight,
            Transportation = Concepts(trip.Transportation),
            Food = Concepts(trip.Food),
            Activities = Concepts(trip.Activities),
            Accommodation = Concepts(trip.Accommodation),
            Exclusions = Concepts(trip.Exclusions),
            Essentials = Concepts(trip.Essentials),
            Weights = trip.Weights,
        };

        PlaceWish Place(TripPlace place) => new(place.PlaceId, Word(place.TextId), place.Priority, place.Budget, Word(place.NotesTextId)) { IsOfTour = place.IsOfTour };

        // A place whose text was erased names nothing any more.
        static bool Named(PlaceWish place) => place.PlaceId is not null || place.Text is not null;

        string? Word(Guid? id) => id is { } known ? words.GetValueOrDefault(known) : null;

        ConceptWishes Concepts(TripConcepts kept) => new(kept.Concepts, Word(kept.TextId) is { } phrases ? PhraseList.Split(phrases) : []);
    }
}
