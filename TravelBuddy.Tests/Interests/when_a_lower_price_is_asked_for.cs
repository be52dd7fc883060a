using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Interests;

/// <summary>How people say that what they saw costs too much, or that they have little.</summary>
public sealed class when_a_lower_price_is_asked_for
{
    private static readonly WishReader Reader = new(Repository.Gazetteer, Repository.Lexicon, Repository.Roles);

    [Theory]
    [InlineData("cheaper"), InlineData("that's a bit pricey"), InlineData("can't afford it"), InlineData("too expensive")]
    [InlineData("mắc dữ"), InlineData("mắc quá"), InlineData("chát quá"), InlineData("hơi chát"), InlineData("đắt quá"), InlineData("rẻ hơn đi")]
    public void too_dear_means_cheaper(string text) => Read(text).Refinements.ShouldContain(Refinement.Cheaper);

    [Theory]
    [InlineData("mặc dù trời mưa, Huế 2 ngày"), InlineData("đặt tour 1"), InlineData("phòng hơi chật ạ"), InlineData("The climb looks too steep for my mum"), InlineData("Huế 2 ngày, mặc kệ mưa")]
    public void words_that_only_look_like_it_do_not(string text) => Read(text).Refinements.ShouldNotContain(Refinement.Cheaper);

    [Theory]
    [InlineData("Da Lat 3 days, we're broke"), InlineData("Hue 2 days, tight on money"), InlineData("my husband is stingy, 2 days in Hue")]
    [InlineData("Đà Lạt 3 ngày, sinh viên hết tiền"), InlineData("chồng mình keo kiệt lắm, Huế 2 ngày"), InlineData("Huế 2 ngày, kẹt tiền")]
    public void little_money_is_a_wish_for_what_is_cheap(string text)
    {
        var wishes = Read(text).Wishes;

        new[] { wishes.Activities, wishes.Accommodation, wishes.Food, wishes.Transportation }.SelectMany(some => some.Concepts).ShouldContain("budget");
    }

    private static WishReading Read(string text) => Reader.Read(text, "en", new DateOnly(2026, 10, 1));
}
