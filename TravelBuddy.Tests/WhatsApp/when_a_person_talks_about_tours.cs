using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Simulator;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_person_talks_about_tours(AppFixture app)
{
    [Theory]
    [InlineData("Nha Trang 4 days, beach", "closer to the beach")]
    [InlineData("Nha Trang 4 ngày, tắm biển", "gần biển hơn")]
    [InlineData("Nha Trang 4 days", "nearer to the airport please")]
    [InlineData("Nha Trang 4 ngày", "gần ga tàu hơn nhé")]
    public async Task nearer_to_something_keeps_the_place_and_adds_the_wish(string wish, string said)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        var before = await phone.TripAsync();

        await phone.SayAsync(said);

        await phone.ListAsync();
        var trip = await phone.TripAsync();
        trip.Places.ShouldHaveSingleItem().PlaceId.ShouldBe("nha-trang");
        trip.Accommodation.ShouldNotBe(before.Accommodation);
    }

    [Theory]
    [InlineData("Da Nang 4 days", "cheaper", "The cheapest that fits is")]
    [InlineData("Sa Pa 3 ngày", "rẻ hơn", "Trong các tour hợp ý thì rẻ nhất là")]
    [InlineData("Đà Nẵng 4 ngày", "rẻ hơn", "Trong các tour hợp ý thì rẻ nhất là")]
    [InlineData("tour da nang 4 ngay", "re hon", "Trong các tour hợp ý thì rẻ nhất là")]
    [InlineData("tour sapa 3 ngay", "re hon", "Trong các tour hợp ý thì rẻ nhất là")]
    public async Task cheaper_leads_to_the_cheapest_that_fit_and_never_past_them(string wish, string cheaper, string end)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        await phone.AnswerAsync("🔎");
        for (var limit = decimal.MaxValue; ;)
        {
            var list = await phone.RecordedListAsync();
            list.NothingFits.ShouldBeFalse();
            list.Packages[0].Standing.ShouldBe(Standing.Answer);
            await phone.SayAsync(cheaper);
            var answer = ChatPhone.Text(await phone.AnswerAsync("a limit, or that there is nothing cheaper", b => ChatPhone.Text(b) is var text && (text.StartsWith("🔎", StringComparison.Ordinal) || text.StartsWith(end, StringComparison.Ordinal))));
            if (answer.StartsWith(end, StringComparison.Ordinal))
            {
                limit.ShouldBeLessThan(decimal.MaxValue, "something cheaper fits at first");
                break;
            }

            await phone.AnswerAsync("its first card", b => ChatPhone.Text(b).StartsWith("1. ", StringComparison.Ordinal));
            var budget = (await phone.TripAsync()).Budget.ShouldNotBeNull();
            budget.Firm.ShouldBeTrue();
            budget.Max!.Value.ShouldBeLessThan(limit);
            limit = budget.Max.Value;
        }
    }

    [Theory]
    [InlineData("3 days in Hoi An", "something like number 2 but cheaper", "cheaper than the tour you named", "cheaper than the tour you named", "your $")]
    [InlineData("4 days in Da Nang", "cheaper", "cheaper tours", "one of the cheaper ones", "your $")]
    [InlineData("3 ngày ở Hội An", "rẻ hơn tour số 1", "rẻ hơn tour bạn đã chọn", "rẻ hơn tour bạn đã chọn", "của bạn")]
    public async Task what_cheaper_comes_to_is_never_told_as_the_persons_budget(string wish, string said, string heard, string told, string never)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        var days = (await phone.TripAsync()).Durations;
        await phone.AnswerAsync("🔎");
        await phone.SayAsync(said);

        ChatPhone.Text(await phone.AnswerAsync("🔎")).Split('\n')[0].ShouldEndWith(heard);
        var card = ChatPhone.Text(await phone.AnswerAsync("a card that says so", b => b.Buttons.Count == 3 && ChatPhone.Text(b).Contains(", " + told, StringComparison.Ordinal)));
        card.ShouldNotContain(never);
        (await phone.TripAsync()).Durations.ShouldBe(days);
    }

    [Theory]
    [InlineData("tour cần thơ chợ nổi 2 ngày", "tìm cái giống tour số 2 mà rẻ hơn", "350.000 ₫/người, rẻ hơn tour bạn đã chọn khi hai người chia nhau giá tour đó")]
    [InlineData("Can Tho floating market 2 days", "like number 2 but cheaper", "per person, cheaper than the tour you named when two people share its price")]
    public async Task a_price_for_each_is_compared_with_a_share_of_that_of_a_group_and_says_so(string wish, string said, string told)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        await phone.AnswerAsync("🔎");
        await phone.SayAsync(said);

        await phone.AnswerAsync("a card that says so", b => b.Buttons.Count == 3 && ChatPhone.Text(b).Contains(told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("3 days in Hoi An", "how much is number 2 for 4 people?", "per person", "👥 For 4 people", "whole programme")]
    [InlineData("3 ngày ở Hội An", "tour số 2 giá bao nhiêu cho 4 người?", "/người", "👥 4 người", "lịch trình")]
    public async Task a_question_of_price_is_answered_with_the_price_for_all_who_travel(string wish, string asked, string each, string all, string hint)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        var before = await phone.VersionAsync();
        await phone.SayAsync(asked);

        var text = ChatPhone.Text(await phone.AnswerAsync(all));
        text.Split('\n')[1].ShouldStartWith("💰 ");
        text.ShouldSatisfyAllConditions(t => t.ShouldStartWith("2. "), t => t.ShouldContain(each), t => t.ShouldContain(hint), t => t.ShouldNotContain("Day by day"), t => t.ShouldNotContain("Ngày 1"));
        (await phone.VersionAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("3 days in Hoi An for about 100 dollars", "compare 1 and 2", "💰 Price:", "🛏 Nights:", "⚠ To note:")]
    [InlineData("3 ngày ở Hội An tầm 2 triệu", "so sánh 1 và 2", "💰 Giá:", "🛏 Nơi nghỉ:", "⚠ Cần lưu ý:")]
    public async Task two_tours_are_compared_row_by_row(string wish, string asked, params string[] rows)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        await phone.SayAsync(asked);

        var text = ChatPhone.Text(await phone.AnswerAsync("a comparison", b => b.Buttons.Count == 2 && ChatPhone.Text(b).Contains("💰", StringComparison.Ordinal)));
        rows.ShouldAllBe(row => text.Contains(row, StringComparison.Ordinal));
        text.ShouldSatisfyAllConditions(t => t.ShouldNotContain("Starts: from"), t => t.ShouldNotContain("Khởi hành: khởi hành"));
        text.Length.ShouldBeLessThanOrEqualTo(1024);
    }

    [Theory]
    [InlineData("how about the north, 4 days, must be halal, 2 adults and 3 kids of 4, 7 and 11", "compare 1 and 2", "🍽 Food:", "halal")]
    [InlineData("miền Bắc 4 ngày, phải có đồ halal, 2 người lớn 3 bé 4, 7, 11 tuổi", "so sánh 1 và 2", "🍽 Ăn uống:", "halal")]
    public async Task what_somebody_must_eat_is_cut_from_no_comparison(string wish, string asked, string row, string diet)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        await phone.SayAsync(asked);

        var text = ChatPhone.Text(await phone.AnswerAsync("a comparison", b => b.Buttons.Count == 2 && ChatPhone.Text(b).Contains("💰", StringComparison.Ordinal)));
        text[text.IndexOf(row, StringComparison.Ordinal)..].ShouldContain(diet, Case.Insensitive);
        text.Length.ShouldBeLessThanOrEqualTo(1024);
    }

    [Theory]
    [InlineData("3 days in Hoi An", "compare 1 and 2", "To note")]
    [InlineData("3 ngày ở Hội An", "so sánh 1 và 2", "lưu ý")]
    public async Task of_two_tours_against_which_nothing_speaks_nothing_is_noted(string wish, string asked, string noted)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        await phone.SayAsync(asked);

        ChatPhone.Text(await phone.AnswerAsync("a comparison", b => b.Buttons.Count == 2 && ChatPhone.Text(b).Contains("💰", StringComparison.Ordinal))).ShouldNotContain(noted);
    }

    [Theory]
    [InlineData("3 days in Hoi An", "which one is the cheapest?", "not that one", "What does not fit?", "we like seafood")]
    [InlineData("3 ngày ở Hội An", "cái nào rẻ nhất", "không thích cái này", "chưa hợp ở điểm nào", "nhà mình thích hải sản")]
    public async Task what_was_turned_down_is_not_shown_again_in_this_trip(string wish, string cheapest, string no, string noted, string change)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        await phone.SayAsync(cheapest);
        var first = ChatPhone.Text(await phone.AnswerAsync("a price", IsPrice)).Split('\n')[0];
        await phone.SayAsync(no);
        await phone.AnswerAsync(noted);
        var disliked = (await phone.TripAsync()).Disliked.ShouldHaveSingleItem("noted before it is answered, so that whatever is written next goes by it");

        await phone.SayAsync(cheapest);
        ChatPhone.Text(await phone.AnswerAsync("another price", IsPrice)).Split('\n')[0].ShouldNotBe(first);
        await phone.SayAsync(change);
        await phone.AnswerAsync("other tours", b => b.Rows.Count > 0);
        (await phone.RecordedListAsync()).Packages.ShouldNotContain(ranked => ranked.PackageId == disliked);

        static bool IsPrice(Bubble bubble) => ChatPhone.Text(bubble).Split('\n') is [_, var second, ..] && second.StartsWith("💰 ", StringComparison.Ordinal) && bubble.Rows.Count == 0;
    }

    [Theory]
    [InlineData("Nha Trang 4 days", "nearer", "Nearer to what?")]
    [InlineData("Nha Trang 4 ngày", "gần hơn", "Gần nơi nào hơn")]
    public async Task nearer_without_a_start_asks_from_where(string wish, string said, string question)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        await phone.SayAsync(said);
        await phone.AnswerAsync(question);
        (await phone.TripAsync()).Places.ShouldHaveSingleItem().PlaceId.ShouldBe("nha-trang");
    }

    [Theory]
    [InlineData("Nha Trang 4 ngày", "cho mình hỏi thời tiết Nha Trang tháng 12", "Trung tâm Dự báo khí tượng thủy văn quốc gia")]
    [InlineData("Nha Trang 4 days", "can I ask about the weather in Nha Trang in December", "National Centre for Hydro-Meteorological")]
    [InlineData("Nha Trang 4 days", "is it safe for kids?", "Write “phone” and a number")]
    [InlineData("Nha Trang 4 ngày", "tour này có an toàn cho trẻ em không", "Bạn nhắn “gọi” kèm số")]
    public async Task a_question_changes_no_wish(string wish, string question, string answer)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        var before = await phone.VersionAsync();
        await phone.SayAsync(question);
        await phone.AnswerAsync(answer);
        (await phone.VersionAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("3 days in Hoi An, vegetarian", "new trip: Sapa 2 days", "sa-pa")]
    [InlineData("3 ngày ở Hội An, ăn chay", "Thôi bỏ qua, giờ tôi muốn đi Sapa 2 ngày", "sa-pa")]
    [InlineData("3 days in Hoi An, vegetarian", "Forget it, let's do Hue", "hue")]
    public async Task a_new_trip_begins_with_nothing_of_the_last(string wish, string said, string place)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        var before = await phone.TripAsync();
        await phone.SayAsync(said);
        await phone.ListAsync();
        var trip = await phone.TripAsync();
        trip.Id.ShouldNotBe(before.Id);
        trip.Places.ShouldHaveSingleItem().PlaceId.ShouldBe(place);
        trip.Food.Concepts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("3 days in Hoi An", "start over", "a new trip: I start from nothing")]
    [InlineData("3 ngày ở Hội An", "bắt đầu lại", "một chuyến đi mới")]
    public async Task starting_over_leaves_the_last_trip_alone(string wish, string said, string answer)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        var before = await phone.TripAsync();
        await phone.SayAsync(said);
        await phone.AnswerAsync(answer);
        (await phone.TripAsync()).Id.ShouldNotBe(before.Id);
    }

    [Theory]
    [InlineData("3 days in Hoi An", "great", "All right. Write a tour's number")]
    [InlineData("3 ngày ở Hội An", "tốt", "Bạn nhắn số của tour")]
    [InlineData("3 days in Hoi An", "forget it", "Tell me what should be different")]
    [InlineData("3 ngày ở Hội An", "không thích cái này", "Bạn cho biết cần đổi gì")]
    [InlineData("3 days in Hoi An", "not that one", "Tell me what should be different")]
    [InlineData("3 days in Hoi An", "cancel my booking", "please cancel there")]
    [InlineData("3 ngày ở Hội An", "hủy đặt", "liên hệ công ty đó để hủy")]
    [InlineData("3 ngày ở Hội An", "đặt", "Bạn muốn nói đến tour nào")]
    public async Task small_talk_about_what_was_shown_is_understood(string wish, string said, string answer)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        await phone.SayAsync(said);
        await phone.AnswerAsync(answer);
    }

    [Theory]
    [InlineData("3 days in Hoi An", "details 2", "book", "cancel my booking", "please cancel there")]
    [InlineData("3 ngày ở Hội An", "chi tiết 2", "đặt", "hủy đặt", "liên hệ công ty đó để hủy")]
    public async Task the_tour_spoken_of_is_booked_at_its_agency_and_cancelled_there(string wish, string details, string book, string cancel, string answer)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        await phone.SayAsync(details);
        await phone.AnswerAsync("details", b => b.Buttons.Count == 0 && ChatPhone.Text(b).StartsWith("2. ", StringComparison.Ordinal));
        await phone.SayAsync(book);
        await phone.AnswerAsync("a booking link", b => b.Link is not null);
        await phone.SayAsync(cancel);
        await phone.AnswerAsync(answer);
        await phone.AnswerAsync("the agency", b => ChatPhone.Text(b).Contains('@', StringComparison.Ordinal) || ChatPhone.Text(b).Contains("+84", StringComparison.Ordinal));
        await phone.SayAsync("not that one");
        await Polling.UntilAsync("a thumb down", async () => (await phone.TripAsync()).Disliked.Count == 1);
    }
}
