using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Catalog.Pictures;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Simulator;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_person_chats(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("3 days around Da Nang, seafood", "Book")]
    [InlineData("3 ngày quanh Đà Nẵng, ăn hải sản", "Đặt tour")]
    [InlineData("tour 3 ngay quanh da nang, an hai san", "Đặt tour")]
    public async Task a_wish_is_answered_with_the_best_three_and_a_list(string wish, string bookButton)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        for (var rank = 1; rank <= 3; rank++)
        {
            var card = await phone.CardAsync();
            ChatPhone.Text(card).ShouldStartWith($"{rank}. ");
            card.Buttons[0].Title.ShouldBe(bookButton);
        }

        var list = await phone.ListAsync();
        list.Rows.Count.ShouldBeInRange(1, 7);
        list.Rows[0].Title.ShouldStartWith("4. ");
        var (_, trip) = await TripAsync(phone);
        trip.Places.ShouldHaveSingleItem().PlaceId.ShouldBe("da-nang");
        trip.Durations.ShouldBe([new DurationWish(3, 3)]);
    }

    [Fact]
    public async Task a_change_changes_the_trip_and_brings_other_tours()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("2 days in Hue");
        await phone.ListAsync();
        await phone.SayAsync("Đà Nẵng instead");
        await phone.ListAsync();
        (await TripAsync(phone)).Trip.Places.ShouldHaveSingleItem().PlaceId.ShouldBe("da-nang");
        await phone.SayAsync("4 ngày");
        await phone.ListAsync();
        (await TripAsync(phone)).Trip.Durations.ShouldBe([new DurationWish(4, 4)]);
        await phone.SayAsync("rẻ hơn");
        await Polling.UntilAsync("a budget", async () => (await TripAsync(phone)).Trip.Budget is { Max: > 0, Firm: true });
    }

    [Theory]
    [InlineData("3 days in Hoi An from 30/2/2027", "There is no 30 February 2027. Which day do you mean?", "29/2/2028")]
    [InlineData("hoi an 3 ngay, tu 30/2/2027", "Không có ngày 30/2/2027. Bạn muốn đi ngày nào ạ?", "29/2/2028")]
    public async Task a_day_that_does_not_exist_is_asked_about_once(string wish, string question, string day)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.AnswerAsync("🔎");
        ChatPhone.Text(await phone.AnswerAsync(question)).ShouldBe(question);
        await phone.ListAsync();
        (await TripAsync(phone)).Trip.Dates.ShouldBeNull();

        await phone.SayAsync("30/2/2027");
        ChatPhone.Text(await phone.AnswerAsync(question)).ShouldBe(question);
        await phone.SayAsync(day);
        await Polling.UntilAsync("the day is taken", async () => (await TripAsync(phone)).Trip.Dates?.From == new DateOnly(2028, 2, 29));
    }

    [Fact]
    public async Task a_question_about_the_weather_changes_no_wish()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An");
        await phone.ListAsync();
        await phone.SayAsync("how is the weather in December?");
        await phone.AnswerAsync("National Centre for Hydro-Meteorological Forecasting");
        (await TripAsync(phone)).Trip.Dates.ShouldBeNull();
    }

    [Fact]
    public async Task a_picture_is_uploaded_once_and_sent_by_its_id_to_everybody()
    {
        await app.Services.GetRequiredService<PictureDrawer>().DrawMissingAsync(Ct);
        var pictures = new List<string?>();
        foreach (var phone in new[] { await ChatPhone.SwitchOnAsync(app), await ChatPhone.SwitchOnAsync(app) })
        {
            await phone.SayAsync("2 days in Mai Chau");
            pictures.Add((await phone.CardAsync()).PictureId);
        }

        pictures[0].ShouldNotBeNull();
        pictures[1].ShouldBe(pictures[0]);
    }

    [Fact]
    public async Task every_answer_begins_with_what_was_looked_for()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An with 2 kids, vegetarian, no trekking, my aunt is called Trúc");
        var first = ChatPhone.Text(await phone.AnswerAsync("🔎"));
        first.ShouldContain("\n\n🔎 Hoi An · 3 days · ", Case.Sensitive, "behind who writes, which is told once");
        first.ShouldContain("2 children");
        first.ShouldContain("vegetarian");
        first.ShouldContain("no trekking");
        first.ShouldNotContain("Trúc");
        await phone.ListAsync();
        await phone.SayAsync("cheaper");
        ChatPhone.Text(await phone.AnswerAsync("🔎")).ShouldContain(" · cheaper tours · ", Case.Sensitive, "a limit that nobody named is told as what it is");
        await phone.SayAsync("Tiếng Việt");
        ChatPhone.Text(await phone.AnswerAsync("🔎 Hội An")).ShouldStartWith("🔎 Hội An · 3 ngày · ", Case.Sensitive, "the tours come again in the language asked for");
        await phone.SayAsync("4 ngày");
        ChatPhone.Text(await phone.AnswerAsync("🔎")).ShouldStartWith("🔎 Hội An · 4 ngày · ");
    }

    [Theory]
    [InlineData("not Phu Quoc, some other island, no crowded beaches, my aunt is called Trúc", "no crowded beaches", "not Phu Quoc")]
    [InlineData("không đi Phú Quốc, đảo khác, không đi bãi biển đông người, dì mình tên Trúc", "không bãi biển đông người", "không đi Phú Quốc")]
    public async Task what_was_refused_in_ones_own_words_is_told_with_what_was_looked_for(string wish, params string[] refused)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        var told = ChatPhone.Text(await phone.AnswerAsync("🔎"));
        refused.ShouldAllBe(part => told.Contains(" · " + part, StringComparison.Ordinal));
        told.ShouldNotContain("Trúc");
    }

    [Fact]
    public async Task the_second_one_is_shown_and_booked()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An");
        await phone.CardAsync();
        var second = await phone.CardAsync();
        await phone.ListAsync();
        await phone.SayAsync("book 2");
        var link = await phone.AnswerAsync("a booking link", b => b.Link is not null);
        link.Link!.Value.Url.ShouldContain("/go/");
        ChatPhone.Text(link).ShouldContain(ChatPhone.Text(second).Split('\n')[0]["2. ".Length..][..12]);
        await phone.SayAsync("details 2");
        await phone.AnswerAsync("details", b => b.Buttons.Count == 0 && ChatPhone.Text(b).StartsWith("2. ", StringComparison.Ordinal));
        await phone.SayAsync("book 99");
        await phone.AnswerAsync("Which one do you mean?");
    }

    [Theory]
    [InlineData("more like the first one"), InlineData("like the first one but cheaper"), InlineData("like number 1 but shorter"), InlineData("something like number 1"), InlineData("co tour nao nhu so 1 khong")]
    public async Task like_one_of_them_brings_others(string said)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An");
        await phone.ListAsync();
        var before = (await ListOfAsync(phone)).Packages[0].PackageId;
        await phone.SayAsync(said);
        await phone.AnswerAsync("🔎");
        await phone.ListAsync();
        var list = await ListOfAsync(phone);
        list.Beside!.PackageId.ShouldBe(before);
        list.Packages.Select(package => package.PackageId).ShouldNotContain(before);
    }

    private async Task<RecommendationList> ListOfAsync(ChatPhone phone)
    {
        var (traveller, trip) = await TripAsync(phone);
        return (await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().FindAsync(trip.LatestListId!.Value, traveller.Id, Ct))).ShouldNotBeNull();
    }

    [Fact]
    public async Task a_person_is_asked_for_about_the_tour_spoken_of_last()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An");
        await phone.CardAsync();
        var second = ChatPhone.Text(await phone.CardAsync());
        await phone.ListAsync();
        await phone.SayAsync("details 2");
        await phone.AnswerAsync("details", b => b.Buttons.Count == 0 && ChatPhone.Text(b).StartsWith("2. ", StringComparison.Ordinal));
        await phone.SayAsync("I want to talk to a person");
        var lines = ChatPhone.Text(await phone.AnswerAsync("You can reach them here")).Split('\n');
        lines[0].ShouldStartWith("I am a program");
        lines[1].ShouldStartWith(second.Split('\n')[0]["2. ".Length..][..12]);
    }

    [Fact]
    public async Task thumbs_on_a_tour_are_feedback()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("Sa Pa 2 days");
        var card = await phone.CardAsync();
        await phone.ListAsync();
        await phone.ReactAsync(card, "👍");
        await phone.AnswerAsync("Glad you like it");
        await Polling.UntilAsync("the thumb on the trip", async () => (await TripAsync(phone)).Trip.Liked.Count == 1);
        await phone.ReactAsync(card, "👎");
        await Polling.UntilAsync("the thumb down", async () => (await TripAsync(phone)).Trip is { Liked.Count: 0, Disliked.Count: 1 });
    }

    [Theory]
    [InlineData("Sa Pa 2 days", "What does not fit?", "no homestay please")]
    [InlineData("Sa Pa 2 ngày", "chưa hợp ở điểm nào", "không ở homestay")]
    public async Task a_tour_turned_down_with_a_thumb_is_not_among_those_that_the_next_message_brings(string wish, string noted, string change)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        var card = await phone.CardAsync();
        await phone.ListAsync();
        await phone.ReactAsync(card, "👎");
        await phone.AnswerAsync(noted);
        var disliked = (await TripAsync(phone)).Trip.Disliked.ShouldHaveSingleItem("noted before it is answered");
        var first = (await ListOfAsync(phone)).Id;

        await phone.SayAsync(change);
        await Polling.UntilAsync("another list", async () => (await ListOfAsync(phone)).Id != first);

        (await ListOfAsync(phone)).Packages.ShouldNotContain(ranked => ranked.PackageId == disliked);
    }

    [Theory]
    [InlineData("Sa Pa 2 days", "👍", "Write “book 5”")]
    [InlineData("Sa Pa 2 ngày", "👎", "chưa hợp ở điểm nào")]
    public async Task thumbs_on_a_tour_chosen_from_the_list_are_feedback_as_well(string wish, string thumb, string answer)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.TapAsync(await phone.ListAsync(), "5. ");
        var fifth = await phone.AnswerAsync("the fifth tour", b => b.Buttons.Count == 3 && ChatPhone.Text(b).StartsWith("5. ", StringComparison.Ordinal));
        await phone.ReactAsync(fifth, thumb);
        await phone.AnswerAsync(answer);
        var package = (await ListOfAsync(phone)).Packages[4].PackageId;
        await Polling.UntilAsync("the thumb on the trip", async () => (await TripAsync(phone)).Trip is var trip && (thumb == "👍" ? trip.Liked : trip.Disliked).Contains(package));
    }

    [Fact]
    public async Task stop_ends_messages_at_once_and_start_brings_them_back()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("hello");
        await phone.AnswerAsync("Hello, this is TravelBuddy");
        await phone.SayAsync("STOP");
        await phone.AnswerAsync("you will get no more messages");
        (await phone.PersonAsync()).Stopped.ShouldBeTrue();
        await phone.SayAsync("3 days in Hue");
        await phone.SayAsync("start");
        await phone.AnswerAsync("Good to have you back");
        (await phone.BubblesAsync()).Count(b => !b.FromPerson).ShouldBe(4, "the wish said while stopped is told how to begin again, and nothing else");
    }

    [Fact]
    public async Task a_code_asked_for_comes_even_after_stop()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("STOP");
        await phone.AnswerAsync("you will get no more messages");
        using var browser = app.NewBrowserSession();
        var asked = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "main form", ("Number", "+" + phone.Digits)));
        var message = await phone.AnswerAsync("a code", b => b.IsTemplate);
        var code = System.Text.RegularExpressions.Regex.Match(ChatPhone.Text(message), "[0-9]{6}").Value;
        (await browser.SubmitAsync(asked, "main form", ("Code", code))).Location.ShouldBe("/account");
        (await phone.PersonAsync()).Stopped.ShouldBeTrue("a code is no wish for messages");
    }

    [Fact]
    public async Task start_answers_in_the_language_of_the_chat()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("cảm ơn nhé");
        await phone.AnswerAsync("Dạ không có chi");
        await phone.SayAsync("STOP");
        await phone.AnswerAsync("bạn sẽ không nhận tin");
        await phone.SayAsync("start");
        await phone.AnswerAsync("Rất vui được gặp lại bạn");
    }

    [Fact]
    public async Task where_nothing_fits_that_is_said_first_and_a_button_drops_the_wish()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("60 days in Sa Pa");
        var nothing = await phone.AnswerAsync("No tour fits all of that.");
        ChatPhone.Text(nothing).ShouldContain("With any length");
        (await phone.BubblesAsync()).Where(b => !b.FromPerson).Take(2).Last().Id.ShouldBe(nothing.Id, "only what was understood comes before");
        await phone.CardAsync();
        await phone.ListAsync();
        await phone.TapAsync(nothing, "Any length");
        await Polling.UntilAsync("no length", async () => (await TripAsync(phone)).Trip is { Durations.Count: 0, Places.Count: 1 });
        await phone.CardAsync();
    }

    [Fact]
    public async Task where_only_several_wishes_together_can_be_dropped_one_button_drops_them()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("60 days in Sa Pa under 50,000 VND");
        var nothing = await phone.AnswerAsync("No tour fits all of that.");
        ChatPhone.Text(nothing).ShouldContain("With any length and any price");
        await phone.TapAsync(nothing, "Drop these wishes");
        await Polling.UntilAsync("neither length nor price", async () => (await TripAsync(phone)).Trip is { Durations.Count: 0, Budget: null, Places.Count: 1 });
    }

    [Fact]
    public async Task a_few_words_of_the_other_language_do_not_change_that_of_the_chat_but_a_sentence_does()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("2 days in Da Nang");
        await phone.ListAsync();
        await phone.SayAsync("4 ngày");
        await phone.ListAsync();
        (await phone.BubblesAsync()).Where(b => b.Buttons.Count == 3).ShouldAllBe(card => card.Buttons[0].Title == "Book");
        await phone.SayAsync("cho mình tour rẻ hơn chút nhé");
        await phone.AnswerAsync("a Vietnamese card", b => b.Buttons is [{ Title: "Đặt tour" }, ..]);
    }

    [Fact]
    public async Task what_was_remembered_before_a_crash_still_brings_its_tours()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("2 days in Da Nang");
        await phone.ListAsync();
        var (traveller, trip) = await TripAsync(phone);
        await app.Services.GetRequiredService<ITrips>().ChangeAsync(trip.Id, traveller.Id, null, wishes => wishes with { Places = [new PlaceWish("hue", null)] }, Ct);

        await phone.SayAsync("Huế instead");

        await phone.CardAsync();
        await phone.ListAsync();
        (await TripAsync(phone)).Trip.Places.ShouldHaveSingleItem().PlaceId.ShouldBe("hue");
    }

    [Fact]
    public async Task tours_found_before_a_crash_are_sent_and_not_looked_for_again()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("2 days in Da Nang");
        await phone.ListAsync();
        var (traveller, trip) = await TripAsync(phone);
        await app.Services.GetRequiredService<ITrips>().ChangeAsync(trip.Id, traveller.Id, null, wishes => wishes with { Places = [new PlaceWish("hue", null)] }, Ct);
        var found = await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RecommendAsync(trip.Id, traveller.Id, Ct));

        await phone.SayAsync("Huế instead");

        await phone.ListAsync();
        (await phone.StateAsync()).ListId.ShouldBe(found.Id);
        (await TripAsync(phone)).Trip.LatestListId.ShouldBe(found.Id);
    }

    [Fact]
    public async Task the_same_wish_again_is_remembered_already()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("2 days in Da Nang");
        await phone.ListAsync();
        await phone.SayAsync("2 days in Da Nang");
        await phone.AnswerAsync("I keep that in mind already");
    }

    [Fact]
    public async Task every_tour_is_shown_by_its_number_in_the_list()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("2 days in Da Nang");
        await phone.ListAsync();
        await phone.SayAsync("2 days in Sa Pa");
        foreach (var rank in new[] { 1, 2, 3, 1, 2, 3 })
        {
            ChatPhone.Text(await phone.CardAsync()).ShouldStartWith($"{rank}. ");
        }

        var rows = (await phone.ListAsync()).Rows;
        rows.Select(row => int.Parse(row.Title.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(4, rows.Count));
    }

    [Theory]
    [InlineData("help", "You can write:")]
    [InlineData("trợ giúp", "Bạn có thể nhắn:")]
    [InlineData("thanks!", "You are welcome")]
    [InlineData("cảm ơn nhé", "Dạ không có chi")]
    [InlineData("delete my data", "reply DELETE")]
    [InlineData("xóa dữ liệu của tôi", "nhắn XÓA")]
    [InlineData("delete", "Hello, this is TravelBuddy")]
    [InlineData("dừng nhắn tin cho mình nhé", "bạn sẽ không nhận tin")]
    [InlineData("book 1", "I have not shown you any tours yet. Where would you like to go")]
    [InlineData("đặt tour 1", "Mình chưa gửi bạn tour nào. Bạn muốn đi đâu")]
    [InlineData("dat tour 1", "Mình chưa gửi bạn tour nào. Bạn muốn đi đâu")]
    public async Task small_words_get_a_kind_short_answer(string said, string answer)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(said);
        await phone.AnswerAsync(answer);
    }

    [Fact]
    public async Task messages_of_one_person_stay_in_order()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        foreach (var text in new[] { "help", "thanks", "help", "thanks", "help" })
        {
            await phone.SayAsync(text);
        }

        await Polling.UntilAsync("five answers", async () => (await phone.BubblesAsync()).Count(b => !b.FromPerson) == 5);
        (await phone.BubblesAsync()).Where(b => !b.FromPerson).Select(b => ChatPhone.Text(b).Contains("You can write", StringComparison.Ordinal)).ShouldBe([true, false, true, false, true]);
    }

    [Fact]
    public async Task every_message_comes_to_be_read()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An");
        await phone.ListAsync();
        await Polling.UntilAsync("all delivered", async () => (await phone.OutboundAsync()) is { Count: 5 } all && all.All(m => m.State == DeliveryState.Delivered));
        await phone.LookAsync();
        await Polling.UntilAsync("all read", async () => (await phone.OutboundAsync()).All(m => m.State == DeliveryState.Read));
        await Polling.UntilAsync("blue ticks on the traveller's own message", async () => (await phone.BubblesAsync()).First(b => b.FromPerson).State == DeliveryState.Read);
    }

    [Fact]
    public async Task nothing_free_form_leaves_outside_the_window()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An");
        await phone.ListAsync(); // The last of the answer: what waits when the window closes is refused as well.
        var person = await phone.PersonAsync();
        var listId = (await phone.StateAsync()).ListId!.Value;
        await using (var session = Store.LightweightSession())
        {
            session.Update((await session.LoadAsync<ChatState>(person.Id, Ct)).ShouldNotBeNull() with { LastWroteAt = DateTimeOffset.UtcNow.AddHours(-25) });
            await session.SaveChangesAsync(Ct);
        }

        await app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<Wolverine.IMessageBus>().PublishAsync(new SendRecommendations(person.Id, listId));
            return true;
        });
        await Polling.UntilAsync("refusals", async () => (await phone.OutboundAsync()).Count(m => m is { State: DeliveryState.Failed, Reason: FailureReason.WindowClosed, Attempts: 0 }) == 5);
    }

    private IDocumentStore Store => app.Services.GetRequiredService<IDocumentStore>();

    private static async Task<(Traveller Traveller, Trip Trip)> TripAsync(ChatPhone phone) => (await phone.TravellerAsync(), await phone.TripAsync());
}
