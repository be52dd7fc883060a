using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Feeds;

namespace TravelBuddy.Tests.Catalog;

public sealed class when_a_tour_is_sold_to_groups
{
    [Theory]
    [InlineData("School Group: Rivers & Heritage of Hội An (15 students)", "Price for a group of 15 students and 2 teachers.", 15, 15)]
    [InlineData("Tour công ty Đà Nẵng", "Báo giá cho đoàn từ 40 khách.", 40, null)]
    [InlineData("School Group Field Trip (20+ pupils)", null, 20, null)]
    [InlineData("Private Boat on Ha Long Bay, 6 Hours, up to 10 Guests", "Price for the whole boat.", null, 10)]
    [InlineData("Accessible Saigon: Private Day with Ramp Van for up to 4", "One wheelchair, up to 120 kg.", null, 4)]
    [InlineData("THUÊ NGUYÊN TÀU Hạ Long 1 ngày cho đoàn 25 khách", "Giá trọn tàu tối đa 25 khách", 25, 25)]
    [InlineData("Beach games and gala dinner for groups of 40", null, 40, null)]
    [InlineData("Hạ Long Bay by kayak", "For groups of 6 or fewer.", null, null)]
    [InlineData("Đà Nẵng 4N3Đ cho ba mẹ lớn tuổi", "Có điều dưỡng đi cùng đoàn từ 15 khách.", null, null)]
    [InlineData("Trekking up to 1,200 m", "Luggage up to 15 kg, up to 3 hours a day", null, null)]
    public void its_sizes_are_read_from_title_and_notes(string title, string? notes, int? least, int? most)
    {
        GroupSize.LeastOf(title, notes).ShouldBe(least);
        GroupSize.MostOf(title, notes).ShouldBe(most);
    }

    [Theory]
    [InlineData("Chương trình cho đoàn từ 40 khách: trò chơi đồng đội trên bãi biển.", 40)]
    [InlineData("A trip for international-school classes of 20 or more.", 20)]
    [InlineData("Có điều dưỡng đi cùng đoàn từ 15 khách.", null)]
    [InlineData("Small groups, from 4 people a guide comes along.", null)]
    public void the_least_of_a_whole_group_is_read_from_the_description_too(string description, int? least) =>
        GroupSize.LeastOf("Huế", null, description).ShouldBe(least);

    [Fact]
    public void a_price_for_a_full_group_counts_as_its_share_for_one()
    {
        var tour = Repository.Packages.Single(package => package.SourceId == "lantern-coast-school-18");

        tour.PriceVnd.ShouldBe(Repository.Rates.ToVnd(new Money(2850, "USD")) / 15);
        tour.GroupLeast.ShouldBe(15);
    }
}
