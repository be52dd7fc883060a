using Marten;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.Interests;

/// <summary>Keeps and reads what travellers wrote; the only code that sees both the words and their ids.</summary>
public sealed class TripTexts(IDocumentStore store, PersonalDataProtector protector)
{
    /// <summary>Keeps a text of a trip on its own (the free text a trip was read from); gives its id.</summary>
    public async Task<Guid> RememberAsync(Guid tripId, Guid travellerId, string text, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var document = await DocumentAsync(Guid.CreateVersion7(), tripId, travellerId, text, ct);
        session.Store(document);
        await session.SaveChangesAsync(ct);
        return document.Id;
    }

    /// <summary>A text of this traveller's trip; null if there is none, it is another's, or it was erased.</summary>
    public async Task<string?> FindAsync(Guid id, Guid tripId, Guid travellerId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<TripText>(id, ct) is { } text && text.TripId == tripId && text.TravellerId == travellerId
            ? await protector.UnprotectAsync(travellerId, text.Protected, ct)
            : null;
    }

    /// <summary>All texts a trip refers to, by id; erased ones are missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(Trip trip, CancellationToken ct)
    {
        var ids = IdsIn(trip).Distinct().ToArray();
        var words = new Dictionary<Guid, string>();
        if (ids.Length == 0)
        {
            return words;
        }

        await using var session = store.QuerySession();
        foreach (var text in await session.LoadManyAsync<TripText>(ct, ids))
        {
            if (text.TripId == trip.Id && await protector.UnprotectAsync(trip.TravellerId, text.Protected, ct) is { } plain)
            {
                words[text.Id] = plain;
            }
        }

        return words;
    }

    /// <summary>The encrypted document for a text, to be stored in the caller's transaction.</summary>
    public async Task<TripText> DocumentAsync(Guid id, Guid tripId, Guid travellerId, string text, CancellationToken ct) =>
        new() { Id = id, TripId = tripId, TravellerId = travellerId, Protected = await protector.ProtectAsync(travellerId, text, ct) };

    private static IEnumerable<Guid> IdsIn(Trip trip)
    {
        foreach (var place in trip.Start is null ? trip.Places : trip.Places.Append(trip.Start))
        {
            if (place.TextId is { } text)
            {
                yield return text;
            }

            if (place.NotesTextId is { } notes)
            {
                yield return notes;
            }
        }

        foreach (var concepts in new[] { trip.Transportation, trip.Food, trip.Activities, trip.Accommodation, trip.Exclusions, trip.Essentials })
        {
            if (concepts.TextId is { } text)
            {
                yield return text;
            }
        }
    }
}
