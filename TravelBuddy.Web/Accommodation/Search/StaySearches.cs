using Marten;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>Looks through the directory near the places asked for, ranks, and records.</summary>
public sealed class StaySearches(IDocumentStore store, StayDirectory directory, StayRanker ranker, Gazetteer gazetteer, TimeProvider time) : IStaySearches
{
    /// <summary>How many are recorded of a search.</summary>
    public const int Most = 20;

    public async Task<StaySearch> SearchAsync(Guid travellerId, string? packageId, StayWishes wishes, CancellationToken ct)
    {
        var near = await directory.NearAsync([.. wishes.Places.Select(gazetteer.Find).OfType<Place>()], StayRanker.ReachKm, ct);
        var search = new StaySearch
        {
            Id = Guid.CreateVersion7(),
            TravellerId = travellerId,
            PackageId = packageId,
            Wishes = wishes,
            At = time.GetUtcNow(),
            Found = [.. ranker.Rank(near, wishes, time.TodayInVietNam()).Take(Most)],
            Near = near.Count,
        };
        await using var session = store.LightweightSession();
        session.Insert(search);
        await session.SaveChangesAsync(ct);
        return search;
    }

    public async Task<StaySearch?> ReadAsync(Guid id, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<StaySearch>(id, ct);
    }

    public async Task<StaySearch?> FindAsync(Guid id, Guid travellerId, CancellationToken ct) => await ReadAsync(id, ct) is { } search && search.TravellerId == travellerId ? search : null;
}
