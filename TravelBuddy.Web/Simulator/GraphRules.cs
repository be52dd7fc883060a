using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Templates;
using static TravelBuddy.Web.Simulator.GraphShape;

namespace TravelBuddy.Web.Simulator;

/// <summary>
/// The pretend Graph API's own reading of Meta's rules for messages. Written apart from the composers on purpose: it is what catches them.
/// </summary>
/// <param name="templates">The approved templates.</param>
/// <param name="media">What was uploaded to this number and has not expired: at least those of a message's (<see cref="MediaIds"/>), with their MIME types.</param>
public sealed partial class GraphRules(PretendTemplates templates, IReadOnlyDictionary<string, string> media)
{
    private static readonly string[] MediaTypes = ["image", "video", "document"];

    /// <summary>Digits of the number that sends: it cannot write to itself. Null: not looked at.</summary>
    public string? Sender { get; init; }

    /// <summary>The same with the templates of the usual settings; <paramref name="pictureKnown"/>: whatever media the message shows was uploaded.</summary>
    public static GraphFault? Check(JsonElement m, bool pictureKnown) =>
        new GraphRules(PretendTemplates.Of(Options.Create(new WhatsAppOptions())), pictureKnown ? MediaIds(m).Distinct().ToDictionary(id => id, _ => "image/jpeg") : new Dictionary<string, string>()).Check(m);

    /// <summary>The first fault of a message; null if Meta would take its shape.</summary>
    public GraphFault? Check(JsonElement m)
    {
        if (m.ValueKind != JsonValueKind.Object)
        {
            return Invalid("The body must be a JSON object.");
        }

        if (Str(m, "messaging_product") != "whatsapp")
        {
            return Missing("messaging_product");
        }

        if (Str(m, "type") is not { } type)
        {
            return Missing("type");
        }

        return First(Only(m, "messages", "messaging_product", "recipient_type", "to", "recipient", "type", "context", "biz_opaque_callback_data", type), Frame(m, type))
            ?? (m.TryGetProperty(type, out var content) ? Content(m, type, content) : Missing(type));
    }

    /// <summary>The fault of a request that marks a message as read, with or without "typing…".</summary>
    public static GraphFault? CheckRead(JsonElement m) => First(
        Str(m, "messaging_product") == "whatsapp" ? null : Missing("messaging_product"),
        Only(m, "messages", "messaging_product", "status", "message_id", "typing_indicator"),
        Str(m, "message_id") is { Length: > 0 } ? null : Missing("message_id"),
        !m.TryGetProperty("typing_indicator", out _) ? null
            : Obj(m, "typing_indicator") is { } typing && Str(typing, "type") == "text" ? Only(typing, "typing_indicator", "type") : Invalid("typing_indicator.type must be text."));

    /// <summary>The media ids that a message shows, wherever they stand.</summary>
    public static IReadOnlyList<string> MediaIds(JsonElement m) =>
        m.ValueKind is JsonValueKind.Object ? [.. m.EnumerateObject().SelectMany(property => Held(property.Name, property.Value))]
        : m.ValueKind is JsonValueKind.Array ? [.. m.EnumerateArray().SelectMany(MediaIds)]
        : [];

    private static IEnumerable<string> Held(string name, JsonElement value) =>
        name is "image" or "video" or "document" or "audio" or "sticker" && Str(value, "id") is { } id ? [id] : MediaIds(value);

    private GraphFault? Frame(JsonElement m, string type) => First(
        m.TryGetProperty("recipient_type", out _) && Str(m, "recipient_type") != "individual" ? Invalid("recipient_type must be individual.") : null,
        m.TryGetProperty("to", out _)
            ? Str(m, "to") is { } to && Phone().IsMatch(to) ? null : Invalid("to must be a phone number with country code.")
            : Str(m, "recipient") is { } recipient && UserId().IsMatch(recipient) ? null : Invalid("to must be a phone number with country code, or recipient a business-scoped user id."),
        Sender is not null && Str(m, "to")?.TrimStart('+') == Sender ? new GraphFault(400, 131021, "(#131021) Recipient cannot be sender", "Sender and recipient phone number is the same.") : null,
        !m.TryGetProperty("biz_opaque_callback_data", out _) ? null : Length(m, "biz_opaque_callback_data", 1, 512, "messages"),
        !m.TryGetProperty("context", out _) ? null
            : type == "reaction" ? Invalid("A reaction has no context.")
            : Obj(m, "context") is not { } context ? Invalid("context must be an object.")
            : First(Only(context, "context", "message_id"), Str(context, "message_id") is { Length: > 0 } ? null : Missing("context.message_id")));

