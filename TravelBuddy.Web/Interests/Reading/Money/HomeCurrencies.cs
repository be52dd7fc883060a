using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Interests.Reading.Money;

/// <summary>The currency that people count in where a traveller comes from: "from Delhi, 50k per head" is in rupees, "based in Perth, 2 grand" in Australian dollars.</summary>
internal static class HomeCurrencies
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["at"] = "EUR",
        ["be"] = "EUR",
        ["de"] = "EUR",
        ["es"] = "EUR",
        ["fi"] = "EUR",
        ["fr"] = "EUR",
        ["gr"] = "EUR",
        ["ie"] = "EUR",
        ["it"] = "EUR",
        ["nl"] = "EUR",
        ["pt"] = "EUR",
        ["au"] = "AUD",
        ["ca"] = "CAD",
        ["ch"] = "CHF",
        ["gb"] = "GBP",
        ["hk"] = "HKD",
        ["in"] = "INR",
        ["my"] = "MYR",
        ["nz"] = "NZD",
        ["ph"] = "PHP",
        ["sg"] = "SGD",
        ["th"] = "THB",
        ["tw"] = "TWD",
        ["us"] = "USD",
    };

    /// <summary>The currency of the country of the first city or country abroad that a text says its writer is from; null if it names none.</summary>
    public static string? Of(FoldedText text, Gazetteer gazetteer) =>
        StartsAbroad.Find(text, gazetteer).Select(found => found.Value.PlaceId!.Replace("country-", "", StringComparison.Ordinal)[..2]).Select(country => Codes.GetValueOrDefault(country)).FirstOrDefault(code => code is not null);
}
