namespace TravelBuddy.Web.Accounts;

/// <summary>Someone who plans trips; a random id that says nothing about the person until they sign in or prove a number.</summary>
public sealed record Traveller
{
    public required Guid Id { get; init; }

    /// <summary>The person, once proved.</summary>
    public Guid? PersonId { get; init; }

    public IReadOnlyList<Guid> TripIds { get; init; } = [];
    public Guid? CurrentTripId { get; init; }
    public string Language { get; init; } = "en";
    public string Currency { get; init; } = "VND";
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The currency of someone who has not said any, by the language ("vi", anything else English).</summary>
    public static string UsualCurrency(string language) => language == "vi" ? "VND" : "USD";
}
