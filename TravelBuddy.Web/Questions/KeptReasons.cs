using System.Security.Cryptography;
using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Web.Questions;

/// <summary>What a model said of a tour of a list, so that no message or page asks it twice: the provider's words and what was made of them, nothing of the person.</summary>
public sealed record KeptReasons
{
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromDays(3);

    public required Guid Id { get; init; }

    /// <summary>None where no sentence of it held.</summary>
    public required IReadOnlyList<TourReason> Reasons { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Another id when the provider's text changes: nothing is said any more that is no longer there.</summary>
    public static Guid IdOf(Guid listId, TourPackage package, string language) => new(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{listId:N}\n{package.Id}\n{package.ContentHash}\n{language}")).AsSpan(0, 16));
}
