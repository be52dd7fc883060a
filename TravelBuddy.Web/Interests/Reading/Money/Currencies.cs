using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Money;

/// <summary>Signs and names of currencies, folded; of Vietnamese ones the accent decides (đô, đó).</summary>
internal static partial class Currencies
{
    /// <summary>Pattern of what stands before an amount.</summary>
    public const string Prefix = @"us\$|au?\$|s\$|ca?\$|nz\$|hk\$|nt\$|[$€£₫¥₩₹₽฿]|\b(?:usd|vnd|eur|gbp|aud|sgd|cad|nzd|hkd|twd|jpy|cny|krw|thb|inr|rub|myr|rm|chf|khr|php|idr|aed|zar|sek|nok|dkk)(?![a-z])|\br(?=\s?\d{1,3}[ ,]\d{3})";

    /// <summary>Pattern of what stands after one.</summary>
    public const string Suffix = @"us\$|[$€£₫¥₩₹₽฿]|(?:(?:aussie|australian|canadian|singapore(?:an)?|nz|kiwi|us|american) (?:dollars?|bucks?)|(?:canadian|aussie|australian|us)(?=\s*(?:[.,;:!?)/]|$|(?:a|per) night\b|pp\b|per\b|each\b|max\b|tops\b))|aed|dirhams?|zar|rands?|sek|kronor|nok|dkk|kroner|dolars?|usd|vnd|dong|euros?|eur|gbp|pounds?|quid|aud|sgd|cad|nzd|hkd|twd|jpy|yen|cny|rmb|yuan|nhan dan te|te|bang anh|bang|krw|won|thb|baht|inr|rupees?|rub|rubles?|roubles|myr|rm|ringgit|chf|francs|khr|riel|php|pesos?|idr|rupiah|dollars?|bucks?|do (?:la )?(?:uc|my|sing|canada|can)|do la|dola|do(?! lai\b)|d)\b";

    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["$"] = "USD",
        ["us$"] = "USD",
        ["usd"] = "USD",
        ["us"] = "USD",
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["buck"] = "USD",
        ["bucks"] = "USD",
        ["do"] = "USD",
        ["do la"] = "USD",
        ["dola"] = "USD",
        ["do my"] = "USD",
        ["do la my"] = "USD",
        ["do uc"] = "AUD",
        ["do la uc"] = "AUD",
        ["do sing"] = "SGD",
        ["do la sing"] = "SGD",
        ["do can"] = "CAD",
        ["do canada"] = "CAD",
        ["do la canada"] = "CAD",
        ["a$"] = "AUD",
        ["au$"] = "AUD",
        ["aud"] = "AUD",
        ["s$"] = "SGD",
        ["sgd"] = "SGD",
        ["c$"] = "CAD",
        ["ca$"] = "CAD",
        ["cad"] = "CAD",
        ["nz$"] = "NZD",
        ["nzd"] = "NZD",
        ["hk$"] = "HKD",
        ["hkd"] = "HKD",
        ["nt$"] = "TWD",
        ["twd"] = "TWD",
        ["€"] = "EUR",
        ["eur"] = "EUR",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["£"] = "GBP",
        ["gbp"] = "GBP",
        ["pound"] = "GBP",
        ["pounds"] = "GBP",
        ["quid"] = "GBP",
        ["¥"] = "JPY",
        ["jpy"] = "JPY",
        ["yen"] = "JPY",
        ["cny"] = "CNY",
        ["rmb"] = "CNY",
        ["yuan"] = "CNY",
        ["te"] = "CNY",
        ["nhan dan te"] = "CNY",
        ["bang"] = "GBP",
        ["bang anh"] = "GBP",
        ["₩"] = "KRW",
        ["krw"] = "KRW",
        ["won"] = "KRW",
        ["฿"] = "THB",
        ["thb"] = "THB",
        ["baht"] = "THB",
        ["₹"] = "INR",
        ["inr"] = "INR",
        ["rupee"] = "INR",
        ["rupees"] = "INR",
        ["₽"] = "RUB",
        ["rub"] = "RUB",
        ["ruble"] = "RUB",
        ["rubles"] = "RUB",
        ["roubles"] = "RUB",
        ["myr"] = "MYR",
        ["rm"] = "MYR",
        ["ringgit"] = "MYR",
        ["chf"] = "CHF",
        ["francs"] = "CHF",
        ["khr"] = "KHR",
        ["riel"] = "KHR",
        ["php"] = "PHP",
        ["peso"] = "PHP",
        ["pesos"] = "PHP",
        ["idr"] = "IDR",
        ["rupiah"] = "IDR",
        ["canadian"] = "CAD",
        ["aussie"] = "AUD",
        ["australian"] = "AUD",
        ["singapore"] = "SGD",
        ["singaporean"] = "SGD",
        ["nz"] = "NZD",
        ["kiwi"] = "NZD",
        ["us"] = "USD",
        ["american"] = "USD",
        ["dolar"] = "USD",
        ["dolars"] = "USD",
        ["aed"] = "AED",
        ["dirham"] = "AED",
        ["dirhams"] = "AED",
        ["zar"] = "ZAR",
        ["rand"] = "ZAR",
        ["rands"] = "ZAR",
        ["r"] = "ZAR",
        ["sek"] = "SEK",
        ["kronor"] = "SEK",
        ["nok"] = "NOK",
        ["kroner"] = "NOK",
        ["dkk"] = "DKK",
        ["₫"] = "VND",
        ["vnd"] = "VND",
        ["dong"] = "VND",
        ["d"] = "VND",
    };

    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["do"] = "đô",
        ["do la"] = "đô la",
        ["do my"] = "đô mỹ",
        ["do la my"] = "đô la mỹ",
        ["do uc"] = "đô úc",
        ["do la uc"] = "đô la úc",
        ["do sing"] = "đô sing",
        ["do la sing"] = "đô la sing",
        ["do can"] = "đô can",
        ["do canada"] = "đô canada",
        ["do la canada"] = "đô la canada",
        ["dola"] = "đola",
        ["te"] = "tệ",
        ["bang"] = "bảng",
        ["bang anh"] = "bảng anh",
        ["dong"] = "đồng",
        ["d"] = "đ",
    };

    /// <summary>The three letters of a captured currency; null if it is none.</summary>
    public static string? Code(FoldedText text, Group group)
    {
        // "Canadian dollars": the country decides.
        var name = group.Success && Dollars().Match(group.Value) is { Success: true } dollars ? dollars.Groups["of"].Value : group.Value;
        if (!group.Success || !Codes.TryGetValue(name, out var code))
        {
            return null;
        }

        return !Spellings.TryGetValue(group.Value, out var spelling) || (group.Value is "te" or "bang" ? text.Written(group) == spelling : text.MayBe(group, spelling)) ? code : null;
    }

    [GeneratedRegex("^(?<of>[a-z]+) (?:dollar|buck)s?$")]
    private static partial Regex Dollars();
}
