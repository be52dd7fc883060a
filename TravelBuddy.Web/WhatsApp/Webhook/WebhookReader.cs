using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Hosting;
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

    public required string Type { get; init; }

    /// <summary>What was typed, or the title of the button.</summary>
    public string? Text { get; init; }

    /// <summary>Id of the button or row, or payload of a template's button.</summary>
    public string? ReplyId { get; init; }

    /// <summary>The emoji of a reaction; null or empty: taken back.</summary>
    public string? Emoji { get; init; }

    /// <summary>The message a reaction is about.</summary>
    public string? ReactedTo { get; init; }
}

/// <summary>A status as it came.</summary>
public sealed record InboundStatus(string MessageId, DeliveryState State, DateTimeOffset At, int? ErrorCode, string? Opaque, string? PricingCategory);

/// <summary>What a delivery held: messages and statuses for our number, and how much of it was none of our business.</summary>
public sealed record WebhookBatch(IReadOnlyList<InboundMessage> Messages, IReadOnlyList<InboundStatus> Statuses, int Ignored);

/// <summary>Reads a delivery. Whatever is unknown, missing or of another type than expected is passed over; nothing but a body that is no JSON makes it throw.</summary>
public static partial class WebhookReader
{
    public static WebhookBatch Read(byte[] body, string phoneNumberId, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement, phoneNumberId, now);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are not UTF-8, pass as JSON and fail as text. The rest of the message still counts.
            using var json = JsonDocument.Parse(HalfPair().Replace(System.Text.Encoding.UTF8.GetString(body), ""));
            return Read(json.RootElement, phoneNumberId, now);
        }
    }

    /// <summary>An escape (its backslash not itself escaped) of one half without the other.</summary>
    [GeneratedRegex(@"(?<=(?<!\\)(?:\\\\)*)(?:\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex HalfPair();

    public static WebhookBatch Read(JsonElement root, string phoneNumberId, DateTimeOffset now)
    {
        var messages = new List<InboundMessage>();
        var statuses = new List<InboundStatus>();
        var ignored = 0;
        if (Text(root, "object") != "whatsapp_business_account")
        {
            return new([], [], 1);
        }

        foreach (var value in Items(root, "entry").SelectMany(entry => Items(entry, "changes")).Select(change => Object(change, "value")))
        {
            if (value is not { } v || Object(v, "metadata") is not { } metadata || Text(metadata, "phone_number_id") != phoneNumberId)
            {
                ignored++;
                continue;
            }

            foreach (var item in Items(v, "messages"))
            {
                if (Message(item, v, now) is { } message)
                {
                    messages.Add(message);
                }
                else
                {
                    ignored++;
                }
            }

            foreach (var item in Items(v, "statuses"))
            {
                if (Status(item, now) is { } status)
                {
                    statuses.Add(status);
                }
                else
                {
                    ignored++;
                }
            }
        }

        return new(messages, statuses, ignored);
    }

    private static InboundMessage? Message(JsonElement item, JsonElement value, DateTimeOffset now)
    {
        var waId = Text(item, "from");
        var userId = Text(item, "from_user_id");
        if (Text(item, "id") is not { Length: > 0 } id || waId is null && userId is null)
        {
            return null;
        }

        // A contact belongs to a message by its id, not by its position, and may know the other id of the same person.
        var contact = Items(value, "contacts").FirstOrDefault(c => waId is not null && Text(c, "wa_id") == waId || userId is not null && Text(c, "user_id") == userId);
        if (contact.ValueKind == JsonValueKind.Object)
        {
            waId ??= Text(contact, "wa_id");
            userId ??= Text(contact, "user_id");
        }

        var type = Text(item, "type") ?? "unknown";
        var message = new InboundMessage { MessageId = id, WaId = waId, UserId = userId, At = Time(item, now), Type = type };
        switch (type)
        {
            case "text":
                return message with { Text = Object(item, "text") is { } text ? Text(text, "body") : null };
            case "button":
                return Object(item, "button") is { } button ? message with { ReplyId = Text(button, "payload"), Text = Text(button, "text") } : message;
            case "interactive":
                var reply = Object(item, "interactive") is { } interactive ? Object(interactive, "button_reply") ?? Object(interactive, "list_reply") : null;
                return reply is { } chosen ? message with { ReplyId = Text(chosen, "id"), Text = Text(chosen, "title") } : message;
            case "reaction":
                return Object(item, "reaction") is { } reaction ? message with { ReactedTo = Text(reaction, "message_id"), Emoji = Text(reaction, "emoji") } : message;
            default:
                return message;
        }
    }

    private static InboundStatus? Status(JsonElement item, DateTimeOffset now)
    {
        DeliveryState? state = Text(item, "status") switch
        {
            "sent" => DeliveryState.Sent,
            "delivered" => DeliveryState.Delivered,
            "read" or "played" => DeliveryState.Read,
            "failed" => DeliveryState.Failed,
            _ => null,
        };
        if (state is null || Text(item, "id") is not { Length: > 0 } id)
        {
            return null;
        }

        var error = Items(item, "errors").FirstOrDefault();
        int? code = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var c) ? c : null;
        return new InboundStatus(id, state.Value, Time(item, now), code, Text(item, "biz_opaque_callback_data"), Object(item, "pricing") is { } pricing ? Text(pricing, "category") : null);
    }

    private static DateTimeOffset Time(JsonElement item, DateTimeOffset now)
    {
        var text = item.TryGetProperty("timestamp", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(item, "timestamp");
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 && seconds < now.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : now;
    }

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];

    private static JsonElement? Object(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? PlainText.Of(value.GetString()!) : null;
}
