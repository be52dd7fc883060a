using TravelBuddy.Tests.Simulator;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_wish_stays_unmet(AppFixture app)
{
    [Theory]
    [InlineData("Hoi An 2 days", "seafood please", "None of these is 2 days long.")]
    [InlineData("Nha Trang 5 ngày", "thích ăn hải sản", "Không tour nào dưới đây đúng 5 ngày.")]
    [InlineData("Phú Quốc 2 ngày", "thích ăn hải sản", "Không tour nào dưới đây đúng 2 ngày.")]
    public async Task that_is_said_once_of_the_same_places(string wish, string more, string said)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        ChatPhone.Text(await phone.AnswerAsync("🔎")).ShouldContain(said);

        await phone.SayAsync(more);

        ChatPhone.Text(await phone.AnswerAsync("🔎")).ShouldNotContain(said);
    }
}
