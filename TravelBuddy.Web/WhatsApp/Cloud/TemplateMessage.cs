using System.Globalization;
using System.Text.Json.Nodes;

namespace TravelBuddy.Web.WhatsApp.Cloud;

/// <summary>
/// An approved template with the values of its variables, in every kind of component but the buttons that pay for an order or ring: header, body, an offer's end, buttons, and the cards of a carousel. What it may hold was laid
/// down when it was approved; here is checked only what no template takes.
/// </summary>
public sealed record TemplateMessage(string Name, string Language) : ChatMessage
{
    /// <summary>A carousel has so many cards.</summary>
    public const int LeastCards = 2;

    public const int MostCards = 10;

    private readonly IReadOnlyList<TemplateCard> _cards = [];
    private readonly IReadOnlyList<TemplateValue> _body = [];
    private readonly IReadOnlyList<TemplateButtonValue?> _buttons = [];

    /// <summary>What fills the header; null where it has no variable.</summary>
    public TemplateHeader? Header { get; init; }

    /// <summary>Values of the body's variables, in order or all by name.</summary>
    public IReadOnlyList<TemplateValue> Body
    {
        get => _body;
        init => _body = TemplateSums.OfBody(value);
    }

    /// <summary>When the offer of a limited time ends, which the message counts down to; null where it is none.</summary>
    public DateTimeOffset? OfferEnds { get; init; }

    /// <summary>Values of the buttons, by their place from the first on; null for one that takes none.</summary>
    public IReadOnlyList<TemplateButtonValue?> Buttons
    {
        get => _buttons;
        init => _buttons = TemplateSums.OfButtons(value);
    }

    /// <summary>Cards beside each other below the body, all of one shape.</summary>
    public IReadOnlyList<TemplateCard> Cards
    {
        get => _cards;
        init => _cards = value.Count is 0 or >= LeastCards and <= MostCards && value.Select(card => card.Shape).Distinct().Count() <= 1
            ? value
            : throw new ArgumentException("A carousel has 2 to 10 cards with the same kinds of header and buttons.", nameof(value));
    }

    public override string Type => "template";

    public override bool IsTemplate => true;

    /// <summary>A one-time code: it stands in the body and behind the button that copies it.</summary>
    public static TemplateMessage OfCode(string name, string language, string code) => code.Length is > 0 and <= 15
        ? new TemplateMessage(name, language) { Body = [new TemplateValue(code)], Buttons = [new UrlSuffix(code)] }
        : throw new ArgumentException("A one-time code has 1 to 15 characters.", nameof(code));

    public override JsonNode Content()
    {
        var components = TemplateComponents.Of(Header, Body, Buttons);
        if (OfferEnds is { } end)
        {
            components.Add(new JsonObject
            {
                ["type"] = "limited_time_offer",
                ["parameters"] = new JsonArray(new JsonObject { ["type"] = "limited_time_offer", ["limited_time_offer"] = new JsonObject { ["expiration_time_ms"] = end.ToUnixTimeMilliseconds() } }),
            });
        }

        if (Cards.Count > 0)
        {
            components.Add(new JsonObject
            {
                ["type"] = "carousel",
                ["cards"] = new JsonArray([.. Cards.Select((card, i) => new JsonObject { ["card_index"] = i, ["components"] = TemplateComponents.Of(card.Header, card.Body, card.Buttons) })]),
            });
        }

        return new JsonObject { ["name"] = Name, ["language"] = new JsonObject { ["code"] = Language }, ["components"] = components };
    }
}

/// <summary>One card of a carousel: a picture, a film or a product, and what its text and buttons take.</summary>
public sealed record TemplateCard(TemplateHeader Header, IReadOnlyList<TemplateValue> Body, IReadOnlyList<TemplateButtonValue?> Buttons)
{
    public TemplateHeader Header { get; } = Header is HeaderImage or HeaderVideo or HeaderProduct ? Header : throw new ArgumentException("A card shows a picture, a film or a product.", nameof(Header));

    /// <summary>What all cards of a carousel have in common.</summary>
    internal string Shape => string.Join(' ', [Header.GetType().Name, .. Buttons.Select(button => button?.GetType().Name ?? "-")]);
}

/// <summary>What Meta takes together of what it takes one by one.</summary>
internal static class TemplateSums
{
    /// <summary>The filled text has 1024 characters at most, so its values have no more; they are all numbered, or all have a name of their own.</summary>
    public static IReadOnlyList<TemplateValue> OfBody(IReadOnlyList<TemplateValue> values) =>
        values.Sum(value => value.Text.Length) > Limits.TemplateBody ? throw new ArgumentException("A template's text has at most 1024 characters with its variables filled.", nameof(values))
        : values.Any(value => value.Name is not null) && (values.Any(value => value.Name is null) || values.DistinctBy(value => value.Name).Count() < values.Count) ? throw new ArgumentException("A template's variables are all numbered, or each has a name of its own.", nameof(values))
        : values;

    /// <summary>Ten buttons at most, two of them addresses and one a coupon.</summary>
    public static IReadOnlyList<TemplateButtonValue?> OfButtons(IReadOnlyList<TemplateButtonValue?> buttons) =>
        buttons.Count <= Limits.TemplateButtons && buttons.Count(button => button is UrlSuffix) <= Limits.TemplateUrls && buttons.Count(button => button is CouponCode) <= 1
            ? buttons
            : throw new ArgumentException("A template has at most 10 buttons, 2 of them addresses and 1 a coupon.", nameof(buttons));
}

internal static class TemplateComponents
{
    /// <summary>Header, body and buttons as far as they take values.</summary>
    public static JsonArray Of(TemplateHeader? header, IReadOnlyList<TemplateValue> body, IReadOnlyList<TemplateButtonValue?> buttons) =>
    [
        .. header is null ? [] : new[] { new JsonObject { ["type"] = "header", ["parameters"] = new JsonArray(header.ToJson()) } },
        .. body.Count == 0 ? [] : new[] { new JsonObject { ["type"] = "body", ["parameters"] = new JsonArray([.. body.Select(value => value.ToJson())]) } },
        .. buttons.Select((button, i) => button is null ? null : new JsonObject
        {
            ["type"] = "button", ["sub_type"] = button.SubType, ["index"] = i.ToString(CultureInfo.InvariantCulture), ["parameters"] = new JsonArray(button.ToJson()),
        }).OfType<JsonObject>(),
    ];
}
