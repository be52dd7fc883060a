namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>
/// Orders packages so that the first ones differ: greedily the best score less what is repeated, as in maximal marginal relevance (Carbonell and Goldstein,
/// SIGIR 1998), with repetition counted the way a travel agent would: departures of one trip, many of one provider, the same places over again.
/// A package that is clearly better still comes first.
/// </summary>
public static class Diversity
{
    private const double SameTrip = .12;
    private const double SameTitle = .08;
    private const double SecondOfProvider = .008;
    private const double ThirdOfProvider = .06;
    private const double MoreOfProvider = .02;
    private const int Top = 5;

    /// <summary>The most that repeating a trip and a provider can cost.</summary>
    public const double MostForRepeats = 2 * SameTrip + ThirdOfProvider;

    /// <param name="scores">Adjusted scores.</param>
    /// <param name="facts">Facts in the same order.</param>
    /// <param name="count">How many to choose.</param>
    /// <param name="placeRepeats">What each earlier package about the same place costs: for wishes that leave the place open.</param>
    /// <returns>Indices, best first, each with the score that gave it its place: less what it repeats, and never above the one before.</returns>
    public static IReadOnlyList<(int Index, double Score)> Order(IReadOnlyList<double> scores, IReadOnlyList<PackageFacts> facts, int count, double placeRepeats = 0)
    {
        var open = Enumerable.Range(0, scores.Count).OrderByDescending(i => scores[i]).ToList();
        var chosen = new List<(int Index, double Score)>(Math.Min(count, open.Count));
        var trips = new Dictionary<string, int>(StringComparer.Ordinal);
        var titles = new Dictionary<string, int>(StringComparer.Ordinal);
        var providers = new Dictionary<string, int>(StringComparer.Ordinal);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        while (chosen.Count < count && open.Count > 0)
        {
            var best = 0;
            var bestValue = double.MinValue;
            for (var k = 0; k < open.Count && scores[open[k]] > bestValue; k++)
            {
                var value = scores[open[k]] - Repeats(facts[open[k]], chosen.Count, trips, titles, providers) - placeRepeats * places.GetValueOrDefault(MainPlace(facts[open[k]]));
                if (value > bestValue)
                {
                    (best, bestValue) = (k, value);
                }
            }

            var next = open[best];
            open.RemoveAt(best);
            chosen.Add((next, chosen.Count == 0 ? bestValue : Math.Min(bestValue, chosen[^1].Score)));
            Count(trips, facts[next].Trip);
            Count(titles, facts[next].TitleStem);
            Count(providers, facts[next].Package.ProviderId);
            Count(places, MainPlace(facts[next]));
        }

        return chosen;
    }

    private static string MainPlace(PackageFacts facts) => facts.Places.Count > 0 ? facts.Places[0].Place?.Id ?? facts.Places[0].Text : "";

    private static double Repeats(PackageFacts facts, int place, Dictionary<string, int> trips, Dictionary<string, int> titles, Dictionary<string, int> providers)
    {
        var ofProvider = providers.GetValueOrDefault(facts.Package.ProviderId);
        var sameTrip = trips.GetValueOrDefault(facts.Trip);
        var trip = sameTrip > 0 ? SameTrip * Math.Min(sameTrip, 2) : titles.ContainsKey(facts.TitleStem) ? SameTitle : 0;
        var provider = ofProvider switch { 0 => 0, 1 => SecondOfProvider, _ => place < Top ? ThirdOfProvider : MoreOfProvider };
        return trip + provider;
    }

    private static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
