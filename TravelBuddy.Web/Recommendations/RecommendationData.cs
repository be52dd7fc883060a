using System.Text.Json.Nodes;
using Marten;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.Recommendations;

/// <summary>The lists that were recorded for travellers, shown to them on request and deleted with them.</summary>
public sealed class RecommendationData(IDocumentStore store, RecordedLists kept) : IPersonalDataHolder
{
    public async Task ExportAsync(DataSubject subject, JsonObject export, CancellationToken ct)
    {
        var travellers = TravellersOf(subject);
        await using var session = store.QuerySession();
        var lists = await session.Query<RecommendationList>().Where(list => list.TravellerId.IsOneOf(travellers)).OrderBy(list => list.RecordedAt).ToListAsync(ct);
        export["recommended"] = new JsonArray([.. lists.Select(list => (JsonNode)new JsonObject
        {
            ["id"] = list.Id,
            ["trip"] = list.TripId,
            ["at"] = list.RecordedAt,
            ["packages"] = new JsonArray([.. list.Packages.Select(ranked => (JsonNode)ranked.PackageId)]),
        })]);
    }

    public Task EraseAsync(DataSubject subject, IDocumentSession session, CancellationToken ct)
    {
        var travellers = TravellersOf(subject);
        foreach (var traveller in travellers)
        {
            kept.Distrust(traveller);
        }

        session.DeleteWhere<ListRating>(rating => rating.TravellerId.IsOneOf(travellers));
        session.DeleteWhere<RecommendationList>(list => list.TravellerId.IsOneOf(travellers));
        return Task.CompletedTask;
    }

    private static Guid[] TravellersOf(DataSubject subject) => [.. subject.Travellers.Select(traveller => traveller.Id)];
}
