namespace TravelBuddy.Tests.Encoding;

public sealed class when_budgets_are_encoded
{
    [Fact]
    public void below_the_budget_is_as_good_as_at_it()
    {
        var random = new Random(12);
        for (var i = 0; i < 1_000; i++)
        {
            var max = random.Next(500, 90_000) * 1_000m;
            var price = Math.Floor(max * (decimal)random.NextDouble()) + 1;
            Similarity.OfPrice(max, "VND", price).ShouldBe(1, .001, $"{price} within {max}");
        }
    }

    [Fact]
    public void a_price_within_the_budget_is_never_worse_than_one_above_it_and_a_lower_one_never_worse_than_a_higher()
    {
        var random = new Random(13);
        for (var i = 0; i < 2_000; i++)
        {
            var max = random.Next(500, 60_000) * 1_000m;
            var lower = random.Next(100, 150_000) * 1_000m;
            var higher = lower + random.Next(0, 50_000) * 1_000m;
            Similarity.OfPrice(max, "VND", lower).ShouldBeGreaterThanOrEqualTo(Similarity.OfPrice(max, "VND", higher) - 1e-4, $"budget {max}: {lower} against {higher}");
        }
    }

    [Theory]
    [InlineData(8_000_000, 12_000_000)]
    [InlineData(2_000_000, 3_000_000)]
    [InlineData(20_000_000, 30_000_000)]
    public void half_above_the_budget_hardly_suits(int max, int price) => Similarity.OfPrice(max, "VND", price).ShouldBeLessThan(.15);

    [Fact]
    public void a_budget_in_dollars_is_compared_in_dong()
    {
        Similarity.OfPrice(400, "USD", 9_000_000).ShouldBe(1, .001);
        Similarity.OfPrice(400, "USD", 18_000_000).ShouldBeLessThan(.15);
    }

    [Fact]
    public void no_price_neither_sinks_nor_beats_a_match() => Similarity.OfPrice(5_000_000, "VND", null).ShouldBe(.3, .001);
}
