using System.Text.Json.Nodes;
using Marten;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.Interests;

/// <summary>What travellers wrote about their trips, shown to them on request and deleted with them.</summary>
public sealed class TripData(IDocumentStore store, PersonalDataProtector protector) : IPersonalDataHolder
{
    public async Task ExportAsync(DataSubject subject, JsonObject export, CancellationToken ct)
    {
        var travellers = TravellersOf(subject);
        var texts = new JsonArray();
        await using var session = store.QuerySession();
        foreach (var text in await session.Query<TripText>().Where(item => item.TravellerId.IsOneOf(travellers)).ToListAsync(ct))
        {
            texts.Add(new JsonObject { ["id"] = text.Id, ["trip"] = text.TripId, ["text"] = await protector.UnprotectAsync(text.TravellerId, text.Protected, ct) });
        }

        export["texts"] = texts;
    }

    public async Task EraseAsync(DataSubject subject, IDocumentSession session, CancellationToken ct)
    {
        foreach (var tripId in subject.Travellers.SelectMany(traveller => traveller.TripIds))
        {
            // Holds back who is just adding to the trip (a new list, say) until it is gone.
            await session.Events.FetchForExclusiveWriting<Trip>(tripId, ct);
        }

        var travellers = TravellersOf(subject);
        session.DeleteWhere<TripText>(item => item.TravellerId.IsOneOf(travellers));
        session.DeleteWhere<Trip>(trip => trip.TravellerId.IsOneOf(travellers));
    }

    private static Guid[] TravellersOf(DataSubject subject) => [.. subject.Travellers.Select(traveller => traveller.Id)];
}
