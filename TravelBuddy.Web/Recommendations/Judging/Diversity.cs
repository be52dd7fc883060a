namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>A package's place in a list: its index among those judged, the score (0 to 1) that gave it its place, and whether that was lowered because it is much like one above.</summary>
public readonly record struct Placed(int Index, double Score, bool LikeOneAbove);

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

    /// <summary>The most that the first of a lesser standing shows of the score above it: a step that can be seen, and that tells who lacks something from who comes second.</summary>
    private const double StepDown = .9;

    /// <param name="judged">Packages in any order.</param>
    /// <param name="count">How many to choose.</param>
    /// <param name="placeRepeats">What each earlier package about the same place costs: for wishes that leave the place open.</param>
    /// <returns>
    /// Those of a better standing first. Scores are less what a package repeats, never above the one before, and for a lesser standing in the measure that
    /// keeps its best clearly below.
    /// </returns>
    public static IReadOnlyList<Placed> Order(IReadOnlyList<JudgedPackage> judged, int count, double placeRepeats = 0)
    {
        var open = Enumerable.Range(0, judged.Count).OrderBy(i => judged[i].Standing).ThenByDescending(i => judged[i].AdjustedScore).ToList();
        var chosen = new List<Placed>(Math.Min(count, open.Count));
        var trips = new Dictionary<string, int>(StringComparer.Ordinal);
        var titles = new Dictionary<string, int>(StringComparer.Ordinal);
        var providers = new Dictionary<string, int>(StringComparer.Ordinal);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var measure = 1.0;
        while (chosen.Count < count && open.Count > 0)
        {
            var standing = judged[open[0]].Standing;
            var best = 0;
            var bestValue = double.MinValue;
            for (var k = 0; k < open.Count && judged[open[k]].Standing == standing && judged[open[k]].AdjustedScore > bestValue; k++)
            {
                var (score, facts) = (judged[open[k]].AdjustedScore, judged[open[k]].Facts);
                var value = score - Repeats(facts, chosen.Count, trips, titles, providers) - placeRepeats * places.GetValueOrDefault(MainPlace(facts));
                if (value > bestValue)
                {
                    (best, bestValue) = (k, value);
                }
            }

            var next = open[best];
            open.RemoveAt(best);
            var above = chosen.Count == 0 ? 1 : chosen[^1].Score;
            if (chosen.Count > 0 && judged[chosen[^1].Index].Standing != standing)
            {
                measure = bestValue > StepDown * above ? StepDown * above / bestValue : 1;
            }

            chosen.Add(new Placed(next, Math.Clamp(measure * bestValue, 0, above), OfTrip(judged[next].Facts, trips, titles) > 0));
            Count(trips, judged[next].Facts.Trip);
            Count(titles, judged[next].Facts.TitleStem);
            Count(providers, judged[next].Facts.Package.ProviderId);
            Count(places, MainPlace(judged[next].Facts));
        }

        return chosen;
    }

    private static string MainPlace(PackageFacts facts) => facts.Places.Count > 0 ? facts.Places[0].Place?.Id ?? facts.Places[0].Text : "";

    private static double Repeats(PackageFacts facts, int place, Dictionary<string, int> trips, Dictionary<string, int> titles, Dictionary<string, int> providers)
    {
        var ofProvider = providers.GetValueOrDefault(facts.Package.ProviderId);
        var provider = ofProvider switch { 0 => 0, 1 => SecondOfProvider, _ => place < Top ? ThirdOfProvider : MoreOfProvider };
        return OfTrip(facts, trips, titles) + provider;
    }

    private static double OfTrip(PackageFacts facts, Dictionary<string, int> trips, Dictionary<string, int> titles)
    {
        var sameTrip = trips.GetValueOrDefault(facts.Trip);
        return sameTrip > 0 ? SameTrip * Math.Min(sameTrip, 2) : titles.ContainsKey(facts.TitleStem) ? SameTitle : 0;
    }

    private static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
