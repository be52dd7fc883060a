using TravelBuddy.Tests.Recommendations;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_rows_are_chosen
{
    private const Standing A = Standing.Answer, L = Standing.LacksNeed, N = Standing.NearMiss, E = Standing.Elsewhere;

    [Fact]
    public void there_are_ten_as_long_as_so_many_come_near() => Rows(A, A, A, A, A, L, A, A, N, L, A, N, E).ShouldBe([4, 5, 6, 7, 8, 9, 11]);

    [Fact]
    public void what_only_comes_near_fills_up() => Rows(A, A, A, A, L, N, L, E, N).ShouldBe([4, 5, 6, 7, 9]);

    [Fact]
    public void what_was_left_out_comes_when_more_is_asked_for()
    {
        var list = Of(A, A, A, A, A, L, A, A, N, L, N, E, A, L);

        ListedTours.Left(list, SendRecommendationsHandler.Shown, []).ShouldBe([10, 11, 14]);
        ListedTours.Rows(list, SendRecommendationsHandler.Shown + 1, []).ShouldBe([10, 11, 14]);
        ListedTours.Left(list, SendRecommendationsHandler.Shown + SendRecommendationsHandler.Rows, []).ShouldBeEmpty();
    }

    [Fact]
    public void no_tour_that_fits_waits_behind_one_that_fits_only_in_part()
    {
        Reason[] lacking = [new Reason(ReasonCodes.DoesNotSay, ["lanterns"])], forOthers = [new Reason(ReasonCodes.MadeForOthers, ["halal"])];
        var list = Of([.. Enumerable.Repeat(A, 14)]);
        list = ListedTours.InOrder(list with { Packages = [.. list.Packages.Select((ranked, i) => i == 0 ? ranked with { Reasons = forOthers } : i is 2 or 5 ? ranked with { Reasons = lacking } : ranked)] });

        Ids(list, Enumerable.Range(1, 14)).ShouldBe(["p2", "p4", "p5", "p7", "p8", "p9", "p10", "p11", "p12", "p13", "p14", "p1", "p3", "p6"]);
        ListedTours.Cards(list).ShouldBe(3);
        ListedTours.Left(list, SendRecommendationsHandler.Shown, []).ShouldBe([11, 12, 13, 14]);
    }

    [Theory]
    [InlineData(ReasonCodes.Steps, "172"), InlineData(ReasonCodes.StairsOfPlace, "mua-cave", "500")]
    public void what_is_more_than_people_can_climb_comes_last(string code, params string[] arguments)
    {
        var list = Of(A, L, N, A);
        list = ListedTours.InOrder(list with { Packages = [.. list.Packages.Select((ranked, i) => i == 1 ? ranked with { Reasons = [new Reason(code, arguments)] } : ranked)] });

        Ids(list, [1, 2, 3, 4]).ShouldBe(["p1", "p4", "p3", "p2"]);
    }

    [Theory]
    [InlineData("halal", "rice-wine"), InlineData("jain", "garlic")]
    public void what_names_what_a_diet_that_has_to_be_kept_forbids_comes_behind_what_is_silent(string diet, string forbidden)
    {
        Reason missing = new(ReasonCodes.EssentialMissing, [diet]), against = new(ReasonCodes.AgainstDiet, [diet, forbidden]);
        var list = Of(A, L, L);
        list = ListedTours.InOrder(list with { Packages = [.. list.Packages.Select((ranked, i) => ranked with { Reasons = i switch { 0 => [], 1 => [missing, against], _ => [missing] } })] });

        Ids(list, [1, 2, 3]).ShouldBe(["p1", "p3", "p2"]);
    }

    [Theory]
    [InlineData(ReasonCodes.EssentialMet, "halal"), InlineData(ReasonCodes.InPart, "OnRequest", "halal")]
    public void what_has_a_diet_that_has_to_be_kept_is_among_the_ten_though_many_that_are_silent_of_it_score_better(string code, params string[] arguments)
    {
        var list = Of([.. Enumerable.Repeat(L, 13), N]);
        list = ListedTours.InOrder(list with { Packages = [.. list.Packages.Select((ranked, i) => ranked with { Reasons = i == 13 ? [new Reason(code, arguments)] : [new Reason(ReasonCodes.EssentialMissing, ["halal"])] })] });

        Ids(list, Enumerable.Range(1, ListedTours.Shown)).ShouldBe(["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p14"]);
    }

    [Fact]
    public void where_it_was_to_cost_little_what_fits_comes_by_price_and_what_costs_many_times_as_much_is_no_row()
    {
        var price = new Dictionary<string, decimal?> { ["p1"] = 59, ["p2"] = 55, ["p3"] = null, ["p4"] = 57, ["p5"] = 60, ["p6"] = 400, ["p7"] = 70 };

        var list = ListedTours.InOrder(Of(A, A, A, A, N, N, N), id => price[id]);

        Ids(list, [1, 2, 3, 4, 5, 6, 7]).ShouldBe(["p2", "p4", "p1", "p3", "p5", "p7", "p6"]);
        ListedTours.Rows(list, 4, []).ShouldBe([4, 5, 6]);
        ListedTours.Left(list, SendRecommendationsHandler.Shown, []).ShouldBe([7]);
    }

    [Fact]
    public void but_none_that_fits_is_held_back_for_its_price()
    {
        var price = new Dictionary<string, decimal?> { ["p1"] = 50, ["p2"] = 55, ["p3"] = 60, ["p4"] = 65, ["p5"] = 400 };

        var list = ListedTours.InOrder(Of(A, A, A, A, A), id => price[id]);

        ListedTours.Rows(list, 4, []).ShouldBe([4, 5]);
        ListedTours.Left(list, SendRecommendationsHandler.Shown, []).ShouldBeEmpty();
    }

    [Fact]
    public void where_nothing_fits_the_order_stays() =>
        Ids(ListedTours.InOrder(Of(N, L, N, A) with { NothingFits = true }), [1, 2, 3, 4]).ShouldBe(["p1", "p2", "p3", "p4"]);

    [Theory]
    [InlineData(N, N, N, N, N, N, N, N)]
    [InlineData(N, A, N, A, N, N, A, L)]
    [InlineData(A, A, A, N, L, L, N, A)]
    public void however_many_were_cards_every_tour_that_is_there_comes_once(params Standing[] standings)
    {
        var list = Of(standings);

        foreach (var cards in Enumerable.Range(1, ListedTours.Cards(list)))
        {
            int[] shown = [.. Enumerable.Range(1, cards), .. ListedTours.Rows(list, cards + 1, []), .. ListedTours.Rows(list, SendRecommendationsHandler.Shown + 1, [])];
            shown.ShouldBe(Enumerable.Range(1, standings.Length), ignoreOrder: true, $"{cards} cards");
        }
    }

    [Fact]
    public void what_is_turned_down_between_two_pages_passes_over_no_other()
    {
        var list = Of([A, A, A, A, A, A, A, .. Enumerable.Repeat(N, 12)]);
        var page = ListedTours.Rows(list, SendRecommendationsHandler.Shown + 1, []);
        var turnedDown = list.Packages[page[0] - 1].PackageId;

        ListedTours.Rows(list, SendRecommendationsHandler.Shown + SendRecommendationsHandler.Rows + 1, [turnedDown]).ShouldBe(ListedTours.Rows(list, SendRecommendationsHandler.Shown + SendRecommendationsHandler.Rows + 1, []));
    }

    [Fact]
    public void what_lies_elsewhere_is_none_unless_everything_does()
    {
        Rows(A, A, A, E, E, E).ShouldBeEmpty();
        ListedTours.Rows(Of(E, E, E, E, E, E, E), 2, []).ShouldBe([2, 3, 4, 5]);
    }

    [Fact]
    public void what_comes_near_is_no_card_behind_what_fits()
    {
        ListedTours.Cards(Of(A, A, N, A, N)).ShouldBe(2);
        ListedTours.Cards(Of(N, N, N, N)).ShouldBe(3);
        ListedTours.Cards(Of(E, E, E)).ShouldBe(1);
        ListedTours.Rows(Of(A, A, N, A, N), 3, []).ShouldBe([3, 4, 5]);
    }

    [Theory]
    [InlineData(A, N, A, L, N, A, E, A, N, A, A, E, N)]
    [InlineData(A, A, A, A, A, L, A, A, N, L, N, E, A)]
    [InlineData(A, A, A, N, E, N, N, N, N, N, N, A, L)]
    [InlineData(N, N, E, N, N, N, A, N, N, N, N)]
    [InlineData(E, E, E, E, E, E, E)]
    [InlineData(A)]
    public void in_the_order_that_is_recorded_their_numbers_run_without_holes(params Standing[] standings)
    {
        var (ranked, list) = (Of(standings), ListedTours.InOrder(Of(standings)));
        var cards = ListedTours.Cards(list);
        int[] shown = [.. Enumerable.Range(1, cards), .. ListedTours.Rows(list, cards + 1, [])];
        int[] all = [.. shown, .. ListedTours.Left(list, SendRecommendationsHandler.Shown, [])];

        all.ShouldBe(Enumerable.Range(1, all.Length));
        ListedTours.Before(list, SendRecommendationsHandler.Shown, []).ShouldBe(shown);
        list.Packages.Select(package => package.PackageId).ShouldBe(ranked.Packages.Select(package => package.PackageId), ignoreOrder: true);
        list.Packages.Select(package => package.Score).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void what_answers_is_a_card_before_what_only_comes_near()
    {
        var list = ListedTours.InOrder(Of(A, N, A, A, N));

        ListedTours.Cards(list).ShouldBe(3);
        list.Packages.Select(package => package.PackageId).ShouldBe(["p1", "p3", "p4", "p2", "p5"]);
    }

    private static IEnumerable<string> Ids(RecommendationList list, IEnumerable<int> ranks) => ranks.Select(rank => list.Packages[rank - 1].PackageId);

    [Fact]
    public void what_was_turned_down_is_none() => ListedTours.Rows(Of(A, A, A, A, A, A, A), 4, ["p5"]).ShouldBe([4, 6, 7]);

    [Fact]
    public void the_person_has_cards_and_rows_before_them() => ListedTours.Before(Of(A, A, A, A, A, L, A, A, N, L), SendRecommendationsHandler.Shown, []).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

    private static IReadOnlyList<int> Rows(params Standing[] standings) => ListedTours.Rows(Of(standings), 4, []);

    private static RecommendationList Of(params Standing[] standings) =>
        SampleLists.Of(standings.Select((standing, i) => new RankedPackage($"p{i + 1}", 1 - i / 100.0, [], []) { Standing = standing }));
}
