using System.Globalization;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_titles_are_cut_to_rows
{
    [Fact]
    public void titles_that_differ_early_are_only_cut()
    {
        RowTitles.Cut(["Hoi An Lantern Making and Street Food Evening", "Hue by Motorbike"], 20).ShouldBe(["Hoi An Lantern…", "Hue by Motorbike"]);
    }

    [Fact]
    public void titles_that_would_read_alike_go_on_where_they_differ()
    {
        RowTitles.Cut(["Ha Long Bay Overnight Cruise: Kayaks and Caves", "Ha Long Bay Overnight Cruise with Squid Fishing", "Sa Pa Trek"], 20)
            .ShouldBe(["Ha Long: Kayaks and…", "Ha Long: with Squid…", "Sa Pa Trek"]);
    }

    [Fact]
    public void vietnamese_titles_too_and_none_begins_with_an_ellipsis()
    {
        RowTitles.Cut(["Phú Quốc trọn gói – lặn san hô", "Phú Quốc trọn gói – câu mực đêm"], 24).ShouldBe(["Phú Quốc: lặn san hô", "Phú Quốc: câu mực đêm"]);
        RowTitles.Cut(["Bến Tre: thuyền, vườn cây, kẹo dừa", "Bến Tre: thuyền, vườn cây, đờn ca"], 24).ShouldBe(["Bến Tre: kẹo dừa", "Bến Tre: đờn ca"]);
    }

    [Theory]
    [InlineData("Quần đảo Nam Du: lặn san hô và câu mực", "Nam Du: lặn san hô và…")]
    [InlineData("TP. Hồ Chí Minh – Bến Tre: thuyền, vườn cây", "TP.HCM – Bến Tre…")]
    [InlineData("Ho Chi Minh City to Hanoi in Style", "Saigon to Hanoi in Style")]
    [InlineData("Ba Na – Hoi An Ancient Town by Night", "Ba Na…")]
    [InlineData("Fansipan – Đèo Ô Quy Hồ về trong ngày", "Fansipan…")]
    public void no_name_is_cut_in_two_and_none_says_only_what_kind_of_place_it_is(string title, string cut) => RowTitles.Cut([title], 24).ShouldBe([cut]);

    [Fact]
    public void the_same_title_twice_stays_the_same()
    {
        RowTitles.Cut(["Ha Long Bay Overnight Cruise on a Small Boat", "Ha Long Bay Overnight Cruise on a Small Boat"], 20).ShouldAllBe(title => title == "Ha Long Bay…");
    }

    [Fact]
    public void the_same_title_twice_is_told_apart_by_what_else_differs()
    {
        string[] titles = ["Ha Long Bay Overnight Cruise on a Small Boat", "Ha Long Bay Overnight Cruise on a Small Boat", "Sa Pa Trek"];

        RowTitles.Cut(titles, 20, [[null, "2 days", "$98"], ["01/07", "2 days", "$120"], [null, "2 days", "$98"]]).ShouldBe(["Ha Long Bay… · $98", "Ha Long Bay… · $120", "Sa Pa Trek"]);
    }

    [Fact]
    public void what_begins_within_brackets_tells_nothing_so_days_tell_those_that_have_them_apart()
    {
        string[] titles =
        [
            "FANSIPAN - BẢN CÁT CÁT (tối thứ 5 lên xe, sáng thứ 2 đi làm), khởi hành 4/3", "Fansipan – Thung lũng Mường Hoa: spa, đi bộ", "FANSIPAN - BẢN CÁT CÁT (tối thứ 5 lên xe, hè), khởi hành 10/6",
            "Fansipan – Đèo Ô Quy Hồ: trekking, leo núi", "FANSIPAN - BẢN CÁT CÁT (tối thứ 5 lên xe, lễ 30/4), khởi hành 29/4",
        ];

        RowTitles.Cut(titles, 20, [["4/3", "3 ngày"], [null, "3 ngày"], ["10/6", "3 ngày"], [null, "3 ngày"], ["29/4", "3 ngày"]])
            .ShouldBe(["FANSIPAN… · 4/3", "Fansipan: Mường Hoa…", "FANSIPAN… · 10/6", "Fansipan: Đèo Ô Quy…", "FANSIPAN… · 29/4"]);
        RowTitles.Cut(["Sapa Easy Trek (sleeper bus, summer)", "Sapa Easy Trek (sleeper bus, New Year)"], 20, [["3 days", "$98"], ["3 days", "$120"]]).ShouldBe(["Sapa Easy… · $98", "Sapa Easy… · $120"]);
    }

    [Theory]
    [InlineData("Địa đạo Củ Chi: di tích chiến tranh, dừa", "Địa đạo Củ Chi: di tích chiến tranh, âm nhạc", "1,55tr", "1,45tr", "Củ Chi… · 1,55tr", "Củ Chi… · 1,45tr")]
    [InlineData("Da Lat: flower gardens and a tea", "Da Lat: flower gardens and a farm lunch", "$40", "$35", "Da Lat… · $40", "Da Lat… · $35")]
    [InlineData("Ba Na – Hoi An: sea bathing, lanterns", "Ba Na – Hoi An: sea bathing, lanterns", "$190", "$178", "Ba Na–Hoi An · $190", "Ba Na–Hoi An · $178")]
    [InlineData("Đà Nẵng – Bà Nà – Hội An: tắm biển", "Đà Nẵng – Bà Nà – Hội An: tắm biển", "$243", "$190", "Đà Nẵng–Bà Nà · $243", "Đà Nẵng–Bà Nà · $190")]
    public void where_the_difference_says_nothing_by_itself_the_price_stands_behind_the_names(string one, string other, string price, string otherPrice, string told, string otherTold) =>
        RowTitles.Cut([one, other], 20, [[null, price], [null, otherPrice]]).ShouldBe([told, otherTold]);

    [Theory]
    [InlineData("Golden Bridge, Lanterns & Lobster: 3-Day Family Tour", "Golden Bridge…")]
    [InlineData("Cham Islands Snorkelling by Speedboat", "Cham Islands…")]
    [InlineData("Đà Nẵng – Hội An – Bà Nà về đêm", "Đà Nẵng – Hội An…")]
    public void words_stay_whole_and_no_mark_stands_before_the_ellipsis(string title, string cut) => RowTitles.Cut([title], 20).ShouldBe([cut]);

    [Theory]
    [InlineData("SAPA - FANSIPAN - BẢN CÁT CÁT 3N3Đ (tối thứ 5 lên xe)", "Sa Pa", "FANSIPAN - BẢN CÁT CÁT (tối thứ 5 lên xe)")]
    [InlineData("Đà Lạt cho bé 3N2Đ: nông trại thú", "Đà Lạt", "Đà Lạt cho bé: nông trại thú")]
    [InlineData("Đà Nẵng & Hội An with Small Kids – 3D2N Easy Family Break", "Da Nang", "Hội An with Small Kids – 3D2N Easy Family Break")]
    [InlineData("South to North in 10 Days: Saigon, Mekong", "Hue", "South to North: Saigon, Mekong")]
    [InlineData("Golden Bridge, Lanterns & Lobster: 3-Day Family Tour", "Da Nang", "Golden Bridge, Lanterns & Lobster: 3-Day Family Tour")]
    [InlineData("Mai Chau to Pu Luong Trek", "Mai Chau", "Mai Chau to Pu Luong Trek")]
    [InlineData("Huế 2N1Đ từ Đà Nẵng bằng tàu hỏa", "Huế", "Huế 2N1Đ từ Đà Nẵng bằng tàu hỏa")]
    [InlineData("Hue 2N1D tu Da Nang bang tau hoa", "Huế", "Hue 2N1D tu Da Nang bang tau hoa")]
    [InlineData("Sapa in Style", "Sa Pa", "Sapa in Style")]
    [InlineData("Hội An và Mỹ Sơn", "Hội An", "Hội An và Mỹ Sơn")]
    [InlineData("5 Days in Hue: Tombs and Gardens", "Hue", "5 Days in Hue: Tombs and Gardens")]
    [InlineData("Huế: lăng tẩm và vườn", "Huế", "Lăng tẩm và vườn")]
    [InlineData("Hue | Royal Tombs", "Huế", "Royal Tombs")]
    [InlineData("Huế 2 ngày 1 đêm", "Huế", "Huế")]
    [InlineData("Bái Tử Long 2 ngày 1 đêm", "Bái Tử Long", "Bái Tử Long")]
    [InlineData("Ninh Binh 2D1N Slow: Bungalow among the Rocks", "Ninh Binh", "Ninh Binh 2D1N Slow: Bungalow among the Rocks")]
    [InlineData("Sapa in Style: 3 Days with a Butler", "Sa Pa", "Sapa in Style: 3 Days with a Butler")]
    [InlineData("Hue's Royal Tombs", "Hue", "Hue's Royal Tombs")]
    public void how_long_it_takes_and_the_place_asked_for_take_no_room(string title, string asked, string told) => RowTitles.Short(title, [asked]).ShouldBe(told);

    [Theory]
    [InlineData("2027-03-05", "2027-03-07", 3.0, true)]
    [InlineData("2027-02-20", "2027-09-15", 3.0, false)]
    [InlineData("2027-02-07", "2027-02-13", 3.0, false)]
    [InlineData("2027-02-20", null, 3.0, false)]
    public void only_a_tour_that_goes_once_is_told_by_a_date(string from, string? until, double days, bool goesOnce)
    {
        var (first, last) = (DateOnly.Parse(from, CultureInfo.InvariantCulture), until is null ? (DateOnly?)null : DateOnly.Parse(until, CultureInfo.InvariantCulture));

        (Similarity.Package("Sa Pa", "sa-pa") with { AvailableFrom = first, AvailableUntil = last, DurationDays = days }).OnlyDeparture.ShouldBe(goesOnce ? first : null);
    }

    [Theory]
    [InlineData("Tối hôm trước: 22h00 tập trung tại Nhà hát Lớn, ngủ trên xe giường nằm", "2027-06-10")]
    [InlineData("Evening before: 20:00 sleeper bus from Hanoi", "2027-06-10")]
    [InlineData("Ngày 1: Hà Nội - Nghĩa Lộ", "2027-06-11")]
    public void a_night_on_the_way_begins_the_evening_before_on_every_line(string first, string day)
    {
        var tour = Similarity.Package("Sa Pa", "sa-pa") with { AvailableFrom = new DateOnly(2027, 6, 11), AvailableUntil = new DateOnly(2027, 6, 13), DurationDays = 3, Itinerary = [first] };
        var sets = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        Season.Departure(tour).ShouldBe(sets);
        Season.Of(tour, new DateOnly(2026, 11, 30), "vi").ShouldBe($"đợt cố định {sets:dd/MM/yyyy} – 13/06/2027");
        Season.Of(tour, new DateOnly(2026, 11, 30), "en").ShouldBe($"on fixed dates, {sets.Day} Jun 2027 – 13 Jun 2027");
    }

    [Fact]
    public void one_that_goes_on_where_the_other_ends_is_told_apart()
    {
        var cut = RowTitles.Cut(["Ha Long Bay Overnight Cruise", "Ha Long Bay Overnight Cruise Deluxe"], 20);

        cut.ShouldBeUnique();
        cut.ShouldAllBe(title => title.Length > 0 && title.Length <= 20);
    }
}
