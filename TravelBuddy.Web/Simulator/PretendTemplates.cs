using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Templates;

namespace TravelBuddy.Web.Simulator;

/// <summary>A template as it would be approved. Its body's variables are numbered from 1, or have <paramref name="Names"/>.</summary>
public sealed record PretendTemplate(string Name, string Category, int Variables, IReadOnlyList<TemplateButton> Buttons, IReadOnlyDictionary<string, TemplateWords> Languages)
{
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>A picture, given with each send, stands above the body.</summary>
    public bool HasPicture { get; init; }
}

/// <summary>The templates TravelBuddy sends, approved at once by the pretend Meta under the names and languages of the settings.</summary>
public sealed class PretendTemplates(IReadOnlyList<PretendTemplate> all)
{
    public const string Authentication = OurTemplates.Authentication;

    public static PretendTemplates Of(IOptions<WhatsAppOptions> options) =>
        new([.. OurTemplates.Of(options).Select(ours => new PretendTemplate(ours.Name, ours.Category, ours.Variables, ours.Buttons, ours.Languages))]);

    public PretendTemplate? Find(string name) => all.FirstOrDefault(template => template.Name == name);

    /// <summary>The templates as <c>message_templates</c> lists them.</summary>
    public JsonArray ToJson() => [.. all.SelectMany(template => template.Languages, (template, words) => (JsonNode)new JsonObject
    {
        ["name"] = template.Name,
        ["language"] = words.Key,
        ["status"] = "APPROVED",
        ["category"] = template.Category,
        ["quality_score"] = new JsonObject { ["score"] = "UNKNOWN" },
        ["components"] = new JsonArray(
            new JsonObject { ["type"] = "BODY", ["text"] = words.Value.Body },
            new JsonObject
            {
                ["type"] = "BUTTONS",
                ["buttons"] = new JsonArray([.. template.Buttons.Zip(words.Value.Labels, (button, label) => (JsonNode)new JsonObject { ["type"] = button == TemplateButton.QuickReply ? "QUICK_REPLY" : "URL", ["text"] = label })]),
            }),
    })];
}
