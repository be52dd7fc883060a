using FsCheck.Xunit;
using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_messages_keep_to_limits
{
    private static readonly DateTimeOffset Start = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    [Property(MaxTest = 300)]
    public void no_more_go_to_a_person_than_a_burst_and_one_each_six_seconds_allow(byte[] gaps)
    {
        // Someone who would send whenever allowed, after pauses of a twentieth of a second to thirteen seconds.
        var (now, sent) = (Start, new List<DateTimeOffset>());
        foreach (var gap in gaps.Concat(Enumerable.Repeat((byte)1, 60)))
        {
            now += TimeSpan.FromMilliseconds(50 * (gap + 1));
            var wait = PairPace.Wait([.. sent.Where(at => at > now - PairPace.Memory)], now);
            wait.ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero);
            now += wait;
            PairPace.Wait([.. sent.Where(at => at > now - PairPace.Memory)], now).ShouldBe(TimeSpan.Zero, "after the wait it goes");
            sent.Add(now);
        }

        for (var i = PairPace.Burst; i < sent.Count; i++)
        {
            (sent[i] - sent[i - PairPace.Burst]).ShouldBeGreaterThanOrEqualTo(PairPace.Memory, "no more than a burst in any such time");
        }
    }

    [Fact]
    public void a_burst_leaves_at_once_and_what_follows_waits()
    {
        var burst = Enumerable.Repeat(Start, PairPace.Burst).ToList();
        PairPace.Wait([.. burst.Skip(1)], Start).ShouldBe(TimeSpan.Zero);
        PairPace.Wait(burst, Start).ShouldBe(PairPace.Memory, "a burst is paid back whole");
        PairPace.Wait(burst, Start + PairPace.Memory).ShouldBe(TimeSpan.Zero);
        PairPace.Wait([.. Enumerable.Range(0, 39).Select(i => Start + i * PairPace.Each)], Start + 39 * PairPace.Each).ShouldBe(TimeSpan.Zero, "one each six seconds never waits");
    }

    [Property(MaxTest = 300)]
    public void lines_that_must_stay_stay_and_those_that_may_go_go_only_where_there_is_no_room(byte[] lengths, byte room)
    {
        var lines = new FittedLines().Add("must stay");
        foreach (var (length, i) in lengths.Select((length, i) => (length, i)))
        {
            lines.Add(new string((char)('a' + i % 26), length % 40 + 1), spare: 1 + i % 3);
        }

        var text = lines.Add("☎ contact").Within(60 + room);

        text.ShouldStartWith("must stay");
        text.ShouldEndWith("☎ contact");
        text.Length.ShouldBeLessThanOrEqualTo(60 + room);
        if (lengths.Sum(length => length % 40 + 2) < 60 + room - 20)
        {
            text.ShouldNotContain("…");
            text.Split('\n').Length.ShouldBe(lengths.Length + 2);
        }
    }

    [Fact]
    public void what_matters_least_goes_first_and_a_mark_stands_for_what_went()
    {
        var lines = new FittedLines().Add("title").Add("first reason", 1).Add("second reason", 2).Add("third reason", 3).Add("contact");
        lines.Within(100).ShouldBe("title\nfirst reason\nsecond reason\nthird reason\ncontact");
        lines.Within(45).ShouldBe("title\nfirst reason\nsecond reason\n…\ncontact");
        lines.Within(30).ShouldBe("title\nfirst reason\n…\ncontact");
    }

    [Fact]
    public void delays_grow_to_an_end_and_are_never_all_the_same()
    {
        foreach (var attempts in Enumerable.Range(1, 2000))
        {
            BackOff.After(attempts).ShouldBeInRange(TimeSpan.FromSeconds(.75), TimeSpan.FromMinutes(12.5));
            BackOff.OfPair(attempts).ShouldBeInRange(TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(22));
        }

        BackOff.After(50).ShouldBeGreaterThan(TimeSpan.FromMinutes(7));
        Enumerable.Range(0, 20).Select(_ => BackOff.After(3)).Distinct().Count().ShouldBeGreaterThan(1);
    }
}
