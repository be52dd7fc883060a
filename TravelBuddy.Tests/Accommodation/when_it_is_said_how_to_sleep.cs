using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Accommodation;

public sealed class when_it_is_said_how_to_sleep
{
    private static readonly StayWishReader Reader = new(new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles), Repository.Gazetteer, Repository.Lexicon);

    private static StayWishes Read(string text, StayWishes? before = null) => Reader.Read(text, before ?? new StayWishes(), new DateOnly(2026, 11, 29));

    [Theory]
    [InlineData("Quiet homestay in Hoi An, under 50 dollars a night", "USD", 50)]
    [InlineData("Hotel in Hue, not more than 1.2 million dong", "VND", 1_200_000)]
    [InlineData("max 600k per night", "VND", 600_000)]
    [InlineData("Homestay ở Đà Lạt dưới 300k một đêm", "VND", 300_000)]
    [InlineData("khach san Hue toi da 500k/dem", "VND", 500_000)]
    [InlineData("phòng ở Sa Pa tầm 1 triệu 2 một đêm", "VND", 1_200_000)]
    [InlineData("right on the beach in Mui Ne, under 60 US", "USD", 60)]
    [InlineData("hotel in Hue, max 45 US a night", "USD", 45)]
    [InlineData("Up to 30 USD a night per person for the two of us in Nha Trang", "USD", 60)]
    public void a_limit_is_of_a_room_and_night(string text, string currency, int most) => Read(text).MostPerNight.ShouldBe(new Money(most, currency));

    [Theory]
    [InlineData("A quiet place in Hoi An for 3 nights")]
    [InlineData("chỗ ở gần đó")]
    [InlineData("Villa ở Đà Lạt cho 10 người")]
    public void where_none_is_named_there_is_none(string text) => Read(text).MostPerNight.ShouldBeNull();

    [Theory]
    [InlineData("a homestay near the old town of Hoi An with a pool", "homestay", "near-old-town", "pool")]
    [InlineData("khách sạn ở Huế có hồ bơi, yên tĩnh", "hotel", "pool", "quiet")]
    [InlineData("khach san o Hue co ho boi, yen tinh", "hotel", "pool", "quiet")]
    public void houses_rooms_and_surroundings_are_heard(string text, params string[] concepts) => concepts.ShouldBeSubsetOf(Read(text).Concepts);

    [Fact]
    public void what_was_asked_before_stays_and_what_is_said_is_added()
    {
        var before = new StayWishes { Places = ["hoi-an"], Concepts = ["homestay"], MostPerNight = new Money(800_000, "VND"), Party = new PartyWish(2, 1) };

        var after = Read("with a pool", before);

        after.Places.ShouldBe(["hoi-an"]);
        after.Concepts.ShouldBe(["homestay", "pool"]);
        after.MostPerNight.ShouldBe(new Money(800_000, "VND"));
        after.Party.ShouldBe(new PartyWish(2, 1));
    }

    [Theory]
    [InlineData("no pool needed"), InlineData("we don't need a pool after all"), InlineData("forget the pool"), InlineData("the pool is not important")]
    [InlineData("không cần hồ bơi nữa"), InlineData("khong can ho boi"), InlineData("hồ bơi không cần thiết"), InlineData("bỏ qua hồ bơi đi")]
    public void what_is_no_longer_needed_is_neither_wished_for_nor_refused(string text)
    {
        var after = Read(text, new StayWishes { Places = ["hoi-an"], Concepts = ["homestay", "pool"] });

        after.Concepts.ShouldBe(["homestay"]);
        after.Exclusions.ShouldBeEmpty();
        Read("no pool please", new StayWishes { Places = ["hoi-an"], Concepts = ["pool"] }).Exclusions.ShouldBe(["pool"]);
    }

    [Theory]
    [InlineData("Hotel in Hue for 3 nights", 3), InlineData("khách sạn Huế 2 đêm", 2), InlineData("Hotel in Hue from 6 to 9 February 2027", 3), InlineData("Hotel in Hue, 3 days or 5 days", null), InlineData("Hotel in Hue in March", null)]
    public void nights_are_heard_where_it_is_said_how_many(string text, int? nights) => Read(text).Nights.ShouldBe(nights);

    [Theory]
    [InlineData("rather from 6 to 8 March 2027", 2), InlineData("3 days or 5 days", null), InlineData("with a pool", 4), InlineData("in March 2027", 4)]
    public void nights_said_before_stay_where_they_fit(string text, int? nights) => Read(text, new StayWishes { Places = ["hue"], Nights = 4 }).Nights.ShouldBe(nights);

    [Theory]
    [InlineData("homestay in Sa Pa", null), InlineData("homestay ở Sa Pa", null), InlineData("homestay in Sa Pa for 2 nights", 2), InlineData("with breakfast", 8), InlineData("a homestay in Hanoi", 8)]
    public void the_nights_of_a_trip_are_of_its_one_place(string text, int? nights)
    {
        Read(text, OfTrip("ha-noi")).Nights.ShouldBe(nights);
        Read("homestay in Sa Pa", OfTrip("ha-noi", "sa-pa", "ha-long")).Nights.ShouldBeNull();
        OfTrip("ha-noi", "sa-pa", "ha-long").Nights.ShouldBeNull("they are of three houses");

        StayWishes OfTrip(params string[] places) =>
            StayWishes.Of(new Wishes { Places = [.. places.Select(id => new PlaceWish(id, null))], Durations = [new DurationWish(9, 9)] }, null, Repository.Gazetteer, Repository.Lexicon);
    }

    [Theory]
    [InlineData("forget the budget"), InlineData("never mind the price"), InlineData("no price limit please"), InlineData("bỏ ngân sách đi"), InlineData("bo ngan sach di"), InlineData("không cần giới hạn ngân sách"), InlineData("bỏ mức giá đi")]
    public void what_a_night_may_cost_is_let_go_of_in_words(string text)
    {
        var before = new StayWishes { Places = ["hoi-an"], Concepts = ["pool"], EachByBudget = new Money(500_000, "VND") };

        Read(text, before).ShouldSatisfyAllConditions(after => after.EachByBudget.ShouldBeNull(), after => after.Concepts.ShouldBe(["pool"]), after => after.Exclusions.ShouldBeEmpty());
        Read(text, before with { MostPerNight = new Money(900_000, "VND") }).MostPerNight.ShouldBeNull();
        Read("under 700k a night", before).EachByBudget.ShouldNotBeNull("a price that is named keeps it, and goes before it");
    }

    [Theory]
    [InlineData("Hotel in Hue on 29 April 2027, 3 nights"), InlineData("Khách sạn ở Huế ngày 29/4, 3 đêm")]
    public void nights_behind_a_day_of_arrival_are_of_its_season(string text)
    {
        var read = Read(text);

        new HighSeasons(Repository.Gazetteer).Of(Repository.Place("hue"), read.Dates, read.Nights).ShouldBe(new SeasonThen(HighSeason.AprilHolidays, IsHigh: true, HighNights: 2, Nights: 3));
    }

    [Fact]
    public void another_place_takes_the_place_of_the_one_before() => Read("rather in Hue", new StayWishes { Places = ["hoi-an"] }).Places.ShouldBe(["hue"]);

    [Fact]
    public void what_is_refused_is_no_wish_any_more()
    {
        var after = Read("no homestay", new StayWishes { Places = ["hoi-an"], Concepts = ["homestay", "pool"] });

        after.Concepts.ShouldBe(["pool"]);
        after.Exclusions.ShouldContain("homestay");
    }

    [Theory]
    [InlineData("dorms are fine in Hue, but no party hostels", "party-hostel", "hostel"), InlineData("no hostel in Hue", "hostel", "party-hostel")]
    public void whoever_refuses_party_hostels_may_sleep_in_another(string text, string refused, string open)
    {
        var read = Read(text);

        read.Exclusions.ShouldContain(refused);
        read.Exclusions.ShouldNotContain(open);
    }

    [Theory]
    [InlineData("my parents can't manage stairs, in Hue", "many-stairs")]
    public void what_is_hard_is_never_wished_for(string text, string hardship)
    {
        var read = Read(text);

        read.Exclusions.ShouldContain(hardship);
        read.Concepts.ShouldNotContain(hardship);
    }

    [Theory]
    [InlineData("we eat halal, near Da Nang", "halal"), InlineData("my wife uses a wheelchair, Hue", "accessible"), InlineData("homestay Đà Lạt nhận thú cưng", "pet-friendly")]
    [InlineData("a homestay in Da Lat, we travel with our dog", "pet-friendly"), InlineData("mình mang theo mèo, tìm chỗ ở Đà Lạt", "pet-friendly"), InlineData("tìm chỗ ở Đà Lạt, đem theo chó", "pet-friendly"), InlineData("nhà em có con chó nhỏ đi cùng, ở Đà Lạt", "pet-friendly")]
    public void a_need_is_essential_wherever_it_is_named(string text, string need) => Read(text).Essentials.ShouldContain(need);

    [Theory]
    [InlineData("dorms are fine in Hue, but no party hostels with rice wine and karaoke", "rice-wine", "karaoke"), InlineData("no hotels with a casino, in Hue", "casino", "casino"), InlineData("không hostel có karaoke, ở Huế", "karaoke", "karaoke")]
    public void what_is_said_of_something_refused_is_no_wish(string text, params string[] concepts) => Read(text).Concepts.Intersect(concepts).ShouldBeEmpty();

    [Theory]
    [InlineData("No hostels with bunk beds but a pool and breakfast, Hue", "pool", "breakfast"), InlineData("no hostel with karaoke but with a pool, Hue", "pool")]
    [InlineData("không hostel có karaoke nhưng có hồ bơi, ở Huế", "pool"), InlineData("khong hostel co karaoke nhung co ho boi, o Hue", "pool"), InlineData("không karaoke nhưng phải có hồ bơi và bữa sáng, ở Huế", "pool", "breakfast")]
    public void behind_but_it_is_one_again(string text, params string[] concepts) => concepts.ShouldBeSubsetOf(Read(text).Concepts);

    [Theory]
    [InlineData("không thích những resort, ở Huế"), InlineData("khong thich nhung resort, o Hue")]
    public void several_of_a_kind_are_still_refused(string text) => Read(text).Exclusions.ShouldContain("resort");

    [Theory]
    [InlineData("homestay in Hoi An, bicycles to borrow", "bike-at-hotel"), InlineData("homestay Tam Cốc có xe đạp cho mượn", "bike-at-hotel"), InlineData("bungalow on a quiet beach, Phu Quoc", "beach")]
    public void what_is_named_beside_a_tour_is_asked_of_the_house(string text, string concept) => Read(text).Concepts.ShouldContain(concept);

    [Theory]
    [InlineData("khách sạn gần biển ở Nha Trang", "beach", "beachfront"), InlineData("khách sạn sát biển ở Nha Trang", "beachfront", "beach")]
    public void near_the_sea_is_not_at_it(string text, string asked, string other) => Read(text).Concepts.ShouldSatisfyAllConditions(concepts => concepts.ShouldContain(asked), concepts => concepts.ShouldNotContain(other));

    [Theory]
    [InlineData("a whole villa in Da Nang for ten"), InlineData("thuê villa nguyên căn ở Vũng Tàu cho 16 người"), InlineData("thue villa nguyen can o Vung Tau cho 16 nguoi")]
    public void whoever_asks_for_a_house_as_a_whole_shares_none(string text) => Read(text).Essentials.ShouldContain("whole-house");

    [Theory]
    [InlineData("villa for ten in Da Nang"), InlineData("căn hộ nguyên căn ở Đà Lạt")]
    public void a_villa_or_a_flat_is_not_asked_for_as_a_whole_house(string text) => Read(text).Essentials.ShouldNotContain("whole-house");

    [Fact]
    public void two_rooms_are_no_city() => Read("hai phòng thông nhau ở Đà Lạt").Places.ShouldBe(["da-lat"]);

    [Fact]
    public void a_cat_is_no_child() => Read("mình mang theo một con mèo, ở Đà Lạt").Party.ShouldBeNull();

    [Fact]
    public void behind_a_comma_it_is_one_again() => Read("no hostel in Hue, with a pool please").Concepts.ShouldContain("pool");

    [Fact]
    public void nothing_of_the_words_themselves_is_kept() =>
        System.Text.Json.JsonSerializer.Serialize(Read("Quiet homestay in Hoi An for Nancy Miller, call me at 0905 123 456")).ShouldNotContain("Nancy");
}
