using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>What the chat asks of a person: consent, whether the tours were right, which of two meanings a word had.</summary>
public sealed class when_a_person_is_asked(AppFixture app)
{
    [Theory]
    [InlineData("Yes, you may", "I write only about your trip", true), InlineData("Rather not", "I only answer when you write", false)]
    public async Task whether_we_may_write_later_is_asked_once_when_they_are_about_to_leave_and_kept(string tapped, string answer, bool agrees)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An");
        await phone.ListAsync();
        (await phone.BubblesAsync()).ShouldNotContain(b => ChatPhone.Text(b).StartsWith("OK if TravelBuddy", StringComparison.Ordinal), "help comes first");
        await phone.SayAsync("I'll think about it");
        await phone.AnswerAsync("take your time");
        var question = await phone.AnswerAsync("OK if TravelBuddy messages you later");
        (await phone.PersonAsync()).WhatsAppOptIn.ShouldBeNull();
        await phone.TapAsync(question, tapped);
        await phone.AnswerAsync(answer);
        ((await phone.PersonAsync()).WhatsAppOptIn is not null).ShouldBe(agrees);
        await phone.SayAsync("4 days");
        await phone.ListAsync();
        await phone.SayAsync("bye");
        await phone.AnswerAsync("Goodbye");
        await phone.SayAsync("help");
        await phone.AnswerAsync("You can write");
        (await phone.BubblesAsync()).Count(b => ChatPhone.Text(b).StartsWith("OK if TravelBuddy", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("3 days in Hoi An", "thank you!", "Was there a tour", "Yes", "Good to hear", true)]
    [InlineData("Hội An 3 ngày", "cảm ơn nhé", "có tour nào bạn ưng", "Chưa ưng", "Còn thiếu điều gì", false)]
    public async Task whether_the_tours_were_right_is_asked_once_of_a_list_and_kept(string wish, string thanks, string question, string tapped, string answer, bool good)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.ListAsync();
        await phone.SayAsync(thanks);
        await phone.TapAsync(await phone.AnswerAsync(question), tapped);
        await phone.AnswerAsync(answer);
        var id = (await phone.PersonAsync()).Id;
        await Polling.UntilAsync("the rating", async () =>
        {
            await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
            var state = (await session.LoadAsync<TravelBuddy.Web.WhatsApp.Chat.ChatState>(id)).ShouldNotBeNull();
            return await session.LoadAsync<ListRating>(state.ListId!.Value) is { } rating && rating.Good == good;
        });
        await phone.SayAsync(thanks);
        await phone.SayAsync("help");
        await phone.AnswerAsync("a help text", b => ChatPhone.Text(b).Contains("You can write", StringComparison.Ordinal) || ChatPhone.Text(b).Contains("Bạn có thể nhắn", StringComparison.Ordinal));
        (await phone.BubblesAsync()).Count(b => ChatPhone.Text(b).Contains(question, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("3 days in Hoi An", "book 1", "go on", "thank you!", "You are welcome", "Was there a tour")]
    [InlineData("Hội An 3 ngày", "gọi 1", "tổ chức", "cảm ơn nhé", "Dạ không có chi", "có tour nào bạn ưng")]
    public async Task who_has_gone_on_to_a_tours_agency_is_not_asked_whether_they_found_one(string wish, string found, string handed, string thanks, string welcome, string question)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.ListAsync();
        await phone.SayAsync(found);
        await phone.AnswerAsync("the way to the agency", b => b.Link is not null || ChatPhone.Text(b).Contains(handed, StringComparison.Ordinal));
        await phone.SayAsync(thanks);
        await phone.AnswerAsync(welcome);
        await phone.SayAsync("help");
        await phone.AnswerAsync("a help text", b => ChatPhone.Text(b).Contains("You can write", StringComparison.Ordinal) || ChatPhone.Text(b).Contains("Bạn có thể nhắn", StringComparison.Ordinal));
        (await phone.BubblesAsync()).ShouldNotContain(b => ChatPhone.Text(b).Contains(question, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("3 days in Hoi An", "bye", "OK if TravelBuddy messages you later", "yes", "I write only about your trip", true), InlineData("3 days in Hoi An", "I need to ask my wife", "OK if TravelBuddy messages you later", "Ok!", "I write only about your trip", true)]
    [InlineData("3 days in Hoi An", "bye", "OK if TravelBuddy messages you later", "no thanks", "I only answer when you write", false)]
    [InlineData("Hội An 3 ngày", "tạm biệt", "TravelBuddy nhắn bạn được không", "có", "Mình chỉ nhắn về chuyến đi", true), InlineData("Hội An 3 ngày", "để mình suy nghĩ đã", "TravelBuddy nhắn bạn được không", "dạ được", "Mình chỉ nhắn về chuyến đi", true)]
    [InlineData("Hội An 3 ngày", "tạm biệt", "TravelBuddy nhắn bạn được không", "không", "mình chỉ trả lời khi bạn nhắn", false), InlineData("Hội An 3 ngày", "để mình suy nghĩ đã", "TravelBuddy nhắn bạn được không", "thôi khỏi", "mình chỉ trả lời khi bạn nhắn", false)]
    public async Task a_bare_yes_or_no_answers_whether_we_may_write_later(string wish, string leave, string question, string said, string answer, bool agrees)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.ListAsync();
        await phone.SayAsync(leave);
        await phone.AnswerAsync(question);
        await phone.SayAsync(said);
        await phone.AnswerAsync(answer);
        ((await phone.PersonAsync()).WhatsAppOptIn?.Wording).ShouldBe(agrees ? "Wrote yes when asked on WhatsApp whether TravelBuddy may write later about tours: until STOP." : null);
    }

    [Fact]
    public async Task a_yes_that_comes_after_something_else_agrees_to_nothing()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An");
        await phone.ListAsync();
        await phone.SayAsync("bye");
        await phone.AnswerAsync("OK if TravelBuddy messages you later");
        await phone.SayAsync("details 2");
        await phone.AnswerAsync("details", b => b.Buttons.Count == 0 && ChatPhone.Text(b).StartsWith("2. ", StringComparison.Ordinal));
        await phone.SayAsync("yes");
        await phone.AnswerAsync("Write a tour's number");
        (await phone.PersonAsync()).WhatsAppOptIn.ShouldBeNull();
    }

    [Theory]
    [InlineData("3 days in Hoi An", "thank you!", "Was there a tour", "yes", "Good to hear", true), InlineData("Hội An 3 ngày", "cảm ơn nhé", "có tour nào bạn ưng", "không", "Còn thiếu điều gì", false)]
    public async Task a_bare_yes_or_no_answers_whether_the_tours_were_right(string wish, string thanks, string question, string said, string answer, bool good)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.ListAsync();
        await phone.SayAsync(thanks);
        await phone.AnswerAsync(question);
        await phone.SayAsync(said);
        await phone.AnswerAsync(answer);
        var list = (await phone.StateAsync()).ListId!.Value;
        await Polling.UntilAsync("the rating", async () =>
        {
            await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
            return await session.LoadAsync<ListRating>(list) is { } rating && rating.Good == good;
        });
        (await phone.PersonAsync()).WhatsAppOptIn.ShouldBeNull("it was the later question that was answered");
    }

