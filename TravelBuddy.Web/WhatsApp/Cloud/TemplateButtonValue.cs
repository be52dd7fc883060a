using System.Text.Json.Nodes;

namespace TravelBuddy.Web.WhatsApp.Cloud;

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

    internal override JsonObject ToJson() => new() { ["type"] = "text", ["text"] = Suffix };
}

/// <summary>A coupon that is copied.</summary>
public sealed record CouponCode(string Code) : TemplateButtonValue
{
    public string Code { get; } = Code.Length <= Limits.Coupon && !string.IsNullOrWhiteSpace(Code) ? Code : throw new ArgumentException("A coupon has 1 to 20 characters.", nameof(Code));

    internal override string SubType => "copy_code";

    internal override JsonObject ToJson() => new() { ["type"] = "coupon_code", ["coupon_code"] = Code };
}

/// <summary>Opens a form of Meta's (a flow). <paramref name="Token"/> comes back with what was filled in; <paramref name="Data"/>: what its first screen starts with.</summary>
public sealed record FlowStart(string Token, JsonObject? Data = null) : TemplateButtonValue
{
    public string Token { get; } = Token.Length <= Limits.FlowToken && !string.IsNullOrWhiteSpace(Token) ? Token : throw new ArgumentException("A flow's token has 1 to 200 characters.", nameof(Token));

    internal override string SubType => "flow";

    internal override JsonObject ToJson()
    {
        var action = new JsonObject { ["flow_token"] = Token };
        if (Data is not null)
        {
            action["flow_action_data"] = Data.DeepClone();
        }

        return new JsonObject { ["type"] = "action", ["action"] = action };
    }
}

/// <summary>Opens the account's catalogue; the picture is that of one of its products.</summary>
public sealed record CatalogOpening(string PictureProductId) : TemplateButtonValue
{
    public string PictureProductId { get; } = Limits.Id(PictureProductId);

    internal override string SubType => "catalog";

    internal override JsonObject ToJson() => new() { ["type"] = "action", ["action"] = new JsonObject { ["thumbnail_product_retailer_id"] = PictureProductId } };
}

/// <summary>Shows chosen products of the catalogue; the picture is that of one of them.</summary>
public sealed record ProductChoice : TemplateButtonValue
{
    public ProductChoice(string pictureProductId, IReadOnlyList<ProductSection> sections)
    {
        if (sections.Count is 0 or > Limits.Sections || sections.Sum(section => section.ProductIds.Count) > Limits.Products || sections.Any(section => section.ProductIds.Count == 0))
        {
            throw new ArgumentException("Products stand in 1 to 10 sections, none of them empty, and are 30 at most.", nameof(sections));
        }

        (PictureProductId, Sections) = (Limits.Id(pictureProductId), sections);
    }

    public string PictureProductId { get; }
    public IReadOnlyList<ProductSection> Sections { get; }

    internal override string SubType => "mpm";

    internal override JsonObject ToJson() => new()
    {
        ["type"] = "action",
        ["action"] = new JsonObject { ["thumbnail_product_retailer_id"] = PictureProductId, ["sections"] = new JsonArray([.. Sections.Select(section => section.ToJson())]) },
    };
}

/// <summary>Products under one title.</summary>
public sealed record ProductSection(string Title, IReadOnlyList<string> ProductIds)
{
    public string Title { get; } = Limits.Line(Title, Limits.RowTitle);
    public IReadOnlyList<string> ProductIds { get; } = [.. ProductIds.Select(Limits.Id)];

    internal JsonObject ToJson() => new() { ["title"] = Title, ["product_items"] = new JsonArray([.. ProductIds.Select(id => new JsonObject { ["product_retailer_id"] = id })]) };
}
