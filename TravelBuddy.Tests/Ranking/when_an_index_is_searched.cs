using TravelBuddy.Ranking;

namespace TravelBuddy.Tests.Ranking;

/// <summary>What the index leaves unread must never have been among the best.</summary>
public sealed class when_an_index_is_searched
{
    public enum Data
    {
        Scattered,
        Clustered,
        Long,
        Tiny,

        /// <summary>Long blocks, but not too long for bounds.</summary>
        Large,

        /// <summary>Some rows long, some short, so that what is rounded off the long ones hides the short ones.</summary>
        Mixed,
    }

    // Enough that the copies of any shorter blocks beside it stay below half the memory of the rows.
    private const int LongBlock = 1000;

    public static MatrixTheoryData<int, Data> Catalogues => new([0, 1, 2, 17, 500, 5000], Enum.GetValues<Data>());

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void ids_order_and_scores_are_those_of_the_reference(int count, Data data)
    {
        for (var seed = 0; seed < (count > 2000 ? 3 : 8); seed++)
        {
            var samples = new RankingSamples(1000 * seed + count);
            var layout = seed % 4 == 3 ? samples.Layout() : WithLongBlock(samples.Layout());
            var rows = Rows(samples, layout, count, data);
            var hint = seed % 2 == 0 ? [] : Enumerable.Range(1, layout.Count).Select(i => 1.0 / i).ToArray();
            var index = RankingIndex.Build(layout, rows, hint, threads: 1 + seed % 2);
            index.CanRuleOut.ShouldBe(count >= 500 && data != Data.Long && layout.Blocks[^1].Length == LongBlock);
            var wish = samples.Query(layout);
            if (data != Data.Scattered && count > 0)
            {
                Near(wish, rows, seed % count);
            }

            var query = wish.ToQuery();
            var (expected, expectedSimilarities) = RankingSamples.Reference(wish, rows);
            foreach (var filter in (Func<int, bool>?[])[null, id => id % 7 == 3, _ => false])
            {
                var order = RankingSamples.Order(expected, filter);
                foreach (var k in (int[])[0, 1, 10, 160, count + 3])
                {
                    var (ids, scores, similarities) = (new int[k], new double[k], new float[k * layout.Count]);

                    var found = index.Search(query, ids, scores, similarities, filter);

                    found.ShouldBe(Math.Min(k, order.Length));
                    if (!ids.AsSpan(0, found).SequenceEqual(order.AsSpan(0, found)))
                    {
                        ids[..found].ShouldBe(order[..found], $"{data}, count {count}, seed {seed}, k {k}");
                    }

                    for (var i = 0; i < found; i++)
                    {
                        Agree(scores[i], expected[ids[i]], 1e-12 * RankingSamples.Size(wish, rows.AsSpan(ids[i] * layout.Dimensions, layout.Dimensions)));
                        for (var block = 0; block < layout.Count; block++)
                        {
                            var similarity = (float)expectedSimilarities[ids[i] * layout.Count + block];
                            Agree(similarities[i * layout.Count + block], similarity, 1e-6f * Math.Max(1, Math.Abs(similarity)));
                        }
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void a_filter_may_throw_or_search_itself_and_the_next_search_is_as_it_was(int threads)
    {
        var samples = new RankingSamples(77);
        var layout = WithLongBlock(samples.Layout());
        var index = RankingIndex.Build(layout, samples.Rows(layout, 2000), threads: threads);
        index.CanRuleOut.ShouldBeTrue();
        var query = samples.Query(layout).ToQuery();
        var expected = Found(null);
        expected.Length.ShouldBe(20);

        var thrown = Should.Throw<Exception>(() => Found(_ => throw new NotSupportedException("mine")));
        (thrown is AggregateException several ? several.InnerExceptions[0] : thrown).ShouldBeOfType<NotSupportedException>();
        Found(null).ShouldBe(expected);
        Found(_ => Found(null)[0] == expected[0]).ShouldBe(expected);

        int[] Found(Func<int, bool>? filter)
        {
            var (ids, scores) = (new int[20], new double[20]);
            return ids[..index.Search(query, ids, scores, [], filter)];
        }
    }

    [Fact]
    public void every_kernel_finds_the_same()
    {
        var samples = new RankingSamples(31);
        var layout = new BlockLayout(("a", 40), ("b", 7), ("c", 64));
        var rows = Rows(samples, layout, 4000, Data.Clustered);
        var index = RankingIndex.Build(layout, rows);
        var queries = Enumerable.Range(0, 20).Select(_ => samples.Query(layout).ToQuery()).ToArray();
        var before = RankingKernels.InUse;
        try
        {
            var answers = Enum.GetValues<RankingKernel>().Where(RankingKernels.IsSupported).Select(kernel =>
            {
                RankingKernels.InUse = kernel;
                return string.Join('\n', queries.Select(query => Answer(index, query)));
            }).Distinct();

            answers.Count().ShouldBe(1);
        }
        finally
        {
            RankingKernels.InUse = before;
        }
    }

    [Fact]
    public void several_threads_find_what_one_finds()
    {
        var samples = new RankingSamples(9);
        var layout = new BlockLayout(("a", 64), ("b", 32));
        var rows = Rows(samples, layout, 80_000, Data.Clustered);
        var (one, four) = (RankingIndex.Build(layout, rows), RankingIndex.Build(layout, rows, threads: 4));
        for (var i = 0; i < 10; i++)
        {
            var query = samples.Query(layout).ToQuery();
            foreach (var filter in (Func<int, bool>?[])[null, id => id % 3 == 0])
            {
                Answer(four, query, 10, filter).ShouldBe(Answer(one, query, 10, filter));
                Answer(four, query, 5000, filter).ShouldBe(Answer(one, query, 5000, filter));
            }
        }
    }

    [Fact]
    public void many_searches_at_once_do_not_disturb_each_other()
    {
        var samples = new RankingSamples(10);
        var layout = WithLongBlock(samples.Layout());
        var index = RankingIndex.Build(layout, samples.Rows(layout, 3000));
        var queries = Enumerable.Range(0, 40).Select(_ => samples.Query(layout).ToQuery()).ToArray();
        var expected = queries.Select(query => Answer(index, query)).ToArray();

        queries.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(query => Answer(index, query)).ToArray().ShouldBe(expected);
    }

    [Fact]
    public void a_search_allocates_nothing_once_its_thread_has_searched()
    {
        var samples = new RankingSamples(12);
        var layout = new BlockLayout(("a", 64), ("b", 32));
        var index = RankingIndex.Build(layout, Rows(samples, layout, 3000, Data.Clustered));
        var query = samples.Query(layout).ToQuery();
        var (ids, scores) = (new int[10], new double[10]);
        index.Search(query, ids, scores, []);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
        {
            index.Search(query, ids, scores, []);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void an_empty_query_returns_rows_in_their_order_with_score_zero()
    {
        var layout = new BlockLayout(("a", 2));

        Answer(RankingIndex.Build(layout, [1, 0, 0, 1, 1, 1]), new RankingQuery(layout, [1]), 2).ShouldBe("(0, 0) (1, 0)");
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

        var message = Should.Throw<ArgumentException>(() => RankingIndex.Build(layout, rows)).Message;
        message.ShouldContain("Row 2222 holds");
        message.ShouldContain("column 4 (block \"b\", element 1)");
        Should.Throw<ArgumentException>(() => RankingIndex.Build(layout, RankingSamples.Bytes(rows), 3000)).Message.ShouldContain("Row 2222 holds");
    }

    [Theory]
    [InlineData(5000, 768, 1.35)]
    [InlineData(300, 40, 1)]
    [InlineData(17, 768, 1)]
    public void it_takes_at_most_half_the_memory_of_its_rows_again(int count, int length, double least)
    {
        var layout = new BlockLayout(("a", length), ("b", 1));
        var rows = new RankingSamples(14).Rows(layout, count);

        // Without rings where those would take more.
        (RankingIndex.Build(layout, rows).Bytes / (4.0 * rows.Length)).ShouldBeInRange(least, 1.5);
    }

    [Fact]
    public void a_stream_gives_the_index_of_the_same_rows()
    {
        var samples = new RankingSamples(13);
        var layout = WithLongBlock(samples.Layout());
        var rows = samples.Rows(layout, 2500);
        var query = samples.Query(layout).ToQuery();

        Answer(RankingIndex.Build(layout, RankingSamples.Bytes(rows), 2500), query).ShouldBe(Answer(RankingIndex.Build(layout, rows), query));
        Should.Throw<EndOfStreamException>(() => RankingIndex.Build(layout, RankingSamples.Bytes(rows), 2501));
    }

    [Fact]
    public void what_does_not_fit_is_refused()
    {
        var layout = new BlockLayout(("a", 2), ("b", 1));
        var index = RankingIndex.Build(layout, new float[9]);
        var query = new RankingQuery(layout, [1, 1]);

        Should.Throw<ArgumentException>(() => RankingIndex.Build(layout, new float[8])).Message.ShouldContain("whole number of rows of 3");
        Should.Throw<ArgumentException>(() => RankingIndex.Build(layout, new float[9], [1])).Message.ShouldContain("1 weights for 2 blocks");
        Should.Throw<ArgumentOutOfRangeException>(() => RankingIndex.Build(layout, new float[9], threads: 0));
        Should.Throw<ArgumentException>(() => RankingIndex.Build(layout, Stream.Null, int.MaxValue)).Message.ShouldContain("more numbers than one index can hold");
        Should.Throw<ArgumentException>(() => index.Search(query, new int[2], new double[1], [])).ParamName.ShouldBe("scores");
        Should.Throw<ArgumentException>(() => index.Search(query, new int[2], new double[2], new float[3])).ParamName.ShouldBe("similarities");
        Should.Throw<ArgumentException>(() => index.Search(new RankingQuery(new BlockLayout(("a", 1), ("b", 2)), [1, 1]), new int[2], new double[2], []))
            .ParamName.ShouldBe("query");
    }

    /// <summary>Compares before it asserts: an assertion of its own for each of a million numbers takes most of the time.</summary>
    private static void Agree(double actual, double expected, double tolerance)
    {
        if (!(Math.Abs(actual - expected) <= tolerance))
        {
            actual.ShouldBe(expected, tolerance);
        }
    }

    private static string Answer(RankingIndex index, RankingQuery query, int k = 10, Func<int, bool>? filter = null)
    {
        var (ids, scores) = (new int[k], new double[k]);
        var found = index.Search(query, ids, scores, [], filter);
        return string.Join(' ', ids.Zip(scores).Take(found));
    }

    private static float[] Rows(RankingSamples samples, BlockLayout layout, int count, Data data)
    {
        var rows = data is Data.Clustered or Data.Large or Data.Mixed ? samples.Clustered(layout, count) : samples.Rows(layout, count);
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] *= data switch
            {
                Data.Long => 1e12f,
                Data.Tiny => 1e-30f,
                Data.Large => 1e6f,
                Data.Mixed => MathF.Pow(10, i / layout.Dimensions % 5 - 3),
                _ => 1,
            };
        }

        return rows;
    }

    /// <summary>Short blocks alone would fill the copies with zeros, and such rows are read one by one.</summary>
    private static BlockLayout WithLongBlock(BlockLayout layout) => new([.. layout.Blocks.Select(block => (block.Name, block.Length)), ("long", LongBlock)]);

    /// <summary>Asks for what one of the rows has, so that there is something to rule out.</summary>
    private static void Near(RankingSamples.Wish wish, float[] rows, int row)
    {
        for (var block = 0; block < wish.Alternatives.Length; block++)
        {
            var (_, offset, length) = wish.Layout.Blocks[block];
            if (wish.Alternatives[block].Count > 0)
            {
                wish.Alternatives[block][0] = rows.AsSpan(row * wish.Layout.Dimensions + offset, length).ToArray();
            }
        }
    }
}
