using TravelBuddy.Ranking;

namespace TravelBuddy.Tests.Ranking;

public sealed class when_a_ranking_is_measured
{
    private static readonly Dictionary<string, int> Grades = new() { ["a"] = 3, ["b"] = 2, ["c"] = 3, ["d"] = 0, ["e"] = 1, ["f"] = 2 };
    private static readonly string[] Ranking = ["a", "b", "c", "d", "e", "f"];

    [Fact]
    public void ndcg_is_the_gain_over_that_of_the_best_order()
    {
        // Worked by hand: 7/1 + 3/1.58496 + 7/2 + 0 + 1/2.58496 + 3/2.80735 over 7/1 + 7/1.58496 + 3/2 + 3/2.32193 + 1/2.58496 + 0.
        RankingMetrics.NdcgAt(Ranking, Grades, 6).ShouldBe(13.848263 / 14.595391, 1e-6);
        RankingMetrics.NdcgAt(Ranking, Grades, 1).ShouldBe(1);
        RankingMetrics.NdcgAt(["a", "c", "b", "f", "e", "d"], Grades, 6).ShouldBe(1, 1e-15);
        RankingMetrics.NdcgAt(["d", "e"], Grades, 2).ShouldBe(1 / Math.Log2(3) / (7 + 7 / Math.Log2(3)), 1e-15);
    }

    [Fact]
    public void ndcg_counts_no_id_twice_and_nothing_unjudged()
    {
        RankingMetrics.NdcgAt(["a", "a", "a"], new Dictionary<string, int> { ["a"] = 1 }, 3).ShouldBe(1);
        RankingMetrics.NdcgAt(["x", "y"], Grades, 10).ShouldBe(0);
        RankingMetrics.NdcgAt(Ranking, new Dictionary<string, int>(), 10).ShouldBe(0);
        RankingMetrics.NdcgAt(ReadOnlySpan<string>.Empty, Grades, 10).ShouldBe(0);
        Should.Throw<ArgumentException>(() => RankingMetrics.NdcgAt(Ranking, new Dictionary<string, int> { ["a"] = -1 }, 3)).Message.ShouldContain("-1");
        Should.Throw<ArgumentOutOfRangeException>(() => RankingMetrics.NdcgAt(Ranking, Grades, 0));
    }

    [Fact]
    public void recall_is_the_share_of_the_relevant_that_was_found()
    {
        var relevant = new HashSet<int> { 1, 2, 3, 4 };

        RankingMetrics.RecallAt([9, 1, 8, 2, 3], relevant, 4).ShouldBe(0.5);
        RankingMetrics.RecallAt([9, 1, 8, 2, 3], relevant, 100).ShouldBe(0.75);
        RankingMetrics.RecallAt([1, 1, 1], relevant, 3).ShouldBe(0.25);
        RankingMetrics.RecallAt([1], new HashSet<int>(), 3).ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => RankingMetrics.RecallAt([1], relevant, 0));
    }

    [Fact]
    public void the_reciprocal_rank_is_one_over_the_first_relevant_place()
    {
        RankingMetrics.ReciprocalRank([5, 6, 7, 8], new HashSet<int> { 7, 8 }).ShouldBe(1.0 / 3);
        RankingMetrics.ReciprocalRank([5, 6], new HashSet<int> { 7 }).ShouldBe(0);
        RankingMetrics.ReciprocalRank([], new HashSet<int> { 7 }).ShouldBe(0);
    }

    [Fact]
    public void diversity_is_the_mean_difference_of_all_pairs()
    {
        RankingMetrics.IntraListDiversity([1, 0, 2, 0, 1, 0], 2).ShouldBe(0);
        RankingMetrics.IntraListDiversity([1, 0, 0, 1], 2).ShouldBe(1);
        RankingMetrics.IntraListDiversity([1, 0, -3, 0], 2).ShouldBe(2);
        RankingMetrics.IntraListDiversity([1, 0, 0, 1, 1, 0], 2).ShouldBe(2.0 / 3, 1e-15);
        RankingMetrics.IntraListDiversity([1, 0], 2).ShouldBe(0);
        RankingMetrics.IntraListDiversity([], 2).ShouldBe(0);
        RankingMetrics.IntraListDiversity(3, (i, j) => i + j).ShouldBe(-1);
        Should.Throw<ArgumentException>(() => RankingMetrics.IntraListDiversity([1, 0, 1], 2));

        var rows = new RankingSamples(6).Vector(20 * 37);
        RankingMetrics.IntraListDiversity(rows, 37)
            .ShouldBe(RankingMetrics.IntraListDiversity(20, (i, j) => when_a_list_is_diversified.Cosine(rows, 37, i, j)), 1e-12);
    }

    [Fact]
    public void coverage_is_the_share_of_the_catalogue_that_was_shown()
    {
        RankingMetrics.CatalogueCoverage([1, 2, 2, 1, 3], 12).ShouldBe(0.25);
        RankingMetrics.CatalogueCoverage(Array.Empty<int>(), 12).ShouldBe(0);
        RankingMetrics.CatalogueCoverage(Array.Empty<int>(), 0).ShouldBe(0);
        Should.Throw<ArgumentException>(() => RankingMetrics.CatalogueCoverage([1, 2], 1));
    }
}
