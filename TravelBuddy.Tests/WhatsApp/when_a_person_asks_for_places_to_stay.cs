using System.Globalization;
using TravelBuddy.Tests.Simulator;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Simulator;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_person_asks_for_places_to_stay(AppFixture app)
{
    [Theory]
    [InlineData("3 days in Hoi An", "places to stay near the first one", "2|book 2|phone 2", "book 99", "places to stay in that list", "tour 2"), InlineData("Hội An 3 ngày", "chỗ ở gần tour 1", "2|đặt 2|gọi 2", "đặt 99", "chỗ ở. Bạn muốn nói đến chỗ số mấy", "tour 2")]
    public async Task behind_houses_a_number_means_a_house_whatever_is_asked_of_it_and_a_tour_where_it_says_so(string wish, string asked, string house, string none, string told, string tour)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(wish);
        await phone.ListAsync();
        await phone.SayAsync(asked);
        var houses = await phone.ListAsync();
        await phone.TapAsync(houses, "2. ");
        var shown = ChatPhone.Text(await phone.AnswerAsync("one house", IsHouse));
        foreach (var said in house.Split('|'))
        {
            await phone.SayAsync(said);
            ChatPhone.Text(await phone.AnswerAsync("the house", IsHouse)).ShouldStartWith(shown);
        }

        await phone.SayAsync(none);
        await phone.AnswerAsync(told);
        await phone.SayAsync(tour);
        await phone.AnswerAsync("the second tour", b => b.Buttons.Count == 0 && ChatPhone.Text(b).StartsWith("2. ", StringComparison.Ordinal));
        await phone.SayAsync(house.Split('|')[1]);
        await phone.AnswerAsync("its booking page", b => b.Link?.Url.Contains("/go/", StringComparison.Ordinal) == true);

        static bool IsHouse(TravelBuddy.Web.Simulator.Bubble bubble) => bubble.Rows.Count == 0 && (ChatPhone.Text(bubble).Contains("Sample data", StringComparison.Ordinal) || ChatPhone.Text(bubble).Contains("Dữ liệu mẫu", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hotel in Hoi An", "book the second one", "book it", "how do I book?", "no phone and no page", "Which place to stay do you mean")]
    [InlineData("khách sạn ở Hội An", "chốt cái thứ 2", "chốt luôn", "đặt sao vậy", "chưa có số điện thoại hay trang để đặt", "Bạn muốn đặt chỗ ở nào")]
    public async Task a_house_is_booked_by_its_number_or_where_it_was_spoken_of_and_which_one_is_asked_else(string asked, string second, string it, string how, string told, string which)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(asked);
        var houses = await phone.ListAsync();
        await phone.SayAsync(it);
        await phone.AnswerAsync(which);
        await phone.SayAsync(second);
        var booked = ChatPhone.Text(await phone.AnswerAsync(told));
        booked.ShouldContain(houses.Rows[1].Title.Split("2. ")[1].TrimEnd('…')[..8]);
        await phone.SayAsync(how);
        ChatPhone.Text(await phone.AnswerAsync(told)).ShouldBe(booked);
    }

    [Theory]
    [InlineData("3 days in Hoi An", "hotels near the second tour", "2. ", "Where you sleep", "Places to stay near")]
    [InlineData("3 ngày ở Hội An", "cái đầu tiên có khách sạn nào không", "1. ", "Nơi nghỉ", "Chỗ ở gần")]
    [InlineData("3 ngày ở Hội An", "chỗ ở tour số 2", "2. ", "Nơi nghỉ", "Chỗ ở gần")]
    [InlineData("3 ngay o hoi an", "cho o tour so 2", "2. ", "Nơi nghỉ", "Chỗ ở gần")]
    [InlineData("3 days in Hoi An", "places to stay, tour 2", "2. ", "Where you sleep", "Places to stay near")]
    public async Task places_to_stay_near_one_of_them_come_behind_what_that_tour_says_and_its_agency(string wish, string question, string tour, string stay, string near)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        var before = await phone.VersionAsync();
        await phone.SayAsync(question);
        await SaysWhereOneSleepsAsync(phone, tour, stay);
        (await StaysAsync(phone, near)).Rows.Count.ShouldBeInRange(1, 10);
        (await phone.VersionAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("3 days in Hoi An", "places to stay", "Places to stay near Hoi An")]
    [InlineData("3 days in Hoi An", "accommodation?", "Places to stay near Hoi An")]
    [InlineData("3 ngày ở Hội An", "chỗ ở", "Chỗ ở gần Hội An")]
    [InlineData("3 ngay o hoi an", "cho o", "Chỗ ở gần Hội An")]
    public async Task where_no_tour_is_meant_the_trip_says_where(string wish, string question, string near)
    {
        var phone = await ChatPhone.AskedAsync(app, wish);
        await phone.SayAsync(question);
        await StaysAsync(phone, near);
    }

    [Theory]
    [InlineData("find me a quiet homestay in Hoi An under 900k a night", "Places to stay near Hoi An", "🔎 quiet · homestay · up to 900,000")]
    [InlineData("quiet homestay in Hội An, under $40 a night", "Places to stay near Hoi An", "🔎 quiet · homestay · up to $40")]
    [InlineData("homestay yên tĩnh ở Hội An, dưới 1 triệu một đêm", "Chỗ ở gần Hội An", "tối đa 1.000.000")]
    [InlineData("Find me a hotel in Hue for 2 nights", "Places to stay near Hue", "🔎 hotel")]
    [InlineData("khách sạn ở Đà Nẵng có hồ bơi", "Chỗ ở gần Đà Nẵng", "🔎 khách sạn · hồ bơi")]
    [InlineData("tìm giúp mình homestay ở Đà Lạt", "Chỗ ở gần Đà Lạt", "🔎 homestay")]
    [InlineData("hotel in Hoi An for 7 adults", "Places to stay near Hoi An", " needed: "), InlineData("khách sạn ở Hội An cho 7 người lớn", "Chỗ ở gần Hội An", "(cần ")]
    public async Task nobody_needs_a_tour_to_ask(string question, string near, string understood)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(question);
        ChatPhone.Text(await StaysAsync(phone, near)).ShouldContain(understood);
    }

    [Theory]
    [InlineData("hotel in Hue from {0} to {1}", "Places to stay near Hue", "ask the house whether it has room", "3 nights: ", "high season: Tết"), InlineData("khách sạn ở Huế từ {0} đến {1}", "Chỗ ở gần Huế", "xem còn phòng không", "3 đêm: ", "mùa cao điểm: Tết")]
    public async Task days_in_the_high_season_are_told_with_its_price(string question, string near, string room, string nights, string season)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        var tet = Holidays.NextTet(TimeProvider.System.TodayInVietNam())!.Value;
        await phone.SayAsync(string.Format(CultureInfo.InvariantCulture, question, $"{tet:dd/MM/yyyy}", $"{tet.AddDays(3):dd/MM/yyyy}"));
        ChatPhone.Text(await StaysAsync(phone, near)).ShouldSatisfyAllConditions(said => said.ShouldContain(room), said => said.ShouldContain(nights), said => said.ShouldContain(season));
    }

    [Theory]
    [InlineData("hotel in Hue", "Places to stay near Hue", "from ", "in high season"), InlineData("khách sạn ở Huế", "Chỗ ở gần Huế", "từ ", "vào mùa cao điểm")]
    public async Task without_days_the_low_price_is_told_as_the_least(string question, string near, string from, string high)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(question);
        ChatPhone.Text(await StaysAsync(phone, near)).ShouldSatisfyAllConditions(said => said.ShouldContain(from), said => said.ShouldContain(high));
    }

    [Theory]
    [InlineData("hotel in Hue", "Places to stay near Hue", "for 3 nights", "3 nights: "), InlineData("khách sạn ở Huế", "Chỗ ở gần Huế", "ở 3 đêm", "3 đêm: ")]
    public async Task nights_said_behind_houses_are_nights_there(string question, string near, string more, string nights)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(question);
        await StaysAsync(phone, near);
        await phone.SayAsync(more);
        await phone.AnswerAsync("houses again", b => b.Rows.Count > 0 && ChatPhone.Text(b).Contains(nights, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("places to stay", "Where would you like to sleep?", "Hoi An", "Places to stay near Hoi An"), InlineData("chỗ ở", "Bạn muốn ngủ ở đâu?", "hội an nhé", "Chỗ ở gần Hội An")]
    public async Task where_no_place_is_known_it_is_asked_for_and_a_bare_place_answers_that(string question, string answer, string place, string near)
    {
        var phone = await ChatPhone.SwitchOnAbroadAsync(app);
        await phone.SayAsync(question);
        await phone.AnswerAsync(answer);
        await phone.SayAsync(place);
        await StaysAsync(phone, near);
    }

    [Fact]
    public async Task the_button_of_a_card_searches_near_it_and_a_row_tells_everything_of_one_place()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("3 days in Hoi An");
        await phone.TapAsync(await phone.CardAsync(), "Places to stay");
        var stays = await StaysAsync(phone, "Places to stay near");

        await phone.TapAsync(stays, stays.Rows[1].Title);

        var one = ChatPhone.Text(await phone.AnswerAsync("Sample data, invented"));
        one.ShouldContain("(sample)");
        one.ShouldContain("a night");
    }

    [Fact]
    public async Task what_is_said_next_is_of_the_houses_shown()
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync("find me a homestay in Hoi An");
        var first = ChatPhone.Text(await StaysAsync(phone, "Places to stay near Hoi An"));

        await phone.SayAsync("the second one");
        ChatPhone.Text(await phone.AnswerAsync("the second", b => b.Rows.Count == 0 && ChatPhone.Text(b).Contains("Sample data, invented", StringComparison.Ordinal))).ShouldStartWith(first.Split('\n').Single(line => line.StartsWith("2. ", StringComparison.Ordinal))["2. ".Length..]);

        await phone.SayAsync("with a pool");
        (await phone.AnswerAsync("with a pool", b => b.Rows.Count > 0 && ChatPhone.Text(b).Contains("🔎 homestay · swimming pool", StringComparison.Ordinal))).Rows.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("places to stay in Hoi An", "Places to stay near Hoi An", "more", "More places to stay near Hoi An", "more hotels", "Those were all the places to stay", "more tours", "I have not shown you any tours yet")]
    [InlineData("chỗ ở Hội An", "Chỗ ở gần Hội An", "xem thêm", "Thêm chỗ ở gần Hội An", "còn chỗ ở nào khác không", "Đó là tất cả chỗ ở", "xem thêm tour", "Mình chưa gửi bạn tour nào")]
    public async Task more_behind_houses_brings_more_houses_until_there_are_none(string asked, string near, string more, string others, string again, string all, string tours, string none)
    {
        var phone = await ChatPhone.SwitchOnAsync(app);
        await phone.SayAsync(asked);
        (await StaysAsync(phone, near)).Rows.Count.ShouldBe(10);

        await phone.SayAsync(more);
        (await StaysAsync(phone, others)).Rows[0].Title.ShouldStartWith("11. ");
        await phone.SayAsync(again);
        await phone.AnswerAsync(all);
        await phone.SayAsync(tours);
        await phone.AnswerAsync(none);
    }

    [Theory]
    [InlineData("3 days in Hoi An", "places to stay in Hoi An", "Places to stay near Hoi An", "the second one", "book it", "what is their phone number?", "book tour 1"), InlineData("Hội An 3 ngày", "chỗ ở ở Hội An", "Chỗ ở gần Hội An", "cái thứ hai", "đặt luôn", "cho xin số điện thoại", "đặt tour 1")]
    public async Task the_house_spoken_of_is_the_one_that_is_booked_and_called(string trip, string asked, string near, string second, string book, string call, string ofTour)
    {
        var phone = await ChatPhone.AskedAsync(app, trip);
        await phone.SayAsync(asked);
        var house = (await StaysAsync(phone, near)).Rows[1].Title["2. ".Length..][..8];
        foreach (var (said, times) in new[] { (second, 1), (book, 2), (call, 3) })
        {
            await phone.SayAsync(said);
            await Polling.UntilAsync($"the house {times} times", async () => (await phone.BubblesAsync()).Count(b => b is { FromPerson: false, Rows.Count: 0 } && ChatPhone.Text(b).StartsWith(house, StringComparison.Ordinal)) == times);
        }

        await phone.SayAsync(ofTour);
        await phone.AnswerAsync("the tour's booking page", b => b.Link is not null);
    }

    [Theory]
    [InlineData("3 days in Hoi An for 2 people, budget 400 USD each", "places to stay in Hoi An", "Places to stay near Hoi An", "estimated from your budget", "forget the budget")]
    [InlineData("Hội An 3 ngày, 2 người, ngân sách 8 triệu mỗi người", "chỗ ở ở Hội An", "Chỗ ở gần Hội An", "ước tính theo ngân sách", "bỏ ngân sách đi")]
    public async Task while_houses_are_spoken_of_the_budget_is_let_go_of_for_them(string trip, string asked, string near, string estimated, string forget)
    {
        var phone = await ChatPhone.AskedAsync(app, trip);
        await phone.SayAsync(asked);
        ChatPhone.Text(await StaysAsync(phone, near)).ShouldContain(estimated);

        await phone.SayAsync(forget);
        await phone.AnswerAsync("houses without it", b => b.Rows.Count > 0 && ChatPhone.Text(b) is var text && text.StartsWith("🛏 " + near, StringComparison.Ordinal) && !text.Contains(estimated, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("3 days in Hoi An for 2 people, budget 400 USD each", "places to stay in Hoi An", "Places to stay near Hoi An", "forget the budget, at most 30 USD a night", "30")]
    [InlineData("Hội An 3 ngày, 2 người, ngân sách 8 triệu mỗi người", "chỗ ở ở Hội An", "Chỗ ở gần Hội An", "bỏ ngân sách, tối đa 700k một đêm", "700.000")]
    public async Task another_price_that_is_said_with_it_counts(string trip, string asked, string near, string said, string most)
    {
        var phone = await ChatPhone.AskedAsync(app, trip);
        await phone.SayAsync(asked);
        await StaysAsync(phone, near);

        await phone.SayAsync(said);
        await phone.AnswerAsync("houses up to that price", b => ChatPhone.Text(b) is var text && text.StartsWith("🛏 " + near, StringComparison.Ordinal) && text.Split("*1.")[0].Contains(most, StringComparison.Ordinal));
    }

    [Fact]
    public async Task another_place_is_searched_whichever_tour_was_spoken_of()
    {
        var phone = await ChatPhone.AskedAsync(app, "3 days in Hoi An");
        await phone.SayAsync("details 2");
        await phone.AnswerAsync("details", b => b.Buttons.Count == 0 && ChatPhone.Text(b).StartsWith("2. ", StringComparison.Ordinal));
        await phone.SayAsync("where could we stay in Hue?");
        await StaysAsync(phone, "Places to stay near Hue");
    }

    private static Task<Bubble> StaysAsync(ChatPhone phone, string near) => phone.AnswerAsync("places to stay", b => b.Rows.Count > 0 && ChatPhone.Text(b).StartsWith("🛏 " + near, StringComparison.Ordinal));

    private static async Task SaysWhereOneSleepsAsync(ChatPhone phone, string tour, string stay)
    {
        var said = ChatPhone.Text(await phone.AnswerAsync("where one sleeps", b => ChatPhone.Text(b) is var text && text.StartsWith(tour, StringComparison.Ordinal) && text.Contains(stay, StringComparison.Ordinal)));
        said.ShouldMatch("@|\\+84|☎");
    }
}
