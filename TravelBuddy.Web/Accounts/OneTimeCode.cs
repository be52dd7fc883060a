namespace TravelBuddy.Web.Accounts;

/// <summary>A code that was sent to a typed number: checked by its keyed hash; encrypted under the number's key only for the moment of delivery.</summary>
public sealed record OneTimeCode
{
    public required Guid Id { get; init; }

    /// <summary>The <see cref="TypedNumber"/> it goes to: what a right answer proves.</summary>
    public required Guid NumberId { get; init; }

    /// <summary>Keyed hash of the number.</summary>
    public required string NumberHash { get; init; }

    /// <summary>The code, encrypted; null once it was used or its tries are spent.</summary>
    public byte[]? Code { get; init; }

    public required string CodeHash { get; init; }

    public required string Language { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public required int TriesLeft { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
}

/// <summary>What became of asking for a code. The answer is the same whether or not anyone is known by the number.</summary>
public abstract record CodeRequest
{
    /// <summary>On its way; the id is what the answer is checked against.</summary>
    public sealed record Sent(Guid CodeId) : CodeRequest;

    /// <summary>Not a number that can have WhatsApp.</summary>
    public sealed record NotANumber : CodeRequest;

    /// <summary>Too many codes for this number, from this traveller or from this address.</summary>
    public sealed record TooMany : CodeRequest;
}

/// <summary>What became of typing a code.</summary>
public abstract record CodeCheck
{
    /// <summary>Right: whoever typed it holds the person's number.</summary>
    public sealed record Right(Guid PersonId) : CodeCheck;

    /// <summary>Wrong, with this many tries left (0: this code is done with).</summary>
    public sealed record Wrong(int TriesLeft) : CodeCheck;

    /// <summary>Expired, used already, or never sent.</summary>
    public sealed record Gone : CodeCheck;
}
