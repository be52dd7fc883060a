using System.Globalization;

namespace TravelBuddy.Web.Recommendations.Reasons;

/// <summary>Amounts in sentences: dong with points as everywhere in Viet Nam ("6.900.000 ₫"), and in short as people say them ("8 million").</summary>
public static class MoneyText
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static string Of(string amount, string currency, bool vi)
    {
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);
        return currency == "VND"
            ? value.ToString("#,0", Vietnamese) + " ₫"
            : $"{value.ToString(value == Math.Truncate(value) ? "#,0" : "#,0.00", vi ? Vietnamese : English)} {currency}";
    }

    public static string Short(string amount, string currency, bool vi)
    {
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);
        return currency == "VND" && value >= 1_000_000
            ? (value / 1_000_000).ToString("0.##", vi ? Vietnamese : English) + (vi ? " triệu" : " million")
            : Of(amount, currency, vi);
    }
}
