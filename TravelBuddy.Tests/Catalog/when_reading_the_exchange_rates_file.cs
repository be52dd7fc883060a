using System.Globalization;
using System.Text.Json;

namespace TravelBuddy.Tests.Catalog;

public sealed class when_reading_the_exchange_rates_file : IDisposable
{
    private readonly JsonDocument file = JsonDocument.Parse(File.ReadAllText(PlacesFile.PathOf("exchange-rates.json")));

    private JsonElement Rates => file.RootElement.GetProperty("vnd_per_unit");

    [Fact]
    public void it_says_which_day_it_stands_for() =>
        DateOnly.TryParseExact(file.RootElement.GetProperty("date").GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _).ShouldBeTrue();

    [Fact]
    public void one_dong_is_one_dong()
    {
        file.RootElement.GetProperty("base").GetString().ShouldBe("VND");
        Rates.GetProperty("VND").GetDecimal().ShouldBe(1m);
    }

    [Fact]
    public void it_knows_the_currencies_of_the_main_source_markets() =>
        Rates.EnumerateObject().Select(rate => rate.Name).ShouldBe(
            ["VND", "USD", "EUR", "GBP", "AUD", "NZD", "CAD", "CHF", "SGD", "MYR", "THB", "KHR", "CNY", "HKD", "TWD", "KRW", "JPY", "INR", "RUB", "PHP", "IDR", "AED", "ZAR", "SEK", "NOK", "DKK"],
            ignoreOrder: true);

    [Fact]
    public void every_rate_is_a_positive_number_of_dong() => Rates.EnumerateObject().Where(rate => rate.Value.GetDecimal() <= 0).Select(rate => rate.Name).ShouldBeEmpty();

    [Theory]
    [InlineData("USD", 20_000, 32_000)]
    [InlineData("EUR", 22_000, 38_000)]
    [InlineData("JPY", 110, 260)]
    [InlineData("KRW", 12, 28)]
    [InlineData("KHR", 4, 9)]
    [InlineData("IDR", 1, 2.5)]
    [InlineData("AED", 5_500, 9_000)]
    [InlineData("ZAR", 1_000, 2_200)]
    [InlineData("SEK", 1_900, 3_600)]
    [InlineData("NOK", 1_800, 3_500)]
    [InlineData("DKK", 2_900, 5_200)]
    public void no_decimal_point_has_slipped(string currency, double least, double most) => Rates.GetProperty(currency).GetDouble().ShouldBeInRange(least, most);

    public void Dispose() => file.Dispose();
}
