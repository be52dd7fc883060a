using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What "cheaper" and the like are said of: one tour of a list, or its cards.</summary>
/// <param name="Rank">The one tour's rank; 0 where the cards are meant.</param>
/// <param name="Tours">That tour, or those of the cards: the ones that fit, if any does.</param>
/// <param name="InTime">All of the list that fit and take as long as was wished; where none does, all that fit.</param>
/// <param name="Fitting">All of the list that fit, those a day longer or shorter among them.</param>
public sealed record Compared(int Rank, IReadOnlyList<TourPackage> Tours, IReadOnlyList<TourPackage> InTime, IReadOnlyList<TourPackage> Fitting)
{
    public static async Task<Compared> OfAsync(RecommendationList list, IReadOnlyList<RankedPackage> cards, int rank, ICatalog catalog, CancellationToken ct)
    {
        var one = rank >= 1 && rank <= list.Packages.Count ? list.Packages[rank - 1] : null;
        IReadOnlyList<RankedPackage> said = one is not null ? [one] : cards.Intersect(list.Fitting).ToList() is { Count: > 0 } fits ? fits : cards;
        var packages = await catalog.PackagesAsync([.. said.Concat(list.Fitting).Select(ranked => ranked.PackageId).Distinct()], ct);
        IReadOnlyList<TourPackage> tours = Of(said);
        return new Compared(one is null || tours.Count == 0 ? 0 : rank, tours, Of(list.FittingInTime), Of(list.Fitting));

        IReadOnlyList<TourPackage> Of(IEnumerable<RankedPackage> ranked) => [.. ranked.Select(each => packages.GetValueOrDefault(each.PackageId)).OfType<TourPackage>()];
    }
}
