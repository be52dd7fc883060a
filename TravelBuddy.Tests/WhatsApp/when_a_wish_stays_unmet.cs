using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.WhatsApp.Chat;

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

    [Theory]
    [InlineData("Ninh Binh 2 days, no more than 2 million dong", "With any price, ", "% over your budget")]
    [InlineData("Ninh Bình 2 ngày, không quá 2 triệu", "Nếu không giới hạn giá thì ", "vượt ngân sách của bạn ")]
    [InlineData("Sapa 2 days, no dorm", "With nothing to avoid, ", "Has what you wanted to avoid: dorm")]
    [InlineData("Sa Pa 2 ngày, không ngủ phòng tập thể", "Nếu không cần tránh gì thì ", "Có điều bạn muốn tránh: phòng tập thể")]
    public async Task what_a_limit_keeps_away_is_told_with_the_best_of_it(string wish, string without, string nearest)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);

        var said = ChatPhone.Text(await phone.AnswerAsync(without));

        said.Split('\n')[0].ShouldBeOneOf(Phrases.Nothing.En, Phrases.Nothing.Vi);
        said.Split('\n').ShouldContain(line => line.Contains("↳", StringComparison.Ordinal) && line.Contains(nearest, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Can Tho 2 days", "More like this", "like the tour you chose")]
    [InlineData("Cần Thơ 2 ngày", "Tour tương tự", "như tour bạn đã chọn")]
    public async Task places_of_a_tour_that_others_are_to_be_like_are_not_told_as_asked_for(string wish, string button, string told)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);

        await phone.TapAsync(await phone.CardAsync(), button);

        await phone.AnswerAsync("a card that says so", b => b.Buttons.Count == 3 && ChatPhone.Text(b).Contains(told, StringComparison.Ordinal));
        (await phone.TripAsync()).Places.ShouldContain(place => place.PlaceId == "can-tho" && !place.IsOfTour);
    }
}
