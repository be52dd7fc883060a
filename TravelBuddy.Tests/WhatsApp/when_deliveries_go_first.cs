using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_deliveries_go_first
{
    private readonly WebhooksFirst first = new(longest: TimeSpan.FromMinutes(10));

    [Fact]
    public void work_begins_at_once_where_no_delivery_is_under_way() => first.GiveWayAsync(CancellationToken.None).IsCompletedSuccessfully.ShouldBeTrue();

    [Fact]
    public async Task work_waits_for_a_delivery_to_end()
    {
        var delivery = first.Begin();
        var work = first.GiveWayAsync(CancellationToken.None);
        work.IsCompleted.ShouldBeFalse();

        delivery.Dispose();

        await work;
        first.GiveWayAsync(CancellationToken.None).IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task one_piece_of_work_begins_for_each_moment_without_a_delivery()
    {
        var delivery = first.Begin();
        var (one, other) = (first.GiveWayAsync(CancellationToken.None), first.GiveWayAsync(CancellationToken.None));

        delivery.Dispose();
        await one;
        other.IsCompleted.ShouldBeFalse();
        first.Begin().Dispose();

        await other;
    }

    [Fact]
    public async Task a_flood_delays_work_and_does_not_stop_it()
    {
        var impatient = new WebhooksFirst(longest: TimeSpan.FromMilliseconds(20));
        using var flood = impatient.Begin();

        await impatient.GiveWayAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
    }
}
