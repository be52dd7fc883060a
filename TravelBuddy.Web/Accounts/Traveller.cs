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
}
