using TravelBuddy.Web.Catalog;
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

    [Theory]
    [InlineData(.86, false, new[] { 1, 0 })]
    [InlineData(.8, false, new[] { 0, 1 })]
    [InlineData(.86, true, new[] { 0, 1 })]
    public void a_tour_of_one_day_that_nobody_named_comes_behind_one_hardly_worse_that_goes_often(double often, bool named, int[] order)
    {
        var wishes = new Wishes { Dates = named ? new DatesWish(new DateOnly(2027, 8, 31), new DateOnly(2027, 9, 2)) : null };
        var once = Samples.Facts(Samples.Facts("a", "p", 3, "hue").Package with { AvailableFrom = new DateOnly(2027, 8, 31), AvailableUntil = new DateOnly(2027, 9, 2) });
        JudgedPackage[] judged = [Samples.Judged(wishes, once, .9), Samples.Judged(wishes, Samples.Facts("b", "q", 3, "da-nang"), often)];

        Diversity.Order(judged, 10).Select(placed => placed.Index).ShouldBe(order);
    }

    [Theory]
    [InlineData(3, new[] { 1, 0 })] // Over one holiday, whatever the same trip costs in summer.
    [InlineData(10, new[] { 1, 0 })]
    [InlineData(30, new[] { 0, 1 })]
    public void nor_does_a_tour_of_one_week_lead_where_nobody_said_when(int days, int[] order)
    {
        var first = new DateOnly(2027, 8, 31);
        var shortly = Samples.Facts(Samples.Facts("a", "p", 3, "hue").Package with { AvailableFrom = first, AvailableUntil = first.AddDays(days) });
        var inSummer = Samples.Facts(Samples.Facts("c", "p", 3, "hue").Package with { AvailableFrom = new DateOnly(2027, 6, 1), AvailableUntil = new DateOnly(2027, 7, 31) });
        JudgedPackage[] judged = [Samples.Judged(new Wishes(), shortly, .9), Samples.Judged(new Wishes(), Samples.Facts("b", "q", 3, "da-nang"), .86), Samples.Judged(new Wishes(), inSummer, .3)];

        Diversity.Order(judged, 10).Select(placed => placed.Index).Take(2).ShouldBe(order);
    }

    [Fact]
    public void but_not_where_it_has_other_departures()
    {
        JudgedPackage[] judged = [.. new[] { ("a", 3), ("b", 5) }.Select((departure, i) => Samples.Judged(new Wishes(), Samples.Facts(Samples.Facts(departure.Item1, "p", 3, "hue").Package with { AvailableFrom = new DateOnly(2027, departure.Item2, 1), AvailableUntil = new DateOnly(2027, departure.Item2, 3) }), .9 - i * .3)), Samples.Judged(new Wishes(), Samples.Facts("c", "q", 3, "da-nang"), .86)];

        Diversity.Order(judged, 10).Select(placed => placed.Index).ShouldBe([0, 2, 1]);
    }

    [Theory]
    [InlineData("Hue, good for families with children", .86, new[] { 1, 0 })]
    [InlineData("Huế, phù hợp gia đình có trẻ nhỏ", .86, new[] { 1, 0 })]
    [InlineData("Hue, good for families with children", .8, new[] { 0, 1 })]
    [InlineData("Huế, phù hợp gia đình có trẻ nhỏ", .8, new[] { 0, 1 })]
    [InlineData("Hue by cyclo", .86, new[] { 0, 1 })]
    [InlineData("Huế, đi xích lô", .86, new[] { 0, 1 })]
    public void a_tour_that_says_it_suits_the_children_who_travel_comes_before_one_hardly_better_that_is_silent_of_them(string says, double score, int[] order) =>
        InOrder(new Wishes { Party = new PartyWish(2, 2) }, says, score).ShouldBe(order);

    [Theory]
    [InlineData("Hue by dragon boat, seniors welcome")]
    [InlineData("Thuyền rồng Huế, phù hợp người lớn tuổi")]
    public void and_so_does_one_that_names_the_older_people_who_travel_but_for_nobody_else(string says)
    {
        InOrder(new Wishes { Accommodation = new ConceptWishes(["over-eighty"], []) }, says, .86).ShouldBe([1, 0]);
        InOrder(new Wishes { Party = new PartyWish(2, 0) }, says, .86).ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData("Light and lanterns: photography workshop in Hue")]
    [InlineData("Huế: săn ảnh đèn lồng")]
    public void those_who_told_who_they_are_find_what_asks_for_others_behind_what_they_can_take_part_in(string title)
    {
        InOrder(new Wishes { Party = new PartyWish(2, 0) }, "Hue by cyclo", .75, title).ShouldBe([1, 0]);
        InOrder(new Wishes { Party = new PartyWish(2, 0), Activities = new ConceptWishes(["photography"], []) }, "Hue by cyclo", .75, title).ShouldBe([0, 1]);
        InOrder(new Wishes(), "Hue by cyclo", .75, title).ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData("en", "vi", .86, new[] { 0, 3, 1, 2 })]
    [InlineData("vi", "en", .86, new[] { 0, 3, 1, 2 })]
    [InlineData("en", "vi", .8, new[] { 0, 1, 2, 3 })]
    [InlineData("vi", "en", .8, new[] { 0, 1, 2, 3 })]
    [InlineData("en", "en", .86, new[] { 0, 1, 2, 3 })]
    [InlineData("vi", "vi", .86, new[] { 0, 1, 2, 3 })]
    public void one_card_at_most_is_told_in_the_other_language_while_hardly_worse_ones_are_told_in_the_travellers(string read, string written, double own, int[] order)
    {
        var wishes = new Wishes { Language = read };
        PackageFacts Told(string id, string place, string language) => Samples.Facts(Samples.Facts(id, id, 3, place).Package with { Language = language });

        Diversity.Order(
        [
            Samples.Judged(wishes, Told("a", "hue", written), .9), Samples.Judged(wishes, Told("b", "da-nang", written), .89),
            Samples.Judged(wishes, Told("c", "sa-pa", written), .88), Samples.Judged(wishes, Told("d", "da-lat", read), own),
        ], 10).Select(placed => placed.Index).ShouldBe(order);
    }

    /// <summary>In which order a tour and a second one, of that score and title, are listed.</summary>
    private static IEnumerable<int> InOrder(Wishes wishes, string second, double score, string first = "Hue") => Diversity.Order(
    [
        Samples.Judged(wishes, Samples.Facts(Samples.Facts("a", "p", 3, "hue").Package with { Title = first }), .9),
        Samples.Judged(wishes, Samples.Facts(Samples.Facts("b", "q", 3, "da-nang").Package with { Title = second }), score),
    ], 10).Select(placed => placed.Index);

    [Fact]
    public void what_goes_elsewhere_comes_after_what_goes_there_and_what_is_to_be_avoided_last()
    {
        JudgedPackage[] judged =
        [
            Samples.Judged(new Wishes(), Samples.Facts("a", "p", 1, "hue"), .9) with { Standing = Standing.Elsewhere },
            Samples.Judged(new Wishes(), Samples.Facts("b", "q", 2, "hue"), .3) with { Standing = Standing.NearMiss },
            Samples.Judged(new Wishes(), Samples.Facts("c", "r", 3, "sa-pa"), .4) with { Standing = Standing.Unpriced, Behind = true },
            Samples.Judged(new Wishes(), Samples.Facts("d", "s", 3, "sa-pa"), .8) with { Standing = Standing.Unwanted, Behind = true },
        ];

        Diversity.Order(judged, 10).Select(placed => placed.Index).ShouldBe([1, 2, 0, 3]);
    }

    [Fact]
    public void a_good_tour_elsewhere_stays_among_the_first_ten_as_their_last()
    {
        JudgedPackage[] judged =
        [
            Samples.Judged(new Wishes(), Samples.Facts("far", "p", 3, "sa-pa"), .9) with { Standing = Standing.Elsewhere },
            .. Enumerable.Range(0, 12).Select(i => Samples.Judged(new Wishes(), Samples.Facts($"near{i}", $"p{i}", 3, "hue"), .5 - i * .01) with { Standing = Standing.NearMiss }),
        ];

        Diversity.Order(judged, 12).Select(placed => placed.Index).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 10, 11]);
    }

    [Theory]
    [InlineData(true, "priced")]
    [InlineData(false, "silent")]
    public void elsewhere_a_tour_without_a_price_comes_behind_those_that_keep_to_one_that_may_not_be_passed(bool firm, string first)
    {
        var wishes = new Wishes { Currency = "VND", Places = [new PlaceWish("con-dao", null)], Budget = new BudgetWish(null, 500_000, "VND", firm) };
        var (silent, priced) = (Samples.Facts("silent", "p", 1, "hue"), Samples.Facts("priced", "q", 1, "hue"));
        priced = Samples.Facts(priced.Package with { Price = new Money(400_000, "VND"), PriceVnd = 400_000 });
        JudgedPackage[] judged = [Samples.Judged(wishes, silent, .9), Samples.Judged(wishes, priced, .5)];

        judged[Diversity.Order(judged, 10)[0].Index].Facts.Package.SourceId.ShouldBe(first);
        judged[0].Fits.ShouldBeFalse("nobody knows that it keeps to the budget");
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
