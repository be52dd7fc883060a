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

    private ThingRarity(double[][] weights)
    {
        _weights = weights;
        Total = weights.Sum(some => some.Sum());
    }

    /// <summary>Nothing weighed yet.</summary>
    public static readonly ThingRarity None = new([.. Enum.GetValues<Criterion>().Select(_ => Array.Empty<double>())]);

    /// <summary>The sum of all weights; 0 if nothing was wished that can be weighed.</summary>
    public double Total { get; }

    /// <summary>Weighs things by criterion. Diets, people and words beyond the lexicon have no weight here: they are judged by themselves.</summary>
    public static ThingRarity Of(IReadOnlyList<IReadOnlyList<WishedThing>> things, IReadOnlyList<PackageFacts> candidates) =>
        new([.. things.Select(some => some.Select(thing => thing.Concept is null || thing.IsDiet || thing.IsTraveller ? 0 : Least + Rarity(thing, candidates)).ToArray())]);

    /// <summary>How much of what was wished a package lacks, 0 to 1.</summary>
    public double ShareMissed(Assessment found)
    {
        if (Total == 0)
        {
            return 0;
        }

        var missed = Total;
        for (var c = 0; c < _weights.Length; c++)
        {
            missed -= SumOf(c, found.ThingsHit[c]) + (1 - NearlyMissed) * SumOf(c, found.ThingsNear[c]);
        }

        return Math.Max(0, missed / Total);
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

        return Total == 0 ? 0 : named / Total;
    }

    private double SumOf(int criterion, IReadOnlyList<int> things)
    {
        var sum = 0.0;
        foreach (var i in things)
        {
            sum += _weights[criterion].Length > i ? _weights[criterion][i] : 0;
        }

        return sum;
    }

    private static double Rarity(WishedThing thing, IReadOnlyList<PackageFacts> candidates)
    {
        var among = Math.Max(2, candidates.Count);
        var having = Math.Max(1, candidates.Count(facts => thing.In(facts) > 0));
        return Math.Min(1, Math.Log((double)among / having) / Math.Log(among));
    }
}
