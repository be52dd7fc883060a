using System.Text.Json.Nodes;
using JasperFx.Core;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;
using Wolverine.Tracking;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_person_stopped(AppFixture app)
{
    /// <summary>Meta's code for "nobody is there".</summary>
    private const int Undeliverable = 131026;

    [Theory]
    [InlineData("Sa Pa 2 days", "Book", "book 2")]
    [InlineData("Sa Pa 2 ngày", "Đặt tour", "đặt 2")]
    public async Task what_they_ask_for_of_a_tour_they_get_and_nothing_after_it(string wish, string button, string typed)
    {
        var (phone, card) = await StoppedAsync(wish);

        await phone.TapAsync(card, button);
        await phone.AnswerAsync("its booking page", b => b.Link is not null);
        await phone.SayAsync(typed);
        await phone.AnswerAsync("the booking page of the second", b => b.Link is not null);

        (await phone.PersonAsync()).Stopped.ShouldBeTrue("to ask for one thing is not to begin again");
    }

    [Theory]
    [InlineData("Sa Pa 2 days", "book it", "price 2")]
    [InlineData("Sa Pa 2 ngày", "đặt tour", "giá 2")]
    public async Task a_reply_to_a_card_is_about_its_tour_and_prices_are_told(string wish, string typed, string price)
    {
        var (phone, card) = await StoppedAsync(wish);

        await phone.SayAsync(typed, quoted: card);
        await phone.AnswerAsync("the booking page of that card", b => b.Link is not null);
        await phone.SayAsync(price);
        await phone.AnswerAsync("the price of the second", b => ChatPhone.Text(b).Split('\n') is [var title, var second, ..] && title.StartsWith("2. ", StringComparison.Ordinal) && second.StartsWith("💰 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_house_they_tap_or_name_by_its_number_they_get_too()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("hotel in Hue");
        var houses = await phone.AnswerAsync("houses to choose from", b => b.Rows.Count > 1);
        await phone.SayAsync("STOP");
        await phone.AnswerAsync("you will get no more messages");

        await phone.TapAsync(houses, houses.Rows[0].Title);
        await phone.AnswerAsync("the first house", bubble => IsHouse(bubble, 0));
        await phone.SayAsync("2");
        await phone.AnswerAsync("the second house", bubble => IsHouse(bubble, 1));

        (await phone.PersonAsync()).Stopped.ShouldBeTrue();

        bool IsHouse(Bubble bubble, int row) => bubble.Rows.Count == 0 && ChatPhone.Text(bubble).Contains(houses.Rows[row].Title.Split(". ")[^1].TrimEnd('…'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_booking_of_no_known_tour_is_no_reason_to_ask_back_again_and_again()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("Sa Pa 2 days");
        await phone.ListAsync();
        await phone.SayAsync("STOP");
        await phone.AnswerAsync("you will get no more messages");

        await phone.SayAsync("book it");
        await phone.AnswerAsync("Write START");
        var before = (await phone.OutboundAsync()).Count;
        (await MarkedAsync(phone, () => phone.SayAsync("book it"))).ShouldBeEmpty();
        (await phone.OutboundAsync()).Count.ShouldBe(before);
    }

    [Theory]
    [InlineData("Sa Pa 2 days", "3 days in Hue", "Write START"), InlineData("Sa Pa 2 ngày", "Huế 3 ngày", "BẮT ĐẦU là mình")]
    public async Task who_writes_on_is_told_once_how_to_begin_again(string wish, string said, string told)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.ListAsync();
        await phone.SayAsync("STOP");
        await phone.AnswerAsync("TravelBuddy");

        await MarkedAsync(phone, () => phone.SayAsync(said));
        await phone.AnswerAsync(told);
        var before = (await phone.OutboundAsync()).Count;
        (await MarkedAsync(phone, () => phone.SayAsync(said))).ShouldBeEmpty();
        (await phone.OutboundAsync()).Count.ShouldBe(before);
    }

    [Theory]
    [InlineData("STOP", "3 days in Hue", "Write START"), InlineData("dừng nhắn tin", "Huế 3 ngày", "BẮT ĐẦU là mình")]
    public async Task who_was_told_in_words_that_never_arrived_is_told_again(string stop, string said, string told)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.HelpedAsync();
        var faults = app.Services.GetRequiredService<PretendFaults>();
        var now = DateTimeOffset.UtcNow;

        faults.Add(phone.Phone.Id, new PretendFault(400, Undeliverable));
        await app.DeliverAsync(phone, "text", new JsonObject { ["body"] = stop }, at: now);
        await FailedAsync(phone, 1);
        faults.Add(phone.Phone.Id, new PretendFault(400, Undeliverable));
        await app.DeliverAsync(phone, "text", new JsonObject { ["body"] = said }, at: now.AddSeconds(1));
        await FailedAsync(phone, 2);
        await app.DeliverAsync(phone, "text", new JsonObject { ["body"] = said }, at: now.AddSeconds(2));

        await phone.AnswerAsync(told);
        var before = (await phone.OutboundAsync()).Count;
        await MarkedAsync(phone, () => app.DeliverAsync(phone, "text", new JsonObject { ["body"] = said }, at: now.AddSeconds(3)));
        (await phone.OutboundAsync()).Count.ShouldBe(before, "that arrived, and is said once");
    }

    [Fact]
    public async Task what_they_write_or_praise_shows_neither_ticks_nor_typing_for_no_answer_comes()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("Sa Pa 2 days");
        var card = await phone.CardAsync();
        await phone.ListAsync();
        await phone.SayAsync("STOP");
        await phone.AnswerAsync("you will get no more messages");
        await phone.SayAsync("hello?");
        await phone.AnswerAsync("Write START");
        var before = (await phone.OutboundAsync()).Count;

        (await MarkedAsync(phone, () => phone.SayAsync("3 days in Hue"))).ShouldBeEmpty();
        (await MarkedAsync(phone, () => phone.ReactAsync(card, "👍"))).ShouldBeEmpty();

        (await phone.OutboundAsync()).Count.ShouldBe(before, "nothing is queued that would not be sent");
        (await phone.TripAsync()).Liked.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("delete my data"), InlineData("START")]
    public async Task what_is_answered_shows_that_it_was_read(string said)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("STOP");
        await phone.AnswerAsync("you will get no more messages");

        (await MarkedAsync(phone, () => phone.SayAsync(said))).ShouldHaveSingleItem().Typing.ShouldBeFalse("behind a short answer that has arrived it would stand for 25 seconds");
    }

    [Fact]
    public async Task what_takes_a_while_shows_that_it_comes_for_who_did_not_stop()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");

        (await MarkedAsync(phone, () => phone.SayAsync("3 days in Hue"))).ShouldHaveSingleItem().Typing.ShouldBeTrue();
    }

    /// <summary>Somebody who saw tours and said STOP, with the first card.</summary>
    private async Task<(ChatPhone Phone, Bubble Card)> StoppedAsync(string wish)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        var card = await phone.CardAsync();
        await phone.ListAsync();
        await phone.SayAsync("STOP");
        await phone.AnswerAsync("TravelBuddy");
        return (phone, card);
    }

    private static Task FailedAsync(ChatPhone phone, int count) =>
        Polling.UntilAsync("the answer to have failed", async () => (await phone.OutboundAsync()).Count(message => message.State == DeliveryState.Failed) == count);

    /// <summary>How the messages of a phone were marked as read while something was done and all that came of it.</summary>
    private async Task<IReadOnlyList<MarkRead>> MarkedAsync(ChatPhone phone, Func<Task> act)
    {
        var person = await phone.PersonAsync();
        var tracked = await app.Host.TrackActivity().DoNotAssertOnExceptionsDetected().Timeout(30.Seconds()).ExecuteAndWaitAsync((Func<Wolverine.IMessageContext, Task>)(_ => act()));
        return [.. tracked.Executed.MessagesOf<MarkRead>().Where(mark => mark.PersonId == person.Id)];
    }
}
