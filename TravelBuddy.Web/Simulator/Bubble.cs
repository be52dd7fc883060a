using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.Simulator;

/// <summary>Something to tap.</summary>
public sealed record Choice(string Id, string Title, string? Description = null);

/// <summary>A stretch of text with one look.</summary>
public sealed record Run(string Text, bool Bold = false, bool Italic = false, bool Struck = false, string? Href = null);

/// <summary>A message as the pretend phone shows it.</summary>
public sealed partial record Bubble
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
    public bool IsTemplate { get; init; }

    /// <summary>The one-time code of an authentication template.</summary>
    public string? Code { get; init; }

    /// <summary>A reaction shows at its message, not as one of its own.</summary>
    public bool IsHidden { get; init; }

    public static Bubble Of(PretendMessage message, JsonObject body)
    {
        var type = body["type"]!.GetValue<string>();
        var bubble = new Bubble { Id = message.Id, FromPerson = message.FromPerson, At = message.At, State = message.State, Reaction = message.Reaction, Text = [], IsHidden = type == "reaction" };
        return type switch
        {
            "text" => bubble with { Text = Runs(body["text"]!["body"]!.GetValue<string>()) },
            "image" => bubble with { PictureId = body["image"]!["id"]?.GetValue<string>(), Text = Runs(body["image"]!["caption"]?.GetValue<string>() ?? "") },
            "button" => bubble with { Text = Runs(body["button"]!["text"]!.GetValue<string>()) },
            "interactive" when message.FromPerson => bubble with { Text = Runs(((body["interactive"]!["button_reply"] ?? body["interactive"]!["list_reply"])!["title"])!.GetValue<string>()) },
            "interactive" => Interactive(bubble, body["interactive"]!.AsObject()),
            "template" => Template(bubble, body["template"]!.AsObject()),
            _ => bubble,
        };
    }

    private static Bubble Interactive(Bubble bubble, JsonObject interactive)
    {
        var action = interactive["action"]!;
        var header = interactive["header"];
        return bubble with
        {
            PictureId = header?["image"]?["id"]?.GetValue<string>(),
            Header = header?["text"]?.GetValue<string>(),
            Text = Runs(interactive["body"]!["text"]!.GetValue<string>()),
            Footer = interactive["footer"]?["text"]?.GetValue<string>(),
            Buttons = [.. (action["buttons"]?.AsArray() ?? []).Select(b => new Choice(b!["reply"]!["id"]!.GetValue<string>(), b["reply"]!["title"]!.GetValue<string>()))],
            ListButton = action["button"]?.GetValue<string>(),
            Rows = [.. (action["sections"]?.AsArray() ?? []).SelectMany(section => section!["rows"]!.AsArray())
                .Select(r => new Choice(r!["id"]!.GetValue<string>(), r["title"]!.GetValue<string>(), r["description"]?.GetValue<string>()))],
            Link = action["parameters"] is { } link ? (link["display_text"]!.GetValue<string>(), link["url"]!.GetValue<string>()) : null,
        };
    }

    private static Bubble Template(Bubble bubble, JsonObject template)
    {
        var approved = PretendTemplates.Find(template["name"]!.GetValue<string>());
        if (approved is null || !approved.Languages.TryGetValue(template["language"]!["code"]!.GetValue<string>(), out var text))
        {
            return bubble with { IsTemplate = true };
        }

        var components = template["components"]?.AsArray() ?? [];
        string[] values = [.. (components.FirstOrDefault(c => c!["type"]!.GetValue<string>() == "body")?["parameters"]?.AsArray() ?? []).Select(p => p!["text"]!.GetValue<string>())];
        var payloads = components.Where(c => c!["sub_type"]?.GetValue<string>() == "quick_reply").Select(c => c!["parameters"]![0]!["payload"]!.GetValue<string>()).ToList();
        var body = text.Body;
        for (var i = 0; i < values.Length; i++)
        {
            body = body.Replace($"{{{{{i + 1}}}}}", values[i], StringComparison.Ordinal);
        }

        return bubble with
        {
            IsTemplate = true,
            Text = Runs(body),
            Code = approved.Category == "AUTHENTICATION" ? values.FirstOrDefault() : null,
            Buttons = [.. text.QuickReplies.Zip(payloads, (title, payload) => new Choice(payload, title))],
        };
    }

    /// <summary>WhatsApp's formatting: *bold*, _italic_, ~struck~, and addresses as links.</summary>
    public static IReadOnlyList<Run> Runs(string text)
    {
        var runs = new List<Run>();
        var at = 0;
        foreach (Match match in Marks().Matches(text))
        {
            if (match.Index > at)
            {
                runs.Add(new Run(text[at..match.Index]));
            }

            runs.Add(match.Value[0] switch
            {
                '*' => new Run(match.Value[1..^1], Bold: true),
                '_' => new Run(match.Value[1..^1], Italic: true),
                '~' => new Run(match.Value[1..^1], Struck: true),
                _ => new Run(match.Value, Href: match.Value),
            });
            at = match.Index + match.Length;
        }

        if (at < text.Length)
        {
            runs.Add(new Run(text[at..]));
        }

        return runs;
    }

    [GeneratedRegex(@"https?://[^\s<>""]+|(?<![\p{L}\p{N}*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_[^\s_](?:[^_\n]*[^\s_])?_(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}~])~[^\s~](?:[^~\n]*[^\s~])?~(?![\p{L}\p{N}~])")]
    private static partial Regex Marks();
}
