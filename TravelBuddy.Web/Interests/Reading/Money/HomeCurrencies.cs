using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Money;

/// <summary>Currencies of which thousands are counted where a traveller comes from: "from Delhi, 50k per head" is in rupees.</summary>
internal static partial class HomeCurrencies
{
    /// <summary>The currency of the place a text says its writer is from; null if it names none where people count in thousands.</summary>
    public static string? Of(FoldedText text) => Home().Match(text.Folded) switch
    {
        { Success: false } => null,
        var home => new[] { "INR", "PHP", "THB", "TWD" }.First(code => home.Groups[code].Success),
    };

    [GeneratedRegex(@"\b(?:from|based in|live in|living in|here in) (?:(?<INR>india|delhi|new delhi|mumbai|pune|bangalore|bengaluru|chennai|kolkata|hyderabad|kochi|ahmedabad|jaipur|surat|lucknow)|(?<PHP>the philippines|philippines|manila|cebu|davao|quezon city)|(?<THB>thailand|bangkok|chiang mai)|(?<TWD>taiwan|taipei|kaohsiung|taichung))\b")]
    private static partial Regex Home();
}
