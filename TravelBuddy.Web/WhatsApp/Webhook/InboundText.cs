namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>What a person wrote, encrypted under their key; erased with it.</summary>
public sealed record InboundText
{
    /// <summary>Keyed hash of Meta's message id.</summary>
    public required string Id { get; init; }

    public required Guid PersonId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Type { get; init; }
    public byte[]? Text { get; init; }

    /// <summary>Meta's message id, needed to mark it as read.</summary>
    public required byte[] MessageId { get; init; }
}
