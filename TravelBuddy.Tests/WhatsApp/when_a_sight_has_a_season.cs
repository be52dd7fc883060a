using TravelBuddy.Tests.Simulator;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_sight_has_a_season(AppFixture app)
{
    [Theory]
    [InlineData("Ha Giang 3 days, buckwheat flowers", "Buckwheat flowers bloom in October and November."), InlineData("Hà Giang 3 ngày ngắm hoa tam giác mạch", "Hoa tam giác mạch nở vào tháng 10 và tháng 11."), InlineData("Ha Giang 3 ngay ngam hoa tam giac mach tháng 4", "Hoa tam giác mạch nở vào tháng 10 và tháng 11.")]
    public async Task it_is_told_with_what_is_looked_for(string wish, string told)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);

        ChatPhone.Text(await phone.AnswerAsync("🔎")).ShouldContain("🌱 " + told);
    }

    [Theory]
    [InlineData("Ha Giang 3 days, buckwheat flowers", "in March", "🌱")]
    [InlineData("Ha Giang 3 days, buckwheat flowers", "in October", "🌱")]
    public async Task and_not_again_with_the_next(string wish, string then, string mark)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.AnswerAsync("🔎");
        await phone.ListAsync();
        await phone.SayAsync(then);

        ChatPhone.Text(await phone.AnswerAsync("🔎")).ShouldNotContain(mark);
    }
}
