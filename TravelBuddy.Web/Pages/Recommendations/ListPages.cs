using Microsoft.Extensions.Caching.Memory;
using TravelBuddy.Web.Bookings;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Pages.Recommendations;

/// <summary>One tour of a list's page in the reader's language: its card, scores in percent, reasons as sentences, and the way to book it.</summary>
/// <param name="Rank">Its number in the list, from 1.</param>
/// <param name="Bars">A similarity in percent, from non-match (0) to good match (100), for each criterion; null where the traveller left it open.</param>
/// <param name="BookingPath">Null if the tour cannot be booked any more.</param>
public sealed record ShownTour(TourCard Tour, int Rank, int Percent, IReadOnlyList<int?> Bars, IReadOnlyList<string> Reasons, string? BookingPath, Standing Standing);

/// <summary>One page of a recorded list as a reader sees it; pages count from 1.</summary>
public sealed record ListPage(IReadOnlyList<ShownTour> Tours, int Number, int Count)
{
    /// <summary>Tours on a page.</summary>
    public const int Size = 10;

    /// <summary>Where a tour stands in its list: page and card.</summary>
    public static string AddressOf(RecommendationList list, string packageId) => list.RankOf(packageId) switch
    {
        0 => $"/tours/{list.Id}",
        <= Size and var rank => $"/tours/{list.Id}#tour-{rank}",
        var rank => $"/tours/{list.Id}?page={(rank + Size - 1) / Size}#tour-{rank}",
    };

    public static readonly ListPage Empty = new([], 1, 1);
}

/// <summary>
/// Puts recorded lists into words, page by page, and keeps the words for two minutes, by catalogue version: sentences, signed booking links and prices
/// of a list are the same however often it is shown. At most 10,000 pages are kept.
/// </summary>
public sealed class ListPages(IReasonWriter reasons, IBookingLinks links) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 10_000, CompactionPercentage = .2 });

    /// <param name="number">The page; the nearest there is if there is none of that number.</param>
    public async ValueTask<ListPage> OfAsync(RecommendationList list, int number, string language, ICatalog catalog, CancellationToken ct)
    {
        var count = Math.Max(1, (list.Packages.Count + ListPage.Size - 1) / ListPage.Size);
        number = Math.Clamp(number, 1, count);
        var key = (list.Id, number, language, await catalog.VersionAsync(ct));
        if (_cache.TryGetValue(key, out ListPage? page))
        {
            return page!;
        }

        page = new ListPage(await ToursAsync(list, number, language, catalog, ct), number, count);
        return _cache.Set(key, page, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
    }

    public void Dispose() => _cache.Dispose();

    private async Task<IReadOnlyList<ShownTour>> ToursAsync(RecommendationList list, int number, string language, ICatalog catalog, CancellationToken ct)
    {
        var ranked = list.Packages.Skip((number - 1) * ListPage.Size).Take(ListPage.Size).ToList();
        var packages = await catalog.PackagesAsync([.. ranked.Select(one => one.PackageId)], ct);
        var tours = new List<ShownTour>(ranked.Count);
        foreach (var (index, one) in ranked.Index())
        {
            if (packages.TryGetValue(one.PackageId, out var package))
            {
                var provider = await catalog.ProviderAsync(package.ProviderId, ct);
                tours.Add(new ShownTour(
                    new TourCard(package, provider, language, list.Currency, catalog.Gazetteer, catalog.Rates),
                    (number - 1) * ListPage.Size + index + 1,
                    Percent(one.Score),
                    [.. one.Similarities.Select(similarity => similarity is { } known ? Percent(known) : (int?)null)],
                    [.. one.Reasons.Select(reason => reasons.Sentence(reason, language, list.Currency))],
                    package.Bookable ? links.PathFor(package, list.Id, "web") : null,
                    one.Standing));
            }
        }

        return tours;
    }

    private static int Percent(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * 100);
}
