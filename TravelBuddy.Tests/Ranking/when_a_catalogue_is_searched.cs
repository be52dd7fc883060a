using TravelBuddy.Ranking;

namespace TravelBuddy.Tests.Ranking;

public sealed class when_a_catalogue_is_searched
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(500)]
    [InlineData(2000)]
    public void ids_order_and_scores_are_those_of_the_reference(int count)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var samples = new RankingSamples(1000 * seed + count);
            var layout = samples.Layout();
            var rows = samples.Rows(layout, count);
            var index = ScanIndex.Build(layout, rows);
            var wish = samples.Query(layout);
            var query = wish.ToQuery();
            var (expected, expectedSimilarities) = RankingSamples.Reference(wish, rows);
            foreach (var filter in (Func<int, bool>?[])[null, id => id % 7 == 3, _ => false])
            {
                var order = RankingSamples.Order(expected, filter);
                foreach (var k in (int[])[0, 1, 10, count + 3])
                {
                    var (ids, scores, similarities) = (new int[k], new double[k], new float[k * layout.Count]);

                    var found = index.Search(query, ids, scores, similarities, filter);

                    found.ShouldBe(Math.Min(k, order.Length));
                    ids[..found].ShouldBe(order[..found], $"count {count}, seed {seed}, k {k}");
                    for (var i = 0; i < found; i++)
                    {
                        RankingSamples.ShouldAgree(scores[i], expected[ids[i]]);
                        for (var block = 0; block < layout.Count; block++)
                        {
                            similarities[i * layout.Count + block].ShouldBe((float)expectedSimilarities[ids[i] * layout.Count + block], 1e-6f);
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void its_scores_are_those_of_the_scorer_bit_for_bit()
    {
        var samples = new RankingSamples(8);
        var layout = samples.Layout();
        var rows = samples.Rows(layout, 300);
        var query = samples.Query(layout).ToQuery();
        var (all, allSimilarities) = (new double[300], new float[300 * layout.Count]);
        ExactScorer.Score(query, rows, all, allSimilarities);
        var (ids, scores, similarities) = (new int[300], new double[300], new float[300 * layout.Count]);

        ScanIndex.Build(layout, rows).Search(query, ids, scores, similarities).ShouldBe(300);

        scores.ShouldBe(ids.Select(id => all[id]));
        similarities.ShouldBe(ids.SelectMany(id => allSimilarities.Skip(id * layout.Count).Take(layout.Count)));
    }

    [Fact]
    public void several_threads_find_what_one_finds()
    {
        var samples = new RankingSamples(9);
        var layout = new BlockLayout(("a", 5), ("b", 3));
        var rows = samples.Rows(layout, 20_000);
        var (one, four) = (ScanIndex.Build(layout, rows), ScanIndex.Build(layout, rows, threads: 4));
        foreach (var filter in (Func<int, bool>?[])[null, id => id % 3 == 0])
        {
            foreach (var k in (int[])[1, 10, 15_000])
            {
                var query = samples.Query(layout).ToQuery();
                var (ids, scores) = (new int[k], new double[k]);
                var (moreIds, moreScores) = (new int[k], new double[k]);

                var found = one.Search(query, ids, scores, [], filter);

                four.Search(query, moreIds, moreScores, [], filter).ShouldBe(found);
                moreIds.ShouldBe(ids);
                moreScores.ShouldBe(scores);
            }
        }
    }

    [Fact]
    public void many_searches_at_once_do_not_disturb_each_other()
    {
        var samples = new RankingSamples(10);
        var layout = samples.Layout();
        var index = ScanIndex.Build(layout, samples.Rows(layout, 3000), threads: 2);
        var queries = Enumerable.Range(0, 40).Select(_ => samples.Query(layout).ToQuery()).ToArray();
        var expected = queries.Select(Answer).ToArray();

        queries.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(Answer).ToArray().ShouldBe(expected);

        string Answer(RankingQuery query)
        {
            var (ids, scores) = (new int[10], new double[10]);
            index.Search(query, ids, scores, []);
            return string.Join(' ', ids.Zip(scores));
        }
    }

    [Fact]
    public void an_empty_query_returns_rows_in_their_order_with_score_zero()
    {
        var layout = new BlockLayout(("a", 2));
        var (ids, scores) = (new int[2], new double[2]);

        ScanIndex.Build(layout, [1, 0, 0, 1, 1, 1]).Search(new RankingQuery(layout, [1]), ids, scores, []).ShouldBe(2);

        ids.ShouldBe([0, 1]);
        scores.ShouldBe([0, 0]);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void a_row_that_is_not_finite_is_refused_with_row_and_column(float value)
    {
        var layout = new BlockLayout(("a", 3), ("b", 2));
        var rows = new float[3000 * 5];
        rows[2222 * 5 + 4] = value;

        var message = Should.Throw<ArgumentException>(() => ScanIndex.Build(layout, rows)).Message;
        message.ShouldContain("Row 2222 holds");
        message.ShouldContain("column 4 (block \"b\", element 1)");
        Should.Throw<ArgumentException>(() => ScanIndex.Build(layout, RankingSamples.Bytes(rows), 3000)).Message.ShouldContain("Row 2222 holds");
    }

    [Fact]
    public void a_stream_gives_the_index_of_the_same_rows()
    {
        var samples = new RankingSamples(13);
        var layout = samples.Layout();
        var rows = samples.Rows(layout, 2500);
        var query = samples.Query(layout).ToQuery();
        var (ids, scores) = (new int[20], new double[20]);
        var (streamIds, streamScores) = (new int[20], new double[20]);

        ScanIndex.Build(layout, rows).Search(query, ids, scores, []);
        ScanIndex.Build(layout, RankingSamples.Bytes(rows), 2500).Search(query, streamIds, streamScores, []);

        streamIds.ShouldBe(ids);
        streamScores.ShouldBe(scores);
        Should.Throw<EndOfStreamException>(() => ScanIndex.Build(layout, RankingSamples.Bytes(rows), 2501));
    }

    [Fact]
    public void what_does_not_fit_is_refused()
    {
        var layout = new BlockLayout(("a", 2), ("b", 1));
        var index = ScanIndex.Build(layout, new float[9]);
        var query = new RankingQuery(layout, [1, 1]);

        Should.Throw<ArgumentException>(() => ScanIndex.Build(layout, new float[8])).Message.ShouldContain("whole number of rows of 3");
        Should.Throw<ArgumentOutOfRangeException>(() => ScanIndex.Build(layout, new float[9], threads: 0));
        Should.Throw<ArgumentException>(() => ScanIndex.Build(layout, Stream.Null, int.MaxValue)).Message.ShouldContain("more numbers than one index can hold");
        Should.Throw<ArgumentException>(() => index.Search(query, new int[2], new double[1], [])).ParamName.ShouldBe("scores");
        Should.Throw<ArgumentException>(() => index.Search(query, new int[2], new double[2], new float[3])).ParamName.ShouldBe("similarities");
        Should.Throw<ArgumentException>(() => index.Search(new RankingQuery(new BlockLayout(("a", 1), ("b", 2)), [1, 1]), new int[2], new double[2], []))
            .ParamName.ShouldBe("query");
        index.Search(new RankingQuery(new BlockLayout(("a", 2), ("b", 1)), [1, 1]), new int[2], new double[2], []).ShouldBe(2);
    }
}
