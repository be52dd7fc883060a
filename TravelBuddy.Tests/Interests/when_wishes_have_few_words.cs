using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Interests;

/// <summary>Vehicles and sights told in a word or a number, and refusals in words of their own.</summary>
public sealed class when_wishes_have_few_words
{
    [Theory]
    [InlineData("Đền Hùng 1 ngày, xe 29, 26 người", "coach")]
    [InlineData("Den Hung 1 ngay, xe 16c", "minibus")]
    [InlineData("Cat Ba 2 days. Car, driver, hotel", "car")]
    [InlineData("Ha Giang 3 days, need driver", "private-car")]
    [InlineData("golf in Da Nang, comfortable van", "minibus")]
    public void a_vehicle_is_known_by_its_seats_or_its_bare_name(string text, string vehicle) => Read(text).Transportation.Concepts.ShouldContain(vehicle);

    [Theory]
    [InlineData("Đền Hùng, xe 7 giờ sáng chạy")]
    [InlineData("Đền Hùng, xe 9h đón")]
    public void an_hour_counts_no_seats(string text) => Read(text).Transportation.Concepts.Intersect(["car", "private-car", "minibus"]).ShouldBeEmpty();

    [Theory]
    [InlineData("Hà Giang 3 ngày, mẹ em thích hoa", "flower-viewing")]
    [InlineData("Đắk Lắk 2 ngày, bé mê voi", "elephant-experience")]
    [InlineData("Phan Rang 2 ngày coi cừu", "sheep-farm-visit")]
    [InlineData("Bảo Lộc 2 ngày, vợ thích rừng", "forest")]
    public void a_short_word_after_one_for_liking_is_what_it_says(string text, string sight) => Read(text).Activities.Concepts.ShouldContain(sight);

    [Theory]
    [InlineData("Da Nang 3 days. Must: seafood. Not: museum", "museum")]
    [InlineData("Phu Quoc 4 days, under no circumstances the water park", "water-park")]
    [InlineData("Ninh Binh 2 days, don't show us a museum", "museum")]
    [InlineData("Quy Nhon 3 days, not fond of karaoke", "karaoke")]
    [InlineData("Da Nang to Hue, sleeper train never", "sleeper-train")]
    [InlineData("Saigon 2 days, a tour that avoids museums", "museum")]
    public void there_are_many_ways_to_refuse(string text, string refused) => Read(text).Exclusions.Concepts.ShouldContain(refused);

    [Theory]
    [InlineData("Kon Tum 3 days, mother says there are too many boats in Ha Long", "boat-transport")]
    [InlineData("Phú Yên 3 ngày, mùng 6 Tết khởi hành", "tet-theme")]
    public void what_is_too_much_or_only_a_day_is_no_wish(string text, string thing) =>
        new[] { Read(text).Transportation, Read(text).Activities, Read(text).Accommodation }.SelectMany(answer => answer.Concepts).ShouldNotContain(thing);

    private static Wishes Read(string text) => new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles).Read(text, null, new DateOnly(2026, 6, 1)).Wishes;
}
