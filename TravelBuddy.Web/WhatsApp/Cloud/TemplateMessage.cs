using System.Globalization;
using System.Text.Json.Nodes;

namespace TravelBuddy.Web.WhatsApp.Cloud;

/// <summary>
/// An approved template with the values of its variables, in every kind of component that needs no catalogue and no flow at Meta: header, body, buttons, and the cards of a carousel. What it
/// may hold was laid down when it was approved; here is checked only what no template takes.
/// </summary>
public sealed record TemplateMessage(string Name, string Language) : ChatMessage
{
    /// <summary>A carousel has so many cards.</summary>
    public const int LeastCards = 2;

    public const int MostCards = 10;

    private readonly IReadOnlyList<TemplateCard> _cards = [];

    /// <summary>What fills the header; null where it has no variable.</summary>
    public TemplateHeader? Header { get; init; }

    /// <summary>Values of the body's variables, in order or all by name.</summary>
    public IReadOnlyList<TemplateValue> Body { get; init; } = [];

    /// <summary>Values of the buttons, by their place from the first on; null for one that takes none.</summary>
    public IReadOnlyList<TemplateButtonValue?> Buttons { get; init; } = [];

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

/// <summary>One card of a carousel: a picture or a film, and what its text and buttons take.</summary>
public sealed record TemplateCard(TemplateHeader Header, IReadOnlyList<TemplateValue> Body, IReadOnlyList<TemplateButtonValue?> Buttons)
{
    public TemplateHeader Header { get; } = Header is HeaderImage or HeaderVideo ? Header : throw new ArgumentException("A card shows a picture or a film.", nameof(Header));

    /// <summary>What all cards of a carousel have in common.</summary>
    internal string Shape => string.Join(' ', [Header.GetType().Name, .. Buttons.Select(button => button?.GetType().Name ?? "-")]);
}

/// <summary>The value of a variable of the text, which is numbered, or has a name.</summary>
public sealed record TemplateValue(string Text, string? Name = null)
{
    public string Text { get; } = Limits.Line(Text, Limits.TemplateParameter);

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["type"] = "text", ["text"] = Text };
        if (Name is not null)
        {
            json["parameter_name"] = Name;
        }

        return json;
    }
}

/// <summary>What fills a template's header.</summary>
public abstract record TemplateHeader
{
    internal abstract JsonObject ToJson();
}

/// <summary>The one variable of a header of text.</summary>
public sealed record HeaderText(TemplateValue Value) : TemplateHeader
{
    internal override JsonObject ToJson() => new TemplateValue(Limits.Line(Value.Text, Limits.Header), Value.Name).ToJson();
}

/// <summary>An uploaded picture.</summary>
public sealed record HeaderImage(string MediaId) : TemplateHeader
{
    internal override JsonObject ToJson() => new() { ["type"] = "image", ["image"] = new JsonObject { ["id"] = MediaId } };
}

/// <summary>An uploaded film.</summary>
public sealed record HeaderVideo(string MediaId) : TemplateHeader
{
    internal override JsonObject ToJson() => new() { ["type"] = "video", ["video"] = new JsonObject { ["id"] = MediaId } };
}

/// <summary>An uploaded file under the name it is shown by.</summary>
public sealed record HeaderDocument(string MediaId, string FileName) : TemplateHeader
{
    internal override JsonObject ToJson() => new() { ["type"] = "document", ["document"] = new JsonObject { ["id"] = MediaId, ["filename"] = Limits.Line(FileName, Limits.FileName) } };
}

/// <summary>A place on the map: WGS 84 degrees.</summary>
public sealed record HeaderLocation(double Latitude, double Longitude, string Name, string Address) : TemplateHeader
{
    public double Latitude { get; } = Math.Abs(Latitude) <= 90 ? Latitude : throw new ArgumentOutOfRangeException(nameof(Latitude));
    public double Longitude { get; } = Math.Abs(Longitude) <= 180 ? Longitude : throw new ArgumentOutOfRangeException(nameof(Longitude));

    internal override JsonObject ToJson() => new()
    {
        ["type"] = "location",
        ["location"] = new JsonObject
        {
            // Here, unlike in a message of its own, Meta wants text.
            ["latitude"] = Latitude.ToString(CultureInfo.InvariantCulture),
            ["longitude"] = Longitude.ToString(CultureInfo.InvariantCulture),
            ["name"] = Limits.Line(Name, Limits.PlaceName),
            ["address"] = Limits.Line(Address, Limits.PlaceName),
        },
    };
}

/// <summary>What a template's button is given: all but the buttons that always do the same.</summary>
public abstract record TemplateButtonValue
{
    /// <summary>Value of <c>sub_type</c>.</summary>
    internal abstract string SubType { get; }

    internal abstract JsonObject ToJson();
}

/// <summary>What comes back when a quick reply is tapped.</summary>
public sealed record QuickReplyPayload(string Payload) : TemplateButtonValue
{
    public string Payload { get; } = Payload.Length <= Limits.ButtonId && !string.IsNullOrWhiteSpace(Payload) ? Payload : throw new ArgumentException("A payload has 1 to 256 characters.", nameof(Payload));

    internal override string SubType => "quick_reply";

    internal override JsonObject ToJson() => new() { ["type"] = "payload", ["payload"] = Payload };
}

/// <summary>What stands at the end of the address that a button opens; also the code that one copies.</summary>
public sealed record UrlSuffix(string Suffix) : TemplateButtonValue
{
    public string Suffix { get; } = Suffix.Length is > 0 and <= Limits.Url && !Suffix.Any(char.IsWhiteSpace) ? Suffix : throw new ArgumentException("The end of an address has 1 to 2000 characters and no space.", nameof(Suffix));

    internal override string SubType => "url";

    internal override JsonObject ToJson() => new TemplateValue(Suffix).ToJson();
}

/// <summary>A coupon that is copied.</summary>
public sealed record CouponCode(string Code) : TemplateButtonValue
{
    public string Code { get; } = Code.Length <= Limits.Coupon && !string.IsNullOrWhiteSpace(Code) ? Code : throw new ArgumentException("A coupon has 1 to 20 characters.", nameof(Code));

    internal override string SubType => "copy_code";

    internal override JsonObject ToJson() => new() { ["type"] = "coupon_code", ["coupon_code"] = Code };
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
