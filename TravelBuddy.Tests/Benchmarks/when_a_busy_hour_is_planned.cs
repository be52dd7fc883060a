extern alias benchmarks;

using benchmarks::TravelBuddy.Benchmarks.Webhooks;

namespace TravelBuddy.Tests.Benchmarks;

public sealed class when_a_busy_hour_is_planned
{
    private readonly IReadOnlyList<PlannedPost> plan = Schedule.Make(rate: 500, seconds: 20, seed: 1);

    [Fact]
    public void it_holds_as_many_updates_as_asked_for_evenly_spread()
    {
        plan.Sum(post => post.Slots.Count).ShouldBe(10_000);
        for (var second = 0; second < 20; second++)
        {
            plan.Where(post => post.Due >= second && post.Due < second + 1).Sum(post => post.Slots.Count).ShouldBeInRange(495, 505);
        }
    }

    [Fact]
    public void a_tenth_are_texts_and_the_rest_statuses_and_reactions()
    {
        var slots = plan.SelectMany(post => post.Slots).CountBy(slot => slot).ToDictionary();

        slots[Slot.Text].ShouldBe(1_000);
        slots[Slot.Reaction].ShouldBe(500);
        slots[Slot.Status].ShouldBe(8_500);
    }

    [Fact]
    public void posts_hold_one_to_five_updates() => plan.Select(post => post.Slots.Count).Distinct().Order().ShouldBe([1, 2, 3, 4, 5]);

    [Fact]
    public void one_update_in_fifty_comes_twice_some_at_once_and_some_later()
    {
        var doubled = plan.Where(post => post.Doubled is not null).ToList();

        doubled.Count.ShouldBeInRange(150, 250);
        doubled.ShouldAllBe(post => post.Doubled < post.Slots.Count);
        doubled.Count(post => post.DoubledAfter == 0).ShouldBeInRange(50, 150);
        doubled.Count(post => post.DoubledAfter > 0).ShouldBeInRange(50, 150);
    }

    [Fact]
    public void the_same_numbers_make_the_same_plan() =>
        Schedule.Make(500, 20, 1).Select(post => (post.Due, post.Slots.Count, post.Doubled, post.DoubledAfter)).ShouldBe(plan.Select(post => (post.Due, post.Slots.Count, post.Doubled, post.DoubledAfter)));
}
