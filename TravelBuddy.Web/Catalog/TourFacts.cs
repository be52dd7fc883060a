using System.Globalization;

namespace TravelBuddy.Web.Catalog;

/// <summary>Lengths and prices as people read them, in a language ("vi", anything else English).</summary>
public static class TourFacts
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en"), Vietnamese = CultureInfo.GetCultureInfo("vi");

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["USD"] = "$",
        ["EUR"] = "€",
        ["GBP"] = "£",
        ["AUD"] = "A$",
        ["NZD"] = "NZ$",
        ["CAD"] = "C$",
        ["SGD"] = "S$",
        ["HKD"] = "HK$",
        ["TWD"] = "NT$",
        ["JPY"] = "¥",
        ["CNY"] = "CN¥",
        ["KRW"] = "₩",
        ["INR"] = "₹",
        ["PHP"] = "₱",
        ["THB"] = "฿",
    };

    /// <summary>"3 days, 2 nights", "half a day"; null if the provider does not say.</summary>
    public static string? Length(TourPackage package, string language)
    {
        if (package.DurationDays is not { } days)
        {
            return null;
        }

        var vietnamese = language == "vi";
        var length = days == .5 ? (vietnamese ? "Nửa ngày" : "Half a day")
            : vietnamese ? $"{days.ToString("0.#", Vietnamese)} ngày"
            : days == 1 ? "1 day" : $"{days.ToString("0.#", English)} days";
        return package.Nights is not ({ } nights and > 0) ? length
            : vietnamese ? $"{length} {nights.ToString("0.#", Vietnamese)} đêm"
            : $"{length}, {nights.ToString("0.#", English)} {(nights == 1 ? "night" : "nights")}";
    }

    /// <summary>The price in a traveller's currency: as the provider gives it if it is in that currency, else converted and rounded to three digits. Null without a price or a rate.</summary>
    public static Money? PriceIn(TourPackage package, string currency, ExchangeRates rates) => package.Price is { } price ? In(price, currency, rates) : null;

    /// <summary>An amount in a currency: itself if it is in that, else converted and rounded to three digits. Null without a rate.</summary>
    public static Money? In(Money money, string currency, ExchangeRates rates) =>
        money.Currency == currency ? money
        : rates.ToVnd(money) is { } vnd && rates.FromVnd(vnd, currency) is { } converted ? new Money(Rounded(converted), currency)
        : null;

    /// <summary>An amount with its currency, written so on pages, in the chat and for admins: "$120", "3,150,000 ₫"; in Vietnamese "120 USD", "3.150.000 ₫".</summary>
    public static string Text(Money money, string language)
    {
        var vietnamese = language == "vi";
        var number = money.Amount.ToString(money.Amount == decimal.Truncate(money.Amount) ? "N0" : "N2", vietnamese ? Vietnamese : English);
        return money.Currency == "VND" ? $"{number} ₫"
            : vietnamese || !Symbols.TryGetValue(money.Currency, out var symbol) ? $"{number} {money.Currency}"
            : symbol + number;
    }

    /// <summary>What may be paid: "$120", or from the least "$80 – $120".</summary>
    public static string Text(Money? least, Money most, string language) => least is { } from ? $"{Text(from, language)} – {Text(most, language)}" : Text(most, language);

    /// <summary>An amount as a person says it: one that was worked out ("6,666,667 ₫ each") is told in three figures, as about that much.</summary>
    public static string Said(Money money, string language)
    {
        var isSaid = money.Currency == "VND" ? money.Amount % 1000 == 0 : money.Amount == decimal.Truncate(money.Amount);
        return isSaid ? Text(money, language) : (language == "vi" ? "khoảng " : "about ") + Text(money with { Amount = Rounded(money.Amount) }, language);
    }

    /// <summary>An amount that nobody holds to exactly: "about 5,000,000 ₫".</summary>
    public static string About(Money money, string language) =>
        (Said(money, language), language == "vi" ? "khoảng " : "about ") is var (said, about) && said.StartsWith(about, StringComparison.Ordinal) ? said : about + said;

    /// <summary>What may be paid, as a person says it.</summary>
    public static string Said(Money least, Money most, string language) => $"{Said(least, language)} – {Said(most, language)}";

    /// <summary>A day as people write it: "1 Jan 2026", in Vietnamese "01/01/2026".</summary>
    public static string Text(DateOnly day, string language) =>
        language == "vi" ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : day.ToString("d MMM yyyy", English);

    /// <summary>Days as people write them, either end open: "1 Jan 2026 – 5 Jan 2026", "from 1 Jan 2026"; null for none.</summary>
    public static string? Text(DateOnly? from, DateOnly? to, string language) => (from, to) switch
    {
        ({ } first, { } last) => first == last ? Text(first, language) : $"{Text(first, language)} – {Text(last, language)}",
        ({ } first, null) => (language == "vi" ? "từ " : "from ") + Text(first, language),
        (null, { } last) => (language == "vi" ? "đến " : "until ") + Text(last, language),
        _ => null,
    };

    /// <summary>Three significant digits, and never a fraction from ten up: what a conversion at an indicative rate is good for.</summary>
    private static decimal Rounded(decimal amount)
    {
        var step = 1m;
        while (amount / step >= 1000)
        {
            step *= 10;
        }

        return amount < 10 ? Math.Round(amount, 1) : Math.Round(amount / step, MidpointRounding.AwayFromZero) * step;
    }
}
