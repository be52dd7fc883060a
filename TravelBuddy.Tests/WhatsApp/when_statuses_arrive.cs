using TravelBuddy.Web.WhatsApp.Cloud;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_statuses_arrive
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    private static readonly OutboundMessage Message = new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = Guid.CreateVersion7(),
        Sequence = 1,
        CreatedAt = Now,
        Content = new OutboundContent(MessageKind.Phrase, "en") { Phrase = "Help" },
    };

    [Fact]
    public void in_any_order_and_twice_they_come_to_the_same()
    {
        DeliveryState[] states = [DeliveryState.Sent, DeliveryState.Delivered, DeliveryState.Read];
        foreach (var order in Permutations([.. states, .. states]))
        {
            var message = order.Aggregate(Message.Attempt(Now), (m, state) => m.Progress(state, "hash", null, null, Now));
            message.State.ShouldBe(DeliveryState.Read);
            message.MessageIdHash.ShouldBe("hash");
        }
    }

    [Fact]
    public void failed_is_final()
    {
        var failed = Message.Attempt(Now).Accept("hash", Now).Progress(DeliveryState.Failed, "hash", 131026, null, Now);
        failed.State.ShouldBe(DeliveryState.Failed);
        failed.ErrorCode.ShouldBe(131026);
        failed.Progress(DeliveryState.Read, "hash", null, null, Now).State.ShouldBe(DeliveryState.Failed);
    }

    [Fact]
    public void one_that_comes_before_the_answer_to_the_request_is_kept()
    {
        var delivered = Message.Attempt(Now).Progress(DeliveryState.Delivered, "hash", null, "service", Now);
        var answered = delivered.Accept("hash", Now.AddSeconds(1));
        answered.State.ShouldBe(DeliveryState.Delivered);
        answered.PricingCategory.ShouldBe("service");
        answered.Postpone(Now.AddMinutes(1), 1).State.ShouldBe(DeliveryState.Delivered, "what was delivered is not sent again");
    }

    [Fact]
    public void repeats_without_an_answer_are_counted()
    {
        var once = Message.Attempt(Now);
        once.Repeats.ShouldBe(0);
        once.Attempt(Now).Repeats.ShouldBe(1);
        once.Postpone(Now, 131056).Attempt(Now).Repeats.ShouldBe(0, "a refused attempt was answered");
    }

    [Fact]
    public void an_answer_that_comes_after_the_attempt_before_arrived_does_not_make_its_own_attempt_the_message()
    {
        var arrived = Message.Attempt(Now).Attempt(Now).Progress(DeliveryState.Delivered, "first", null, null, Now).Accept("second", Now);
        arrived.ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Delivered), m => m.MessageIdHash.ShouldBe("first"));
        arrived.Progress(DeliveryState.Failed, "second", 131026, null, Now).ShouldBe(arrived);
        arrived.Return("second", 131000, Now).ShouldBe(arrived);
        arrived.Progress(DeliveryState.Read, "second", null, null, Now).State.ShouldBe(DeliveryState.Read);
    }

    [Fact]
    public void an_attempt_that_is_taken_after_the_one_before_failed_is_the_message()
    {
        var taken = Message.Attempt(Now).Attempt(Now).Progress(DeliveryState.Failed, "first", 131026, null, Now).Accept("second", Now);
        taken.ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Accepted), m => m.Reason.ShouldBe(FailureReason.None));
        taken.Progress(DeliveryState.Delivered, "second", null, null, Now).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public void one_given_up_for_want_of_an_answer_has_arrived_when_that_is_told()
    {
        var failed = Message.Attempt(Now).Fail(FailureReason.TooManyAttempts, null, Now);
        var sent = failed.Progress(DeliveryState.Sent, "hash", null, null, Now);
        sent.State.ShouldBe(DeliveryState.Failed);
        sent.Progress(DeliveryState.Delivered, "hash", null, null, Now).State.ShouldBe(DeliveryState.Delivered);
    }

    [Theory]
    [InlineData(190, 401, Remedy.Alarm)]
    [InlineData(131005, 403, Remedy.Alarm)]
    [InlineData(131031, 403, Remedy.Hold)]
    [InlineData(368, 403, Remedy.Hold)]
    [InlineData(131048, 400, Remedy.HoldMarketing)]
    [InlineData(131042, 400, Remedy.Alarm)]
    [InlineData(130497, 403, Remedy.GiveUpAndTell)]
    [InlineData(131042, 0, Remedy.Alarm)]
    [InlineData(-1, 403, Remedy.Alarm)]
    [InlineData(-1, 404, Remedy.Alarm)]
    [InlineData(-1, 302, Remedy.Alarm)]
    [InlineData(-1, 400, Remedy.Alarm)]
    [InlineData(-1, 421, Remedy.Alarm)]
    [InlineData(-1, 408, Remedy.Retry)]
    [InlineData(-1, 413, Remedy.GiveUpAndTell)]
    [InlineData(131000, 500, Remedy.Retry)]
    [InlineData(2, 503, Remedy.Retry)]
    [InlineData(130429, 429, Remedy.PauseNumber)]
    [InlineData(80007, 400, Remedy.PauseNumber)]
    [InlineData(17, 400, Remedy.PauseNumber)]
    [InlineData(341, 400, Remedy.PauseNumber)]
    [InlineData(613, 400, Remedy.PauseNumber)]
    [InlineData(131056, 400, Remedy.PausePerson)]
    [InlineData(131026, 400, Remedy.GiveUp)]
    [InlineData(131047, 400, Remedy.CloseWindow)]
    [InlineData(131049, 400, Remedy.GiveUp)]
    [InlineData(131050, 400, Remedy.OptedOut)]
    [InlineData(131053, 400, Remedy.DropPicture)]
    [InlineData(100, 400, Remedy.GiveUpAndTell)]
    [InlineData(132001, 404, Remedy.GiveUpAndTell)]
    [InlineData(999999, 400, Remedy.GiveUpAndTell)]
    [InlineData(999999, 503, Remedy.Retry)]
    [InlineData(-1, 429, Remedy.PauseNumber)]
    public void an_error_is_judged_by_its_code(int code, int status, Remedy remedy) => new GraphError(code, status).Remedy.ShouldBe(remedy);

    [Theory]
    [InlineData("""{"error":{"message":"Unsupported post request.","code":100,"error_subcode":33}}""", 400, Remedy.Alarm)]
    [InlineData("""{"error":{"message":"Unsupported post request.","code":"100","error_subcode":"33"}}""", 400, Remedy.Alarm)]
    [InlineData("""{"error":{"message":"Invalid parameter","code":100,"error_subcode":2494010}}""", 400, Remedy.GiveUpAndTell)]
    [InlineData("""{"error":{"message":"Invalid parameter","code":100,"error_subcode":null}}""", 400, Remedy.GiveUpAndTell)]
    [InlineData("""{"error":{"message":"Please try again","code":999999,"is_transient":true}}""", 400, Remedy.Retry)]
    [InlineData("""{"error":{"message":"Please try again","code":100,"is_transient":true}}""", 400, Remedy.Retry)]
    [InlineData("""{"error":{"message":"Not now","code":999999,"is_transient":true}}""", 429, Remedy.PauseNumber)]
    [InlineData("""{"error":{"message":"No","code":999999,"is_transient":false}}""", 400, Remedy.GiveUpAndTell)]
    [InlineData("""{"error":{"message":"Nobody there","code":131026,"is_transient":true}}""", 400, Remedy.GiveUp)]
    public void what_meta_says_beside_the_code_counts_where_the_code_alone_is_not_enough(string body, int status, Remedy remedy) => GraphError.Read(body, status).ShouldNotBeNull().Remedy.ShouldBe(remedy);

    [Fact]
    public void an_error_is_read_from_metas_form_only()
    {
        GraphError.Read("""{"error":{"message":"x","code":131047,"error_data":{"details":"y"}}}""", 400).ShouldBe(new GraphError(131047, 400) { Detail = "y" });
        GraphError.Read("<html>Bad gateway</html>", 502).ShouldBeNull();
        GraphError.Read("""{"error":"x"}""", 500).ShouldBeNull();
        GraphError.Read("[]", 500).ShouldBeNull();
    }

    [Theory]
    [InlineData("\"190\"", 190), InlineData("190", 190), InlineData("\"none\"", null), InlineData("1.5", null), InlineData("{}", null), InlineData("null", null)]
    public void a_code_of_another_kind_than_a_number_does_not_throw(string code, int? read) =>
        (GraphError.Read("{\"error\":{\"code\":" + code + "}}", 400)?.Code).ShouldBe(read);

    [Fact]
    public void what_is_still_said_of_the_attempt_before_does_not_fail_one_sent_again()
    {
        var failed = Message.Attempt(Now).Accept("first", Now).Progress(DeliveryState.Failed, "first", 131026, null, Now);
        var again = failed.SendAgain();
        again.ShouldSatisfyAllConditions(m => m.State.ShouldBe(DeliveryState.Pending), m => m.Attempts.ShouldBe(0), m => m.MessageIdHash.ShouldBeNull());
        again.Progress(DeliveryState.Failed, "first", 131026, null, Now).ShouldBe(again);

        var twice = again.Attempt(Now).Accept("second", Now).Progress(DeliveryState.Failed, "second", 131026, null, Now).SendAgain();
        twice.Progress(DeliveryState.Failed, "first", 131026, null, Now).ShouldBe(twice, "the first of all is not forgotten");
        twice.SendAgain().ShouldBe(twice, "only what failed is sent again");
    }

    [Fact]
    public void an_alarm_stands_since_it_began_and_a_throttle_does_not_end_it()
    {
        var first = new NumberState { Id = "number" }.Alarm(190, Now);
        var second = first.Alarm(131042, Now.AddMinutes(2));
        second.ShouldBe(first with { AlarmCode = 131042, PausedUntil = Now.AddMinutes(2) + NumberState.LongestAlarmPause });
        second.AlarmSince.ShouldBe(Now);
        second.Pause(Now.AddMinutes(9)).ShouldBe(second with { PausedUntil = Now.AddMinutes(9) });
        second.Pause(Now).ShouldBe(second, "a shorter pause does not end a longer one");
    }

    [Theory]
    [InlineData(5, 15)]
    [InlineData(40, 40)]
    [InlineData(3600, 120)]
    public void an_alarm_is_tried_less_often_the_longer_it_lasts(int lasted, int pause)
    {
        var later = Now.AddSeconds(lasted);

        new NumberState { Id = "number" }.Alarm(190, Now).Alarm(190, later).PausedUntil.ShouldBe(later.AddSeconds(pause));
    }

    [Fact]
    public void a_message_taken_ends_an_alarm_but_not_a_throttle_said_while_it_was_on_its_way()
    {
        var alarm = new NumberState { Id = "number" }.Alarm(190, Now);
        alarm.Took(Now + NumberState.FirstAlarmPause).ShouldSatisfyAllConditions(s => s.AlarmCode.ShouldBeNull(), s => s.PausedUntil.ShouldBeNull());
        alarm.Took(Now.AddSeconds(1)).ShouldBe(alarm, "it was on its way before the alarm was raised");
        var throttled = alarm.Pause(Now.AddMinutes(5));
        throttled.Took(Now.AddMinutes(3)).ShouldBe(throttled);
    }

    [Fact]
    public void what_meta_took_and_then_failed_for_a_passing_reason_is_sent_again_but_not_for_ever()
    {
        var message = Message;
        for (var i = 0; i < 5; i++)
        {
            message = message.Attempt(Now).Accept($"id{i}", Now).Return($"id{i}", 131000, Now);
            message.State.ShouldBe(DeliveryState.Pending);
            message.Return($"id{i}", 131000, Now).ShouldBe(message, "said twice it is sent once");
        }

        message.Attempt(Now).Accept("last", Now).Return("last", 131000, Now).State.ShouldBe(DeliveryState.Failed);
    }

    private static IEnumerable<IReadOnlyList<T>> Permutations<T>(IReadOnlyList<T> items) =>
        items.Count <= 1 ? [items] : items.SelectMany((item, i) => Permutations([.. items.Where((_, j) => j != i)]).Select(rest => (IReadOnlyList<T>)[item, .. rest]));
}
