namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>A package's place in a list: its index among those judged, the score (0 to 1) that gave it its place, and whether that was lowered because it is much like one above.</summary>
public readonly record struct Placed(int Index, double Score, bool LikeOneAbove);

/// <summary>
/// Orders packages so that the first ones differ: greedily the best score less what is repeated, as in maximal marginal relevance (Carbonell and Goldstein,
/// SIGIR 1998), with repetition counted the way a travel agent would: departures of one trip, many of one provider, the same places over again.
/// A package that is clearly better still comes first. Which ten are looked at is decided by scores; among them, what goes elsewhere or has
/// what is to be avoided comes last, and what is made for people who would have said so (a honeymoon, golf, women alone), or sets off on one day or in one week where nobody said when, a little later;
/// what says it suits the children or older people who travel a little sooner.
/// </summary>
public static class Diversity
{
    private const double SameTrip = .12;
    private const double SameTitle = .08;
    private const double SecondOfProvider = .008;
    private const double ThirdOfProvider = .06;
    private const double MoreOfProvider = .02;
    private const int Top = 5;

    /// <summary>How many are shown together.</summary>
    private const int Page = 10;

    private const double ForOthersAlone = .06;

    /// <summary>By so much may be worse what those who told who they are can take part in.</summary>
    private const double Unmet = .22;

    private const double GoesOnce = .06;

    /// <summary>Below it a score approaches 0 without meeting it, so that every package is shown below the one before.</summary>
    private const double Low = .25;

    /// <param name="judged">Packages in any order.</param>
    /// <param name="count">How many to choose.</param>
    /// <param name="placeRepeats">What each earlier package about the same place costs: for wishes that leave the place open.</param>
    /// <returns>Those of a later tier last among the first ten. Scores are less what a package repeats, and never above the one before.</returns>
    public static IReadOnlyList<Placed> Order(IReadOnlyList<JudgedPackage> judged, int count, double placeRepeats = 0)
    {
        var open = Enumerable.Range(0, judged.Count).OrderBy(i => judged[i].Behind).ThenByDescending(i => judged[i].AdjustedScore).ToList();
        var chosen = new List<Placed>(Math.Min(count, open.Count));
        var seen = new Seen(judged);
        while (chosen.Count < count && open.Count > 0)
        {
            var behind = judged[open[0]].Behind;
            var best = 0;
            var bestValue = double.MinValue;
            for (var k = 0; k < open.Count && judged[open[k]].Behind == behind && judged[open[k]].AdjustedScore > bestValue; k++)
            {
                var value = judged[open[k]].AdjustedScore - seen.Repeats(open[k], chosen.Count, placeRepeats);
                if (value > bestValue)
                {
                    (best, bestValue) = (k, value);
                }
            }

            var next = open[best];
            open.RemoveAt(best);
            chosen.Add(new Placed(next, Shown(bestValue), seen.OfTrip(next) > 0));
            seen.Add(next);
        }

        Fall(chosen);
        List<Placed> first = [.. chosen.Take(Page).OrderBy(placed => judged[placed.Index].Tier)];
        PutOff(first, judged, package => package.ForOthersAlone, ForOthersAlone);
        PutOff(first, judged, package => package.Found.Unmet.Count > 0 && package.Context.TravellersTold, Unmet);
        PutOff(first, judged, package => package.GoesOnce && judged.Count(other => other.Facts.Trip == package.Facts.Trip && other.GoesOnce) == 1, GoesOnce);
        SuitedFirst.Apply(first, judged);
        FewForeign.Apply(first, judged);
        CheaperFirst.Apply(first, judged);
        List<Placed> others = [.. chosen.Skip(Page)];
        SuitedFirst.Apply(others, judged);
        List<Placed> order = [.. first, .. others];
        Fall(order);
        return order;
    }

    /// <summary>What is made for others alone, or goes on one day or in one week nobody named, lets those pass that are hardly worse, and none of a lower standing: a tour of the wrong length is no better for anybody.</summary>
    private static void PutOff(List<Placed> order, IReadOnlyList<JudgedPackage> judged, Func<JudgedPackage, bool> isPutOff, double hardly)
    {
        for (var from = order.Count - 2; from >= 0; from--)
        {
            var late = judged[order[from].Index];
            for (var i = from; isPutOff(late) && i + 1 < order.Count && judged[order[i + 1].Index] is var next && !isPutOff(next) && next.Standing <= late.Standing && next.Tier <= late.Tier && order[i + 1].Score > order[i].Score - hardly; i++)
            {
                (order[i], order[i + 1]) = (order[i + 1], order[i]);
            }
        }
    }

    /// <summary>No score is above the one before.</summary>
    private static void Fall(List<Placed> order)
    {
        for (var i = 1; i < order.Count; i++)
        {
            order[i] = order[i] with { Score = Math.Min(order[i].Score, order[i - 1].Score) };
        }
    }

    private static double Shown(double value) => value >= Low ? value : Low * Math.Exp((value - Low) / Low);

    private static string MainPlace(PackageFacts facts) => facts.Places.Count > 0 ? facts.Places[0].Place?.Id ?? facts.Places[0].Text : "";

    /// <summary>What the list has so far of each trip, title, provider and main place.</summary>
    private sealed class Seen(IReadOnlyList<JudgedPackage> judged)
    {
        private readonly Tally _trips = new(judged, facts => facts.Trip);
        private readonly Tally _titles = new(judged, facts => facts.TitleStem);
        private readonly Tally _providers = new(judged, facts => facts.Package.ProviderId);
        private readonly Tally _places = new(judged, MainPlace);

        public double Repeats(int package, int place, double placeRepeats)
        {
            var provider = _providers[package] switch { 0 => 0, 1 => SecondOfProvider, _ => place < Top ? ThirdOfProvider : MoreOfProvider };
            return OfTrip(package) + provider + placeRepeats * _places[package];
        }

        public double OfTrip(int package) => _trips[package] is > 0 and var same ? SameTrip * Math.Min(same, 2) : _titles[package] > 0 ? SameTitle : 0;

        public void Add(int package)
        {
            _trips.Add(package);
            _titles.Add(package);
            _providers.Add(package);
            _places.Add(package);
        }
    }

    /// <summary>Counts by a key of the packages; a key is numbered when it is first asked for, because every place of the list asks for the same few again and again.</summary>
    private sealed class Tally(IReadOnlyList<JudgedPackage> judged, Func<PackageFacts, string> key)
    {
        private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
        private readonly int[] _numbers = new int[judged.Count];
        private readonly int[] _counts = new int[judged.Count + 1];

        public int this[int package] => _counts[Number(package)];

        public void Add(int package) => _counts[Number(package)]++;

        /// <summary>From 1 on; 0 is not numbered yet.</summary>
        private int Number(int package)
        {
            ref var number = ref _numbers[package];
            if (number == 0)
            {
                var value = key(judged[package].Facts);
                number = _known.TryGetValue(value, out var known) ? known : _known[value] = _known.Count + 1;
            }

            return number;
        }
    }
}
