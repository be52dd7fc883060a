using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Interests;

public sealed class when_wishes_are_put_into_labels
{
    private static readonly WishSummary Summary = new(Repository.Gazetteer, Repository.Lexicon);

    [Theory]
    [InlineData("my daughter Susan and I want Hue for 3 days. I am 71, Susan just turned 45 and loves to cook", "Hue · 3 days · 2 adults · cooking class · elderly")]
    [InlineData("my daughter Lily and I, 3 days in Hue", "Hue · 3 days · 1 adult, 1 child")]
    [InlineData("Ha Long one day for the whole family", "Ha Long · 1 day · whole family")]
    [InlineData("tour hạ long 1 ngày cho cả nhà", "Hạ Long · 1 ngày · cả nhà")]
    [InlineData("tour ha long 1 ngay cho ca nha", "Hạ Long · 1 ngày · cả nhà")]
    [InlineData("cả nhà 10 người đi Vũng Tàu 3 ngày", "Vũng Tàu · 3 ngày · 10 người lớn")]
    [InlineData("Cả nhà ơi, cho em hỏi tour Đà Lạt 3 ngày", "Đà Lạt · 3 ngày")]
    [InlineData("di phan thiet cuoi tuan 2 ngay", "Phan Thiết · 2 ngày · du lịch cuối tuần")]
    [InlineData("đi Phan Thiết cuối tuần này 2 ngày", "Phan Thiết · 2 ngày · 05/12/2026 – 06/12/2026")]
    [InlineData("Sapa 2 days on a weekend", "Sa Pa · 2 days · weekend getaway")]
    [InlineData("Hue 3 days, no shellfish for me, I swell up like a balloon", "Hue · 3 days · seafood allergy")]
    [InlineData("Hue 2 days, no nuts please", "Hue · 2 days · nut allergy")]
    public void who_comes_along_when_and_what_must_not_be_eaten_is_not_lost(string text, string labels)
    {
        var reading = new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles).Read(text, null, new DateOnly(2026, 12, 1));

        string.Join(" · ", Summary.Of(reading.Wishes, reading.Language)).ShouldBe(labels);
    }

    [Theory]
    [InlineData("en", "Hoi An")]
    [InlineData("vi", "Hội An")]
    public void a_place_that_no_map_has_stands_among_the_places_as_it_was_written_for_tours_are_looked_for_by_it(string language, string known)
    {
        var wishes = new Wishes { Places = [new PlaceWish("hoi-an", null), new PlaceWish(null, "Xóm Mới Tinh")] };

        Summary.PartsOf(wishes, language).ShouldBe([(WishOf.Places, known), (WishOf.Places, "Xóm Mới Tinh")]);
        Summary.ThingsOf(wishes, language).ShouldBe([known], "what a person wrote is for nobody else");
    }
}
