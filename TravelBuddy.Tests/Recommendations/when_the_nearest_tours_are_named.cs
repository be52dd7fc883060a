using TravelBuddy.Tests.Simulator;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>Where nothing fits, each of the first offers to give up a wish comes with a tour: its name, what it is, and what it takes.</summary>
public sealed class when_the_nearest_tours_are_named(AppFixture app)
{
    [Theory]
    [InlineData("60 days in Con Dao for 500,000 dong max", "Nearest: ", "any length", "shorter than you asked", "Con Dao")]
    [InlineData("60 ngày ở Côn Đảo dưới 500k", "Gần nhất: ", "số ngày", "ngắn hơn hẳn", "Côn Đảo")]
    [InlineData("25 days on Phu Quoc", "Nearest: ", "any length", "shorter than you asked", "Phu Quoc")]
    [InlineData("Phú Quốc 25 ngày", "Gần nhất: ", "số ngày", "ngắn hơn hẳn", "Phú Quốc")]
    [InlineData("3 days in Hoi An, 5 dollars at most", "Nearest: ", "any price", "your budget", "Hoi An")]
    public async Task a_tour_there_comes_first_with_its_card(string wish, string nearest, string given, string takes, string place)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        var nothing = ChatPhone.Text(await phone.AnswerAsync("that nothing fits", bubble => ChatPhone.Text(bubble).Contains(nearest, StringComparison.Ordinal)));

        var named = nothing.Split('\n').Where(line => line.Contains(nearest, StringComparison.Ordinal)).ToList();
        named.Count.ShouldBeInRange(1, 2);
        named.ShouldContain(line => line.Contains(takes, StringComparison.Ordinal));
        nothing.ShouldContain(given);
        nothing.Length.ShouldBeLessThanOrEqualTo(1024);
        var card = ChatPhone.Text(await phone.AnswerAsync("the card of the first", bubble => ChatPhone.Text(bubble).StartsWith("1. ", StringComparison.Ordinal) && bubble.Buttons.Count == 3));
        card.ShouldContain(place);
        var title = card[..25];
        named.ShouldContain(line => line.Contains(title, StringComparison.Ordinal));
    }
}
