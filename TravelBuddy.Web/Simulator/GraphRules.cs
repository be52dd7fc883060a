using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Simulator;

/// <summary>What is wrong with a request, as the Graph API would say it.</summary>
public sealed record GraphFault(int Status, int Code, string Message, string Details);

/// <summary>
/// The pretend Graph API's own reading of Meta's rules for messages. Written apart from the composers on purpose: it is what catches them.
/// </summary>
public static partial class GraphRules
{
    /// <summary>The first fault of a message; null if Meta would take its shape. <paramref name="pictureKnown"/>: its <see cref="PictureId"/> was uploaded here.</summary>
    public static GraphFault? Check(JsonElement m, bool pictureKnown)
    {
        if (m.ValueKind != JsonValueKind.Object)
        {
            return Invalid("The body must be a JSON object.");
        }

        if (Str(m, "messaging_product") != "whatsapp")
        {
            return Missing("messaging_product");
        }

        if (Str(m, "recipient_type") is not (null or "individual"))
        {
            return Invalid("recipient_type must be individual.");
        }

        if (Str(m, "to") is { } to ? !Phone().IsMatch(to) : Str(m, "recipient") is not { } recipient || !UserId().IsMatch(recipient))
        {
            return Invalid("to must be a phone number with country code, or recipient a business-scoped user id.");
        }

        if (Str(m, "biz_opaque_callback_data") is { Length: > 512 })
        {
            return Invalid("biz_opaque_callback_data is longer than 512 characters.");
        }

        if (Str(m, "type") is not { } type)
        {
            return Missing("type");
        }

        if (!m.TryGetProperty(type, out var content) || content.ValueKind != JsonValueKind.Object)
        {
            return Missing(type);
        }

        return type switch
        {
            "text" => Length(content, "body", 1, 4096, "text"),
            "image" => Image(content, pictureKnown) ?? Optional(content, "caption", 1024),
            "interactive" => Interactive(content, pictureKnown),
            "template" => Template(content),
            _ => Invalid($"Message type {type} is not supported by the simulator."),
        };
    }

    /// <summary>The media id a message shows, wherever it stands; null if none.</summary>
    public static string? PictureId(JsonElement m) =>
        (Obj(m, "image") ?? (Obj(m, "interactive") is { } i && Obj(i, "header") is { } header ? Obj(header, "image") : null)) is { } image ? Str(image, "id") : null;

    private static GraphFault? Interactive(JsonElement i, bool pictureKnown)
    {
        if (Obj(i, "body") is not { } body)
        {
            return Missing("interactive.body");
        }

        var fault = Length(body, "text", 1, 1024, "interactive.body") ?? (Obj(i, "footer") is { } footer ? Length(footer, "text", 1, 60, "interactive.footer") : null) ?? Header(i, pictureKnown);
        if (fault is not null || Obj(i, "action") is not { } action)
        {
            return fault ?? Missing("interactive.action");
        }

        return Str(i, "type") switch
        {
            "button" => Buttons(action),
            "list" => List(i, action),
            "cta_url" => Link(action),
            "location_request_message" => Str(action, "name") == "send_location" ? null : Invalid("action.name must be send_location."),
            _ => Invalid("interactive.type is unknown."),
        };
    }

    private static GraphFault? Header(JsonElement i, bool pictureKnown)
    {
        if (!i.TryGetProperty("header", out var header))
        {
            return null;
        }

        return Str(header, "type") switch
        {
            "text" => Length(header, "text", 1, 60, "interactive.header"),
            "image" => Obj(header, "image") is { } image ? Image(image, pictureKnown) : Missing("interactive.header.image"),
            _ => Invalid("interactive.header.type is unknown."),
        };
    }

    private static GraphFault? Buttons(JsonElement action)
    {
        var buttons = Arr(action, "buttons");
        if (buttons.Count is < 1 or > 3)
        {
            return Invalid("A message has 1 to 3 buttons.");
        }

        var replies = buttons.Select(button => Str(button, "type") == "reply" ? Obj(button, "reply") : null).ToList();
        if (replies.Any(reply => reply is null))
        {
            return Invalid("Each button must be of type reply.");
        }

        return replies.Select(reply => Length(reply!.Value, "id", 1, 256, "button.reply") ?? Length(reply.Value, "title", 1, 20, "button.reply")).FirstOrDefault(fault => fault is not null)
            ?? Unique(replies.Select(reply => Str(reply!.Value, "id")!), "Button ids") ?? Unique(replies.Select(reply => Str(reply!.Value, "title")!), "Button titles");
    }

