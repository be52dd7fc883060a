using TravelBuddy.Ranking;

namespace TravelBuddy.Tests.Ranking;

public sealed class when_the_best_are_selected
{
    [Fact]
    public void they_are_those_of_a_stable_sort_for_any_size_and_k()
    {
        var random = new Random(3);
        for (var round = 0; round < 300; round++)
        {
            var scores = new double[round < 5 ? round : random.Next(0, 2001)];
            // Few different values, so that ties are everywhere; in every other round hardly any.
            var values = round % 2 == 0 ? 7 : int.MaxValue;
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = random.Next(50) == 0 ? double.NegativeInfinity : random.Next(values) - 3;
            }

            var order = new int[random.Next(4) switch { 0 => 0, 1 => 10, 2 => scores.Length + 5, _ => random.Next(1, 300) }];
            var expected = RankingSamples.Order(scores).Take(order.Length).ToArray();

            TopK.Select(scores, order).ShouldBe(expected.Length);
            order[..expected.Length].ShouldBe(expected, $"round {round}");
        }
    }

    [Fact]
    public void a_nan_comes_after_everything_else()
    {
        var order = new int[5];

        TopK.Select([double.NaN, double.NegativeInfinity, 2, double.NaN, double.PositiveInfinity], order).ShouldBe(5);

        order.ShouldBe([4, 2, 1, 0, 3]);
        TopK.Select([double.NaN, double.NaN, 1], order.AsSpan(..1)).ShouldBe(1);
        order[0].ShouldBe(2);
    }
}
