using TravelBuddy.Web.Accommodation.Search;

namespace TravelBuddy.Web.Accommodation;

/// <summary>What other features ask of the search for places to stay.</summary>
public interface IStaySearches
{
    /// <summary>
    /// Looks for places to stay and records what was found. <paramref name="wishes"/> without a place that is known finds nothing. What is there at once is answered; where the web is searched too,
    /// the search grows after it (<see cref="IsRunning"/>). The same question again within three minutes gives the same search.
    /// </summary>
    /// <param name="travellerId">Whose search it is; it goes with them.</param>
    /// <param name="packageId">The tour that is slept near; null for none.</param>
    /// <param name="wishes">What is looked for.</param>
    /// <param name="ct">Ends the search; nothing is recorded.</param>
    /// <param name="address">Where the request came from, for limits (null: not limited by it). Who has used up theirs has the directory's answer.</param>
    Task<StaySearch> SearchAsync(Guid travellerId, string? packageId, StayWishes wishes, CancellationToken ct, string? address = null);

    /// <summary>A search of its own for what a search that is over found, by fewer <paramref name="wishes"/> near the same places, without asking the web again; one that still runs, or could not ask it, is begun anew.</summary>
    Task<StaySearch> WithoutAsync(StaySearch search, StayWishes wishes, CancellationToken ct, string? address = null);

    /// <summary>A search as it was recorded, whoever's it is: for messages that were queued for its traveller.</summary>
    Task<StaySearch?> ReadAsync(Guid id, CancellationToken ct);

    /// <summary>A search as it was recorded; null if it is not this traveller's.</summary>
    Task<StaySearch?> FindAsync(Guid id, Guid travellerId, CancellationToken ct);

    /// <summary>The places to stay of a search that are still there, by id, each statement with where it comes from.</summary>
    Task<IReadOnlyDictionary<string, FoundStay>> StaysAsync(StaySearch search, CancellationToken ct);

    /// <summary>Whether more may come.</summary>
    bool IsRunning(StaySearch search);

    /// <summary>Waits until a search changes, or for a second.</summary>
    Task WaitAsync(Guid id, CancellationToken ct);
}
