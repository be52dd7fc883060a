using TravelBuddy.Web.Interests.Reading.Money;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Amounts as people type them into a budget field.</summary>
public static class MoneyText
{
    /// <summary>"400", "8 triệu", "3tr5", "$400", "3.590.000đ"; a bare number is in <paramref name="currency"/>. Null if the text is no amount.</summary>
    public static (decimal Value, string Currency)? Read(string text, string currency) => Amounts.Single(text, currency);
}
