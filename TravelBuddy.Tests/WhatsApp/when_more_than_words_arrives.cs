using System.Text.Json.Nodes;
using Marten;
using Marten.Patching;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_more_than_words_arrives(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IDocumentStore Store => app.Services.GetRequiredService<IDocumentStore>();

    [Theory]
    [InlineData(15.8801, 108.338, "hoi-an"), InlineData(16.06, 108.21, "da-nang"), InlineData(22.336, 103.84, "sa-pa")]
    public async Task a_place_on_the_map_brings_the_tours_there_and_only_the_towns_name_is_kept(double latitude, double longitude, string town)
    {
        var phone = await ChatPhone.SwitchOnAbroadAsync(app);
        await PinAsync(phone, latitude, longitude);
        await phone.AnswerAsync("You are near");
        await phone.CardAsync();
        (await phone.TripAsync()).Places.ShouldHaveSingleItem().PlaceId.ShouldBe(town);
        (await phone.OutboundAsync()).ShouldAllBe(m => m.Content.Arguments.All(argument => !argument.Any(char.IsDigit)));
    }

    [Fact]
    public async Task that_a_pin_is_taken_to_mean_soon_is_told_as_our_guess_and_not_again_where_days_were_named()
    {
        var phone = await ChatPhone.SwitchOnAbroadAsync(app);
        await PinAsync(phone, 15.8801, 108.338);
        await phone.AnswerAsync("I suppose you want to go within two weeks; if not, write when");
        await phone.CardAsync();
        await phone.ListAsync();
        await PinAsync(phone, 16.06, 108.21);
        ChatPhone.Text(await phone.AnswerAsync("You are near Da Nang")).ShouldNotContain("two weeks");
    }

    [Theory]
    [InlineData("I'm in Hoi An now, what can we do?", "I suppose you want to go within two weeks"), InlineData("vừa hạ cánh Đà Nẵng, có tour nào không", "Mình hiểu là bạn muốn đi trong hai tuần tới")]
    public async Task that_somebody_who_is_there_is_taken_to_mean_soon_is_told_too(string text, string told)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(text);
        await phone.AnswerAsync(told);
    }

    [Fact]
    public async Task a_place_far_from_viet_nam_brings_a_question()
    {
        var phone = await ChatPhone.SwitchOnAbroadAsync(app);
        await PinAsync(phone, 48.86, 2.35);
        await phone.AnswerAsync("far from every place I know");
    }

    [Theory]
    [InlineData("a cooking class near me", "Where are you?", "You are near Hoi An")]
    [InlineData("quanh đây có lớp học nấu ăn không", "Bạn đang ở đâu ạ?", "Bạn đang ở gần Hội An")]
    public async Task near_me_is_asked_back_and_what_was_wished_besides_is_kept(string wish, string question, string answer)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.AnswerAsync(question);
        await PinAsync(phone, 15.8801, 108.338);
        await phone.AnswerAsync(answer);
        (await phone.TripAsync()).ShouldSatisfyAllConditions(trip => trip.Places.ShouldHaveSingleItem(), trip => trip.Activities.Concepts.ShouldContain("cooking-class"));
    }

    [Theory]
    [InlineData("audio", "I cannot listen to it"), InlineData("image", "I cannot see what is in it"), InlineData("video", "I cannot see what is in it"), InlineData("document", "I do not open files")]
    [InlineData("sticker", "What trip would you like"), InlineData("contacts", "I do not keep other people's contacts"), InlineData("order", "not this kind of message"), InlineData("unsupported", "not this kind of message")]
    public async Task each_kind_of_message_gets_an_answer_of_its_own(string type, string answer)
    {
        var phone = await ChatPhone.SwitchOnAbroadAsync(app);
        await app.DeliverAsync(phone, type, new JsonObject { ["id"] = "1", ["mime_type"] = "x/y" });
        await phone.AnswerAsync(answer);
    }

    [Fact]
    public async Task what_stands_below_a_picture_is_read()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await app.DeliverAsync(phone, "image", new JsonObject { ["id"] = "1", ["caption"] = "2 days in Sa Pa please" });
        await phone.CardAsync();
        (await phone.TripAsync()).Places.ShouldHaveSingleItem().PlaceId.ShouldBe("sa-pa");
    }

    [Fact]
    public async Task a_quoted_card_is_the_tour_that_is_spoken_of()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An");
        await phone.CardAsync();
        await phone.CardAsync();
        var third = await phone.CardAsync();
        await phone.ListAsync();
        await QuoteAsync(phone, third, "this one?");
        await phone.AnswerAsync("details", b => b.Buttons.Count == 0 && ChatPhone.Text(b).StartsWith("3. ", StringComparison.Ordinal));
        await QuoteAsync(phone, third, "book it");
        await phone.AnswerAsync("its booking page", b => b.Link is not null && ChatPhone.Text(b).Contains(ChatPhone.Text(third).Split('\n')[0]["3. ".Length..][..12], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null), InlineData("🤔"), InlineData("🙏")]
    public async Task a_thumb_taken_back_or_replaced_by_what_says_nothing_is_none_and_is_not_talked_about(string? emoji)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("Sa Pa 2 days");
        var card = await phone.CardAsync();
        await phone.ListAsync();
        await phone.ReactAsync(card, "👍");
        await phone.AnswerAsync("Glad you like it");
        await Polling.UntilAsync("the thumb", async () => (await phone.TripAsync()).Liked.Count == 1);
        var before = (await phone.BubblesAsync()).Count(b => !b.FromPerson);
        await app.DeliverAsync(phone, "reaction", new JsonObject { ["message_id"] = $"wamid.{card.Id:N}", ["emoji"] = emoji });
        await Polling.UntilAsync("no thumb", async () => (await phone.TripAsync()) is { Liked.Count: 0, Disliked.Count: 0 });
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        (await phone.BubblesAsync()).Count(b => !b.FromPerson).ShouldBe(before + 1);
    }

    [Fact]
    public async Task what_was_edited_is_read_anew_and_what_was_deleted_is_met_with_silence()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var first = await app.DeliverAsync(phone, "text", new JsonObject { ["body"] = "2 days in Hue" });
        await phone.ListAsync();
        await app.DeliverAsync(phone, "edit", new JsonObject { ["original_message_id"] = first, ["message"] = new JsonObject { ["type"] = "text", ["text"] = new JsonObject { ["body"] = "4 days in Hue" } } });
        await Polling.UntilAsync("four days", async () => (await phone.TripAsync()).Durations is [{ MinDays: 4 }]);
        var said = await app.DeliverAsync(phone, "text", new JsonObject { ["body"] = "thanks" });
        await phone.AnswerAsync("You are welcome");
        var before = (await phone.OutboundAsync()).Count;
        await app.DeliverAsync(phone, "revoke", new JsonObject { ["original_message_id"] = said });
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        (await phone.OutboundAsync()).Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task who_rings_is_asked_to_write_and_may_be_written_to()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        JsonObject Call(string @event) => new()
        {
            ["calls"] = new JsonArray(new JsonObject { ["id"] = $"wacid.{Guid.NewGuid():N}", ["from"] = phone.Digits, ["to"] = "15550100199", ["event"] = @event, ["direction"] = "USER_INITIATED", ["timestamp"] = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}" }),
        };

        await app.DeliverAsync(phone, "text", new JsonObject { ["body"] = "trợ giúp" }, at: DateTimeOffset.UtcNow.AddHours(-3));
        await Polling.UntilAsync("help", async () => (await phone.OutboundAsync()).Count == 1);
        await app.DeliverAsync(Call("connect"));
        await phone.AnswerAsync("Mình không nghe gọi được");
        (await phone.StateAsync()).LastWroteAt!.Value.ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddMinutes(-5), "a call opens the window, too");
        await app.DeliverAsync(Call("terminate"));
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        (await phone.OutboundAsync()).Count.ShouldBe(3, "that it ended is no news");
    }

    [Fact]
    public async Task who_comes_from_an_advertisement_without_a_wish_is_answered_with_what_they_saw()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await app.DeliverAsync(phone, "text", new JsonObject { ["body"] = "Hello! Can I get more info on this?" },
            new JsonObject { ["referral"] = new JsonObject { ["headline"] = "Sa Pa: 2 days in the rice terraces", ["source_type"] = "ad", ["source_url"] = "https://fb.me/x" } });
        await phone.CardAsync();
        (await phone.TripAsync()).Places.ShouldHaveSingleItem().PlaceId.ShouldBe("sa-pa");
    }

    [Fact]
    public async Task who_changes_their_number_stays_the_same_person()
    {
        var (old, fresh) = (await ChatPhone.SwitchOnAsync(app), await ChatPhone.SwitchOnAsync(app));
        await old.SayAsync("3 days in Hoi An");
        await old.ListAsync();
        var person = await old.PersonAsync();
        await app.DeliverAsync(new JsonObject
        {
            ["messages"] = new JsonArray(new JsonObject
            {
                ["id"] = $"wamid.{Guid.NewGuid():N}",
                ["from"] = old.Digits,
                ["timestamp"] = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}",
                ["type"] = "system",
                ["system"] = new JsonObject { ["type"] = "user_changed_number", ["wa_id"] = fresh.Digits, ["body"] = "changed" },
            }),
        });
        await Polling.UntilAsync("the new number", async () => await app.Services.GetRequiredService<IAccounts>().FindByNumberAsync("+" + fresh.Digits, Ct) is { } found && found.Id == person.Id);
        (await app.Services.GetRequiredService<IAccounts>().FindByNumberAsync("+" + old.Digits, Ct)).ShouldBeNull("the old number may be somebody else's tomorrow");
        await fresh.SayAsync("details 2");
        await fresh.AnswerAsync("the second tour of the old phone's list", b => ChatPhone.Text(b).StartsWith("2. ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task who_gets_a_number_that_was_anothers_gets_nothing_else_of_theirs()
    {
        var (before, mover) = (await ChatPhone.SwitchOnAsync(app), await ChatPhone.SwitchOnAsync(app));
        await before.SayAsync("3 days in Hoi An");
        await before.ListAsync();
        await mover.SayAsync("help");
        await mover.AnswerAsync("You can write");
        var (holder, person) = (await before.PersonAsync(), await mover.PersonAsync());
        await app.DeliverAsync(new JsonObject
        {
            ["messages"] = new JsonArray(new JsonObject
            {
                ["id"] = $"wamid.{Guid.NewGuid():N}",
                ["from"] = mover.Digits,
                ["timestamp"] = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}",
                ["type"] = "system",
                ["system"] = new JsonObject { ["type"] = "user_changed_number", ["wa_id"] = before.Digits, ["user_id"] = $"VN.{Guid.NewGuid():N}", ["body"] = "changed" },
            }),
        });
        var accounts = app.Services.GetRequiredService<IAccounts>();
        await Polling.UntilAsync("the number's new holder", async () => await accounts.FindByNumberAsync("+" + before.Digits, Ct) is { } found && found.Id == person.Id);
        (await accounts.FindPersonAsync(holder.Id, Ct)).ShouldNotBeNull().ShouldSatisfyAllConditions(p => p.Id.ShouldBe(holder.Id), p => p.WaIdHash.ShouldBeNull());
        (await accounts.TravellerOfAsync(holder.Id, Ct)).ShouldNotBeNull().PersonId.ShouldBe(holder.Id);
    }

    [Fact]
    public async Task what_is_set_in_whatsapp_itself_is_honoured()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        await app.Services.GetRequiredService<IAccounts>().RecordOptInAsync((await phone.PersonAsync()).Id, new OptIn(DateTimeOffset.UtcNow, "test", "test"), Ct);
        await app.DeliverAsync(new JsonObject
        {
            ["user_preferences"] = new JsonArray(new JsonObject { ["wa_id"] = phone.Digits, ["user_id"] = phone.Phone.UserId, ["category"] = "marketing_messages", ["value"] = "stop", ["timestamp"] = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}" }),
        });
        await Polling.UntilAsync("no more offers", async () => (await phone.PersonAsync()).WhatsAppOptIn is null);
        await phone.SayAsync("thanks");
        await phone.AnswerAsync("You are welcome");
    }

    [Fact]
    public async Task set_a_second_time_it_is_honoured_again_though_meta_writes_its_time_as_a_number()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.HelpedAsync();
        var (accounts, person) = (app.Services.GetRequiredService<IAccounts>(), (await phone.PersonAsync()).Id);
        foreach (var ago in new[] { 7200, 60 })
        {
            await accounts.RecordOptInAsync(person, new OptIn(DateTimeOffset.UtcNow, "test", "test"), Ct);
            await app.DeliverAsync(new JsonObject
            {
                ["user_preferences"] = new JsonArray(new JsonObject { ["wa_id"] = phone.Digits, ["user_id"] = phone.Phone.UserId, ["category"] = "marketing_messages", ["value"] = "stop", ["timestamp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - ago }),
            });
            await Polling.UntilAsync("no more offers", async () => (await phone.PersonAsync()).WhatsAppOptIn is null);
        }
    }

    [Fact]
    public async Task before_a_word_is_said_the_number_tells_the_language_and_the_first_words_do_then()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await PinAsync(phone, 15.8801, 108.338);
        await phone.AnswerAsync("Bạn đang ở gần Hội An");
        (await phone.ListAsync()).ListButton.ShouldBe("Xem các tour");
        await phone.SayAsync("only 2 days");
        (await phone.ListAsync()).ListButton.ShouldBe("See the tours");
        await phone.SayAsync("Đà Lạt 3 ngày 2 đêm");
        (await phone.ListAsync()).ListButton.ShouldBe("Xem các tour");
    }

    [Fact]
    public async Task a_greeting_is_answered_in_its_language_and_the_next_message_decides()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("hello");
        await phone.AnswerAsync("Hello, this is TravelBuddy");
        await phone.SayAsync("Huế 4 ngày");
        (await phone.CardAsync()).Buttons[0].Title.ShouldBe("Đặt tour");
    }

    [Fact]
    public async Task where_no_number_is_shown_the_user_id_tells_it()
    {
        var phone = await ChatPhone.SwitchOnWithoutNumberAsync(app);
        await phone.DoAsync((hand, of) => hand.SpeakAsync(of, Ct));
        await phone.AnswerAsync("Mình chưa nghe được");
    }

    [Fact]
    public async Task a_stop_that_was_overtaken_by_a_start_changes_nothing()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var now = DateTimeOffset.UtcNow;
        await app.DeliverAsync(phone, "text", new JsonObject { ["body"] = "STOP" }, at: now.AddMinutes(-10));
        await phone.AnswerAsync("you will get no more messages");
        await app.DeliverAsync(phone, "text", new JsonObject { ["body"] = "START" }, at: now.AddMinutes(-1));
        await phone.AnswerAsync("Good to have you back");
        await app.DeliverAsync(phone, "text", new JsonObject { ["body"] = "STOP" }, at: now.AddMinutes(-5));
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        (await phone.PersonAsync()).Stopped.ShouldBeFalse();
    }

    [Fact]
    public async Task of_a_stop_and_a_start_of_one_second_the_later_one_counts_though_it_is_read_in_the_next()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var second = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds());
        await app.DeliverAsync(phone, "text", new JsonObject { ["body"] = "STOP" }, at: second);
        await phone.AnswerAsync("you will get no more messages");
        var person = (await phone.PersonAsync()).Id;
        await using (var session = app.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            // As if it had been read within its second, by a clock that knows more than seconds.
            session.Patch<ChatState>(person).Set(chat => chat.ConsentAt, second.AddSeconds(.8));
            await session.SaveChangesAsync(Ct);
        }

        await app.DeliverAsync(phone, "text", new JsonObject { ["body"] = "START" }, at: second);

        await phone.AnswerAsync("Good to have you back");
        (await phone.PersonAsync()).Stopped.ShouldBeFalse();
    }

    private Task PinAsync(ChatPhone phone, double latitude, double longitude) => app.DeliverAsync(phone, "location", new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude });

    private Task QuoteAsync(ChatPhone phone, Bubble bubble, string text) =>
        app.DeliverAsync(phone, "text", new JsonObject { ["body"] = text }, new JsonObject { ["context"] = new JsonObject { ["from"] = "15550100199", ["id"] = $"wamid.{bubble.Id:N}" } });
}
