using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TravelBuddy.Web.WhatsApp.Templates;
using static TravelBuddy.Web.Simulator.GraphShape;

namespace TravelBuddy.Web.Simulator;

/// <summary>Meta's rules for sending an approved template.</summary>
internal sealed partial class TemplateRules(PretendTemplates templates, GraphRules rules)
{
    private const int MaxBody = 1024;
    private const int MaxHeader = 60;
    private const int MaxCode = 15;

    public GraphFault? Check(JsonElement t, bool toUserId)
    {
        if (Str(t, "name") is not { } name || !TemplateName().IsMatch(name))
        {
            return Invalid("template.name must be lower-case letters, digits and underscores.");
        }

        if (Obj(t, "language") is not { } language || Str(language, "code") is not { Length: > 0 } code)
        {
            return Missing("template.language.code");
        }

        if (First(Only(t, "template", "name", "language", "components"), Only(language, "template.language", "code", "policy")) is { } unknown)
        {
            return unknown;
        }

        if (templates.Find(name) is not { } template || !template.Languages.TryGetValue(code, out var words))
        {
            return new GraphFault(404, 132001, "(#132001) Template name does not exist in the translation", $"template name ({name}) does not exist in {code}");
        }

        if (toUserId && template.Category == PretendTemplates.Authentication)
        {
            return new GraphFault(400, 131062, "(#131062) Business-scoped User ID (BSUID) recipients are not supported for this message.", "Authentication templates need a phone number.");
        }

        var components = Arr(t, "components");
        var (headers, bodies, buttons, carousels) = (Of(components, "header"), Of(components, "body"), Of(components, "button"), Of(components, "carousel"));
        if (headers.Count > 1 || bodies.Count > 1 || carousels.Count > 1 || headers.Count + bodies.Count + buttons.Count + carousels.Count != components.Count)
        {
            return Invalid("components are at most one header, at most one body, buttons, and at most one carousel.");
        }

        return First(Header(template.Header, template.Names is not null, headers), Body(template, words, bodies), Buttons(template.Buttons, buttons), Carousel(template.Card, carousels)) ?? SameCode(template, bodies, buttons);
    }

    private GraphFault? Header(TemplateHeaderKind? expected, bool isNamed, List<JsonElement> headers)
    {
        var parameters = headers.SelectMany(header => Arr(header, "parameters")).ToList();
        if (expected is not { } kind)
        {
            return parameters.Count == 0 ? null : Counted("header", parameters.Count, 0);
        }

        var name = kind.ToString().ToLowerInvariant();
        return parameters is not [var parameter] ? Mismatch(name, null)
            : First(Only(headers[0], "header", "type", "parameters"), Str(parameter, "type") == name ? null : Mismatch(name, Str(parameter, "type"))) is { } fault ? fault
            : kind switch
            {
                TemplateHeaderKind.Text => First(Text(parameter, "header", isNamed), Length(parameter, "text", 1, MaxHeader, "header")),
                TemplateHeaderKind.Location => Place(parameter),
                _ => rules.MediaOf(parameter, "header"),
            };
    }

    private static GraphFault Mismatch(string expected, string? given) => new(400, 132012, "(#132012) Parameter format does not match format in the created template",
        $"header: Format mismatch, expected {expected.ToUpperInvariant()}, received {given?.ToUpperInvariant() ?? "UNKNOWN"}");

    /// <summary>A place in a header is all text.</summary>
    private static GraphFault? Place(JsonElement parameter) =>
        Obj(parameter, "location") is not { } place ? Missing("header.location") : First(
            Only(parameter, "header", "type", "location"),
            Only(place, "header.location", "latitude", "longitude", "name", "address"),
            Degrees(place, "latitude", 90),
            Degrees(place, "longitude", 180),
            Length(place, "name", 1, 1000, "header.location"),
            Length(place, "address", 1, 1000, "header.location"));

