using System.Text.Json.Nodes;

namespace TravelBuddy.Web.WhatsApp.Cloud;

/// <summary>The value of a variable of the text, which is numbered, or has a name.</summary>
public record TemplateValue(string Text, string? Name = null)
{
    public string Text { get; } = Limits.Line(Text, Limits.TemplateParameter);

    private protected virtual JsonObject Value() => new() { ["type"] = "text", ["text"] = Text };

    internal JsonObject ToJson()
    {
        var json = Value();
        if (Name is not null)
        {
            json["parameter_name"] = Name;
        }

        return json;
    }
}

/// <summary>An amount that the phone writes as its owner's language does, and as <paramref name="Text"/> where it cannot. <paramref name="Currency"/>: three letters, ISO 4217.</summary>
public sealed record TemplateAmount(string Text, string Currency, decimal Amount, string? Name = null) : TemplateValue(Text, Name)
{
    public string Currency { get; } = Currency.Length == 3 && Currency.All(char.IsAsciiLetterUpper) ? Currency : throw new ArgumentException("A currency is three capital letters.", nameof(Currency));

    private protected override JsonObject Value() => new() { ["type"] = "currency", ["currency"] = new JsonObject { ["fallback_value"] = Text, ["code"] = Currency, ["amount_1000"] = (long)decimal.Round(Amount * 1000) } };
}

/// <summary>A date, which Meta shows as it is written.</summary>
public sealed record TemplateDate(string Text, string? Name = null) : TemplateValue(Text, Name)
{
    private protected override JsonObject Value() => new() { ["type"] = "date_time", ["date_time"] = new JsonObject { ["fallback_value"] = Text } };
}
