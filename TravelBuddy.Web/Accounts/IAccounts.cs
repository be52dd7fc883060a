using System.Security.Claims;

namespace TravelBuddy.Web.Accounts;

/// <summary>The traveller of this web request, from cookie <c>tb.traveller</c>.</summary>
public interface ICurrentTraveller
{
    /// <summary>The id in the cookie, or null: no answer has been saved yet, or the cookie is not ours.</summary>
    Guid? Id { get; }

    /// <summary>The traveller document, or null.</summary>
    Task<Traveller?> FindAsync(CancellationToken ct);

    /// <summary>Makes a traveller and the cookie if there is none; only from a POST that saves something.</summary>
    Task<Traveller> EnsureAsync(CancellationToken ct);

    /// <summary>Whether this browser may see what belongs to a traveller: it is its own, or another one of the signed-in person (begun on the phone, say).</summary>
    Task<bool> OwnsAsync(Guid travellerId, CancellationToken ct);
}

/// <summary>What identifies a WhatsApp user in a webhook; at least one is present.</summary>
public sealed record WhatsAppIdentity(string? WaId, string? UserId)
{
    /// <summary>Two letters of the country: the number's, else the one that a business-scoped user id begins with ("VN.…"); null if neither tells.</summary>
    public string? Country => WaId is { } digits ? PhoneNumberReader.RegionOf(digits) : UserId is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', '.', ..] ? UserId[..2] : null;
}

/// <summary>What other features ask of the accounts.</summary>
public interface IAccounts
{
    /// <summary>The person behind a WhatsApp identity, made with a traveller (and the ids joined) at first contact.</summary>
    Task<(Person Person, Traveller Traveller)> MeetAsync(WhatsAppIdentity identity, string language, CancellationToken ct);

    /// <summary>The address to send WhatsApp messages to, decrypted: phone-like WhatsApp id first, else business-scoped user id; null if neither is known. The id may be that of a <see cref="TypedNumber"/>.</summary>
    Task<WhatsAppIdentity?> AddressAsync(Guid personId, CancellationToken ct);

    Task<Person?> FindPersonAsync(Guid personId, CancellationToken ct);

    /// <summary>The person known by a number (E.164); null if nobody is. Nobody is made.</summary>
    Task<Person?> FindByNumberAsync(string e164, CancellationToken ct);

    /// <summary>The same by the keyed hash of its digits.</summary>
    Task<Person?> FindByNumberHashAsync(string numberHash, CancellationToken ct);

    /// <summary>The traveller whose trips a person continues (their newest).</summary>
    Task<Traveller?> TravellerOfAsync(Guid personId, CancellationToken ct);

    /// <summary>
    /// Joins a web traveller to a person who proved themselves: the traveller, with its trips, is the person's from then on. A traveller of another
    /// person who has no number of their own (signed in by Facebook, say), or a number where this one shows none, makes both one person; a traveller of anyone else stays theirs.
    /// Whether the traveller is the person's now.
    /// </summary>
    Task<bool> JoinAsync(Guid travellerId, Guid personId, CancellationToken ct);

    /// <summary>Whether a traveller is this person's.</summary>
    Task<bool> IsOfAsync(Guid travellerId, Guid personId, CancellationToken ct);

    /// <summary>
    /// Moves a person from one WhatsApp identity to another, as Meta tells that a number or user id has changed. Who wrote from the new one already becomes the same person. Whether anybody was known.
    /// </summary>
    Task<bool> MoveAsync(WhatsAppIdentity from, WhatsAppIdentity to, CancellationToken ct);

    Task RecordOptInAsync(Guid personId, OptIn optIn, CancellationToken ct);

    /// <summary>The person no longer agrees to messages outside the window; what they ask is answered as before.</summary>
    Task WithdrawOptInAsync(Guid personId, CancellationToken ct);

    Task StopAsync(Guid personId, bool stopped, CancellationToken ct);
}

/// <summary>Names of authorization policies and claims.</summary>
public static class AccountPolicies
{
    /// <summary>People named in <c>Admin__Emails</c> or <c>Admin__Phones</c>.</summary>
    public const string Admin = "admin";

    /// <summary>People of a partner that <c>Partners__0__Name</c> and so on name.</summary>
    public const string Partner = "partner";

    /// <summary>Claim with the person's id.</summary>
    public const string PersonIdClaim = "tb.person";

    /// <summary>The signed-in person, or null.</summary>
    public static Guid? PersonId(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(PersonIdClaim), out var id) ? id : null;
}
