using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Templates;

namespace TravelBuddy.Web.Simulator;

/// <summary>A template as it would be approved. Its body's variables are numbered from 1, or have <paramref name="Names"/>.</summary>
public sealed record PretendTemplate(string Name, string Category, int Variables, IReadOnlyList<TemplateButton> Buttons, IReadOnlyDictionary<string, TemplateWords> Languages)
{
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>What stands above the body and is given with each send.</summary>
    public TemplateHeaderKind? Header { get; init; }

    /// <summary>The words of a header of text, around its variable.</summary>
    public string? HeaderText { get; init; }

    /// <summary>It counts down to the end of an offer.</summary>
    public bool IsOffer { get; init; }

    /// <summary>What each card of its carousel is; null: it has none.</summary>
    public PretendCardShape? Card { get; init; }
}

/// <summary>The cards of a carousel: all have the same header, variables of the text and buttons.</summary>
public sealed record PretendCardShape(TemplateHeaderKind Header, int Variables, IReadOnlyList<TemplateButton> Buttons);

/// <summary>The templates TravelBuddy sends, approved at once by the pretend Meta under the names and languages of the settings.</summary>
public sealed class PretendTemplates(IReadOnlyList<PretendTemplate> all)
{
    public const string Authentication = OurTemplates.Authentication;

    public static PretendTemplates Of(IOptions<WhatsAppOptions> options) =>
        new([.. OurTemplates.Of(options).Select(ours => new PretendTemplate(ours.Name, ours.Category, ours.Variables, ours.Buttons, ours.Languages) { Header = ours.Header })]);

    public PretendTemplate? Find(string name) => all.FirstOrDefault(template => template.Name == name);

    /// <summary>The templates as <c>message_templates</c> lists them.</summary>
    public JsonArray ToJson() => [.. all.SelectMany(template => template.Languages, (template, words) => (JsonNode)new JsonObject
    {
        ["name"] = template.Name,
        ["language"] = words.Key,
        ["status"] = "APPROVED",
        ["category"] = template.Category,
        ["quality_score"] = new JsonObject { ["score"] = "UNKNOWN" },
        ["components"] = new JsonArray([
            .. template.Header is { } header ? new JsonNode[] { new JsonObject { ["type"] = "HEADER", ["format"] = header.ToString().ToUpperInvariant() } } : [],
            new JsonObject { ["type"] = "BODY", ["text"] = words.Value.Body },
            new JsonObject
            {
                ["type"] = "BUTTONS",
                ["buttons"] = new JsonArray([.. template.Buttons.Zip(words.Value.Labels, (button, label) => (JsonNode)new JsonObject { ["type"] = button == TemplateButton.QuickReply ? "QUICK_REPLY" : "URL", ["text"] = label })]),
            },
        ]),
    })];
}
