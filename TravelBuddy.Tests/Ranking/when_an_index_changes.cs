using TravelBuddy.Ranking;

namespace TravelBuddy.Tests.Ranking;

/// <summary>Rows are added, replaced and removed while others search: every search sees all rows as they were at one moment.</summary>
public sealed class when_an_index_changes
{
    private static readonly BlockLayout Layout = new(("a", 64), ("b", 32));

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(900)]
    public void it_answers_after_every_change_as_if_it_had_been_built_of_what_is_there(int count)
    {
        var samples = new RankingSamples(count);
        var random = new Random(count);
        var first = samples.Clustered(Layout, count);
        var index = RankingIndex.Build(Layout, first, threads: 2);
        var reference = Enumerable.Range(0, count).ToDictionary(id => id, id => first.AsSpan(id * Layout.Dimensions, Layout.Dimensions).ToArray());
        for (var change = 0; change < 400; change++)
        {
            var row = samples.Vector(Layout.Dimensions);
            var id = random.Next(count + 50);
            switch (random.Next(change % 50 == 49 ? 4 : 3))
            {
                case 0:
                    index.Set(id, row);
                    reference[id] = row;
                    break;
                case 1:
                    index.Remove(id).ShouldBe(reference.Remove(id));
                    break;
                case 2:
                    var added = index.Add(row);
                    reference.ShouldNotContainKey(added);
                    reference.Add(added, row);
                    break;
                default:
                    index.Merge();
                    index.Unmerged.ShouldBe(0);
                    break;
            }

            index.Count.ShouldBe(reference.Count);
            if (change % 10 == 0)
            {
                ShouldAnswer(index, reference, samples);
            }
        }

        index.Merge();
        ShouldAnswer(index, reference, samples);
    }

    [Fact]
    public void nothing_is_left_when_all_is_removed()
    {
        var index = RankingIndex.Build(Layout, new RankingSamples(5).Rows(Layout, 300));
        for (var id = 0; id < 300; id++)
        {
            index.Remove(id).ShouldBeTrue();
        }

        index.Remove(7).ShouldBeFalse();
        index.Count.ShouldBe(0);
        ShouldAnswer(index, [], new RankingSamples(6));
        index.Merge();
        ShouldAnswer(index, [], new RankingSamples(6));
        index.Add(new float[Layout.Dimensions]).ShouldBe(300, "an id is not given twice, so that nobody takes one tour for another");
    }

    [Fact]
    public async Task no_search_sees_half_a_change()
    {
        // In every row both blocks hold the same number, so that what is half old and half new has two.
        var index = RankingIndex.Build(Layout, [.. Enumerable.Range(0, 600).SelectMany(id => Row(id % 7))]);
        var query = new RankingQuery(Layout, [1, 1]);
        query.AddAlternative(0, Unit(64));
        query.AddAlternative(1, Unit(32));
        using var done = new CancellationTokenSource();
        // Three thousand changes are done before a busy pool of threads begins with anything: nothing changes until both search.
        TaskCompletionSource[] begun = [new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously)];
        var searching = begun.Select(first => Task.Run(() =>
        {
            var (ids, scores, similarities, searches) = (new int[20], new double[20], new float[40], 0);
            while (!done.IsCancellationRequested)
            {
                var found = index.Search(query, ids, scores, similarities);
                found.ShouldBe(20);
                ids.Distinct().Count().ShouldBe(20);
                for (var i = 0; i < found; i++)
                {
                    similarities[2 * i].ShouldBe(similarities[2 * i + 1]);
                }

                searches++;
                first.TrySetResult();
            }

            return searches;
        })).ToArray();

        await Task.WhenAny(Task.WhenAll(begun.Select(first => first.Task)), Task.WhenAny(searching));
        var random = new Random(8);
        for (var change = 0; change < 3000; change++)
        {
            index.Set(random.Next(600), Row(random.Next(100)));
            if (change % 500 == 499)
            {
                index.Merge();
            }
        }

        await done.CancelAsync();
        (await Task.WhenAll(searching)).ShouldAllBe(searches => searches > 0);
    }

    [Fact]
    public async Task what_changes_during_a_merge_is_kept()
    {
        var samples = new RankingSamples(9);
        var rows = samples.Clustered(Layout, 3000);
        var index = RankingIndex.Build(Layout, rows);
        var reference = Enumerable.Range(0, 3000).ToDictionary(id => id, id => rows.AsSpan(id * Layout.Dimensions, Layout.Dimensions).ToArray());
        var random = new Random(9);
        for (var round = 0; round < 5; round++)
        {
            Change();
            var merging = Task.Run(index.Merge);
            do
            {
                Change();
            }
            while (!merging.IsCompleted);

            await merging;
            ShouldAnswer(index, reference, samples);
        }

        void Change()
        {
            var (id, row) = (random.Next(3200), samples.Vector(Layout.Dimensions));
            if (random.Next(3) == 0)
            {
                index.Remove(id).ShouldBe(reference.Remove(id));
            }
            else
            {
                index.Set(id, row);
                reference[id] = row;
            }
        }
    }

    [Fact]
    public void after_the_last_id_there_is_none()
    {
        var index = RankingIndex.Build(Layout, []);
        var row = new float[Layout.Dimensions];
        index.Set(int.MaxValue - 1, row);

        Should.Throw<InvalidOperationException>(() => index.Add(row)).Message.ShouldContain("there is none after it");
        Should.Throw<ArgumentOutOfRangeException>(() => index.Set(int.MaxValue, row));
        index.Count.ShouldBe(1);
    }

    [Fact]
    public void a_row_that_does_not_fit_is_refused_and_nothing_changes()
    {
        var index = RankingIndex.Build(Layout, new float[Layout.Dimensions]);
        var row = new float[Layout.Dimensions];
        row[70] = float.NaN;

        Should.Throw<ArgumentException>(() => index.Set(3, row)).Message.ShouldContain("Row 3 holds NaN at column 70 (block \"b\", element 6)");
        Should.Throw<ArgumentException>(() => index.Add(row)).Message.ShouldContain("Row 1 holds NaN");
        Should.Throw<ArgumentException>(() => index.Set(3, new float[95])).Message.ShouldContain("A row has 96 numbers, not 95");
        Should.Throw<ArgumentOutOfRangeException>(() => index.Set(-1, new float[96]));
        index.Count.ShouldBe(1);
        index.Add(new float[Layout.Dimensions]).ShouldBe(1);
    }

    private static void ShouldAnswer(RankingIndex index, Dictionary<int, float[]> reference, RankingSamples samples)
    {
        var wish = samples.Query(Layout);
        int[] present = [.. reference.Keys.Order()];
        var (expected, _) = RankingSamples.Reference(wish, [.. present.SelectMany(id => reference[id])]);
        foreach (var filter in (Func<int, bool>?[])[null, id => id % 3 == 1])
        {
            var order = RankingSamples.Order(expected, filter is null ? null : row => filter(present[row])).Select(row => present[row]);
            foreach (var k in (int[])[10, present.Length + 3])
            {
                var (ids, scores) = (new int[k], new double[k]);
                var found = index.Search(wish.ToQuery(), ids, scores, new float[k * Layout.Count], filter);
                ids[..found].ShouldBe(order.Take(k));
            }
        }
    }

    private static float[] Row(int number)
    {
        var row = new float[Layout.Dimensions];
        (row[0], row[64]) = (number, number);
        return row;
    }

    private static float[] Unit(int length)
    {
        var unit = new float[length];
        unit[0] = 1;
        return unit;
    }
}
