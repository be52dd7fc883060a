using System.Text.Encodings.Web;
using System.Text.Json;

namespace TravelBuddy.Web.Interests;

/// <summary>Something a traveller wrote for a trip, encrypted under the traveller's id. Never changed once stored, so that every version of the trip can be read.</summary>
public sealed record TripText
{
    public required Guid Id { get; init; }
    public required Guid TripId { get; init; }
    public required Guid TravellerId { get; init; }
    public required byte[] Protected { get; init; }
}

/// <summary>How the phrases of one criterion are kept as one text: a JSON array, because a phrase may hold any character.</summary>
internal static class PhraseList
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Join(IReadOnlyList<string> phrases) => JsonSerializer.Serialize(phrases, Json);

    public static IReadOnlyList<string> Split(string text) => JsonSerializer.Deserialize<List<string>>(text, Json) ?? [];
}
