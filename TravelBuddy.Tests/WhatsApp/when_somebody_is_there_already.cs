using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_somebody_is_there_already
{
    private static readonly DateOnly Today = new(2026, 12, 1);

    private static readonly WishReader Reader = new(Repository.Gazetteer, Repository.Lexicon, Repository.Roles);

    [Theory]
    [InlineData("I'm in Hoi An now, what can we do?"), InlineData("we are in Da Nang right now"), InlineData("just landed in Hue")]
    [InlineData("mình đang ở Hội An, có gì chơi không"), InlineData("vừa hạ cánh Đà Nẵng"), InlineData("tui mới tới Huế nè")]
    public void the_tours_of_these_days_are_looked_for(string text) => Dated(text).Dates.ShouldBe(new DatesWish(Today, Today.AddDays(14)));

    [Theory]
    [InlineData("Hoi An 3 days"), InlineData("we live in Hanoi and want to see Hoi An"), InlineData("Hội An 3 ngày"), InlineData("mình muốn ở homestay Hội An")]
    [InlineData("Ba mẹ mình đang ở tuổi 70, muốn đi Đà Nẵng 3 ngày"), InlineData("We are currently in the planning phase for Da Nang, 4 days"), InlineData("nhà mình đang ở Hà Nội, muốn đi biển 3 ngày"), InlineData("mình mới đến Đà Nẵng năm ngoái, giờ muốn đi Huế")]
    public void nobody_else_is_taken_to_be_there(string text) => Dated(text).Dates.ShouldBeNull();

    [Theory]
    [InlineData("I'm in Hoi An now, what is there in March?"), InlineData("đang ở Hội An, tháng 3 này đi Huế")]
    public void days_that_are_named_are_kept(string text)
    {
        var wishes = Read(text).Wishes;

        OnTheSpot.Dated(wishes, Read(text), text, Today).Dates.ShouldBe(wishes.Dates);
    }

    private static Wishes Dated(string text) => OnTheSpot.Dated(Read(text).Wishes, Read(text), text, Today);

    private static WishReading Read(string text) => Reader.Read(text, "en", Today);
}
