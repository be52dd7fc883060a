using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>Which of several places one can sleep near at once. Whoever names others sleeps in each of them.</summary>
public static class StayAreas
{
    /// <summary>The best of each area in turn, areas in the order in which their places were asked for; of one area all as they were.</summary>
    public static IReadOnlyList<RankedStay> InTurn(IReadOnlyList<RankedStay> ranked, IReadOnlyList<Place> places)
    {
        var areas = Of(places);
        return areas.Count < 2 ? ranked
            : [.. areas.SelectMany((area, at) => ranked.Where(stay => area.Any(place => place.Id == stay.NearPlaceId)).Select((stay, turn) => (Stay: stay, At: at, Turn: turn))).OrderBy(each => each.Turn).ThenBy(each => each.At).Select(each => each.Stay)];
    }

    /// <summary>Places belong together where whoever sleeps in the middle of one is near the first of them, too.</summary>
    public static IReadOnlyList<IReadOnlyList<Place>> Of(IReadOnlyList<Place> places)
    {
        var areas = new List<List<Place>>();
        foreach (var place in places)
        {
            if (areas.Find(area => AreNear(area[0], place)) is { } area)
            {
                area.Add(place);
            }
            else
            {
                areas.Add([place]);
            }
        }

        return areas;
    }

    private static bool AreNear(Place one, Place other) => Gazetteer.DistanceKm(one, other) <= Math.Max(one.RadiusKm, other.RadiusKm) + StayRanker.ReachKm;
}
