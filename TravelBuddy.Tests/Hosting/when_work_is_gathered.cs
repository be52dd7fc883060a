using System.Collections.Concurrent;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Hosting;

public sealed class when_work_is_gathered
{
    private readonly ConcurrentQueue<int[]> groups = new();
    private readonly TaskCompletionSource firstMayEnd = new();
    private readonly TaskCompletionSource firstBegan = new();

    [Fact]
    public async Task who_comes_while_it_is_under_way_is_served_together_next_in_order()
    {
        var work = new GatheredWork<int>(SlowAtFirstAsync, most: 10);

        var one = work.AddAsync(1);
        await firstBegan.Task;
        var others = new[] { work.AddAsync(2), work.AddAsync(3), work.AddAsync(4) };
        others.ShouldAllBe(other => !other.IsCompleted);
        firstMayEnd.SetResult();
        await Task.WhenAll([one, .. others]);

        groups.ShouldBe([[1], [2, 3, 4]]);
    }

    [Fact]
    public async Task no_more_go_together_than_may()
    {
        var work = new GatheredWork<int>(SlowAtFirstAsync, most: 2);

        var one = work.AddAsync(1);
        await firstBegan.Task;
        var others = new[] { work.AddAsync(2), work.AddAsync(3), work.AddAsync(4) };
        firstMayEnd.SetResult();
        await Task.WhenAll([one, .. others]);

        groups.ShouldBe([[1], [2, 3], [4]]);
    }

    [Fact]
    public async Task one_that_fails_harms_no_other()
    {
        var work = new GatheredWork<int>(async items =>
        {
            await SlowAtFirstAsync(items);
            if (items.Contains(3))
            {
                throw new InvalidDataException("three");
            }
        }, most: 10);

        var one = work.AddAsync(1);
        await firstBegan.Task;
        var (two, three, four) = (work.AddAsync(2), work.AddAsync(3), work.AddAsync(4));
        firstMayEnd.SetResult();

        await Task.WhenAll(one, two, four);
        (await Should.ThrowAsync<InvalidDataException>(three)).Message.ShouldBe("three");
    }

    [Fact]
    public async Task it_begins_anew_after_a_pause()
    {
        firstMayEnd.SetResult();
        var work = new GatheredWork<int>(SlowAtFirstAsync, most: 10);

        await work.AddAsync(1);
        await work.AddAsync(2);

        groups.ShouldBe([[1], [2]]);
    }

    private async Task SlowAtFirstAsync(IReadOnlyList<int> items)
    {
        groups.Enqueue([.. items]);
        firstBegan.TrySetResult();
        await firstMayEnd.Task;
    }
}
