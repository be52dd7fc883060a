using System.Text.Json.Nodes;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Templates;

namespace TravelBuddy.Web.Simulator;

/// <summary>Something to tap.</summary>
public sealed record Choice(string Id, string Title, string? Description = null);

/// <summary>A file that a message carries.</summary>
public sealed record PretendFile(string MediaId, string Name);

/// <summary>The card of somebody.</summary>
public sealed record PretendCard(string Name, string? Phone);

/// <summary>A message as the pretend phone shows it.</summary>
public sealed record Bubble
{
    public required Guid Id { get; init; }
    public required bool FromPerson { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DeliveryState State { get; init; }
    public string? Reaction { get; init; }
    public string? PictureId { get; init; }
    public string? Header { get; init; }
    public required IReadOnlyList<Run> Text { get; init; }
    public string? Footer { get; init; }
    public IReadOnlyList<Choice> Buttons { get; init; } = [];
    public string? ListButton { get; init; }
    public IReadOnlyList<Choice> Rows { get; init; } = [];
    public (string Text, string Url)? Link { get; init; }
    public PretendPlace? Place { get; init; }
    public PretendFile? File { get; init; }
    public IReadOnlyList<PretendCard> Cards { get; init; } = [];
    public bool IsVoice { get; init; }

    /// <summary>It asks for a location.</summary>
    public bool WantsLocation { get; init; }

    /// <summary>The headline of the advertisement it came from.</summary>
    public string? Ad { get; init; }

    /// <summary>The message it answers; <see cref="Quote"/> once that was found in the chat.</summary>
    public Guid? QuotedId { get; init; }

    public Bubble? Quote { get; init; }
    public bool IsTemplate { get; init; }
    public bool IsEdited { get; init; }
    public bool IsDeleted { get; init; }

    /// <summary>The HTTP status with which TravelBuddy refused it to the end; 0: it did not answer.</summary>
    public int? Problem { get; init; }

    /// <summary>The one-time code of an authentication template.</summary>
    public string? Code { get; init; }

    /// <summary>A reaction, an edit and a deletion show at their message, not as one of their own.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether its words can still be changed by who wrote them.</summary>
    public bool IsEditable { get; init; }

    /// <summary>The message as text: what a quotation and a reader of the chat need.</summary>
    public string PlainText => string.Concat(Text.Select(run => run.Text));

    /// <param name="message">The message.</param>
    /// <param name="body">Its JSON as it looks now.</param>
    /// <param name="templates">The templates, for the words of one.</param>
    public static Bubble Of(PretendMessage message, JsonObject body, PretendTemplates templates)
    {
        var type = Str(body, "type");
        var bubble = new Bubble
        {
            Id = message.Id,
            FromPerson = message.FromPerson,
            At = message.At,
            State = message.State,
            Reaction = message.Reaction,
            Problem = message.Problem,
            Text = [],
            IsHidden = type is "reaction" or "edit" or "revoke",
            IsEdited = message.Edited is not null,
            IsDeleted = message.Deleted,
            Ad = body["referral"]?["headline"]?.GetValue<string>(),
            QuotedId = (body["context"]?["id"] ?? body["context"]?["message_id"])?.GetValue<string>() is { } quoted ? PretendMessage.IdOf(quoted) : null,
        };
        if (message.Deleted)
        {
            return bubble;
        }

        var content = body[type];
        return type switch
        {
            "text" => bubble with { Text = Run.Of(Str(content!, "body")), IsEditable = message.FromPerson },
            "image" => bubble with { PictureId = Optional(content!, "id"), Text = Run.Of(Optional(content!, "caption") ?? "") },
            "document" or "video" => bubble with { File = new PretendFile(Optional(content!, "id") ?? "", Optional(content!, "filename") ?? type), Text = Run.Of(Optional(content!, "caption") ?? "") },
            "audio" => bubble with { IsVoice = true },
            "location" => bubble with { Place = new PretendPlace(content!["latitude"]!.GetValue<double>(), content["longitude"]!.GetValue<double>(), Optional(content, "name"), Optional(content, "address")) },
            "contacts" => bubble with { Cards = [.. content!.AsArray().Select(card => new PretendCard(Str(card!["name"]!, "formatted_name"), card["phones"]?.AsArray().FirstOrDefault()?["phone"]?.GetValue<string>()))] },
            "button" => bubble with { Text = Run.Of(Str(content!, "text")) },
            "interactive" when message.FromPerson => bubble with { Text = Run.Of(Str((content!["button_reply"] ?? content["list_reply"])!, "title")) },
            "interactive" => Interactive(bubble, content!.AsObject()),
            "template" => Template(bubble, content!.AsObject(), templates),
            _ => bubble,
        };
    }

    /// <summary>Puts the quoted message into each that answers one.</summary>
    public static IReadOnlyList<Bubble> WithQuotes(IReadOnlyCollection<Bubble> chat)
    {
        var byId = chat.ToDictionary(bubble => bubble.Id);
        return [.. chat.Select(bubble => bubble.QuotedId is { } id && byId.TryGetValue(id, out var quoted) ? bubble with { Quote = quoted } : bubble)];
    }

    private static Bubble Interactive(Bubble bubble, JsonObject interactive)
    {
        var action = interactive["action"]!;
        var header = interactive["header"];
        return bubble with
        {
            PictureId = header?["image"]?["id"]?.GetValue<string>(),
            Header = header?["text"]?.GetValue<string>(),
            Text = Run.Of(Str(interactive["body"]!, "text")),
            Footer = interactive["footer"]?["text"]?.GetValue<string>(),
            Buttons = [.. (action["buttons"]?.AsArray() ?? []).Select(button => new Choice(Str(button!["reply"]!, "id"), Str(button["reply"]!, "title")))],
            ListButton = Optional(action, "button"),
            Rows = [.. (action["sections"]?.AsArray() ?? []).SelectMany(section => section!["rows"]!.AsArray()).Select(row => new Choice(Str(row!, "id"), Str(row!, "title"), Optional(row!, "description")))],
            Link = action["parameters"] is { } link ? (Str(link, "display_text"), Str(link, "url")) : null,
            WantsLocation = Optional(action, "name") == "send_location",
        };
    }

    private static Bubble Template(Bubble bubble, JsonObject template, PretendTemplates templates)
    {
        var approved = templates.Find(Str(template, "name"));
        if (approved is null || !approved.Languages.TryGetValue(Str(template["language"]!, "code"), out var words))
        {
            return bubble with { IsTemplate = true };
        }

        var components = template["components"]?.AsArray() ?? [];
        JsonNode?[] parameters = [.. components.FirstOrDefault(component => Str(component!, "type") == "body")?["parameters"]?.AsArray() ?? []];
        var body = words.Body;
        for (var i = 0; i < parameters.Length; i++)
        {
            var name = Optional(parameters[i]!, "parameter_name") ?? (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            body = body.Replace("{{" + name + "}}", Str(parameters[i]!, "text"), StringComparison.Ordinal);
        }

        return bubble with
        {
            IsTemplate = true,
            PictureId = components.FirstOrDefault(component => Str(component!, "type") == "header")?["parameters"]?[0]?["image"]?["id"]?.GetValue<string>(),
            Text = Run.Of(body),
            Footer = words.Footer,
            Code = approved.Category == PretendTemplates.Authentication && parameters is [{ } code, ..] ? Str(code, "text") : null,
            Buttons = [.. components.Where(component => Optional(component!, "sub_type") == "quick_reply").Select(component => QuickReply(component!, words))],
        };
    }

    private static Choice QuickReply(JsonNode component, TemplateWords words)
    {
        var index = int.Parse(component["index"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        return new Choice(Str(component["parameters"]![0]!, "payload"), words.Labels[index]);
    }

    private static string Str(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static string? Optional(JsonNode node, string name) => node[name]?.GetValue<string>();
}
