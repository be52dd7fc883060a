using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_a_list_is_made_diverse
{
    /// <summary>A list of packages with these scores; of one standing unless some are said to stand lower.</summary>
    private static IReadOnlyList<Placed> Ordered(double[] scores, PackageFacts[] facts, params Standing[] standings) =>
        Diversity.Order([.. scores.Select((score, i) => Samples.Judged(new Wishes(), facts[i], score) with { Standing = standings.ElementAtOrDefault(i) })], facts.Length);

    [Fact]
    public void two_departures_of_one_trip_do_not_share_the_top_when_others_are_near()
    {
        PackageFacts[] facts = [Samples.Facts("a", "p", 3, "hue"), Samples.Facts("b", "p", 3, "hue"), Samples.Facts("c", "q", 3, "hue"), Samples.Facts("d", "r", 3, "da-nang")];

        var order = Ordered([.90, .90, .86, .85], facts).Select(chosen => chosen.Index);

        order.ShouldBe([0, 2, 3, 1]);
    }

    [Fact]
    public void no_three_of_one_provider_come_among_the_first_five_when_others_are_near()
    {
        PackageFacts[] facts =
        [
            Samples.Facts("a", "p", 1, "hue"), Samples.Facts("b", "p", 2, "hue"), Samples.Facts("c", "p", 3, "hue"), Samples.Facts("d", "p", 4, "hue"),
            Samples.Facts("e", "q", 1, "hue"), Samples.Facts("f", "r", 2, "hue"), Samples.Facts("g", "s", 3, "hue"),
        ];

        var order = Ordered([.90, .90, .90, .90, .87, .87, .87], facts);

        order.Take(5).Count(chosen => facts[chosen.Index].Package.ProviderId == "p").ShouldBe(2);
        order.Count.ShouldBe(7);
    }

    [Fact]
    public void a_clearly_better_package_still_comes_first()
    {
        PackageFacts[] facts = [Samples.Facts("a", "p", 3, "hue"), Samples.Facts("b", "p", 3, "hue"), Samples.Facts("c", "q", 3, "ha-noi")];

        Ordered([.9, .9, .4], facts).Select(chosen => chosen.Index).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void the_scores_never_rise_down_the_list()
    {
        PackageFacts[] facts =
        [
            Samples.Facts("a", "p", 1, "hue"), Samples.Facts("b", "p", 2, "hue"), Samples.Facts("c", "p", 3, "hue"), Samples.Facts("d", "p", 4, "hue"),
            Samples.Facts("e", "q", 1, "hue"), Samples.Facts("f", "r", 2, "hue"), Samples.Facts("g", "s", 3, "hue"),
        ];

        var scores = Ordered([.90, .90, .90, .90, .86, .85, .84], facts).Select(chosen => chosen.Score).ToList();

        scores[0].ShouldBe(.90);
        scores.ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void a_package_much_like_one_above_says_so()
    {
        PackageFacts[] facts = [Samples.Facts("a", "p", 3, "hue"), Samples.Facts("b", "p", 3, "hue"), Samples.Facts("c", "q", 3, "hue")];

        Ordered([.9, .9, .86], facts).Select(placed => (placed.Index, placed.LikeOneAbove)).ShouldBe([(0, false), (2, false), (1, true)]);
    }

    [Fact]
    public void a_lesser_standing_comes_below_with_a_score_clearly_lower_and_within_bounds()
    {
        PackageFacts[] facts =
        [
            Samples.Facts("a", "p", 1, "hue"), Samples.Facts("b", "q", 2, "hue"), Samples.Facts("c", "r", 3, "sa-pa"), Samples.Facts("d", "s", 4, "sa-pa"), Samples.Facts("e", "t", 5, "da-lat"),
        ];

        var order = Ordered([.4, .5, .9, .6, -.2], facts, Standing.Answer, Standing.Answer, Standing.Elsewhere, Standing.Elsewhere, Standing.Unwanted);

        order.Select(placed => placed.Index).ShouldBe([1, 0, 2, 3, 4]);
        order.Select(placed => placed.Score).ShouldBe([.5, .4, .36, .24, 0], .0001);
    }

    [Fact]
    public void what_scores_far_below_anyway_keeps_its_score()
    {
        PackageFacts[] facts = [Samples.Facts("a", "p", 1, "hue"), Samples.Facts("b", "q", 2, "sa-pa")];

        Ordered([.9, .3], facts, Standing.Answer, Standing.Elsewhere)[1].Score.ShouldBe(.3);
    }
}
