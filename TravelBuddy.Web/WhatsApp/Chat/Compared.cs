using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What "cheaper" and the like are said of: one tour of a list, or its cards.</summary>
/// <param name="Rank">The one tour's rank; 0 where the cards are meant.</param>
/// <param name="Tours">That tour, or those of the cards: the ones that fit and are of the kind asked for, if any is.</param>
/// <param name="InTime">All of the list that fit, are of that kind and take as long as was wished; where none does, all that fit and are.</param>
/// <param name="Fitting">All of the list that fit and are of that kind, those a day longer or shorter among them.</param>
/// <param name="Kind">What the tours meant have of what was wished above all.</param>
public sealed record Compared(int Rank, IReadOnlyList<TourPackage> Tours, IReadOnlyList<TourPackage> InTime, IReadOnlyList<TourPackage> Fitting, MainWish Kind)
{
    /// <summary>Those of <see cref="Tours"/> that take as long as was wished; all of them where none does. Of a card that does not nobody says that nothing cheaper fits.</summary>
    public IReadOnlyList<TourPackage> OfLength => Tours.Intersect(InTime).ToList() is { Count: > 0 } fits ? fits : Tours;

    /// <param name="list">The list that is spoken of.</param>
    /// <param name="cards">Its tours that were sent as cards.</param>
    /// <param name="rank">The one tour that is meant; 0 where none is.</param>
    /// <param name="asked">What the list was made for, if that is known.</param>
    /// <param name="catalog">Where the tours are.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<Compared> OfAsync(RecommendationList list, IReadOnlyList<RankedPackage> cards, int rank, Wishes? asked, ICatalog catalog, CancellationToken ct)
    {
        var one = rank >= 1 && rank <= list.Packages.Count ? list.Packages[rank - 1] : null;
        IReadOnlyList<RankedPackage> said = one is not null ? [one] : cards.Intersect(list.Fitting).ToList() is { Count: > 0 } fits ? fits : cards;
        var kind = asked is null ? MainWish.None : MainWish.Of(asked, said);
        var fitting = list.Fitting.Where(kind.IsOf).ToList();
        var packages = await catalog.PackagesAsync([.. said.Concat(fitting).Select(ranked => ranked.PackageId).Distinct()], ct);
        IReadOnlyList<TourPackage> tours = Of(said.Where(kind.IsOf));
        return new Compared(one is null || tours.Count == 0 ? 0 : rank, tours, Of(RecommendationList.InTime(fitting)), Of(fitting), kind);

        IReadOnlyList<TourPackage> Of(IEnumerable<RankedPackage> ranked) => [.. ranked.Select(each => packages.GetValueOrDefault(each.PackageId)).OfType<TourPackage>()];
    }
}
