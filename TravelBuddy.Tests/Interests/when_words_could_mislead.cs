using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Interests;

public sealed class when_words_could_mislead
{
    private static Wishes Read(string text) => new WishReader(Repository.Gazetteer, Repository.Lexicon).Read(text, null, new DateOnly(2026, 6, 1)).Wishes;

    [Theory]
    [InlineData("tìm hiểu lịch sử chiến tranh ở TP.HCM")]
    [InlineData("tim hieu lich su chien tranh o TP.HCM")]
    public void war_is_nothing_to_avoid_the_place_for(string text)
    {
        Read(text).Places.Select(place => place.PlaceId).ShouldBe(["ho-chi-minh-city"]);
        Read(text).Exclusions.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Huế 3 ngày, tránh Đà Nẵng")]
    [InlineData("hue 3 ngay, tranh da nang")]
    public void a_place_to_avoid_still_is_one(string text) => Read(text).Exclusions.Phrases.Count.ShouldBe(1);

    [Theory]
    [InlineData("Nha Trang, up to 11 million per person")]
    [InlineData("Nha Trang, tối đa 11 triệu một người")]
    public void a_limit_is_firm(string text) => Read(text).Budget.ShouldBe(new BudgetWish(null, 11_000_000, "VND", Firm: true));
}
