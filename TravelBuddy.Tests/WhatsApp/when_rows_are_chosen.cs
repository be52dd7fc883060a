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
    public void all_that_answer_are_rows_and_nothing_else_beside_so_many() =>
        Rows(A, A, A, A, A, L, A, A, N, L).ShouldBe([4, 5, 7, 8]);

    [Fact]
    public void a_few_that_may_lack_something_fill_up() => Rows(A, A, A, A, L, N, L, L, L, L).ShouldBe([4, 5, 7, 8]);

    [Fact]
    public void what_only_comes_near_is_a_row_where_nothing_else_is_there() => Rows(A, A, A, N, E, N, N, N, N, N).ShouldBe([4, 6, 7, 8]);

    [Fact]
    public void what_costs_clearly_more_than_was_said_is_no_answer()
    {
        var list = Of(A, A, A, A, A, A, A, A, A, A);
        list = list with { Packages = [.. list.Packages.Select((ranked, i) => i < 5 ? ranked : ranked with { Reasons = [new Reason(ReasonCodes.PriceOver, ["9", "USD", "60"])] })] };

        ListedTours.Rows(list, 4, []).ShouldBe([4, 5]);
    }

    [Fact]
    public void what_was_left_out_comes_when_more_is_asked_for()
    {
        var list = Of(A, A, A, A, A, L, A, A, N, L, N, E);

        ListedTours.Left(list, SendRecommendationsHandler.Shown, []).ShouldBe([6, 9, 10, 11]);
        ListedTours.Rows(list, SendRecommendationsHandler.Shown + 1, []).ShouldBe([6, 9, 10, 11]);
        ListedTours.Left(list, SendRecommendationsHandler.Shown + SendRecommendationsHandler.Rows, []).ShouldBeEmpty();
    }

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
        ListedTours.Rows(Of(A, A, N, A, N), 3, []).ShouldBe([4]);
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
        Ids(list, shown).ShouldBe(Ids(ranked, ListedTours.Before(ranked, SendRecommendationsHandler.Shown, [])), ignoreOrder: true);
        Ids(list, all).ShouldBe(Ids(ranked, [.. ListedTours.Before(ranked, 3 * standings.Length + SendRecommendationsHandler.Shown, [])]), ignoreOrder: true);
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
    public void the_person_has_cards_and_rows_before_them() => ListedTours.Before(Of(A, A, A, A, A, L, A, A, N, L), SendRecommendationsHandler.Shown, []).ShouldBe([1, 2, 3, 4, 5, 7, 8]);

    private static IReadOnlyList<int> Rows(params Standing[] standings) => ListedTours.Rows(Of(standings), 4, []);

    private static RecommendationList Of(params Standing[] standings) =>
        SampleLists.Of(standings.Select((standing, i) => new RankedPackage($"p{i + 1}", 1 - i / 100.0, [], []) { Standing = standing }));
}
