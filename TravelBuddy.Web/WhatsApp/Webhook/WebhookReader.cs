using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Templates;

namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>Reads a delivery. Whatever is unknown, missing or of another type than expected is passed over; nothing but a body that is no JSON makes it throw.</summary>
public static partial class WebhookReader
{
    /// <param name="body">The raw body.</param>
    /// <param name="phoneNumberId">Our number: what is for others is passed over.</param>
    /// <param name="wabaId">Our account, which events of templates and of the account itself name.</param>
    /// <param name="now">The time of arrival: nothing is taken to be later.</param>
    public static WebhookBatch Read(byte[] body, string phoneNumberId, string wabaId, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Options);
            return Read(json.RootElement, phoneNumberId, wabaId, now);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are not UTF-8, pass as JSON and fail as text, names of members too. The rest of the message still counts.
            using var json = JsonDocument.Parse(WithoutHalfPairs(System.Text.Encoding.UTF8.GetString(body)), Options);
            return Read(json.RootElement, phoneNumberId, wabaId, now);
        }
    }

    /// <summary>What is nested deeper than Meta nests is passed over like anything else that is unknown.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 10_000 };

    /// <summary>A JSON text without the escapes of one half of a pair whose other half is missing.</summary>
    private static string WithoutHalfPairs(string json)
    {
        var whole = new System.Text.StringBuilder(json.Length);
        for (var at = 0; at < json.Length;)
        {
            // A backslash and what it escapes go together: the second of two backslashes escapes nothing.
            var length = json[at] != '\\' ? 1 : Escaped(json, at) is { } one ? (!char.IsHighSurrogate(one) || Escaped(json, at + 6) is not { } other || !char.IsLowSurrogate(other) ? 6 : 12) : 2;
            if (length != 6 || !char.IsSurrogate(Escaped(json, at)!.Value))
            {
                whole.Append(json, at, Math.Min(length, json.Length - at));
            }

            at += length;
        }

        return whole.ToString();
    }

    /// <summary>The character that a <c>\u</c> escape at an index stands for; null where there is none.</summary>
    private static char? Escaped(string json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? (char)code : null;

    public static WebhookBatch Read(JsonElement root, string phoneNumberId, string wabaId, DateTimeOffset now)
    {
        var messages = new List<InboundMessage>();
        var statuses = new List<InboundStatus>();
        var events = new List<AccountEvent>();
        var ignored = 0;
        if (Text(root, "object") != "whatsapp_business_account")
        {
            return new([], [], [], 1);
        }

        foreach (var (account, told, change) in Items(root, "entry").SelectMany(entry => Items(entry, "changes"), (entry, change) => (Text(entry, "id"), Time(entry, now, "time"), change)))
        {
            if (Object(change, "value") is not { } value)
            {
                ignored++;
            }
            else if (Object(value, "metadata") is { } metadata)
            {
                if (Text(metadata, "phone_number_id") != phoneNumberId)
                {
                    ignored++;
                    continue;
                }

                events.AddRange(Errors(value, now));
                Collect(Items(value, "messages").Select(item => Message(item, value, now)), messages);
                Collect(Items(value, "calls").Select(item => Call(item, now)), messages);
                Collect(Items(value, "user_preferences").Select(item => Preference(item, now)), messages);
                Collect(Items(value, "statuses").Select(item => Status(item, now)), statuses);
            }
            else if (account == wabaId && value.TryGetProperty("user_preferences", out _))
            {
                // Meta's pages show them with and without the number they are of.
                Collect(Items(value, "user_preferences").Select(item => Preference(item, now)), messages);
            }
            else if (account == wabaId && Event(Text(change, "field"), value, told) is { } happened)
            {
                events.Add(happened);
            }
            else
            {
                ignored++;
            }
        }

        return new(messages, statuses, events, ignored);

        void Collect<T>(IEnumerable<T?> read, List<T> into) where T : class
        {
            foreach (var item in read)
            {
                if (item is null)
                {
                    ignored++;
                }
                else
                {
                    into.Add(item);
                }
            }
        }
    }

    private static InboundMessage? Message(JsonElement item, JsonElement value, DateTimeOffset now)
    {
        var type = Text(item, "type") ?? "unknown";
        var content = Object(item, type);
        var waId = Text(item, "from");
        var userId = Text(item, "from_user_id") ?? (type == "system" && content is { } system ? Text(system, "previous_user_id") : null);
        // What is said in a group is not said to us alone, and an answer there would be read by all.
        if (Text(item, "id") is not { Length: > 0 } id || waId is null && userId is null || Text(item, "group_id") is { Length: > 0 })
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

        var message = new InboundMessage
        {
            MessageId = id,
            WaId = waId,
            UserId = userId,
            At = Time(item, now),
            Type = type,
            ContextId = Object(item, "context") is { } context ? Text(context, "id") : null,
            Advertisement = Object(item, "referral") is { } referral ? Words(Text(referral, "headline"), Text(referral, "body")) : null,
        };
        return content is { } c2 ? Content(message, c2) : message;
    }

    private static InboundMessage Content(InboundMessage message, JsonElement content) => message.Type switch
    {
        "text" => message with { Text = Text(content, "body") },
        "button" => message with { ReplyId = Text(content, "payload"), Text = Text(content, "text") },
        "interactive" => (Object(content, "button_reply") ?? Object(content, "list_reply")) is { } chosen ? message with { ReplyId = Text(chosen, "id"), Text = Text(chosen, "title") } : message,
        "reaction" => message with { About = Text(content, "message_id"), Emoji = Text(content, "emoji") },
        "image" or "video" or "document" => message with { Text = Text(content, "caption") },
        "audio" => message with { MediaId = Text(content, "id"), IsVoice = content.TryGetProperty("voice", out var voice) && voice.ValueKind == JsonValueKind.True },
        "location" => message with { Location = Point(content) },
        "revoke" => message with { About = Text(content, "original_message_id") },
        "edit" => message with { About = Text(content, "original_message_id"), Text = Object(content, "message") is { } edited && Object(edited, "text") is { } text ? Text(text, "body") : null },
        "system" when Text(content, "type") is "user_changed_number" or "user_changed_user_id" => message with { NewWaId = Text(content, "wa_id"), NewUserId = Text(content, "user_id") },
        _ => message,
    };

    /// <summary>Somebody rang our number: that opens the customer service window like a message. That it ended, and calls of ours, tell nothing.</summary>
    private static InboundMessage? Call(JsonElement item, DateTimeOffset now)
    {
        var (waId, userId) = (Text(item, "from"), Text(item, "from_user_id"));
        return Text(item, "id") is { Length: > 0 } id && Text(item, "event") == "connect" && Text(item, "direction") is null or "USER_INITIATED" && (waId ?? userId) is not null
            ? new InboundMessage { MessageId = id, WaId = waId, UserId = userId, At = Time(item, now), Type = "call" }
            : null;
    }

    /// <summary>What a person set in WhatsApp itself: no marketing messages, or again. It has no id of its own; what it says, of whom and when, is one.</summary>
    private static InboundMessage? Preference(JsonElement item, DateTimeOffset now)
    {
        var (waId, userId, value) = (Text(item, "wa_id"), Text(item, "user_id"), Text(item, "value"));
        return waId is null && userId is null || value is not ("stop" or "resume") || Text(item, "category") is not (null or "marketing_messages")
            ? null
            : new InboundMessage { MessageId = $"preference:{userId ?? waId}:{Time(item, now).ToUnixTimeSeconds()}:{value}", WaId = waId, UserId = userId, At = Time(item, now), Type = "preference", Text = value };
    }

    private static AccountEvent? Event(string? field, JsonElement value, DateTimeOffset at)
    {
        // New limits are told as numbers only; which they are stands in the Meta dashboard.
        var said = Text(value, "event") ?? Text(value, "new_category") ?? Text(value, "new_quality_score") ?? Text(value, "alert_type")
            ?? (Object(value, "alert_info") is { } alert ? Text(alert, "alert_type") : null) ?? Text(value, "current_limit") ?? (field == "business_capability_update" ? "limits" : null);
        if (field is null || said is null || !Name().IsMatch(field) || !Name().IsMatch(said))
        {
            return null;
        }

        // Meta's pages write "en-US" here, though templates are sent and listed as "en_US".
        var (name, language) = (Text(value, "message_template_name"), Text(value, "message_template_language")?.Replace('-', '_'));
        return new AccountEvent(field, said, name is not null && Name().IsMatch(name) && language is not null && Name().IsMatch(language) ? TemplateState.IdOf(name, language) : null, at)
        {
            Pause = Object(value, "other_info") is { } pause && Text(pause, "title") is { } title && Name().IsMatch(title) ? title : null,
        };
    }

    /// <summary>Errors that Meta tells beside messages, or in the place of one: those of the number and the account, which an admin has to know.</summary>
    private static IEnumerable<AccountEvent> Errors(JsonElement value, DateTimeOffset now) =>
        Items(value, "errors").Concat(Items(value, "messages").SelectMany(message => Items(message, "errors")))
            .Select(error => (Code: error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var number) ? GraphError.Number(number) : null, Detail: MetaDetail.Of(error)))
            .Where(error => error.Code is { } given && !OfOneMessage.Contains(given)).DistinctBy(error => error.Code)
            .Select(error => new AccountEvent("errors", error.Code!.Value.ToString(CultureInfo.InvariantCulture), null, now, error.Code) { Detail = error.Detail });

    /// <summary>What comes with a message whose kind, picture or words Meta does not pass on.</summary>
    private static readonly HashSet<int> OfOneMessage = [131051, 131052, 131060];

    [GeneratedRegex("^[A-Za-z0-9_]{1,128}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    private static GeoPoint? Point(JsonElement location) =>
        Degrees(location, "latitude") is { } latitude && Degrees(location, "longitude") is { } longitude && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 ? new GeoPoint(latitude, longitude) : null;

    private static double? Degrees(JsonElement location, string name) =>
        location.TryGetProperty(name, out var value) && (value.ValueKind == JsonValueKind.Number ? value.TryGetDouble(out var degrees)
            : double.TryParse(Text(location, name), NumberStyles.Float, CultureInfo.InvariantCulture, out degrees)) && double.IsFinite(degrees) ? degrees : null;

    private static string? Words(params string?[] parts) => string.Join(". ", parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } words ? words : null;

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
        var code = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var number) ? GraphError.Number(number) : null;
        var pricing = Object(item, "pricing");
        return new InboundStatus(
            id, state.Value, Time(item, now), code, Text(item, "biz_opaque_callback_data"), pricing is { } price ? Text(price, "category") : null, pricing is { } charged && IsCharged(charged))
        {
            Detail = MetaDetail.Of(error),
        };
    }

    /// <summary>By the newer type where it is told, else by the older flag.</summary>
    private static bool IsCharged(JsonElement pricing) =>
        Text(pricing, "type") is { } type ? type == "regular" : pricing.TryGetProperty("billable", out var billable) && billable.ValueKind == JsonValueKind.True;

    private static DateTimeOffset Time(JsonElement item, DateTimeOffset now, string name = "timestamp")
    {
        var text = item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(item, name);
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
