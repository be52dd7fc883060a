using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Simulator;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Help comes with the first answer: who answers and what is kept is said in a line of it, and nothing is asked for.</summary>
public sealed class when_somebody_writes_for_the_first_time(AppFixture app)
{
    [Theory]
    [InlineData("3 days in Hoi An with kids, under $300, seafood", "Hello, this is TravelBuddy", "write STOP"), InlineData("Hội An 3 ngày có trẻ con, dưới 7 triệu, hải sản", "TravelBuddy đây ạ", "nhắn DỪNG")]
    [InlineData("somewhere warm with a beach", "Hello, this is TravelBuddy", "write STOP"), InlineData("muốn đi biển cho khỏe", "TravelBuddy đây ạ", "nhắn DỪNG")]
    public async Task a_wish_brings_its_tours_in_five_messages_the_first_of_them_introducing_us(string wish, string who, string stop)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.ListAsync();

        var ours = await OursAsync(phone);
        ours.Count.ShouldBeInRange(2, 5);
        ours[0].ShouldSatisfyAllConditions(text => text.ShouldContain(who), text => text.ShouldContain(stop), text => text.ShouldContain("🔎"));
        ours.Skip(1).ShouldAllBe(text => !text.Contains(stop, StringComparison.Ordinal));
        (await phone.PersonAsync()).WhatsAppOptIn.ShouldBeNull();

        await phone.SayAsync("Huế 2 ngày");
        await phone.AnswerAsync("the second answer", b => ChatPhone.Text(b).StartsWith("🔎", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hello there!", "Hello, this is TravelBuddy"), InlineData("hi", "Xin chào, đây là TravelBuddy"), InlineData("chào bạn", "Xin chào, đây là TravelBuddy")]
    public async Task a_greeting_is_answered_by_one(string hi, string who)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(hi);

        await phone.AnswerAsync(who);
        (await OursAsync(phone)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("tours near me", "Where are you?", "write STOP"), InlineData("tour gần đây", "đang ở đâu", "nhắn DỪNG")]
    [InlineData("are you a robot?", "I am a program", "write STOP"), InlineData("bạn là robot hả", "Mình là chương trình", "nhắn DỪNG")]
    public async Task whatever_else_comes_first_is_answered_in_the_same_message(string text, string answer, string stop)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(text);

        ChatPhone.Text(await phone.AnswerAsync(answer)).ShouldContain(stop);
        (await OursAsync(phone)).Count.ShouldBe(1);
    }

    private static async Task<IReadOnlyList<string>> OursAsync(ChatPhone phone) => [.. (await phone.BubblesAsync()).Where(bubble => !bubble.FromPerson).Select(ChatPhone.Text)];
}
