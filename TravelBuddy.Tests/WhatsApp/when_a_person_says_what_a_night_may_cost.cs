using TravelBuddy.Tests.Simulator;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_person_says_what_a_night_may_cost(AppFixture app)
{
    [Theory]
    [InlineData("4 days in Hoi An, 2 adults, under 8 million VND per person, hotel under 700k a night", "places to stay", "up to 700,000", "reckoned")]
    [InlineData("Hội An 4 ngày, 2 người lớn, dưới 8 triệu một người, khách sạn dưới 700k một đêm", "chỗ ở", "tối đa 700.000", "tính từ ngân sách")]
    public async Task houses_of_that_trip_are_looked_for_within_it_and_not_by_the_budget(string wish, string question, string limit, string level)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.ListAsync();

        await phone.SayAsync(question);

        var said = ChatPhone.Text(await phone.AnswerAsync("places to stay", bubble => bubble.Rows.Count > 0 && ChatPhone.Text(bubble).StartsWith("🛏", StringComparison.Ordinal)));
        said.ShouldContain(limit);
        said.ShouldNotContain(level);
    }
}
