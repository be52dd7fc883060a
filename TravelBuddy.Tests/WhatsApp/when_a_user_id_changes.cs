using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Meta's user ids belong to a number and change with it; for who shows a user name alone they are all that is known.</summary>
public sealed class when_a_user_id_changes(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task who_is_known_by_it_alone_goes_on_with_their_trip_and_is_answered_at_the_new_one()
    {
        var (old, fresh) = (await ChatPhone.SwitchOnWithoutNumberAsync(app), await ChatPhone.SwitchOnWithoutNumberAsync(app));
        await old.SayAsync("3 days in Hoi An");
        await old.ListAsync();
        var (person, trip) = ((await old.PersonAsync()).Id, (await old.TripAsync()).Id);

        await ChangedAsync(old, fresh);
        await fresh.SayAsync("details 2");

        await fresh.AnswerAsync("the second tour of the list", b => ChatPhone.Text(b).StartsWith("2. ", StringComparison.Ordinal));
        (await fresh.PersonAsync()).Id.ShouldBe(person);
        await fresh.SayAsync("only 2 days");
        await fresh.ListAsync();
        (await fresh.TripAsync()).Id.ShouldBe(trip);
        (await fresh.ReceivedAsync()).ShouldAllBe(message => message["recipient"]!.GetValue<string>() == fresh.Phone.UserId);
    }

    [Fact]
    public async Task who_wrote_from_the_new_one_before_it_was_told_becomes_the_same_person_again()
    {
        var (old, fresh) = (await ChatPhone.SwitchOnWithoutNumberAsync(app), await ChatPhone.SwitchOnWithoutNumberAsync(app));
        await old.SayAsync("3 days in Hoi An");
        await old.ListAsync();
        await fresh.SayAsync("hello");
        await fresh.AnswerAsync("Hello");
        var person = (await old.PersonAsync()).Id;
        (await fresh.PersonAsync()).Id.ShouldNotBe(person);

        await ChangedAsync(old, fresh);

        (await fresh.PersonAsync()).Id.ShouldBe(person);
        (await fresh.TripAsync()).Places.ShouldHaveSingleItem().PlaceId.ShouldBe("hoi-an");
    }

    [Fact]
    public async Task a_number_and_an_id_that_change_together_take_the_conversation_with_them()
    {
        var (old, fresh) = (await ChatPhone.AskedAsync(app, "3 days in Hoi An"), await ChatPhone.SwitchOnAsync(app));
        var (person, trip) = ((await old.PersonAsync()).Id, (await old.TripAsync()).Id);

        await ChangedAsync(old, fresh);
        (await app.Services.GetRequiredService<IAccounts>().FindByNumberAsync("+" + fresh.Digits, Ct)).ShouldNotBeNull().Id.ShouldBe(person);
        await fresh.SayAsync("book 2");

        await fresh.AnswerAsync("the booking page of the second", b => b.Link is not null);
        (await fresh.TripAsync()).Id.ShouldBe(trip);
    }

    [Fact]
    public async Task who_had_stopped_stays_stopped()
    {
        var (old, fresh) = (await ChatPhone.SwitchOnWithoutNumberAsync(app), await ChatPhone.SwitchOnWithoutNumberAsync(app));
        await old.SayAsync("3 days in Hoi An");
        await old.ListAsync();
        await old.SayAsync("STOP");
        await old.AnswerAsync("you will get no more messages");

        await ChangedAsync(old, fresh);
        await fresh.SayAsync("4 days in Hue");

        await fresh.AnswerAsync("Write START");
        (await fresh.PersonAsync()).Stopped.ShouldBeTrue();
    }

    /// <summary>As Meta tells it: without contacts, and without a sender where the number is hidden.</summary>
    private async Task ChangedAsync(ChatPhone old, ChatPhone fresh)
    {
        var hidden = old.Digits.Length == 0;
        var system = new JsonObject { ["type"] = hidden ? "user_changed_user_id" : "user_changed_number", ["previous_user_id"] = old.Phone.UserId, ["user_id"] = fresh.Phone.UserId, ["body"] = "changed" };
        var message = new JsonObject { ["id"] = $"wamid.{Guid.NewGuid():N}", ["timestamp"] = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}", ["type"] = "system", ["system"] = system };
        if (!hidden)
        {
            message["from"] = old.Digits;
            system["wa_id"] = fresh.Digits;
        }

        var person = (await old.PersonAsync()).Id;
        await app.DeliverAsync(new JsonObject { ["messages"] = new JsonArray(message) });
        await Polling.UntilAsync("the move", async () => (await fresh.PersonAsync()).Id == person);
    }
}
