namespace TravelBuddy.Web.WhatsApp;

/// <summary>The way a traveller opens the chat by writing first: a wa.me address whose text holds a code that proves who wrote.</summary>
public sealed record ChatLink(string Url, string Code, DateTimeOffset ExpiresAt);

/// <summary>What became of asking to be messaged at a typed number, told by what the asker did alone: nothing says whether a number is known, stopped, or was invited by others. Nor does it tell anything of anybody that no invitation goes to numbers of a country, or to anybody just now.</summary>
public enum InvitationOutcome { Queued, InvalidNumber, TooMany, AlreadyInvited, NotThere, NotNow }

/// <summary>What pages ask of WhatsApp.</summary>
public interface IWhatsApp
{
    /// <summary>Whether the pretend phone stands in for WhatsApp.</summary>
    bool IsSimulated { get; }

    /// <summary>Makes a code that ties whoever sends it to this traveller and list (valid 7 days, used once); <paramref name="first"/> is the rank of the tour that is sent before the best.</summary>
    Task<ChatLink> LinkAsync(Guid travellerId, Guid listId, CancellationToken ct, int first = 1);

    /// <summary>
    /// The second way: one template message to a typed number, nothing further until they answer. Limited per traveller, per number and per
    /// <paramref name="address"/>, where the request came from (null: this machine, not limited). <paramref name="agreement"/>, what was agreed to in the words that were shown, is recorded with it.
    /// </summary>
    Task<InvitationOutcome> InviteAsync(Guid travellerId, Guid listId, string typedNumber, string regionHint, string agreement, CancellationToken ct, int first = 1, string? address = null);
}
