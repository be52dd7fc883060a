using TravelBuddy.Tests.Simulator;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Who has to get to the start first reads so where the card tells the start.</summary>
public sealed class when_a_tour_starts_elsewhere(AppFixture app)
{
    [Theory]
    [InlineData("Ha Giang 4 days from Thai Binh", "🚩 from Hanoi, not Thai Binh")]
    [InlineData("đi Hà Giang 4 ngày từ Thái Bình", "🚩 khởi hành từ Hà Nội, không phải từ Thái Bình")]
    [InlineData("di ha giang 4 ngay tu thai binh", "🚩 khởi hành từ Hà Nội, không phải từ Thái Bình")]
    public async Task its_card_says_that_it_is_not_where_they_set_out_from(string wish, string told) => ChatPhone.Text(await (await AskedAsync(wish)).AnswerAsync(told)).ShouldNotContain(" km ");

    [Theory]
    [InlineData("Ha Giang 4 days from Hanoi", "🚩 from Hanoi\n")]
    [InlineData("we are 2 from Mumbai, want Ha Giang 4 days", "🚩 from Hanoi\n")]
    [InlineData("đi Hà Giang 4 ngày từ Hà Nội", "🚩 khởi hành từ Hà Nội\n")]
    [InlineData("mình ở Paris về, muốn đi Hà Giang 4 ngày", "🚩 khởi hành từ Hà Nội\n")]
    public async Task who_sets_out_from_there_or_flies_in_from_abroad_reads_the_start_alone(string wish, string told) => await (await AskedAsync(wish)).AnswerAsync(told);

    [Theory]
    [InlineData("I'm in Hoi An now, what is there to do?", ", not Hoi An")]
    [InlineData("mình đang ở Hội An, có tour nào không", ", không phải từ Hội An")]
    public async Task who_is_there_already_reads_so_only_of_what_starts_far_from_there(string wish, string told)
    {
        var phone = await AskedAsync(wish);

        (await phone.BubblesAsync()).Select(ChatPhone.Text).Where(text => text.Contains("🚩", StringComparison.Ordinal)).ShouldAllBe(text => !text.Contains("Đà Nẵng" + told) && !text.Contains("Da Nang" + told));
    }

    private async Task<ChatPhone> AskedAsync(string wish)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.AnswerAsync("🔎");
        await phone.ListAsync();
        return phone;
    }
}
