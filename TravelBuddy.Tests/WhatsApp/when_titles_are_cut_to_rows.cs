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
    public void titles_that_would_read_alike_begin_where_they_differ()
    {
        RowTitles.Cut(["Ha Long Bay Overnight Cruise: Kayaks and Caves", "Ha Long Bay Overnight Cruise with Squid Fishing", "Sa Pa Trek"], 20)
            .ShouldBe(["…Cruise: Kayaks…", "…Cruise with Squid…", "Sa Pa Trek"]);
    }

    [Fact]
    public void vietnamese_titles_too_and_no_punctuation_is_left_in_front()
    {
        RowTitles.Cut(["Tour Phú Quốc 3N2Đ trọn gói – lặn san hô", "Tour Phú Quốc 3N2Đ trọn gói – câu mực đêm"], 20).ShouldBe(["…lặn san hô", "…câu mực đêm"]);
    }

    [Fact]
    public void the_same_title_twice_stays_the_same()
    {
        RowTitles.Cut(["Ha Long Bay Overnight Cruise on a Small Boat", "Ha Long Bay Overnight Cruise on a Small Boat"], 20).ShouldAllBe(title => title == "Ha Long Bay Overnig…");
    }

    [Fact]
    public void the_same_title_twice_is_told_apart_by_what_else_differs()
    {
        string[] titles = ["Ha Long Bay Overnight Cruise on a Small Boat", "Ha Long Bay Overnight Cruise on a Small Boat", "Sa Pa Trek"];

        RowTitles.Cut(titles, 20, [[null, "2 days", "$98"], ["01/07", "2 days", "$120"], [null, "2 days", "$98"]]).ShouldBe(["Ha Long Bay… · $98", "Ha Long Bay… · $120", "Sa Pa Trek"]);
    }

    [Fact]
    public void one_that_goes_on_where_the_other_ends_is_told_apart()
    {
        var cut = RowTitles.Cut(["Ha Long Bay Overnight Cruise", "Ha Long Bay Overnight Cruise Deluxe"], 20);

        cut.ShouldBeUnique();
        cut.ShouldAllBe(title => title.Length > 0 && title.Length <= 20);
    }
}
