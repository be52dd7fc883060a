using Microsoft.Extensions.Caching.Memory;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.Pages.Recommendations;

/// <summary>
/// Keeps the lists that are being looked at in memory for two minutes: a recorded list never changes, so there is no need to read fifty tours with
/// their reasons from the database for every page of it; only whether it is still there is asked, for it goes with its traveller. At most 3,000 are kept,
/// each only for the traveller it belongs to.
/// </summary>
public sealed class RecordedLists : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 3_000, CompactionPercentage = .2 });

    public async ValueTask<RecommendationList?> FindAsync(Guid listId, Guid travellerId, IRecommender recommender, CancellationToken ct)
    {
        if (_cache.TryGetValue((listId, travellerId), out RecommendationList? list))
        {
            if (await recommender.IsRecordedAsync(listId, ct))
            {
                return list;
            }

            _cache.Remove((listId, travellerId));
            return null;
        }

        list = await recommender.FindAsync(listId, travellerId, ct);
        if (list is not null)
        {
            Keep(list);
        }

        return list;
    }

    /// <summary>Keeps a list that was just recorded, for it will be looked at next.</summary>
    public void Keep(RecommendationList list) =>
        _cache.Set((list.Id, list.TravellerId), list, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });

    public void Dispose() => _cache.Dispose();
}
