using TravelBuddy.Ranking;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Candidates;

/// <summary>What keeps a package out whatever its score: dearer than a firm budget, not available on the dates, over before today, not bookable.</summary>
public sealed record HardLimits(decimal? MaxPriceVnd, DateOnly? From, DateOnly? Until)
{
    public static readonly HardLimits None = new(null, null, null);

    /// <summary>What ended before this day is offered to nobody; null where the past counts too.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>A package must last until here.</summary>
    public DateOnly? Earliest => From is { } from && !(from < Today) ? from : Today ?? From;

    /// <summary>Whether the wishes themselves set no limit.</summary>
    public bool IsNone => this with { Today = null } == None;
}

/// <summary>One search: blocks with their alternatives, effective weights inside the query, and limits. An empty query asks for what is popular.</summary>
public sealed record Probe(EncodedWishes Wishes, RankingQuery Query, HardLimits Limits)
{
    /// <summary>The vectors that the wishes were encoded for; null for those that are active when they are looked for.</summary>
    public ActiveEncoder? Active { get; init; }
}

/// <summary>Packages that a search found, exactly scored, best first: <c>Similarities</c> holds seven numbers for each.</summary>
public sealed record ScoredCandidates(IReadOnlyList<string> Ids, double[] Scores, float[] Similarities)
{
    public static readonly ScoredCandidates None = new([], [], []);

    public ReadOnlySpan<float> SimilaritiesOf(int i) => Similarities.AsSpan(i * VectorLayout.Blocks.Count, VectorLayout.Blocks.Count);
}

/// <summary>Finds the packages worth ranking.</summary>
public interface ICandidates
{
    /// <summary>At most <paramref name="count"/> packages within the limits.</summary>
    Task<ScoredCandidates> FindAsync(Probe probe, int count, CancellationToken ct);
}