    private static GraphFault? List(JsonElement i, JsonElement action)
    {
        if (i.TryGetProperty("header", out var header) && Str(header, "type") != "text")
        {
            return Invalid("A list may only have a text header.");
        }

        var sections = Arr(action, "sections");
        var rows = sections.SelectMany(section => Arr(section, "rows")).ToList();
        if (sections.Count is < 1 or > 10 || rows.Count is < 1 or > 10)
        {
            return Invalid("A list has 1 to 10 sections and 1 to 10 rows in all.");
        }

        if (sections.Count > 1 && sections.Any(section => Str(section, "title") is not { Length: > 0 and <= 24 }))
        {
            return Invalid("Each of several sections needs a title of at most 24 characters.");
        }

        return Length(action, "button", 1, 20, "action")
            ?? rows.Select(row => Length(row, "id", 1, 200, "row") ?? Length(row, "title", 1, 24, "row") ?? Optional(row, "description", 72)).FirstOrDefault(fault => fault is not null)
            ?? Unique(rows.Select(row => Str(row, "id")!), "Row ids");
    }

    private static GraphFault? Link(JsonElement action)
    {
        if (Str(action, "name") != "cta_url" || Obj(action, "parameters") is not { } parameters)
        {
            return Invalid("action.name must be cta_url, with parameters.");
        }

        return Length(parameters, "display_text", 1, 20, "parameters")
            ?? (Uri.TryCreate(Str(parameters, "url"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? null : Invalid("parameters.url must be an http(s) address."));
    }

    private static GraphFault? Template(JsonElement t)
    {
        if (Str(t, "name") is not { } name || !TemplateName().IsMatch(name))
        {
            return Invalid("template.name must be lower-case letters, digits and underscores.");
        }

        if (Obj(t, "language") is not { } language || Str(language, "code") is not { Length: > 0 } code)
        {
            return Missing("template.language.code");
        }

        if (PretendTemplates.Find(name) is not { } template || !template.Languages.ContainsKey(code))
        {
            return new GraphFault(404, 132001, "(#132001) Template name does not exist in the translation", $"template name ({name}) does not exist in {code}");
        }

        var components = Arr(t, "components");
        var body = components.FirstOrDefault(component => Str(component, "type") == "body");
        var parameters = body.ValueKind == JsonValueKind.Object ? Arr(body, "parameters") : [];
        if (parameters.Count != template.BodyParameters)
        {
            return new GraphFault(400, 132000, "(#132000) Number of parameters does not match the expected number of params",
                string.Create(CultureInfo.InvariantCulture, $"body: number of localizable_params ({parameters.Count}) does not match the expected number of params ({template.BodyParameters})"));
        }

        foreach (var text in parameters.Select(parameter => Str(parameter, "text")))
        {
            if (text is not { Length: > 0 and <= 1024 } || text.Contains('\n') || text.Contains('\t') || text.Contains("     ", StringComparison.Ordinal))
            {
                return Invalid("Param text cannot be empty or have new-line/tab characters or more than 4 consecutive spaces");
            }
        }

        return components.Count(component => Str(component, "type") == "button") > template.Buttons ? Invalid("There are more button components than the template has buttons.") : null;
    }

    private static GraphFault? Image(JsonElement image, bool pictureKnown)
    {
        var (id, link) = (Str(image, "id"), Str(image, "link"));
        return (id, link) switch
        {
            (null, null) or (not null, not null) => Invalid("Exactly one of image.id and image.link is needed."),
            (not null, _) when !pictureKnown => Invalid("image.id is not a media id of this phone number."),
            (_, { } address) when !address.StartsWith("https://", StringComparison.Ordinal) => Invalid("image.link must be https."),
            _ => null,
        };
    }

    private static GraphFault? Length(JsonElement element, string name, int min, int max, string where) =>
        Str(element, name) is not { } text ? Missing($"{where}.{name}")
        : string.IsNullOrWhiteSpace(text) && min > 0 || text.Length > max ? Invalid(string.Create(CultureInfo.InvariantCulture, $"{where}.{name}: length should be at least {min} and at most {max}"))
        : null;

    private static GraphFault? Optional(JsonElement element, string name, int max) => element.TryGetProperty(name, out _) ? Length(element, name, 1, max, name) : null;

    private static GraphFault? Unique(IEnumerable<string> values, string what)
    {
        var all = values.ToList();
        return all.Distinct(StringComparer.Ordinal).Count() == all.Count ? null : Invalid($"{what} must be different.");
    }

    private static GraphFault Invalid(string details) => new(400, 100, "(#100) Invalid parameter", details);

    private static GraphFault Missing(string what) => new(400, 131008, "(#131008) Required parameter is missing", $"{what} is missing");

    private static string? Str(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Obj(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static List<JsonElement> Arr(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    [GeneratedRegex(@"^\+?[1-9]\d{6,14}$")]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$")]
    private static partial Regex UserId();

    [GeneratedRegex("^[a-z0-9_]{1,512}$")]
    private static partial Regex TemplateName();
}