    [Theory]
    [InlineData("tiếp tục"), InlineData("đăng ký")]
    public async Task a_word_that_begins_messages_greets_nobody_who_has_seen_tours(string word)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("Hội An 3 ngày");
        await phone.ListAsync();
        await phone.SayAsync(word);
        await phone.AnswerAsync("Bạn nhắn số của tour để xem kỹ hơn");
    }

    [Theory]
    [InlineData("3 days in Hoi An", "cancel", "Do you want no more messages", "No more messages", "you will get no more messages", true)]
    [InlineData("3 days in Hoi An", "cancel", "Do you want no more messages", "Go on", "Tell me what should be different", false)]
    [InlineData("Hội An 3 ngày", "thôi", "Bạn không muốn nhận tin", "Tiếp tục", "Bạn cho biết cần đổi gì", false)]
    public async Task a_word_that_may_end_messages_or_a_booking_is_asked_about_once_tours_were_shown(string wish, string word, string question, string tapped, string answer, bool stops)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.ListAsync();
        await phone.SayAsync(word);
        var asked = await phone.AnswerAsync(question);
        (await phone.PersonAsync()).Stopped.ShouldBeFalse();
        await phone.TapAsync(asked, tapped);
        await phone.AnswerAsync(answer);
        (await phone.PersonAsync()).Stopped.ShouldBe(stops);
    }

    [Fact]
    public async Task before_any_tour_such_a_word_ends_messages_at_once()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("cancel");
        await phone.AnswerAsync("you will get no more messages");
    }

    [Theory]
    [InlineData("3 days in Hoi An", "could somebody call me about it?", "I am a program and cannot call anybody"), InlineData("Hội An 3 ngày", "cho mình gặp nhân viên tư vấn", "Mình là chương trình nên không gọi điện được")]
    public async Task who_asks_for_a_person_is_told_who_writes_and_where_people_are(string wish, string asked, string told)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.AnswerAsync("🔎");
        await phone.ListAsync();
        await phone.SayAsync(asked);

        ChatPhone.Text(await phone.AnswerAsync(told)).ShouldContain("☎ ");
    }

    [Theory]
    [InlineData("can I talk to a human?", "I am a program"), InlineData("cho mình gặp nhân viên tư vấn", "Mình là chương trình")]
    public async Task who_asks_for_a_person_before_any_tour_hears_where_people_are(string text, string answer)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(text);
        await phone.AnswerAsync(answer);
    }

    [Theory]
    [InlineData("3 days in Hoi An", "compare 1 and 3", "Book 3"), InlineData("Hội An 3 ngày", "so sánh 2 cái đầu", "Đặt tour 2")]
    public async Task two_tours_are_put_side_by_side_and_either_is_booked(string wish, string text, string book)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.ListAsync();
        await phone.SayAsync(text);
        var comparison = await phone.AnswerAsync("a comparison", b => b.Buttons.Count == 2 && b.Buttons[1].Title == book);
        var shown = ChatPhone.Text(comparison);
        shown.Split("💰").Length.ShouldBe(2, "both prices stand in one row");
        shown.Length.ShouldBeLessThanOrEqualTo(1024);
        await phone.TapAsync(comparison, book);
        await phone.AnswerAsync("a booking link", b => b.Link is not null);
    }
}
