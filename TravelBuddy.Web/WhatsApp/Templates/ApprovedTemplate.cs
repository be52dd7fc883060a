using System.Text.Json;
using System.Text.RegularExpressions;

namespace TravelBuddy.Web.WhatsApp.Templates;

/// <summary>A template of the account as Meta tells it: name, language, state ("APPROVED", "PAUSED", …), category, quality ("GREEN", …), variables of its body and buttons.</summary>
public sealed partial record ApprovedTemplate(string Name, string Language, string Status, string Category, string? Quality, int Variables, int Buttons)
{
    /// <summary>What its header takes with each send; null where it takes nothing.</summary>
    public TemplateHeaderKind? Header { get; init; }

    /// <summary>Reads one of <c>message_templates</c>; null if it lacks name, language or state.</summary>
    public static ApprovedTemplate? Read(JsonElement template)
    {
        if (Text(template, "name") is not { } name || Text(template, "language") is not { } language || Text(template, "status") is not { } status)
        {
            return null;
        }

        var components = Items(template, "components");
        var body = components.Where(part => Is(part, "BODY")).Select(part => Text(part, "text")).FirstOrDefault() ?? "";
        var buttons = components.Where(part => Is(part, "BUTTONS")).Sum(part => Items(part, "buttons").Count);
        var quality = template.TryGetProperty("quality_score", out var score) && score.ValueKind == JsonValueKind.Object ? Text(score, "score") : null;
        return new ApprovedTemplate(name, language, status.ToUpperInvariant(), (Text(template, "category") ?? "").ToUpperInvariant(), quality, Variable().Matches(body).Select(match => match.Value).Distinct().Count(), buttons)
        {
            Header = components.Where(part => Is(part, "HEADER")).Select(HeaderOf).FirstOrDefault(),
        };
    }

    private static TemplateHeaderKind? HeaderOf(JsonElement header) =>
        !Enum.TryParse<TemplateHeaderKind>(Text(header, "format"), ignoreCase: true, out var kind) || !Enum.IsDefined(kind) ? null
        : kind == TemplateHeaderKind.Text && !Variable().IsMatch(Text(header, "text") ?? "") ? null
        : kind;

    private static bool Is(JsonElement part, string type) => string.Equals(Text(part, "type"), type, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    [GeneratedRegex(@"\{\{\s*\w+\s*\}\}")]
    private static partial Regex Variable();
}
