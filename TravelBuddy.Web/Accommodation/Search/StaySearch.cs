using TravelBuddy.Web.Accommodation.Ranking;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>A search for places to stay as it was made and what it found, so that it can be shown again. Ids, concepts and numbers alone.</summary>
public sealed record StaySearch
{
    public required Guid Id { get; init; }
    public required Guid TravellerId { get; init; }

    /// <summary>The tour that a place is looked for near; null where only places are named.</summary>
    public string? PackageId { get; init; }

    public required StayWishes Wishes { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The best, in order.</summary>
    public IReadOnlyList<RankedStay> Found { get; init; } = [];

    /// <summary>How many lie near, whether they answer the wishes or not.</summary>
    public int Near { get; init; }
}
