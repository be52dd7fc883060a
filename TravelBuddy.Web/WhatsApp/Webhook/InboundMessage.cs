using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>A message as it came; in memory and, encrypted, in <see cref="WebhookUpdate"/> until it is handled.</summary>
public sealed record InboundMessage
{
    public required string MessageId { get; init; }
    public string? WaId { get; init; }
    public string? UserId { get; init; }

    /// <summary>The delivery's own time, never later than its arrival.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Meta's type, "call" for a ring, or "preference" for what the person set in WhatsApp itself.</summary>
    public required string Type { get; init; }

    /// <summary>What was typed, the title of the button, the caption of a picture, video or document, or what was spoken.</summary>
    public string? Text { get; init; }

    /// <summary>Id of the button or row, or payload of a template's button.</summary>
    public string? ReplyId { get; init; }

    /// <summary>The message this one answers: a quote, or the one whose button was tapped.</summary>
    public string? ContextId { get; init; }

    /// <summary>The emoji of a reaction; null or empty: taken back.</summary>
    public string? Emoji { get; init; }

    /// <summary>The message a reaction is about, or that was edited or deleted.</summary>
    public string? About { get; init; }

    /// <summary>A place on the map, in degrees (WGS 84).</summary>
    public GeoPoint? Location { get; init; }

    /// <summary>Whether a sound was spoken into the phone.</summary>
    public bool IsVoice { get; init; }

    /// <summary>By which a sound can be fetched from Meta, for seven days.</summary>
    public string? MediaId { get; init; }

    /// <summary>Headline and text of the advertisement that led to this message.</summary>
    public string? Advertisement { get; init; }

    /// <summary>The identity that the sender has from now on: their number, their user id or both changed.</summary>
    public string? NewWaId { get; init; }

    public string? NewUserId { get; init; }
}

/// <summary>A place on the map, in degrees.</summary>
public sealed record GeoPoint(double Latitude, double Longitude);

/// <summary>A status as it came.</summary>
public sealed record InboundStatus(string MessageId, DeliveryState State, DateTimeOffset At, int? ErrorCode, string? Opaque, string? PricingCategory, bool IsCharged)
{
    /// <summary>What Meta says of the error beyond its code, cleaned.</summary>
    public string? Detail { get; init; }
}

/// <summary>Something that Meta told of the account, the number or a template: the webhook field, what happened, and the template it is of. <paramref name="Code"/>: it is an error of Meta's that no message of ours caused.</summary>
public sealed record AccountEvent(string Field, string Event, string? Template, DateTimeOffset At, int? Code = null)
{
    /// <summary>What Meta says of the error beyond its code, cleaned.</summary>
    public string? Detail { get; init; }

    /// <summary>Which pause of a template it is ("FIRST_PAUSE", …).</summary>
    public string? Pause { get; init; }
}

/// <summary>What a delivery held: messages, statuses and events for our number and account, and how much of it was none of our business.</summary>
public sealed record WebhookBatch(IReadOnlyList<InboundMessage> Messages, IReadOnlyList<InboundStatus> Statuses, IReadOnlyList<AccountEvent> Events, int Ignored)
{
    public bool IsEmpty => Messages.Count + Statuses.Count + Events.Count == 0;
}
