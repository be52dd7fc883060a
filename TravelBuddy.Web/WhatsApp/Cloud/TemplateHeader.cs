using System.Globalization;
using System.Text.Json.Nodes;

namespace TravelBuddy.Web.WhatsApp.Cloud;

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

/// <summary>One product of the account's catalogue.</summary>
public sealed record HeaderProduct(string CatalogId, string ProductId) : TemplateHeader
{
    public string CatalogId { get; } = Limits.Id(CatalogId);
    public string ProductId { get; } = Limits.Id(ProductId);

    internal override JsonObject ToJson() => new() { ["type"] = "product", ["product"] = new JsonObject { ["product_retailer_id"] = ProductId, ["catalog_id"] = CatalogId } };
}
