using TravelBuddy.Web.Simulator;

namespace TravelBuddy.Tests.Simulator;

public sealed class when_the_panel_decides
{
    private const int Calls = 20_000;

    [Fact]
    public void as_many_calls_fail_as_were_asked_for_in_all_the_ways_that_were()
    {
        var misbehaviour = new Misbehaviour { Fail = 30, Ways = [Mishap.ServerError, Mishap.BreakAfter, Mishap.Gateway] };
        var random = new Random(1);
        var failed = Enumerable.Range(0, Calls).Select(_ => misbehaviour.NextCall(random)).OfType<Mishap>().ToList();

        (failed.Count / (double)Calls).ShouldBe(.3, .02);
        failed.CountBy(way => way).ShouldAllBe(way => Math.Abs(way.Value - failed.Count / 3) < failed.Count / 20);
        failed.Distinct().ShouldBe(misbehaviour.Ways, ignoreOrder: true);
    }

    [Fact]
    public void nothing_and_everything_are_exactly_that()
    {
        var random = new Random(1);
        var (never, always) = (new Misbehaviour { Ways = Misbehaviour.CallWays }, new Misbehaviour { Fail = 100, Ways = [Mishap.Slow], Drop = 100, Duplicate = 100 });
        for (var i = 0; i < 1000; i++)
        {
            never.NextCall(random).ShouldBeNull();
            never.NextWebhook(random, isStatus: true).ShouldBe(default);
            never.NextIsDoubled(random).ShouldBeFalse();
            always.NextCall(random).ShouldBe(Mishap.Slow);
            always.NextWebhook(random, isStatus: true).Drop.ShouldBeTrue();
            always.NextIsDoubled(random).ShouldBeTrue();
        }
    }

    [Fact]
    public void only_statuses_are_dropped_and_what_is_dropped_is_nothing_else()
    {
        var misbehaviour = new Misbehaviour { Drop = 50, Delay = 50, Reorder = 50 };
        var random = new Random(1);
        for (var i = 0; i < 1000; i++)
        {
            var fate = misbehaviour.NextWebhook(random, isStatus: true);
            new[] { fate.Drop, fate.Delay, fate.Reorder }.Count(falls => falls).ShouldBeLessThanOrEqualTo(1);
            misbehaviour.NextWebhook(random, isStatus: false).Drop.ShouldBeFalse();
        }
    }

    [Fact]
    public void without_a_way_no_call_fails_and_an_expired_token_fails_all()
    {
        new Misbehaviour { Fail = 100 }.IsOn.ShouldBeFalse();
        new Misbehaviour { Fail = 100 }.NextCall(new Random(1)).ShouldBeNull();
        new Misbehaviour { Expired = true }.NextCall(new Random(1)).ShouldBe(Mishap.TokenExpired);
    }
}
