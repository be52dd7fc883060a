using Microsoft.Extensions.Caching.Memory;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>What the directory has near the places of a search, and where it has nothing there, what is nearest.</summary>
public sealed class NearStays(StayDirectory directory, Gazetteer gazetteer, IMemoryCache cache)
{
    /// <summary>As it is now.</summary>
    public async Task<IReadOnlyList<Stay>> ReadAsync(StayWishes wishes, CancellationToken ct)
    {
        var places = wishes.Places.Select(gazetteer.Find).OfType<Place>().ToList();
        var near = await directory.NearAsync(places, StayRanker.ReachKm, ct);
        foreach (var bare in places.Where(place => near.All(stay => StayReach.FromEdge(place, stay) > StayRanker.ReachKm)).ToList())
        {
            var around = await directory.NearAsync([bare], StayReach.FarthestKm, ct);
            var reach = StayReach.Of(bare, around);
            near = [.. near.UnionBy(around.Where(stay => StayReach.FromEdge(bare, stay) <= reach), stay => stay.Id)];
        }

        return cache.Set(KeyOf(wishes), near, StaySearches.Patience);
    }

    /// <summary>As it was when a search for these places began: it ranks again for every page, and need not read thousands of houses each time.</summary>
    public async Task<IReadOnlyList<Stay>> LatelyAsync(StayWishes wishes, CancellationToken ct) =>
        cache.TryGetValue(KeyOf(wishes), out IReadOnlyList<Stay>? near) && near is not null ? near : await ReadAsync(wishes, ct);

    private static string KeyOf(StayWishes wishes) => $"stays-near:{string.Join(',', wishes.Places)}";
}
