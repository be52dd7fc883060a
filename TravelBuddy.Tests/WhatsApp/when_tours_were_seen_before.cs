using TravelBuddy.Tests.Simulator;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_tours_were_seen_before(AppFixture app)
{
    [Theory]
    [InlineData("Sa Pa 2 days, rice terraces", "and no karaoke please", "You have seen this one; it still comes first.")]
    [InlineData("Sa Pa 2 ngày, ngắm ruộng bậc thang", "không karaoke nha", "Tour này đã gửi ở trên, vẫn đứng đầu.")]
    public async Task the_best_that_stays_the_best_is_named_shortly_and_the_next_one_shown(string wish, string change, string seen)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        var best = ChatPhone.Text(await phone.CardAsync()).Split('\n')[0];
        await phone.CardAsync();
        await phone.CardAsync();
        await phone.ListAsync();
        await phone.SayAsync(change);

        var again = ChatPhone.Text(await phone.CardAsync());
        again.ShouldStartWith(best);
        again.ShouldContain(seen);
        again.ShouldNotContain("☎");
        var row = (await phone.ListAsync()).Rows[0].Title;
        var rank = int.Parse(row.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);
        rank.ShouldBeInRange(2, 4);
    }
}
