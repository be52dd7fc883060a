namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>A picture uploaded to Meta, by number and picture hash.</summary>
public sealed record UploadedMedia
{
    public required string Id { get; init; }
    public required string MediaId { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    public static string Key(string phoneNumberId, string pictureHash) => $"{phoneNumberId}:{pictureHash}";
}
