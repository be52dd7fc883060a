using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Simulator;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_the_same_pin_comes_again(AppFixture app)
{
    [Fact]
    public async Task from_abroad_it_is_not_apologised_for_in_the_same_words()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.DoAsync((hand, pretend) => hand.ShareLocationAsync(pretend, new PretendPlace(48.8566, 2.3522), CancellationToken.None));
        await phone.AnswerAsync("ngoài Việt Nam rồi");
        await phone.DoAsync((hand, pretend) => hand.ShareLocationAsync(pretend, new PretendPlace(48.8566, 2.3522), CancellationToken.None));

        await phone.AnswerAsync("Chỗ này cũng ở ngoài Việt Nam");
    }

    [Fact]
    public async Task cards_that_are_there_are_rows()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.DoAsync((hand, pretend) => hand.ShareLocationAsync(pretend, new PretendPlace(15.8801, 108.3380), CancellationToken.None));
        await phone.AnswerAsync("Hội An");
        await phone.ListAsync();
        await phone.CardAsync();
        await phone.CardAsync();
        await phone.CardAsync();
        await phone.DoAsync((hand, pretend) => hand.ShareLocationAsync(pretend, new PretendPlace(15.8801, 108.3380), CancellationToken.None));

        await phone.AnswerAsync("Hội An");
        await phone.ListAsync();
        (await phone.BubblesAsync()).Count(bubble => !bubble.FromPerson && bubble.Buttons.Count == 3 && !ChatPhone.Text(bubble).Contains("↩", StringComparison.Ordinal)).ShouldBe(3); // The first comes shortly again, as every answer begins with number one.
    }
}
