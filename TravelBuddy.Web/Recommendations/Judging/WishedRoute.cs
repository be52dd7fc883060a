using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>Two far ends between which a traveller wants to go: what lies between them is on the way rather than elsewhere.</summary>
public sealed record WishedRoute(WishedPlace From, WishedPlace To)
{
    private const double LeastKm = 400;
    private const double Detour = 1.25;

    private static readonly string[] OverLand = ["rail-travel", "road-transport"];

    /// <summary>The farthest two of the wished places; or the start and a wished place, for whoever says how to travel over land. Null if there are no such two or they are near to each other.</summary>
    public static WishedRoute? Of(IReadOnlyList<WishedPlace> places, WishedPlace? start, IReadOnlyList<WishedThing> transport, Lexicon lexicon)
    {
        List<WishedPlace> ends = [.. places.Where(IsSpot), .. start is not null && IsSpot(start) && transport.Any(thing => IsOverLand(thing.Concept, lexicon)) ? [start] : Array.Empty<WishedPlace>()];
        return ends.SelectMany((from, i) => ends.Skip(i + 1).Select(to => new WishedRoute(from, to))).Where(route => route.Km >= LeastKm).MaxBy(route => route.Km);
    }

    private double Km => Gazetteer.DistanceKm(From.Place!, To.Place!);

    /// <summary>How much of a tour that goes to both ends is on the way between them; 0 for any other tour.</summary>
    public double ShareOf(PackageFacts facts) => Touches(From, facts) && Touches(To, facts)
        ? facts.Places.Where(visited => visited.Place is { } place && Gazetteer.DistanceKm(From.Place!, place) + Gazetteer.DistanceKm(place, To.Place!) <= Detour * Km).Sum(visited => visited.Share)
        : 0;

    private static bool Touches(WishedPlace end, PackageFacts facts) =>
        (facts.Start is { } start && end.There.Contains(start.Id)) || facts.Places.Any(visited => visited.Place is { } place && end.There.Contains(place.Id));

    private static bool IsSpot(WishedPlace wished) => wished.Place is { } place && !LocationSimilarity.IsArea(place);

    private static bool IsOverLand(string? concept, Lexicon lexicon) =>
        concept is not null && (OverLand.Contains(concept) || (lexicon.Find(concept)?.Broader.Any(broader => IsOverLand(broader, lexicon)) ?? false));
}
