using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_a_list_is_made_diverse
{
    /// <summary>A list of packages with these scores; of one standing unless some are said to stand lower.</summary>
    private static IReadOnlyList<Placed> Ordered(double[] scores, PackageFacts[] facts) =>
        Diversity.Order([.. scores.Select((score, i) => Samples.Judged(new Wishes(), facts[i], score))], facts.Length);

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
    public void what_is_to_come_behind_does_so_whatever_its_score_and_none_is_shown_above_the_one_before()
    {
        JudgedPackage[] judged =
        [
            Samples.Judged(new Wishes(), Samples.Facts("a", "p", 1, "hue"), .4),
            Samples.Judged(new Wishes(), Samples.Facts("b", "q", 2, "hue"), .9) with { Behind = true },
            Samples.Judged(new Wishes(), Samples.Facts("c", "r", 3, "sa-pa"), .5),
        ];

        var order = Diversity.Order(judged, 10);

        order.Select(placed => placed.Index).ShouldBe([2, 0, 1]);
        order.Select(placed => placed.Score).ShouldBe([.5, .4, .4], .0001);
    }

    [Fact]
    public void low_scores_stay_apart_and_above_zero()
    {
        PackageFacts[] facts = [Samples.Facts("a", "p", 1, "hue"), Samples.Facts("b", "q", 2, "sa-pa"), Samples.Facts("c", "r", 3, "da-lat")];

        var scores = Ordered([.1, -.3, -.6], facts).Select(placed => placed.Score).ToList();

        scores.ShouldBeInOrder(SortDirection.Descending);
        scores.ShouldBeUnique();
        scores.ShouldAllBe(score => score > 0 && score < .25);
    }
}
