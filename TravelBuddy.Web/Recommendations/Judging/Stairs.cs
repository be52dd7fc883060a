using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>Places of a tour that are known for their steps (<c>data/places.jsonl</c>), which few of its texts speak of and whoever can hardly climb has to know.</summary>
internal static class Stairs
{
    /// <summary>The one with the most steps among those that it lists, or names anywhere; none that its texts say is left out or looked at from below.</summary>
    public static Place? Of(TourPackage package, IReadOnlyList<VisitedPlace> visited, Gazetteer gazetteer)
    {
        var spared = new HashSet<string>(StringComparer.Ordinal);
        var climbed = visited.Where(at => !at.IsStartOnly).Select(at => at.Place).OfType<Place>().ToList();
        foreach (var sentence in package.Itinerary.Concat([package.Title, package.Description, package.Notes]).SelectMany(Sentences.Of))
        {
            var named = gazetteer.FindIn(sentence).Select(match => match.Value).Where(place => place.Stairs is not null).ToList();
            climbed.AddRange(named);
            spared.UnionWith(named.Count > 0 && CountedSteps.AreSparedIn(sentence) ? named.Select(place => place.Id) : []);
        }

        return climbed.Where(place => place.Stairs is not null && !spared.Contains(place.Id)).MaxBy(place => place.Stairs!.AtLeast);
    }
}
