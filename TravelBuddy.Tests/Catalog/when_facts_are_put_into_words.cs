using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Catalog;

namespace TravelBuddy.Tests.Catalog;

public sealed class when_facts_are_put_into_words(AppFixture app)
{
    [Theory]
    [InlineData(.5, null, "Half a day", "Nửa ngày"), InlineData(1.0, 0.0, "1 day", "1 ngày"), InlineData(3.0, 2.0, "3 days, 2 nights", "3 ngày 2 đêm"), InlineData(2.0, 1.0, "2 days, 1 night", "2 ngày 1 đêm")]
    public void lengths(double days, double? nights, string english, string vietnamese)
    {
        var package = Package(null) with { DurationDays = days, Nights = nights };
        TourFacts.Length(package, "en").ShouldBe(english);
        TourFacts.Length(package, "vi").ShouldBe(vietnamese);
    }

    [Theory]
    [InlineData(3_150_000, "VND", "3,150,000 ₫", "3.150.000 ₫"), InlineData(120, "USD", "$120", "120 USD"), InlineData(79.5, "EUR", "€79.50", "79,50 EUR"), InlineData(500_000, "IDR", "500,000 IDR", "500.000 IDR")]
    public void amounts(double amount, string currency, string english, string vietnamese)
    {
        TourFacts.Text(new Money((decimal)amount, currency), "en").ShouldBe(english);
        TourFacts.Text(new Money((decimal)amount, currency), "vi").ShouldBe(vietnamese);
    }

    [Fact]
    public void a_price_is_shown_as_it_is_in_its_own_currency_and_rounded_in_another()
    {
        var rates = app.Services.GetRequiredService<ExchangeRates>();
        var package = Package(new Money(3_154_321, "VND"));

        TourFacts.PriceIn(package, "VND", rates).ShouldBe(new Money(3_154_321, "VND"));
        var dollars = TourFacts.PriceIn(package, "USD", rates).ShouldNotBeNull();
        dollars.Amount.ShouldBe(decimal.Truncate(dollars.Amount));
        dollars.Amount.ShouldBe(3_154_321m / rates.ToVnd(new Money(1, "USD"))!.Value, .5m);
        (TourFacts.PriceIn(package, "KRW", rates)!.Value.Amount % 1000).ShouldBe(0);
        TourFacts.PriceIn(package, "XXX", rates).ShouldBeNull();
        TourFacts.PriceIn(Package(null), "USD", rates).ShouldBeNull();
    }

    private static TourPackage Package(Money? price) => new() { Id = "x~1", SourceId = "1", ProviderId = "x", Title = "T", ContentHash = "h", Price = price };
}
