using System.Globalization;
using System.Text.Json;
using TravelBuddy.Web.WhatsApp.Templates;
using static TravelBuddy.Web.Simulator.GraphShape;

namespace TravelBuddy.Web.Simulator;

/// <summary>Meta's rules for what the buttons of a template are given with each send.</summary>
internal static class TemplateButtonRules
{
    private const int MaxToken = 200;
    private const int MaxId = 100;

    public static GraphFault? Check(IReadOnlyList<TemplateButton> approved, List<JsonElement> buttons)
    {
        var given = new HashSet<int>();
        foreach (var button in buttons)
        {
            if (Index(button) is not { } index || index >= approved.Count || !given.Add(index))
            {
                return Invalid("A button's index must be that of one of the template's buttons, each at most once.");
            }

            if (Str(button, "sub_type") != SubType(approved[index]))
            {
                return Invalid(string.Create(CultureInfo.InvariantCulture, $"buttons: Button at index {index} is of type {SubType(approved[index])}."));
            }

            if (First(Only(button, "button", "type", "sub_type", "index", "parameters"), Arr(button, "parameters") is [var parameter] ? Parameter(approved[index], parameter) : Invalid("A button has one parameter.")) is { } fault)
            {
                return fault;
            }
        }

        for (var index = 0; index < approved.Count; index++)
        {
            if (approved[index] is not (TemplateButton.QuickReply or TemplateButton.Flow or TemplateButton.Catalog) && !given.Contains(index))
            {
                return new GraphFault(400, 131008, "(#131008) Required parameter is missing", string.Create(CultureInfo.InvariantCulture, $"buttons: Button at index {index} of type {approved[index]} requires a parameter"));
            }
        }

        return null;
    }

    private static GraphFault? Parameter(TemplateButton kind, JsonElement parameter) => kind switch
    {
        _ when parameter.ValueKind != JsonValueKind.Object => Invalid("parameters must hold objects."),
        TemplateButton.QuickReply => Str(parameter, "type") == "payload" ? First(Only(parameter, "button", "type", "payload"), Length(parameter, "payload", 1, 256, "button")) : Invalid("A quick reply's parameter is a payload."),
        TemplateButton.CopyCode => Str(parameter, "type") == "coupon_code" ? First(Only(parameter, "button", "type", "coupon_code"), Length(parameter, "coupon_code", 1, 20, "button")) : Invalid("A copy-code button's parameter is a coupon_code."),
        TemplateButton.Url => Str(parameter, "type") == "text" ? TemplateValueRules.Check(parameter, "button", isNamed: false) : Invalid("The end of an address is a text."),
        _ => Str(parameter, "type") == "action" && Obj(parameter, "action") is { } action ? First(Only(parameter, "button", "type", "action"), Action(kind, action)) : Invalid("The parameter of such a button is an action."),
    };

    private static GraphFault? Action(TemplateButton kind, JsonElement action) => kind switch
    {
        TemplateButton.Flow => First(
            Only(action, "button.action", "flow_token", "flow_action_data"),
            Optional(action, "flow_token", MaxToken, "button.action"),
            action.TryGetProperty("flow_action_data", out var data) && data.ValueKind != JsonValueKind.Object ? Invalid("flow_action_data must be an object.") : null),
        TemplateButton.Catalog => First(Only(action, "button.action", "thumbnail_product_retailer_id"), Optional(action, "thumbnail_product_retailer_id", MaxId, "button.action")),
        _ => First(
            Only(action, "button.action", "thumbnail_product_retailer_id", "sections"),
            Length(action, "thumbnail_product_retailer_id", 1, MaxId, "button.action"),
            Sections(Arr(action, "sections"))),
    };

    private static GraphFault? Sections(List<JsonElement> sections) => First(
        sections.Count is >= 1 and <= 10 ? null : Invalid("sections must be 1 to 10."),
        sections.Select(section => section.ValueKind != JsonValueKind.Object ? Invalid("sections must hold objects.") : First(
            Only(section, "sections", "title", "product_items"),
            Length(section, "title", 1, 24, "sections"),
            Arr(section, "product_items").Count > 0 ? null : Missing("sections.product_items"))).FirstOrDefault(found => found is not null),
        sections.SelectMany(section => Arr(section, "product_items")).ToList() is var products && products.Count > 30 ? Invalid("There may be 30 products.")
            : products.Select(product => product.ValueKind != JsonValueKind.Object ? Invalid("product_items must hold objects.") : First(Only(product, "product_items", "product_retailer_id"), Length(product, "product_retailer_id", 1, MaxId, "product_items"))).FirstOrDefault(found => found is not null));

    /// <summary>Meta takes it as text and as a number.</summary>
    private static int? Index(JsonElement button) =>
        int.TryParse(Str(button, "index") ?? (button.TryGetProperty("index", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static string SubType(TemplateButton kind) => kind switch
    {
        TemplateButton.QuickReply => "quick_reply",
        TemplateButton.Url => "url",
        TemplateButton.CopyCode => "copy_code",
        TemplateButton.Flow => "flow",
        TemplateButton.Catalog => "catalog",
        _ => "mpm",
    };
}
