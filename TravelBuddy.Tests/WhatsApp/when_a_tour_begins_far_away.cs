using TravelBuddy.Tests.Simulator;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>A tour that sets off where one would have to fly to first says so wherever somebody might decide for it.</summary>
public sealed class when_a_tour_begins_far_away(AppFixture app)
{
    [Theory]
    [InlineData("from Saigon, Ha Giang loop 3 days", "about", "km from where you set off", "1", "book 1"), InlineData("từ Sài Gòn, Hà Giang 3 ngày", "khoảng", "cách nơi bạn xuất phát", "1", "đặt 1")]
    public async Task its_card_its_details_and_its_booking_say_so(string wish, string about, string far, string details, string book)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        ChatPhone.Text(await phone.CardAsync()).ShouldSatisfyAllConditions(card => card.ShouldContain(far), card => card.ShouldContain(about));
        await phone.ListAsync();
        await phone.SayAsync(details);
        await phone.AnswerAsync("the whole tour", b => b.Buttons.Count == 0 && b.Rows.Count == 0 && ChatPhone.Text(b).StartsWith("1. ", StringComparison.Ordinal) && ChatPhone.Text(b).Contains(far, StringComparison.Ordinal));
        await phone.SayAsync(book);
        ChatPhone.Text(await phone.AnswerAsync("its booking page", b => b.Link is not null)).ShouldContain("⚠");
    }
}
