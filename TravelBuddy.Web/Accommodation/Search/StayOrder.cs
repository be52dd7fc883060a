using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>Puts what the directory and the pages say together and into order.</summary>
public sealed class StayOrder(StayMerge merge, StayRanker ranker, TimeProvider time)
{
    /// <summary>The search with everything it knows ranked; <paramref name="near"/> is what the directory has there.</summary>
    public StaySearch Ranked(StaySearch search, IReadOnlyList<Stay> near)
    {
        var all = merge.Merge(near, search.Pages.SelectMany(page => page.Stays ?? [])).DistinctBy(found => found.Stay.Id).ToDictionary(found => found.Stay.Id, StringComparer.Ordinal);
        // Nobody can sleep in an invented house: where real ones are found, those come first.
        var ranked = ranker.Rank(all.Values.Select(found => found.Stay), search.Wishes, time.TodayInVietNam()).OrderBy(each => all[each.StayId].Stay.IsSample).Take(StaySearches.Most).ToList();
        return search with { Found = ranked, Near = all.Count, Web = [.. ranked.Select(each => all[each.StayId]).Where(found => found.IsOfTheWeb)] };
    }
}
