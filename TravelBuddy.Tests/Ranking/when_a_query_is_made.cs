using TravelBuddy.Ranking;

namespace TravelBuddy.Tests.Ranking;

public sealed class when_a_query_is_made
{
    private static readonly BlockLayout Layout = new(("places", 3), ("days", 2), ("budget", 1));

    [Fact]
    public void a_layout_puts_its_blocks_one_after_the_other()
    {
        Layout.Blocks.ShouldBe([new Block("places", 0, 3), new Block("days", 3, 2), new Block("budget", 5, 1)]);
        Layout.Dimensions.ShouldBe(6);
        Layout.Count.ShouldBe(3);
        Layout["days"].ShouldBe(1);
        Should.Throw<KeyNotFoundException>(() => Layout["Days"]).Message.ShouldContain("places, days, budget");
    }

    [Fact]
    public void a_layout_that_makes_no_sense_is_refused()
    {
        Should.Throw<ArgumentException>(() => new BlockLayout());
        Should.Throw<ArgumentException>(() => new BlockLayout(("a", 1), ("", 1))).Message.ShouldContain("Block 1");
        Should.Throw<ArgumentException>(() => new BlockLayout(("a", 1), ("b", 0))).Message.ShouldContain("\"b\"");
        Should.Throw<ArgumentException>(() => new BlockLayout(("a", 1), ("a", 2))).Message.ShouldContain("\"a\"");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-0.1)]
    public void a_weight_that_is_no_weight_is_refused_with_its_block(double weight) =>
        Should.Throw<ArgumentException>(() => new RankingQuery(Layout, [1, weight, 1])).Message.ShouldContain("\"days\"");

    [Fact]
    public void weights_that_are_all_zero_or_too_few_are_refused()
    {
        Should.Throw<ArgumentException>(() => new RankingQuery(Layout, [0, 0, 0])).Message.ShouldContain("\"budget\"");
        Should.Throw<ArgumentException>(() => new RankingQuery(Layout, [1, 1])).Message.ShouldContain("2 weights for 3 blocks");
    }

    [Fact]
    public void blocks_left_open_give_their_weight_to_the_others()
    {
        var query = new RankingQuery(Layout, [5, 2, 3]);
        query.IsEmpty.ShouldBeTrue();
        query.EffectiveWeights.ToArray().ShouldBe([0, 0, 0]);

        query.AddAlternative(0, [1, 0, 0]);
        query.IsEmpty.ShouldBeFalse();
        query.EffectiveWeights.ToArray().ShouldBe([1, 0, 0]);

        query.AddAlternative(2, [1]);
        query.EffectiveWeights.ToArray().ShouldBe([0.625, 0, 0.375], 1e-15);

        query.AddAlternative(2, [0.5f]);
        query.EffectiveWeights.ToArray().ShouldBe([0.625, 0, 0.375], 1e-15);
        query.Alternatives(2).ShouldBe(2);
        query.Alternatives(1).ShouldBe(0);
    }

    [Fact]
    public void wishes_without_any_weight_leave_it_empty()
    {
        var query = new RankingQuery(Layout, [1, 0, 0]);
        query.AddAlternative(1, [1, 0]);

        query.IsEmpty.ShouldBeTrue();
        query.EffectiveWeights.ToArray().ShouldBe([0, 0, 0]);
    }

    [Theory]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    public void weights_of_any_scale_sum_to_one(double scale)
    {
        var query = new RankingQuery(Layout, [scale, scale, scale]);
        query.AddAlternative(0, [1, 0, 0]);
        query.AddAlternative(1, [1, 0]);

        query.EffectiveWeights.ToArray().ShouldBe([0.5, 0.5, 0]);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void a_vector_that_is_not_finite_is_refused_with_its_column_and_leaves_no_trace(float value)
    {
        var query = new RankingQuery(Layout, [1, 1, 1]);
        query.AddAlternative(0, [1, 0, 0]);

        Should.Throw<ArgumentException>(() => query.AddAlternative(1, [0, value])).Message.ShouldContain("column 4 (block \"days\", element 1)");
        query.Alternatives(1).ShouldBe(0);
        query.EffectiveWeights.ToArray().ShouldBe([1, 0, 0]);
    }

    [Fact]
    public void a_vector_of_another_length_or_block_is_refused()
    {
        var query = new RankingQuery(Layout, [1, 1, 1]);

        Should.Throw<ArgumentException>(() => query.AddAlternative(1, [1, 0, 0])).Message.ShouldContain("\"days\" has 2");
        Should.Throw<ArgumentOutOfRangeException>(() => query.AddAlternative(3, [1]));
        Should.Throw<ArgumentOutOfRangeException>(() => query.AddAlternative(-1, [1]));
    }
}
