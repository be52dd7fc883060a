namespace TravelBuddy.Web.Accounts;

/// <summary>Who a traveller is, once they proved it. What identifies is encrypted under the person's own key; what is looked up is a keyed hash.</summary>
public sealed record Person
{
    public required Guid Id { get; init; }

    /// <summary>Phone in E.164, encrypted, and its keyed hash.</summary>
    public byte[]? Phone { get; init; }
    public string? PhoneHash { get; init; }

    /// <summary>The WhatsApp id Meta answers with (may differ from the number typed), encrypted, and its keyed hash.</summary>
    public byte[]? WaId { get; init; }
    public string? WaIdHash { get; init; }

    /// <summary>Business-scoped user id, encrypted, and its keyed hash.</summary>
    public byte[]? UserId { get; init; }
    public string? UserIdHash { get; init; }

    public byte[]? Email { get; init; }
    public string? EmailHash { get; init; }
    public byte[]? Name { get; init; }

    /// <summary>Keyed hashes of "provider:subject" of outside logins.</summary>
    public IReadOnlyList<string> Logins { get; init; } = [];

    public string Language { get; init; } = "en";
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When and how the person agreed to WhatsApp messages outside the window; null: not, or withdrawn.</summary>
    public OptIn? WhatsAppOptIn { get; init; }

    /// <summary>When the person last declined or withdrew that: what was agreed to before, as whoever they turned out to be, is void.</summary>
    public DateTimeOffset? OptOutAt { get; init; }

    /// <summary>Said STOP: nothing is sent until they write again and ask for it.</summary>
    public bool Stopped { get; init; }

    /// <summary>Turned out to be this other person (two of their identifiers arrived together); everything else here is then empty.</summary>
    public Guid? MergedInto { get; init; }
}

/// <summary>A recorded consent: when, where (page or chat), and which wording.</summary>
public sealed record OptIn(DateTimeOffset At, string Where, string Wording);
