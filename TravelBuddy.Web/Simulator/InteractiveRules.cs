using System.Text.Json;
using static TravelBuddy.Web.Simulator.GraphShape;

namespace TravelBuddy.Web.Simulator;

/// <summary>Meta's rules for messages with something to tap.</summary>
internal sealed class InteractiveRules(GraphRules rules)
{
    public GraphFault? Check(JsonElement i)
    {
        var type = Str(i, "type");
        if (type is not ("button" or "list" or "cta_url" or "location_request_message"))
        {
            return Invalid("interactive.type is unknown.");
        }

        if (First(Only(i, "interactive", "type", "header", "body", "footer", "action"), Body(i), Footer(i, type), Header(i, type)) is { } fault)
        {
            return fault;
        }

        if (Obj(i, "action") is not { } action)
        {
            return Missing("interactive.action");
        }

        return type switch
        {
            "button" => Buttons(action),
            "list" => List(action),
            "cta_url" => Link(action),
            _ => First(Only(action, "action", "name"), Str(action, "name") == "send_location" ? null : Invalid("action.name must be send_location.")),
        };
    }

    private static GraphFault? Body(JsonElement i) =>
        Obj(i, "body") is { } body ? First(Only(body, "interactive.body", "text"), Length(body, "text", 1, 1024, "interactive.body")) : Missing("interactive.body");

    private static GraphFault? Footer(JsonElement i, string type) =>
        !i.TryGetProperty("footer", out _) ? null
        : type == "location_request_message" ? Invalid("A request for a location has no footer.")
        : Obj(i, "footer") is not { } footer ? Invalid("interactive.footer must be an object.")
        : First(Only(footer, "interactive.footer", "text"), Length(footer, "text", 1, 60, "interactive.footer"));

    private GraphFault? Header(JsonElement i, string type) =>
        !i.TryGetProperty("header", out _) ? null
        : type == "location_request_message" ? Invalid("A request for a location has no header.")
        : Obj(i, "header") is not { } header ? Invalid("interactive.header must be an object.")
        : Str(header, "type") == "text" ? First(Only(header, "interactive.header", "type", "text"), Length(header, "text", 1, 60, "interactive.header"))
        : type == "list" ? Invalid("A list may only have a text header.")
        : rules.MediaOf(header, "interactive.header");

    private static GraphFault? Buttons(JsonElement action)
    {
        var buttons = Arr(action, "buttons");
        if (buttons.Count is < 1 or > 3)
        {
            return Invalid("A message has 1 to 3 buttons.");
        }

        var replies = buttons.Select(button => Str(button, "type") == "reply" ? Obj(button, "reply") : null).OfType<JsonElement>().ToList();
        if (replies.Count != buttons.Count)
        {
            return Invalid("Each button must be of type reply.");
        }

        return First(
            Only(action, "action", "buttons"),
            buttons.Select(button => Only(button, "buttons", "type", "reply")).FirstOrDefault(fault => fault is not null),
            replies.Select(reply => First(Only(reply, "button.reply", "id", "title"), Length(reply, "id", 1, 256, "button.reply"), Length(reply, "title", 1, 20, "button.reply"))).FirstOrDefault(fault => fault is not null),
            Different(replies.Select(reply => Str(reply, "id") ?? ""), "Button ids"),
            Different(replies.Select(reply => Str(reply, "title") ?? ""), "Button titles"));
    }

    private static GraphFault? List(JsonElement action)
    {
        var sections = Arr(action, "sections");
        var rows = sections.SelectMany(section => Arr(section, "rows")).ToList();
        if (sections.Count is < 1 or > 10 || rows.Count is < 1 or > 10 || sections.Any(section => Arr(section, "rows").Count == 0))
        {
            return Invalid("A list has 1 to 10 sections, each with rows, and at most 10 rows in all.");
        }

        return First(
            Only(action, "action", "button", "sections"),
            Length(action, "button", 1, 20, "action"),
            sections.Select(section => First(
                Only(section, "sections", "title", "rows"),
                sections.Count > 1 ? Length(section, "title", 1, 24, "section") : Optional(section, "title", 24, "section"))).FirstOrDefault(fault => fault is not null),
            rows.Select(row => row.ValueKind != JsonValueKind.Object ? Invalid("rows must hold objects.") : First(
                Only(row, "rows", "id", "title", "description"),
                Length(row, "id", 1, 200, "row"),
                Length(row, "title", 1, 24, "row"),
                Optional(row, "description", 72, "row"))).FirstOrDefault(fault => fault is not null),
            Different(rows.Select(row => Str(row, "id") ?? ""), "Row ids"));
    }

    private static GraphFault? Link(JsonElement action)
    {
        if (Str(action, "name") != "cta_url" || Obj(action, "parameters") is not { } parameters)
        {
            return Invalid("action.name must be cta_url, with parameters.");
        }

        return First(
            Only(action, "action", "name", "parameters"),
            Only(parameters, "parameters", "display_text", "url"),
            Length(parameters, "display_text", 1, 20, "parameters"),
            Length(parameters, "url", 1, 2000, "parameters"),
            Uri.TryCreate(Str(parameters, "url"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? null : Invalid("parameters.url must be an http(s) address."));
    }
}
