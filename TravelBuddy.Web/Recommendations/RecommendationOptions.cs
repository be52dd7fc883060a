namespace TravelBuddy.Web.Recommendations;

/// <summary>Where candidates come from.</summary>
public enum CandidateSource
{
    /// <summary>The database: nearest neighbours for large catalogues near the default weights, an exact scan otherwise.</summary>
    PgVector,

    /// <summary>An index over all packages in this process.</summary>
    InProcess,
}

/// <summary>Settings <c>Recommendations__…</c>.</summary>
public sealed class RecommendationOptions
{
    public CandidateSource Candidates { get; init; } = CandidateSource.PgVector;

    /// <summary>Packages that are scored, adjusted and diversified for one list.</summary>
    public int Depth { get; init; } = 160;

    /// <summary>Packages recorded with a list, for paging.</summary>
    public int Recorded { get; init; } = 50;

    /// <summary>Requests to the anonymous API a minute from one address; callers on the machine itself are not counted.</summary>
    public int ApiRequestsPerMinute { get; init; } = 120;

    /// <summary>Rank packages too whose last day is over, as <c>evaluate</c> does: judgements outlive seasons.</summary>
    public bool Past { get; init; }

    /// <summary>Rank a wish once the server listens, so that the first traveller's is as quick as the next.</summary>
    public bool WarmUp { get; init; } = true;
}