    private GraphFault? Content(JsonElement m, string type, JsonElement content)
    {
        if (type == "contacts")
        {
            return Contacts(content);
        }

        if (content.ValueKind != JsonValueKind.Object)
        {
            return Invalid($"{type} must be an object.");
        }

        return type switch
        {
            "text" => First(Only(content, "text", "body", "preview_url"), Length(content, "body", 1, 4096, "text"), OptionalFlag(content, "preview_url", "text")),
            "image" or "video" => First(Only(content, type, "id", "link", "caption"), Media(content, type, type), Optional(content, "caption", 1024, type)),
            "document" => First(Only(content, type, "id", "link", "caption", "filename"), Media(content, type, type), Optional(content, "caption", 1024, type), Optional(content, "filename", 240, type)),
            "audio" => First(Only(content, type, "id", "link", "voice"), Media(content, type, type), OptionalFlag(content, "voice", type)),
            "sticker" => First(Only(content, type, "id", "link"), Media(content, type, type)),
            "location" => Location(content),
            "reaction" => First(Only(content, type, "message_id", "emoji"), Length(content, "message_id", 1, 512, type), Length(content, "emoji", 0, 32, type)),
            "interactive" => new InteractiveRules(this).Check(content),
            "template" => new TemplateRules(templates, this).Check(content, toUserId: !m.TryGetProperty("to", out _)),
            _ => Invalid($"Param type must be one of the message types, not \"{type}\"."),
        };
    }

    /// <summary>Exactly one of an uploaded id, of the kind that is meant, and an address.</summary>
    private GraphFault? Media(JsonElement content, string kind, string where)
    {
        var (id, link) = (Str(content, "id"), Str(content, "link"));
        return (id, link) switch
        {
            (null, null) or (not null, not null) => Invalid($"Exactly one of {where}.id and {where}.link is needed."),
            (not null, _) when !media.ContainsKey(id) => Invalid($"{where}.id is not a media id of this phone number, or it has expired."),
            (not null, _) when !IsOf(kind, media[id]) => Invalid($"{where}.id is of type {media[id]}, which is no {kind}."),
            (_, { } address) when !address.StartsWith("https://", StringComparison.Ordinal) => Invalid($"{where}.link must be https."),
            _ => null,
        };
    }

    /// <summary>Whether an upload can be shown as what a message says it is.</summary>
    private static bool IsOf(string kind, string mimeType) => mimeType.Split(';')[0].Trim() is var type && kind switch
    {
        "image" => type is "image/jpeg" or "image/png",
        "video" => type is "video/mp4" or "video/3gpp",
        "audio" => type is "audio/aac" or "audio/amr" or "audio/mpeg" or "audio/mp4" or "audio/ogg",
        "sticker" => type is "image/webp",
        _ => type is "text/plain" || type.StartsWith("application/", StringComparison.Ordinal),
    };

    /// <summary>A header's or a template parameter's picture, film or file, of the kind its <c>type</c> says.</summary>
    internal GraphFault? MediaOf(JsonElement holder, string where) =>
        Str(holder, "type") is not { } type || !MediaTypes.Contains(type) ? Invalid($"{where}.type is unknown.")
        : Obj(holder, type) is not { } content ? Missing($"{where}.{type}")
        : First(Only(holder, where, "type", type), Only(content, $"{where}.{type}", "id", "link", "filename"), Media(content, type, $"{where}.{type}"));

    private static GraphFault? Location(JsonElement content) => First(
        Only(content, "location", "latitude", "longitude", "name", "address"),
        Coordinate(content, "latitude", 90),
        Coordinate(content, "longitude", 180),
        Optional(content, "name", 1000, "location"),
        Optional(content, "address", 1000, "location"));

    private static GraphFault? Coordinate(JsonElement content, string name, double most) =>
        content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && Math.Abs(value.GetDouble()) <= most ? null : Invalid($"location.{name} must be a number of degrees.");

    private static GraphFault? Contacts(JsonElement content)
    {
        if (content.ValueKind != JsonValueKind.Array || content.GetArrayLength() is < 1 or > 257)
        {
            return Invalid("contacts must be an array of 1 to 257 cards.");
        }

        foreach (var card in content.EnumerateArray())
        {
            if (card.ValueKind != JsonValueKind.Object || Obj(card, "name") is not { } name)
            {
                return Missing("contacts.name");
            }

            var fault = First(
                Only(card, "contacts", "addresses", "birthday", "emails", "name", "org", "phones", "urls"),
                Only(name, "contacts.name", "formatted_name", "first_name", "last_name", "middle_name", "suffix", "prefix"),
                Length(name, "formatted_name", 1, 1000, "contacts.name"),
                name.EnumerateObject().Count() > 1 ? null : Invalid("contacts.name needs one more part beside formatted_name."),
                Arr(card, "phones").Select(phone => phone.ValueKind == JsonValueKind.Object ? Only(phone, "contacts.phones", "phone", "type", "wa_id") : Invalid("contacts.phones must hold objects.")).FirstOrDefault(found => found is not null));
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\+?[1-9]\d{6,14}$")]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$")]
    private static partial Regex UserId();
}
