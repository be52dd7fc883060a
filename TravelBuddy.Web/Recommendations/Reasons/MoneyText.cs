using System.Globalization;
using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Web.Recommendations.Reasons;

/// <summary>Amounts in sentences: prices as on the cards, budgets in short as people say them ("8 million ₫", "3–5 triệu đồng").</summary>
public static class MoneyText
{
    private const decimal Million = 1_000_000;

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static string Budget(Money? least, Money most, string language)
    {
        var vi = language == "vi";
        if (most.Currency != "VND" || most.Amount < Million || least is { Amount: < Million })
        {
            return least is { } from ? $"{TourFacts.Text(from, language)} – {TourFacts.Text(most, language)}" : TourFacts.Text(most, language);
        }

        string Millions(decimal amount) => (amount / Million).ToString("0.##", vi ? Vietnamese : English);
        return (least is { } min ? $"{Millions(min.Amount)}–" : "") + Millions(most.Amount) + (vi ? " triệu đồng" : " million ₫");
    }
}
