using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Encoding;

public sealed class when_lengths_are_encoded
{
    [Theory]
    [InlineData(.5)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(15)]
    public void the_wished_length_scores_one(double days) => Similarity.OfDays([new(days, days)], days).ShouldBe(1, .001);

    [Fact]
    public void three_or_seven_days_is_not_five()
    {
        DurationWish[] wishes = [new(3, 3), new(7, 7)];

        Similarity.OfDays(wishes, 3).ShouldBe(1, .001);
        Similarity.OfDays(wishes, 7).ShouldBe(1, .001);
        Similarity.OfDays(wishes, 5).ShouldBeLessThan(.75);
    }

    [Fact]
    public void half_a_day_is_not_two_days() => Similarity.OfDays([new(.5, .5)], 2).ShouldBeLessThan(.05);

    [Fact]
    public void an_unknown_length_neither_sinks_nor_beats_a_match() => Similarity.OfDays([new(3, 3)], null).ShouldBe(.3, .001);

    /// <summary>In whole days up to three weeks, shorter or longer alike.</summary>
    [Fact]
    public void a_closer_length_is_never_less_similar()
    {
        var random = new Random(11);
        for (var i = 0; i < 3_000; i++)
        {
            var wished = random.Next(1, 21);
            var (a, b) = (random.Next(1, 22), random.Next(1, 22));
            if (Math.Abs(a - wished) <= Math.Abs(b - wished))
            {
                Similarity.OfDays([new(wished, wished)], a).ShouldBeGreaterThanOrEqualTo(Similarity.OfDays([new(wished, wished)], b) - 1e-4, $"wished {wished}: {a} against {b}");
            }
        }
    }
}