    private static GraphFault? Degrees(JsonElement place, string name, double most) =>
        double.TryParse(Str(place, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? null : Invalid($"header.location.{name} must be degrees, as text.");

    private GraphFault? Carousel(PretendCardShape? shape, List<JsonElement> carousels)
    {
        var cards = carousels.SelectMany(carousel => Arr(carousel, "cards")).ToList();
        if (shape is null)
        {
            return carousels.Count == 0 ? null : Invalid("The template has no carousel.");
        }

        if (cards.Count is < 2 or > 10)
        {
            return Counted("carousel", cards.Count, 2);
        }

        return First(Only(carousels[0], "carousel", "type", "cards"), cards.Select((card, i) => Card(shape, card, i)).FirstOrDefault(found => found is not null));
    }

    private GraphFault? Card(PretendCardShape shape, JsonElement card, int index)
    {
        if (card.ValueKind != JsonValueKind.Object || !card.TryGetProperty("card_index", out var at) || at.ValueKind != JsonValueKind.Number || at.GetRawText() != index.ToString(CultureInfo.InvariantCulture))
        {
            return Invalid("card_index must count from 0.");
        }

        var components = Arr(card, "components");
        var (headers, bodies, buttons) = (Of(components, "header"), Of(components, "body"), Of(components, "button"));
        var parameters = bodies.SelectMany(body => Arr(body, "parameters")).ToList();
        return headers.Count > 1 || bodies.Count > 1 || headers.Count + bodies.Count + buttons.Count != components.Count
            ? Invalid("A card has at most one header, at most one body, and buttons.")
            : First(
                Only(card, "card", "card_index", "components"),
                Header(shape.Header, isNamed: false, headers),
                parameters.Count == shape.Variables ? null : Counted("card body", parameters.Count, shape.Variables),
                parameters.Select(parameter => Text(parameter, "card body", isNamed: false)).FirstOrDefault(found => found is not null),
                Buttons(shape.Buttons, buttons));
    }

    private static GraphFault? Body(PretendTemplate template, TemplateWords words, List<JsonElement> bodies)
    {
        var parameters = bodies.SelectMany(body => Arr(body, "parameters")).ToList();
        if (parameters.Count != template.Variables)
        {
            return Counted("body", parameters.Count, template.Variables);
        }

        var fault = bodies.Select(body => Only(body, "body", "type", "parameters")).FirstOrDefault(found => found is not null)
            ?? parameters.Select(parameter => Text(parameter, "body", template.Names is not null)).FirstOrDefault(found => found is not null);
        if (fault is not null)
        {
            return fault;
        }

        if (template.Names is { } names && !names.Order(StringComparer.Ordinal).SequenceEqual(parameters.Select(parameter => Str(parameter, "parameter_name")!).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            return new GraphFault(400, 132000, "(#132000) Number of parameters does not match the expected number of params", $"body: the names are {string.Join(", ", names)}");
        }

        return words.Body.Length + parameters.Sum(parameter => Str(parameter, "text")!.Length) > MaxBody
            ? new GraphFault(400, 132005, "(#132005) Translated text too long", "body: the text with its values is too long")
            : null;
    }

    private static GraphFault? Buttons(IReadOnlyList<TemplateButton> approved, List<JsonElement> buttons)
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
            if (approved[index] != TemplateButton.QuickReply && !given.Contains(index))
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
        _ => Text(parameter, "button", isNamed: false),
    };

    private static GraphFault? Text(JsonElement parameter, string where, bool isNamed)
    {
        if (parameter.ValueKind != JsonValueKind.Object || Str(parameter, "type") != "text")
        {
            return Invalid($"{where}: a parameter must be of type text.");
        }

        string[] keys = isNamed ? ["type", "text", "parameter_name"] : ["type", "text"];
        if (Only(parameter, where, keys) is { } unknown)
        {
            return unknown;
        }

        if (isNamed && Str(parameter, "parameter_name") is not { Length: > 0 })
        {
            return Invalid("Parameter name is missing or empty");
        }

        return Str(parameter, "text") is not { } text || string.IsNullOrWhiteSpace(text) ? Missing($"{where}: text of a parameter")
            : text.Length > MaxBody ? Invalid($"{where}: text is too long")
            : text.AsSpan().IndexOfAny('\n', '\r', '\t') >= 0 || text.Contains("     ", StringComparison.Ordinal)
                ? new GraphFault(400, 132018, "(#132018) There's an issue with the parameters in your template.", "Param text cannot have new-line/tab characters or more than 4 consecutive spaces")
                : null;
    }

    /// <summary>A one-time code stands in the text and behind the button, and is short.</summary>
    private static GraphFault? SameCode(PretendTemplate template, List<JsonElement> bodies, List<JsonElement> buttons)
    {
        if (template.Category != PretendTemplates.Authentication)
        {
            return null;
        }

        string?[] codes = [.. bodies.Concat(buttons).Select(component => Arr(component, "parameters") is [var only, ..] ? Str(only, "text") : null).Distinct()];
        return codes is [{ Length: <= MaxCode }] ? null : Invalid("A one-time code has at most 15 characters and is given twice, in the body and for the button.");
    }

    private static GraphFault Counted(string where, int given, int expected) => new(400, 132000, "(#132000) Number of parameters does not match the expected number of params",
        string.Create(CultureInfo.InvariantCulture, $"{where}: number of localizable_params ({given}) does not match the expected number of params ({expected})"));

    private static List<JsonElement> Of(List<JsonElement> components, string type) => [.. components.Where(component => Str(component, "type") == type)];

    /// <summary>Meta takes it as text and as a number.</summary>
    private static int? Index(JsonElement button) =>
        int.TryParse(Str(button, "index") ?? (button.TryGetProperty("index", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static string SubType(TemplateButton kind) => kind switch
    {
        TemplateButton.QuickReply => "quick_reply",
        TemplateButton.Url => "url",
        _ => "copy_code",
    };

    [GeneratedRegex("^[a-z0-9_]{1,512}$")]
    private static partial Regex TemplateName();
}
