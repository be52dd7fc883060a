using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>How well a place to stay answers each criterion, 0 to 1 (less where a price is far over a level); null where nothing was asked. <paramref name="Words"/>: how far it says what was asked in words beyond the lexicon.</summary>
public sealed record StayScores(double? Distance, double? Price, double? Wishes, double Rating, double Freshness, double Source = 1, double Words = 0);

/// <summary>
/// A place to stay in its order, with the facts it was ranked by. Ids and numbers alone. <paramref name="NearPlaceId"/> and <paramref name="Km"/>: the nearest of the places asked for, and how
/// far. <paramref name="Answered"/> and <paramref name="Untold"/>: wishes it answers, and those it says nothing of, essentials first. <paramref name="OverLimit"/>: by what part it costs more
/// than the limit. <paramref name="Rooms"/>: how many of its rooms, or of it, the party needs by what the entry says one takes; <paramref name="Night"/> is for all of them, at the price of the season.
/// <paramref name="Season"/>: the high season that the days asked for fall into. <paramref name="Total"/>: what all nights cost, where it is known how many; <paramref name="IsTotalLeast"/>: it may be more.
/// </summary>
public sealed record RankedStay(
    string StayId, double Score, StayScores Scores, string NearPlaceId, double Km, Money? Night, IReadOnlyList<string> Answered, IReadOnlyList<string> Untold, double OverLimit, int Rooms = 1,
    SeasonThen? Season = null, Money? Total = null, bool IsTotalLeast = false)
{
    /// <summary>Whether it is looked for in the high season.</summary>
    public bool IsHighSeason => Season is { IsHigh: true };
}
