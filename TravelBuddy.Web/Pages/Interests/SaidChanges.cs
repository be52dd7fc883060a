using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Pages.Interests;

/// <summary>What "cheaper", "shorter" and the like change when they are written beside wishes that stand already: they are compared with the tours that these lead to.</summary>
public sealed class SaidChanges(IRecommender recommender, ICatalog catalog)
{
    /// <summary>How many tours count, and how many of them are looked at first.</summary>
    private const int Listed = 10;
    private const int Compared = 3;

    /// <summary>The change to wishes, which gives them back where nothing can be compared.</summary>
    /// <param name="now">The wishes as they stand.</param>
    /// <param name="reading">What was written.</param>
    /// <param name="ct">Cancels the search for tours to compare with.</param>
    public async Task<Func<Wishes, Wishes>> OfAsync(Wishes now, WishReading reading, CancellationToken ct)
    {
        var list = (await recommender.RankAsync(now, Listed, ct)).Packages;
        var packages = await catalog.PackagesAsync([.. list.Select(ranked => ranked.PackageId)], ct);
        List<TourPackage> all = [.. list.Select(ranked => packages.GetValueOrDefault(ranked.PackageId)).OfType<TourPackage>()];
        List<TourPackage> fitting = [.. list.Where(ranked => ranked.Standing <= Standing.LacksNeed).Select(ranked => packages.GetValueOrDefault(ranked.PackageId)).OfType<TourPackage>()];
        TourPackage[] compared = reading.Ordinal is { } rank && rank >= 1 && rank <= all.Count ? [all[rank - 1]] : [.. (fitting.Count > 0 ? fitting : all).Take(Compared)];
        // Where nothing that fits is cheaper it is looked for all the same: the list then says which wish stands in its way.
        return wishes => reading.Refinements.Aggregate(wishes, (changed, refinement) => Refined(changed, refinement, fitting) ?? Refined(changed, refinement, []) ?? changed);

        Wishes? Refined(Wishes wishes, Refinement refinement, IReadOnlyList<TourPackage> among) => WishChanges.Refine(wishes, refinement, compared, catalog.Gazetteer, catalog.Rates, among);
    }
}
