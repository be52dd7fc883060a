namespace TravelBuddy.Web.Interests.Reading.Money;

/// <summary>An amount of money and the folded span it stands in.</summary>
internal sealed record Amount(decimal Value, string Currency, int Start, int End)
{
    /// <summary>Without the fractions that its currency has no coins for.</summary>
    public Amount Times(decimal factor) => this with { Value = Round(Value * factor, Currency) };

    private static decimal Round(decimal value, string currency) => decimal.Round(value, currency is "VND" or "KRW" or "JPY" or "IDR" ? 0 : 2) / 1.000000000m;
}
