using System.Globalization;

namespace TravelBuddy.Web.Recommendations.Reasons;

/// <summary>Amounts in sentences, written as on the cards ("6,900,000 ₫", in Vietnamese "6.900.000 ₫"), and in short as people say them ("8 million").</summary>
public static class MoneyText
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static string Of(string amount, string currency, bool vi)
    {
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);
        var number = value.ToString(currency == "VND" || value == Math.Truncate(value) ? "#,0" : "#,0.00", vi ? Vietnamese : English);
        return currency == "VND" ? $"{number} ₫" : currency == "USD" && !vi ? $"${number}" : $"{number} {currency}";
    }

    public static string Short(string amount, string currency, bool vi)
    {
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);
        return currency == "VND" && value >= 1_000_000
            ? (value / 1_000_000).ToString("0.##", vi ? Vietnamese : English) + (vi ? " triệu" : " million")
            : Of(amount, currency, vi);
    }
}
