using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Web.Accommodation.Reading;

/// <summary>Prices as pages write them for people: "₫500,000 - ₫900,000", "US$50–80", "từ 450.000đ". Signs alone ("$$") are no price, and neither is a number without a currency.</summary>
internal static partial class PriceText
{
    private const int Longest = 100;

    private static readonly (string Sign, string Currency)[] Signs =
        [("us$", "USD"), ("a$", "AUD"), ("s$", "SGD"), ("nz$", "NZD"), ("hk$", "HKD"), ("₫", "VND"), ("vnđ", "VND"), ("đ", "VND"), ("€", "EUR"), ("£", "GBP"), ("฿", "THB"), ("₩", "KRW"), ("$", "USD")];

    /// <summary>The lowest and highest amount in a text.</summary>
    public static (Money? Low, Money? High) Read(string? text, string? usualCurrency)
    {
        if (text is not { Length: > 0 and <= Longest } || CurrencyIn(text, usualCurrency) is not { } currency)
        {
            return (null, null);
        }

        var amounts = Numbers().Matches(text).Select(match => Value(match.Value, currency)).OfType<decimal>().Where(amount => amount > 0).Take(4).ToList();
        return amounts.Count == 0 ? (null, null) : (new Money(amounts.Min(), currency), new Money(amounts.Max(), currency));
    }

    /// <summary>One amount: a number as programs write it, or as people do with its currency.</summary>
    public static Money? Amount(string text, string? currency) =>
        text.Length > Longest ? null
        : Code(currency) is { } code && decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && !LooksGrouped(text.Trim(), code) ? number is > 0 and < 1_000_000_000 ? new Money(number, code) : null
        : Read(text, currency).Low;

    // "500.000" in đồng is half a million: a currency without cents is never written with three of them.
    private static bool LooksGrouped(string text, string currency) => currency == "VND" && text.IndexOf('.') is > 0 and var point && text.Length - point == 4;

    private static string? Code(string? currency) => currency?.Trim().ToUpperInvariant() is { Length: 3 } code && code.All(char.IsAsciiLetterUpper) ? code : null;

    private static string? CurrencyIn(string text, string? usual)
    {
        var lower = text.ToLowerInvariant();
        return Codes().Match(lower) is { Success: true } code ? code.Value.ToUpperInvariant()
            : Signs.FirstOrDefault(sign => lower.Contains(sign.Sign, StringComparison.Ordinal)).Currency ?? Code(usual?.Split(',', ' ')[0]);
    }

    private static decimal? Value(string number, string currency)
    {
        var groups = number.Split('.', ',', ' ', '\u00A0');
        var isGrouped = groups.Length > 1 && groups.Skip(1).All(group => group.Length == 3);
        var text = isGrouped ? string.Concat(groups) : groups.Length == 2 ? $"{groups[0]}.{groups[1]}" : groups.Length == 1 ? number : null;
        // "50.50" has cents; "1,234.50" has both.
        text ??= groups.Skip(1).SkipLast(1).All(group => group.Length == 3) && groups[^1].Length is 1 or 2 ? $"{string.Concat(groups.SkipLast(1))}.{groups[^1]}" : null;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1_000_000_000 ? value : null;
    }

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(?:[.,\u00A0 ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,2})?(?!\d)")]
    private static partial Regex Numbers();

    // In small letters; "500.000VND" has no blank before it.
    [GeneratedRegex(@"(?<![\p{L}])(?:vnd|usd|eur|gbp|aud|sgd|thb|krw|jpy|cny|cad|nzd)(?![\p{L}])")]
    private static partial Regex Codes();
}
