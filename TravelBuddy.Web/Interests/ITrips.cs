namespace TravelBuddy.Web.Interests;

/// <summary>What a saved answer came to.</summary>
public enum SaveOutcome
{
    /// <summary>Recorded.</summary>
    Saved,

    /// <summary>It was already so; nothing was recorded.</summary>
    Unchanged,

    /// <summary>The same answer was changed elsewhere since it was shown and both cannot hold: nothing was recorded, the page shows both.</summary>
    Conflict,

    /// <summary>No such trip of this traveller.</summary>
    NotFound,
}

/// <summary>
/// What other features ask of the interests: starting trips, changing them, reading them as <see cref="Wishes"/>. Every change is events on the
/// trip's stream with optimistic concurrency; the traveller's own words are encrypted on the way in and decrypted on the way out.
/// </summary>
public interface ITrips
{
    /// <summary>Starts a trip of a traveller and makes it the current one.</summary>
    Task<Guid> StartAsync(Guid travellerId, string language, string currency, CancellationToken ct);

    /// <summary>The same with what is wished at once, in one transaction; language and currency are those of the wishes.</summary>
    Task<Guid> StartAsync(Guid travellerId, Wishes wishes, CancellationToken ct);

    /// <summary>The trip as it stands, or null if it is not this traveller's.</summary>
    Task<Trip?> FindAsync(Guid tripId, Guid travellerId, CancellationToken ct);

    /// <summary>The trip as it stood at a version, as when a list was made for it; null if it is not this traveller's, or was never so.</summary>
    Task<Trip?> FindAsync(Guid tripId, Guid travellerId, int version, CancellationToken ct);

    /// <summary>
    /// Changes a trip: <paramref name="change"/> is given the wishes as they stand and returns them as they should be; only the answers that differ
    /// become events. <paramref name="seenVersion"/> is the version the person saw (null: the newest): what others changed since is kept, lists are
    /// merged by what was added and removed, and only contradicting answers give <see cref="SaveOutcome.Conflict"/>.
    /// </summary>
    Task<SaveOutcome> ChangeAsync(Guid tripId, Guid travellerId, int? seenVersion, Func<Wishes, Wishes> change, CancellationToken ct);

    /// <summary>Whether anything that a list is made from, wishes or thumbs, was said of a trip after a version of it.</summary>
    Task<bool> ChangedSinceAsync(Guid tripId, int version, CancellationToken ct);

    /// <summary>The trip's wishes in memory, words decrypted.</summary>
    Task<Wishes> WishesAsync(Trip trip, CancellationToken ct);
}
