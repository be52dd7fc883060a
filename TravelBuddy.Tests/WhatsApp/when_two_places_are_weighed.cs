using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Simulator;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_two_places_are_weighed(AppFixture app)
{
    [Theory]
    [InlineData("3 days in Hoi An", "Which is better, 2 days trekking in Sa Pa or 4 days on Phu Quoc?", "Sa Pa", "Phu Quoc")]
    [InlineData("Hội An 3 ngày", "cái nào hay hơn, Sa Pa 2 ngày hay Phú Quốc 4 ngày?", "Sa Pa", "Phú Quốc")]
    public async Task two_new_trips_are_looked_for_and_put_side_by_side(string before, string asked, string one, string other)
    {
        var phone = await ChatPhone.AskedAsync(app, before);
        await phone.AnswerAsync("🔎");
        await phone.SayAsync(asked);

        ChatPhone.Text(await phone.AnswerAsync("🔎")).ShouldSatisfyAllConditions(text => text.ShouldContain(one), text => text.ShouldContain(other));
        ChatPhone.Text(await phone.AnswerAsync("a comparison", IsComparison)).ShouldSatisfyAllConditions(text => text.ShouldContain(one), text => text.ShouldContain(other), text => text.ShouldNotContain("Hội An"), text => text.ShouldNotContain("Hoi An"));
    }

    [Fact]
    public async Task of_the_tours_shown_those_at_the_two_places_are()
    {
        var phone = await ChatPhone.AskedAsync(app, "a trip to Sa Pa or Phu Quoc");
        var before = await phone.VersionAsync();
        await phone.SayAsync("which one is better, Sa Pa or Phu Quoc?");

        await phone.AnswerAsync("a comparison", IsComparison);
        (await phone.VersionAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task but_none_that_was_turned_down()
    {
        var phone = await ChatPhone.AskedAsync(app, "2 days in Sa Pa or Phu Quoc");
        var card = await phone.AnswerAsync("the first tour", bubble => ChatPhone.Text(bubble).StartsWith("1. ", StringComparison.Ordinal));
        await phone.ReactAsync(card, "👎");
        await Polling.UntilAsync("the thumb down", async () => (await phone.TripAsync()).Disliked.Count == 1);
        await phone.SayAsync("which one is better, Sa Pa or Phu Quoc?");

        ChatPhone.Text(await phone.AnswerAsync("a comparison", IsComparison)).ShouldNotContain(ChatPhone.Text(card).Split('\n')[0][3..]);
    }

    private static bool IsComparison(Bubble bubble) => bubble.Buttons.Count == 2 && ChatPhone.Text(bubble).Contains("💰", StringComparison.Ordinal);
}
