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
        var (headers, bodies, buttons) = (Of(components, "header"), Of(components, "body"), Of(components, "button"));
        var (offers, carousels) = (Of(components, "limited_time_offer"), Of(components, "carousel"));
        if (headers.Count > 1 || bodies.Count > 1 || offers.Count > 1 || carousels.Count > 1 || headers.Count + bodies.Count + buttons.Count + offers.Count + carousels.Count != components.Count)
        {
            return Invalid("components are at most one header, at most one body, at most one limited-time offer, buttons, and at most one carousel.");
        }

        return First(
            Header(template.Header, template.Names is not null, headers, template.HeaderText),
            Body(template, words, bodies),
            Offer(template.IsOffer, offers),
            TemplateButtonRules.Check(template.Buttons, buttons),
            Carousel(template.Card, carousels)) ?? SameCode(template, bodies, buttons);
    }

    private GraphFault? Header(TemplateHeaderKind? expected, bool isNamed, List<JsonElement> headers, string? text)
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
                TemplateHeaderKind.Text => First(TemplateValueRules.Check(parameter, "header", isNamed), Length(parameter, "text", 1, MaxHeader, "header"), Fits("header", text ?? "", parameters, MaxHeader)),
                TemplateHeaderKind.Location => Place(parameter),
                TemplateHeaderKind.Product => Product(parameter),
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

    private static GraphFault? Product(JsonElement parameter) =>
        Obj(parameter, "product") is not { } product ? Missing("header.product") : First(
            Only(parameter, "header", "type", "product"),
            Only(product, "header.product", "product_retailer_id", "catalog_id"),
            Length(product, "product_retailer_id", 1, 100, "header.product"),
            Length(product, "catalog_id", 1, 100, "header.product"));

    /// <summary>A countdown has an end, in milliseconds since 1970.</summary>
    private static GraphFault? Offer(bool expected, List<JsonElement> offers)
    {
        var parameters = offers.SelectMany(offer => Arr(offer, "parameters")).ToList();
        return !expected ? parameters.Count == 0 ? null : Counted("limited_time_offer", parameters.Count, 0)
            : parameters is not [var parameter] || Str(parameter, "type") != "limited_time_offer" || Obj(parameter, "limited_time_offer") is not { } end ? Missing("limited_time_offer")
            : First(
                Only(offers[0], "limited_time_offer", "type", "parameters"),
                Only(parameter, "limited_time_offer", "type", "limited_time_offer"),
                Only(end, "limited_time_offer", "expiration_time_ms"),
                end.TryGetProperty("expiration_time_ms", out var time) && time.ValueKind == JsonValueKind.Number && time.TryGetInt64(out var at) && at > 0 ? null : Invalid("limited_time_offer.expiration_time_ms must be milliseconds since 1970."));
    }

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
                Header(shape.Header, isNamed: false, headers, text: null),
                parameters.Count == shape.Variables ? null : Counted("card body", parameters.Count, shape.Variables),
                parameters.Select(parameter => TemplateValueRules.Check(parameter, "card body", isNamed: false)).FirstOrDefault(found => found is not null),
                TemplateButtonRules.Check(shape.Buttons, buttons));
    }

    private static GraphFault? Body(PretendTemplate template, TemplateWords words, List<JsonElement> bodies)
    {
        var parameters = bodies.SelectMany(body => Arr(body, "parameters")).ToList();
        if (parameters.Count != template.Variables)
        {
            return Counted("body", parameters.Count, template.Variables);
        }

        var fault = bodies.Select(body => Only(body, "body", "type", "parameters")).FirstOrDefault(found => found is not null)
            ?? parameters.Select(parameter => TemplateValueRules.Check(parameter, "body", template.Names is not null)).FirstOrDefault(found => found is not null);
        if (fault is not null)
        {
            return fault;
        }

        if (template.Names is { } names && !names.Order(StringComparer.Ordinal).SequenceEqual(parameters.Select(parameter => Str(parameter, "parameter_name")!).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            return new GraphFault(400, 132000, "(#132000) Number of parameters does not match the expected number of params", $"body: the names are {string.Join(", ", names)}");
        }

        return Fits("body", words.Body, parameters, MaxBody);
    }

    /// <summary>A text counts as it is read: with its values in their places.</summary>
    private static GraphFault? Fits(string where, string text, List<JsonElement> parameters, int most)
    {
        var read = Variable().Replace(text, variable => parameters.FirstOrDefault(parameter => Str(parameter, "parameter_name") == variable.Groups[1].Value) is { ValueKind: JsonValueKind.Object } named
            ? TemplateValueRules.Shown(named)
            : int.TryParse(variable.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= parameters.Count ? TemplateValueRules.Shown(parameters[place - 1]) : variable.Value);
        return read.Length > most ? new GraphFault(400, 132005, "(#132005) Translated text too long", $"{where}: the text with its values is too long") : null;
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

    [GeneratedRegex(@"\{\{\s*(\w+)\s*\}\}")]
    private static partial Regex Variable();

    [GeneratedRegex("^[a-z0-9_]{1,512}$")]
    private static partial Regex TemplateName();
}
