using Microsoft.Extensions.Caching.Memory;

namespace TravelBuddy.Web.Recommendations;

/// <summary>
/// Keeps the lists that are being looked at in memory for two minutes: a recorded list never changes, so there is no need to read fifty tours with
/// their reasons from the database for every page of it. It goes with its traveller: at once on the node that erases them, within ten seconds on
/// others, which ask so often whether it is still there. At most 3,000 are kept, each only for the traveller it belongs to.
/// </summary>
public sealed class RecordedLists(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(10);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 3_000, CompactionPercentage = .2 });
    private readonly MemoryCache _erased = new(new MemoryCacheOptions());

    public async ValueTask<RecommendationList?> FindAsync(Guid listId, Guid travellerId, IRecommender recommender, CancellationToken ct)
    {
        if (_erased.TryGetValue(travellerId, out _))
        {
            return await recommender.FindAsync(listId, travellerId, ct);
        }

        if (_cache.TryGetValue((listId, travellerId), out Entry? entry))
        {
            var now = time.GetTimestamp();
            if (time.GetElapsedTime(entry!.SeenAt, now) < Trusted)
            {
                return entry.List;
            }

            if (await recommender.IsRecordedAsync(listId, ct))
            {
                entry.SeenAt = now;
                return entry.List;
            }

            _cache.Remove((listId, travellerId));
            return null;
        }

        var list = await recommender.FindAsync(listId, travellerId, ct);
        if (list is not null)
        {
            Keep(list);
        }

        return list;
    }

    /// <summary>Keeps a list that was just recorded, for it will be looked at next.</summary>
    public void Keep(RecommendationList list) =>
        _cache.Set((list.Id, list.TravellerId), new Entry(list) { SeenAt = time.GetTimestamp() }, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });

    /// <summary>Trusts nothing that is kept of a traveller who is being erased, for as long as it would be kept.</summary>
    public void Distrust(Guid travellerId) => _erased.Set(travellerId, true, Kept);

    public void Dispose()
    {
        _cache.Dispose();
        _erased.Dispose();
    }

    private sealed class Entry(RecommendationList list)
    {
        public RecommendationList List { get; } = list;

        /// <summary>When it was last known to be in the database; a torn race only asks once more.</summary>
        public long SeenAt { get; set; }
    }
}
