using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>Puts what the directory and the pages say together and into order.</summary>
public sealed class StayOrder(StayMerge merge, StayRanker ranker, Gazetteer gazetteer, TimeProvider time)
{
    /// <summary>The search with everything it knows ranked; <paramref name="near"/> is what the directory has there.</summary>
    public StaySearch Ranked(StaySearch search, IReadOnlyList<Stay> near)
    {
        var all = merge.Merge(near, search.Pages.SelectMany(page => page.Stays ?? [])).DistinctBy(found => found.Stay.Id).ToDictionary(found => found.Stay.Id, StringComparer.Ordinal);
        var places = search.Wishes.Places.Select(gazetteer.Find).OfType<Place>().ToList();
        var ranked = ranker.Rank(all.Values.Select(found => found.Stay), search.Wishes, time.TodayInVietNam());
        // Real houses come first of each area by their rank, and here of all that are shown.
        var best = StayAreas.InTurn(ranked, places).Take(StaySearches.Most).OrderBy(each => all[each.StayId].Stay.IsSample).ToList();
        var told = best.Select(each => all[each.StayId]).ToList();
        return search with
        {
            Found = best,
            Near = all.Count,
            Web = [.. told.Where(found => found.IsOfTheWeb)],
            Joined = [.. told.Where(found => !found.IsOfTheWeb && found.Origins.Count > 1)],
            Bare = BareArea.Of(places, best, all.ToDictionary(each => each.Key, each => each.Value.Stay, StringComparer.Ordinal)),
            Far = [.. places.Select(place => FarOf(place, best, all)).OfType<FarStay>()],
        };
    }

    private static FarStay? FarOf(Place place, IEnumerable<RankedStay> best, Dictionary<string, FoundStay> all) =>
        best.Where(each => each.NearPlaceId == place.Id).MinBy(each => each.Km) is { } nearest && StayReach.IsFar(place, nearest.Km) ? new FarStay(place.Id, nearest.Km, all[nearest.StayId].Stay.PlaceId) : null;
}
