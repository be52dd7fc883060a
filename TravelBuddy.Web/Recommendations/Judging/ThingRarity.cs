using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>
/// How much each thing wished tells one candidate from another: the inverse document frequency (Spärck Jones, Journal of Documentation 28, 1972) among the candidates
/// of the list, 0 for what all of them have to 1 for what one has. Who asks for a cooking class and for walks is shown cooking classes.
/// </summary>
public sealed class ThingRarity
{
    /// <summary>What everything has still counts a little, for the one that lacks it.</summary>
    private const double Least = .1;

    /// <summary>Of a thing that a package lacks while it has something related, how much is missed.</summary>
    private const double NearlyMissed = .6;

    private readonly double[][] _weights;
    private readonly bool[][] _beds;
    private readonly double _bed;

    private ThingRarity(double[][] weights, bool[][] beds)
    {
        _weights = weights;
        _beds = beds;
        _bed = MostOfBeds();
        Total = weights.Select((some, c) => some.Where((_, i) => !beds[c][i]).Sum()).Sum() + _bed;
    }

    /// <summary>Nothing weighed yet.</summary>
    public static readonly ThingRarity None = Empty();

    /// <summary>The sum of all weights; 0 if nothing was wished that can be weighed.</summary>
    public double Total { get; }

    /// <summary>
    /// Weighs things by criterion. Diets and people have no weight here: they are judged by themselves. Of words beyond the lexicon those count that were given as something
    /// to ride, eat or do and that a candidate has in its texts; notes are too loose.
    /// </summary>
    public static ThingRarity Of(IReadOnlyList<IReadOnlyList<WishedThing>> things, IReadOnlyList<PackageFacts> candidates) =>
        new(
            [.. things.Select((some, c) => some.Select(thing => Weight(thing, (Criterion)c, candidates)).ToArray())],
            [.. things.Select(some => some.Select(thing => thing.IsLodging).ToArray())]);

    private static ThingRarity Empty()
    {
        var criteria = Enum.GetValues<Criterion>().Length;
        return new ThingRarity([.. Enumerable.Repeat(Array.Empty<double>(), criteria)], [.. Enumerable.Repeat(Array.Empty<bool>(), criteria)]);
    }

    private static double Weight(WishedThing thing, Criterion criterion, IReadOnlyList<PackageFacts> candidates)
    {
        if (thing.IsDiet || thing.IsTraveller || thing.Concept is null && criterion == Criterion.Accommodation)
        {
            return 0;
        }

        var having = candidates.Count(facts => thing.In(facts) > 0);
        return thing.Concept is null && having == 0 ? 0 : Least + Rarity(having, candidates.Count);
    }

    /// <summary>How much of what was wished a package lacks, 0 to 1. Of several beds wished one is enough.</summary>
    public double ShareMissed(Assessment found)
    {
        if (Total == 0)
        {
            return 0;
        }

        var missed = Total;
        var bed = 0.0;
        for (var c = 0; c < _weights.Length; c++)
        {
            missed -= SumOf(c, found.ThingsHit[c], ref bed, 1) + SumOf(c, found.ThingsNear[c], ref bed, 1 - NearlyMissed);
        }

        return Math.Max(0, (missed - bed * _bed) / Total);
    }

    /// <summary>How much of what was wished the title of a package names, 0 to 1: what it is for, beside what it also has.</summary>
    public double ShareInTitle(RankingContext context, PackageFacts facts)
    {
        var named = 0.0;
        for (var c = 0; c < _weights.Length && facts.TitleConcepts.Count > 0; c++)
        {
            for (var i = 0; i < _weights[c].Length; i++)
            {
                named += context.Things[c][i].Concept is { } concept && facts.TitleConcepts.Contains(concept) ? _weights[c][i] : 0;
            }
        }

        return Total == 0 ? 0 : Math.Min(1, named / Total); // Two beds in a title are no more than the one that is weighed.
    }

    private double MostOfBeds() => _weights.SelectMany((some, c) => some.Where((_, i) => _beds[c][i])).DefaultIfEmpty().Max();

    /// <param name="bed">Raised to <paramref name="share"/> where one of the things is a bed.</param>
    private double SumOf(int criterion, IReadOnlyList<int> things, ref double bed, double share)
    {
        var sum = 0.0;
        foreach (var i in things)
        {
            if (i >= _weights[criterion].Length)
            {
                continue;
            }

            if (_beds[criterion][i])
            {
                bed = Math.Max(bed, share);
            }
            else
            {
                sum += share * _weights[criterion][i];
            }
        }

        return sum;
    }

    private static double Rarity(int having, int candidates)
    {
        var among = Math.Max(2, candidates);
        return Math.Min(1, Math.Log((double)among / Math.Max(1, having)) / Math.Log(among));
    }
}
