using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_a_list_is_made_diverse
{
    [Fact]
    public void two_departures_of_one_trip_do_not_share_the_top_when_others_are_near()
    {
        PackageFacts[] facts = [Samples.Facts("a", "p", 3, "hue"), Samples.Facts("b", "p", 3, "hue"), Samples.Facts("c", "q", 3, "hue"), Samples.Facts("d", "r", 3, "da-nang")];

        var order = Diversity.Order([.90, .90, .86, .85], facts, 4).Select(chosen => chosen.Index);

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

        var order = Diversity.Order([.90, .90, .90, .90, .87, .87, .87], facts, 7);

        order.Take(5).Count(chosen => facts[chosen.Index].Package.ProviderId == "p").ShouldBe(2);
        order.Count.ShouldBe(7);
    }

    [Fact]
    public void a_clearly_better_package_still_comes_first()
    {
        PackageFacts[] facts = [Samples.Facts("a", "p", 3, "hue"), Samples.Facts("b", "p", 3, "hue"), Samples.Facts("c", "q", 3, "ha-noi")];

        Diversity.Order([.9, .9, .4], facts, 3).Select(chosen => chosen.Index).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void the_scores_never_rise_down_the_list()
    {
        PackageFacts[] facts =
        [
            Samples.Facts("a", "p", 1, "hue"), Samples.Facts("b", "p", 2, "hue"), Samples.Facts("c", "p", 3, "hue"), Samples.Facts("d", "p", 4, "hue"),
            Samples.Facts("e", "q", 1, "hue"), Samples.Facts("f", "r", 2, "hue"), Samples.Facts("g", "s", 3, "hue"),
        ];

        var scores = Diversity.Order([.90, .90, .90, .90, .86, .85, .84], facts, 7).Select(chosen => chosen.Score).ToList();

        scores[0].ShouldBe(.90);
        scores.ShouldBeInOrder(SortDirection.Descending);
    }
}
