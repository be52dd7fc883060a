using System.Text.Json.Nodes;
using Marten;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.Bookings;

/// <summary>The clicks of someone's trips, as far as personal data goes: shown on request, deleted with the person.</summary>
public sealed class BookingData(IDocumentStore store) : IPersonalDataHolder
{
    public async Task ExportAsync(DataSubject subject, JsonObject export, CancellationToken ct)
    {
        var trips = TripsOf(subject);
        await using var session = store.QuerySession();
        var clicks = await session.Query<BookingClick>().Where(click => click.TripId.IsOneOf(trips)).OrderBy(click => click.At).ToListAsync(ct);
        export["bookingLinksFollowed"] = new JsonArray([.. clicks.Select(click => (JsonNode)new JsonObject { ["at"] = click.At, ["package"] = click.PackageId, ["channel"] = click.Channel })]);
    }

    public Task EraseAsync(DataSubject subject, IDocumentSession session, CancellationToken ct)
    {
        var trips = TripsOf(subject);
        session.DeleteWhere<BookingClick>(click => click.TripId.IsOneOf(trips));
        return Task.CompletedTask;
    }

    private static Guid?[] TripsOf(DataSubject subject) => [.. subject.Travellers.SelectMany(traveller => traveller.TripIds).Select(id => (Guid?)id)];
}
