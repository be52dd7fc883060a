using TravelBuddy.Ranking;

namespace TravelBuddy.Tests.Ranking;

public sealed class when_candidates_are_scored
{
    [Fact]
    public void scores_similarities_and_order_are_those_of_the_reference()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var samples = new RankingSamples(seed);
            var layout = samples.Layout();
            var count = seed < 4 ? seed : seed * 7;
            var rows = samples.Rows(layout, count);
            var wish = samples.Query(layout);
            var (expected, expectedSimilarities) = RankingSamples.Reference(wish, rows);
            var (scores, similarities) = (new double[count], new float[count * layout.Count]);
            similarities.AsSpan().Fill(float.NaN);

            ExactScorer.Score(wish.ToQuery(), rows, scores, similarities);

            for (var row = 0; row < count; row++)
            {
                RankingSamples.ShouldAgree(scores[row], expected[row]);
            }

            similarities.ShouldBe(expectedSimilarities.Select(value => (float)value), 1e-6f);
            RankingSamples.Order(scores).ShouldBe(RankingSamples.Order(expected), $"seed {seed}");
        }
    }

    [Fact]
    public void every_kernel_gives_the_same_bits()
    {
        var samples = new RankingSamples(71);
        var layout = samples.Layout();
        var rows = samples.Rows(layout, 200);
        var query = samples.Query(layout).ToQuery();
        var before = RankingKernels.InUse;
        var results = new List<(double[] Scores, float[] Similarities)>();
        try
        {
            foreach (var kernel in Enum.GetValues<RankingKernel>().Where(RankingKernels.IsSupported))
            {
                RankingKernels.InUse = kernel;
                results.Add((new double[200], new float[200 * layout.Count]));
                ExactScorer.Score(query, rows, results[^1].Scores, results[^1].Similarities);
            }
        }
        finally
        {
            RankingKernels.InUse = before;
        }

        foreach (var (scores, similarities) in results)
        {
            scores.ShouldBe(results[0].Scores);
            similarities.ShouldBe(results[0].Similarities);
        }
    }

    [Theory]
    [InlineData(768)]
    [InlineData(2000)]
    public void half_precision_rows_score_as_their_exact_values(int length)
    {
        var samples = new RankingSamples(length);
        var layout = new BlockLayout(("first", length - 5), ("second", 5));
        Half[] halves = [.. samples.Vector(30 * length).Select(value => (Half)value), .. Enumerable.Repeat(Half.Epsilon, length)];
        var query = samples.Query(layout).ToQuery();
        var (scores, similarities) = (new double[31], new float[62]);
        var (expected, expectedSimilarities) = (new double[31], new float[62]);

        ExactScorer.Score(query, halves, scores, similarities);
        ExactScorer.Score(query, Array.ConvertAll(halves, value => (float)value), expected, expectedSimilarities);

        scores.ShouldBe(expected);
        similarities.ShouldBe(expectedSimilarities);
    }

    [Fact]
    public void the_best_alternative_counts_and_not_their_average()
    {
        var layout = new BlockLayout(("days", 3));
        var query = new RankingQuery(layout, [1]);
        query.AddAlternative(0, [1, 0, 0]);
        query.AddAlternative(0, [0, 0, 1]);
        float[] threeFiveSeven = [1, 0, 0, 0, 1, 0, 0, 0, 1];
        var (scores, similarities) = (new double[3], new float[3]);

        ExactScorer.Score(query, threeFiveSeven, scores, similarities);

        scores.ShouldBe([1, 0.5, 1]);
        similarities.ShouldBe([1, 0, 1]);
    }

    [Fact]
    public void a_block_of_weight_zero_shows_its_similarity_and_changes_no_score()
    {
        var layout = new BlockLayout(("places", 1), ("food", 1), ("open", 1));
        var query = new RankingQuery(layout, [1, 0, 1]);
        query.AddAlternative(0, [1]);
        query.AddAlternative(1, [1]);
        var (scores, similarities) = (new double[2], new float[6]);

        ExactScorer.Score(query, [0.5f, -1, 1, 0.5f, 1, -1], scores, similarities);

        scores.ShouldBe([0.75, 0.75]);
        similarities.ShouldBe([0.5f, -1, 0, 0.5f, 1, 0]);
    }

    [Fact]
    public void an_empty_query_scores_everything_zero()
    {
        var layout = new BlockLayout(("places", 2));
        var (scores, similarities) = (new double[] { 7, 7 }, new float[] { 7, 7 });

        ExactScorer.Score(new RankingQuery(layout, [1]), new float[] { 1, 0, 0, 1 }, scores, similarities);

        scores.ShouldBe([0, 0]);
        similarities.ShouldBe([0, 0]);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void a_row_that_is_not_finite_is_refused_with_row_and_column(float value)
    {
        var layout = new BlockLayout(("places", 20), ("days", 20), ("open", 1));
        var query = new RankingQuery(layout, [1, 0, 1]);
        query.AddAlternative(0, new RankingSamples(1).Vector(20));
        query.AddAlternative(1, new float[20]);
        query.AddAlternative(1, new RankingSamples(2).Vector(20));
        var (scores, similarities) = (new double[3], new float[9]);
        foreach (var column in (int[])[0, 17, 20, 39])
        {
            var rows = new RankingSamples(3).Vector(3 * 41);
            rows[41 + column] = value;
            var halves = Array.ConvertAll(rows, number => (Half)number);
            var expected = $"at column {column} (block \"{(column < 20 ? "places" : "days")}\", element {column % 20})";

            var message = Should.Throw<ArgumentException>(() => ExactScorer.Score(query, rows, scores, similarities)).Message;
            message.ShouldContain("Row 1 holds");
            message.ShouldContain(expected);
            message = Should.Throw<ArgumentException>(() => ExactScorer.Score(query, halves, scores, similarities)).Message;
            message.ShouldContain("Row 1 holds");
            message.ShouldContain(expected);
        }
    }

    [Fact]
    public void lengths_that_do_not_fit_are_refused()
    {
        var query = new RankingQuery(new BlockLayout(("a", 2), ("b", 1)), [1, 1]);

        Should.Throw<ArgumentException>(() => ExactScorer.Score(query, new float[4], new double[9], new float[9])).Message.ShouldContain("whole number of rows of 3");
        Should.Throw<ArgumentException>(() => ExactScorer.Score(query, new float[6], new double[1], new float[9])).ParamName.ShouldBe("scores");
        Should.Throw<ArgumentException>(() => ExactScorer.Score(query, new Half[6], new double[2], new float[3])).ParamName.ShouldBe("similarities");
    }

    [Fact]
    public void nothing_is_allocated()
    {
        var samples = new RankingSamples(5);
        var layout = new BlockLayout(("a", 500), ("b", 268));
        var rows = samples.Rows(layout, 100);
        var halves = Array.ConvertAll(rows, value => (Half)value);
        var query = samples.Query(layout).ToQuery();
        var index = ScanIndex.Build(layout, rows);
        var (scores, similarities, ids) = (new double[100], new float[200], new int[10]);
        // The first run may be charged for what the runtime sets up once; what every call allocates shows in all of them.
        Enumerable.Range(0, 4).Select(_ => Run()).Min().ShouldBe(0);

        long Run()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            ExactScorer.Score(query, rows, scores, similarities);
            ExactScorer.Score(query, halves, scores, similarities);
            TopK.Select(scores, ids);
            index.Search(query, ids, scores, similarities);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
