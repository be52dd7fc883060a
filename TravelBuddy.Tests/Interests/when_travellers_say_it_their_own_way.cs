using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Interests;

/// <summary>Texts of people who used the pages, and what they had meant.</summary>
public sealed class when_travellers_say_it_their_own_way
{
    private static Wishes Read(string text) => ReadingOf(text).Wishes;

    private static WishReading ReadingOf(string text) => new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles).Read(text, null, new DateOnly(2026, 6, 1));

    [Theory]
    [InlineData("we live in Bien Hoa and would like to see Sapa and Ha Giang for five days in March with our two kids, leaving from Saigon by plane if possible", "ho-chi-minh-city")]
    [InlineData("We are staying in Hoi An but will leave from Da Nang, looking for a three day trip to Phong Nha with caves and good food please", "da-nang")]
    [InlineData("Sapa 3 days, we live in Bien Hoa, leaving from Saigon", "ho-chi-minh-city")]
    public void who_lives_in_one_town_and_leaves_from_another_starts_there(string text, string start) => Read(text).Start!.PlaceId.ShouldBe(start);

    [Theory]
    [InlineData("4 người 2 lớn 2 nhỏ (bé 5 và 8 tuổi) đi Đà Nẵng 3 ngày", 2, 2)]
    [InlineData("4 nguoi, 2 lon 2 nho di Da Nang", 2, 2)]
    [InlineData("3 lớn 1 nhỏ 6 tuổi đi Huế", 3, 1)]
    public void all_of_them_and_then_great_and_small_count_once(string text, int adults, int children) => Read(text).Party.ShouldBe(new PartyWish(adults, children));

    [Theory]
    [InlineData("10 days or 12 in Vietnam", 10, 12)]
    [InlineData("Hà Giang 3 ngày hoặc 5", 3, 5)]
    public void a_second_length_needs_no_word_for_days(string text, double first, double second) =>
        Read(text).Durations.ShouldBe([new DurationWish(first, first), new DurationWish(second, second)]);

    [Theory]
    [InlineData("book the last one")]
    [InlineData("the last option please")]
    [InlineData("cho mình tour cuối")]
    [InlineData("cho minh cai cuoi cung")]
    public void the_last_of_a_list_can_be_meant(string text) => ReadingOf(text).Ordinal.ShouldBe(-1);

    [Theory]
    [InlineData("tour cuối tuần ở Đà Lạt")]
    [InlineData("the last one we did was boring")]
    public void what_is_last_otherwise_is_no_tour_of_the_list(string text) => ReadingOf(text).Ordinal.ShouldBeNull();

    [Theory]
    [InlineData("District 1 street food tour", "ho-chi-minh-city")]
    [InlineData("quận 5 có gì ăn ngon", "ho-chi-minh-city")]
    public void a_quarter_with_no_other_place_is_its_city(string text, string city) => Read(text).Places.Select(place => place.PlaceId).ShouldBe([city]);

    [Fact]
    public void an_airport_is_not_a_place_to_see() => Read("we land at Tan Son Nhat at 9").Places.ShouldBeEmpty();

    [Theory]
    [InlineData("Nha Chang 3 ngày", "nha-trang")]
    [InlineData("Đà Lạc 2 ngày 1 đêm", "da-lat")]
    [InlineData("Xa Pa 3 ngày", "sa-pa")]
    [InlineData("Hội Ang 2 ngày", "hoi-an")]
    public void names_written_by_ear_are_known(string text, string place) => Read(text).Places.Select(wish => wish.PlaceId).ShouldBe([place]);

    [Theory]
    [InlineData("một cháu nhỏ đi cùng")]
    [InlineData("mot chau nho di cung")]
    public void small_words_are_no_names_by_ear(string text) => Read(text).Places.ShouldBeEmpty();

    [Fact]
    public void what_is_hated_is_refused()
    {
        var wishes = Read("we hate plastic chairs, just want to rest in Phu Quoc for 4 days");

        wishes.Exclusions.Phrases.ShouldContain("plastic chairs");
        wishes.Accommodation.Phrases.ShouldBeEmpty();
        wishes.Accommodation.Concepts.ShouldContain("relaxation");
    }

    [Theory]
    [InlineData("skip the museums and Cu Chi tunnels, Saigon 2 days", "Cu Chi tunnels")]
    [InlineData("no temples or Cu Chi tunnels please, Saigon 2 days", "Cu Chi tunnels")]
    [InlineData("Saigon 2 days, skip the museums and Ben Thanh market", "Ben Thanh market")]
    [InlineData("Mình cần tour 1 ngày ở Ninh Bình không có chùa, không leo Hang Múa, có chèo thuyền, đi từ Hà Nội", "Hang Múa")]
    [InlineData("Nhà mình ở Cần Thơ, cho con đi Đà Lạt 3 ngày, không đi Langbiang, không đi xe máy, bé nhà mình 5 tuổi hay say xe", "Langbiang")]
    [InlineData("We did Hanoi and Halong last time so not again. Prefer the south, 10 days", "Halong")]
    public void a_place_that_is_refused_in_a_list_or_a_story_is_no_wish(string text, string refused)
    {
        var reading = ReadingOf(text);

        reading.Wishes.Exclusions.Phrases.ShouldContain(refused);
        reading.RefusedPlaces.ShouldNotBeEmpty();
        reading.Wishes.Places.Select(place => place.PlaceId).Intersect(reading.RefusedPlaces).ShouldBeEmpty();
        reading.Wishes.Accommodation.Phrases.ShouldNotContain("skip");
    }

    [Theory]
    [InlineData("my dad has a bad knee, can't climb stairs, Ha Long 2 days", "many-stairs")]
    [InlineData("Mẹ em không leo được cầu thang, Huế 2 ngày", "many-stairs")]
    [InlineData("Ha Giang loop but I'm scared of riding a motorbike, prefer a car or jeep, 4 days", "motorbike")]
    public void what_somebody_cannot_do_or_is_afraid_of_is_refused(string text, string refused)
    {
        var wishes = Read(text);

        wishes.Exclusions.Concepts.ShouldBe([refused]);
        wishes.Accommodation.Concepts.Concat(wishes.Transportation.Concepts).ShouldNotContain(refused);
    }

    [Fact]
    public void what_is_liked_less_is_no_wish() => Read("I'd rather fly than take the train to Hue").Transportation.Concepts.ShouldBe(["flight"]);

    [Theory]
    [InlineData("tour Thái Lan 5 ngày", "country-th")]
    [InlineData("tour Hàn Quốc 5N4Đ tháng 4", "country-kr")]
    [InlineData("muon di Thai Lan 4 ngay", "country-th")]
    [InlineData("Thailand beach holiday 5 days", "country-th")]
    [InlineData("Cambodia and Vietnam 10 days", "country-kh")]
    public void a_country_abroad_is_a_place_to_go_to(string text, string country) => Read(text).Places.Select(place => place.PlaceId).ShouldContain(country);

    [Theory]
    [InlineData("khách Hàn Quốc 4 người đi Đà Nẵng")]
    [InlineData("chúng tôi đến từ Thái Lan, muốn đi Huế")]
    [InlineData("We love Thai food in Hanoi")]
    [InlineData("tour đi Mỹ Tho 1 ngày")]
    public void a_country_that_people_or_dishes_come_from_is_none(string text) =>
        Read(text).Places.ShouldNotContain(place => place.PlaceId!.StartsWith("country-", StringComparison.Ordinal));

    [Theory]
    [InlineData("Nha Tragn 3 days", "nha-trang")]
    [InlineData("Hoi Ann cooking class 2 days", "hoi-an")]
    public void a_misspelt_name_may_begin_with_a_small_word(string text, string place) => Read(text).Places.Select(wish => wish.PlaceId).ShouldBe([place]);

    [Fact]
    public void two_places_named_alike_are_both_wishes() =>
        Read("We are a family of 4 (kids 5 and 8), 4 days Da Nang and Hoi An next April, halal food please, around 1500 USD for all of us. no theme parks")
            .Places.Select(place => place.PlaceId).ShouldBe(["da-nang", "hoi-an"]);

    [Theory]
    [InlineData("2 người lớn, bé 7 tuổi và bé 3 tuổi, Phú Quốc", 2, 2)]
    [InlineData("ba mẹ, ông bà nội, bé 7 tuổi, bé 3 tuổi đi Nha Trang", 4, 2)]
    public void children_told_by_their_ages_count(string text, int adults, int children) => Read(text).Party.ShouldBe(new PartyWish(adults, children));

    [Theory]
    [InlineData("cả nhà 20 triệu, Huế 3 ngày", 10_000_000)]
    [InlineData("3 days in Hue, around 1500 USD for all of us", 750)]
    public void an_amount_for_all_of_nobody_knows_how_many_is_shared_by_two_at_least(string text, int each) => Read(text).Budget!.Max.ShouldBe(each);

    [Fact]
    public void the_first_two_weeks_of_a_month_are_when_and_not_how_long()
    {
        var wishes = ReadingOf("Hue & Hoi An, first two weeks of March, 5 nights").Wishes;

        wishes.Durations.ShouldBe([new DurationWish(6, 6)]);
        wishes.Dates.ShouldBe(new DatesWish(new DateOnly(2027, 3, 1), new DateOnly(2027, 3, 14)));
    }

    [Fact]
    public void nights_on_a_boat_and_nights_on_land_are_one_trip() => Read("2 nights on a cruise and 3 nights in Hanoi").Durations.ShouldBe([new DurationWish(6, 6)]);

    [Theory]
    [InlineData("Đà Lạt cuối tuần sau nữa")]
    [InlineData("the weekend after next in Da Lat")]
    public void the_weekend_after_next_is_two_weeks_off(string text) => Read(text).Dates.ShouldBe(new DatesWish(new DateOnly(2026, 6, 20), new DateOnly(2026, 6, 21)));

    [Fact]
    public void words_that_hold_a_number_are_no_hours() => Read("Đà Lạt, tài chính eo hẹp").Durations.ShouldBeEmpty();

    [Fact]
    public void part_of_a_name_is_no_thing() => Read("Đà Lạt 2 ngày, khỏi đi Thung lũng Tình Yêu").Exclusions.Concepts.ShouldBeEmpty();
}
