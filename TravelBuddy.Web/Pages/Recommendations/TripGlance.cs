using Microsoft.Extensions.Caching.Memory;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.Pages.Recommendations;

/// <summary>What the page shows of the trip behind a list: the wishes it was made for in labels, the newest list if this is not it, and the thumbs given so far.</summary>
public sealed record TripGlance(IReadOnlyList<(WishOf Of, string Label)> Wishes, Guid? Newer, IReadOnlySet<string> Liked, IReadOnlySet<string> Disliked)
{
    public static readonly TripGlance None = new([], null, new HashSet<string>(), new HashSet<string>());

    public bool? Likes(string packageId) => Liked.Contains(packageId) ? true : Disliked.Contains(packageId) ? false : null;
}

/// <summary>Looks at trips for the page and remembers what it saw for ten seconds, for the same list is shown far more often than its trip changes. A thumb given here is seen at once.</summary>
public sealed class TripGlances(WishSummary summary) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    public async ValueTask<TripGlance> OfAsync(RecommendationList list, string language, ITrips trips, CancellationToken ct)
    {
        var key = (list.Id, language);
        if (_cache.TryGetValue(key, out TripGlance? glance))
        {
            return glance!;
        }

        if (await trips.FindAsync(list.TripId, list.TravellerId, ct) is { } trip)
        {
            // Recording the list was the next event; with nothing after it, the trip is still as it was then.
            var then = trip.Version <= list.TripVersion + 1 ? trip : await trips.FindAsync(list.TripId, list.TravellerId, list.TripVersion, ct);
            glance = new TripGlance(
                then is null ? [] : summary.PartsOf(await trips.WishesAsync(then, ct), language),
                trip.LatestListId == list.Id ? null : trip.LatestListId,
                trip.Liked.ToHashSet(),
                trip.Disliked.ToHashSet());
        }
        else
        {
            glance = TripGlance.None;
        }

        return _cache.Set(key, glance, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
    }

    /// <summary>Forgets a list, because a thumb was given on it or a newer one follows.</summary>
    public void Forget(Guid listId)
    {
        foreach (var language in LanguageFeature.Supported)
        {
            _cache.Remove((listId, language));
        }
    }

    public void Dispose() => _cache.Dispose();
}
