using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Interests;

public sealed class when_words_could_mislead
{
    private static Wishes Read(string text) => ReadingOf(text).Wishes;

    private static WishReading ReadingOf(string text) => new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles).Read(text, null, new DateOnly(2026, 6, 1));

    [Theory]
    [InlineData("tìm hiểu lịch sử chiến tranh ở TP.HCM")]
    [InlineData("tim hieu lich su chien tranh o TP.HCM")]
    public void war_is_nothing_to_avoid_the_place_for(string text)
    {
        Read(text).Places.Select(place => place.PlaceId).ShouldBe(["ho-chi-minh-city"]);
        Read(text).Exclusions.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("dont want to sleep in a dorm", "dorm")]
    [InlineData("3 days in Sapa, we don't want to sleep in a hostel", "hostel")]
    [InlineData("no sleeping in dorms please", "dorm")]
    [InlineData("không muốn ngủ phòng tập thể", "dorm")]
    [InlineData("Sa Pa 2 ngày, mình không ngủ ở phòng tập thể đâu", "dorm")]
    public void where_nobody_wants_to_sleep_is_refused(string text, string refused)
    {
        Read(text).Exclusions.Concepts.ShouldBe([refused]);
        Read(text).Accommodation.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Hanoï 2 days", "en")]
    [InlineData("Hội An, Đà Nẵng 3 days", "en")]
    [InlineData("5 days Mũi Né, egg coffee café crawl", "en")]
    [InlineData("Hội An 3 ngày", "vi")]
    [InlineData("hoi an 3 ngay", "vi")]
    [InlineData("Phú Quốc", "vi")]
    [InlineData("Zürich", "en")]
    public void the_language_is_that_of_the_words_not_of_the_names(string text, string language) =>
        new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles).LanguageOf(text, null).ShouldBe(language);

    [Theory]
    [InlineData("My neighbor Carol showed me the pictures of Hoi An and I cried a little", false)]
    [InlineData("We saw your photos on Instagram: Sapa, 3 days please", false)]
    [InlineData("thấy ảnh đẹp trên mạng nên muốn đi Tà Xùa 2 ngày", false)]
    [InlineData("Hoi An 2 days, time to take pictures", true)]
    [InlineData("Sapa 3 days, photos and markets", true)]
    [InlineData("Tà Xùa 2 ngày chụp ảnh đẹp", true)]
    public void pictures_that_others_took_are_no_wish_to_take_some(string text, bool wished) => Read(text).Activities.Concepts.Contains("photography").ShouldBe(wished);

    [Theory]
    [InlineData("hanoy food tuor half day pls", "food-tour", "ha-noi")]
    [InlineData("tuor ẩm thực Hà Nội nửa ngày", "food-tour", "ha-noi")]
    public void the_word_that_is_mistyped_most_is_read(string text, string concept, string place)
    {
        var wishes = Read(text);

        wishes.Activities.Concepts.Concat(wishes.Food.Concepts).ShouldContain(concept);
        wishes.Places.Select(each => each.PlaceId).ShouldBe([place]);
    }

    [Theory]
    [InlineData("Quy Nhơn và Bãi Xép 3 ngày", "bai-xep")]
    [InlineData("Bai Xep and Quy Nhon, 3 days", "bai-xep")]
    [InlineData("Phú Yên 3 ngày: Bãi Xép, mũi Điện", "bai-xep-phu-yen")]
    [InlineData("Tuy Hoa and Bai Xep, 2 days", "bai-xep-phu-yen")]
    public void of_two_beaches_with_one_name_the_one_beside_the_other_places_is_meant(string text, string beach) =>
        Read(text).Places.Select(place => place.PlaceId).ShouldContain(beach);

    [Theory]
    [InlineData("Hoi An 3 days, my son cannot eat shrimp", "seafood")]
    [InlineData("Hoi An 3 days, no shrimp please", "seafood")]
    [InlineData("Hoi An 3 days, we don't eat coriander", "coriander")]
    [InlineData("Hội An 3 ngày, bé dị ứng hạnh nhân", "hạnh nhân")]
    [InlineData("Hội An 3 ngày, không ăn hạnh nhân", "hạnh nhân")]
    [InlineData("5 days in Hue, I'm allergic to pollen", "pollen")]
    [InlineData("3 days in Hue, no spiders please", "spiders")]
    public void what_cannot_be_eaten_or_stood_is_refused_and_never_wished(string text, string refused)
    {
        var wishes = Read(text);

        wishes.Exclusions.Concepts.Concat(wishes.Exclusions.Phrases).ShouldContain(refused);
        wishes.Food.Concepts.Concat(wishes.Accommodation.Phrases).ShouldNotContain(word => word.Contains(refused));
    }

    [Theory]
    [InlineData("3-4 days Hoi An, I am allergic to shrimp and shellfish", "seafood-allergy")]
    [InlineData("Nha Trang 3 ngày, dị ứng tôm", "seafood-allergy")]
    [InlineData("Nha Trang 3 ngay, bi di ung voi cua", "seafood-allergy")]
    [InlineData("Hoi An 3 days, allergic to peanuts", "nut-allergy")]
    [InlineData("Hoi An 3 days, no shellfish for me, I swell up like a balloon", "seafood-allergy")]
    [InlineData("Hue 3 days. I can't eat prawns, they make me ill.", "seafood-allergy")]
    [InlineData("Nha Trang 3 ngày, ăn tôm là nổi mề đay", "seafood-allergy")]
    [InlineData("Nha Trang 3 ngay, an hai san vao la ngua khap nguoi", "seafood-allergy")]
    public void an_allergy_is_to_be_cared_for_rather_than_a_reason_against_every_tour_with_the_food(string text, string allergy)
    {
        var wishes = Read(text);

        wishes.Essentials.Concepts.ShouldBe([allergy]);
        wishes.Exclusions.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("climbing in Cat Ba", "rock-climbing")]
    [InlineData("Cat Ba, climbing and kayaking", "rock-climbing")]
    [InlineData("climbing Fansipan, 2 days", "mountain-climbing")]
    [InlineData("Sapa 2 days, mountain climbing", "mountain-climbing")]
    public void climbing_is_a_sport_where_no_mountain_is_named(string text, string activity) => Read(text).Activities.Concepts.ShouldContain(activity);

    [Theory]
    [InlineData("Hue 3 days, no climbing")]
    [InlineData("Hue 3 days, not much climbing please")]
    public void who_wants_no_climbing_wishes_for_none(string text) => Read(text).Activities.Concepts.ShouldNotContain("rock-climbing");

    [Theory]
    [InlineData("father and son, Mai Chau 2 days", 1, 1)]
    [InlineData("husband and wife, Hue 3 days", 2, 0)]
    public void two_of_a_family_are_the_party(string text, int adults, int children) => Read(text).Party.ShouldBe(new PartyWish(adults, children));

    [Theory]
    [InlineData("Two weeks through all of Vietnam")]
    [InlineData("the whole of Vietnam in 14 days")]
    [InlineData("đi khắp Việt Nam 14 ngày")]
    [InlineData("di khap Viet Nam 14 ngay")]
    public void the_whole_country_is_a_way_through_it(string text)
    {
        var wishes = Read(text);

        wishes.Places.Select(place => place.PlaceId).ShouldBe(["trans-viet-nam"]);
        wishes.Accommodation.Concepts.ShouldNotContain("cross-country");
    }

    [Theory]
    [InlineData("hai vo chong thich bien, 3 ngay", "sea")]
    [InlineData("Phu Quoc 3 ngay, lan va bien", "sea")]
    [InlineData("Ha Long 2 ngay, an tom cua", "seafood")]
    public void the_sea_and_its_food_are_found_without_diacritics(string text, string concept) => Concepts(text).ShouldContain(concept);

    [Theory]
    [InlineData("Mu Cang Chai 3 ngay dung mua lua chin vang", "rice-season-viewing", true)]
    [InlineData("Mu Cang Chai 3 ngay, dung mua sam", "shopping", false)]
    public void right_is_told_from_do_not_by_what_follows(string text, string concept, bool wished)
    {
        Concepts(text).Contains(concept).ShouldBe(wished);
        Read(text).Exclusions.Concepts.Contains(concept).ShouldBe(!wished);
    }

    [Theory]
    [InlineData("tour bien gioi Cao Bang 3 ngay", "sea")]
    [InlineData("doan cua cong ty minh di Hue 3 ngay", "seafood")]
    [InlineData("xuat phat tu Sai Gon, Hue 3 ngay", "buddhists")]
    [InlineData("Hue 3 ngay, nghe don ca tai tu. Ky leo treo", "autism-friendly")]
    public void words_that_look_alike_without_diacritics_are_not_taken_for_wishes(string text, string concept) => Concepts(text).ShouldNotContain(concept);

    [Theory]
    [InlineData("Ha Long di 1 ngay tren vinh, an hai san", "ha-long")]
    [InlineData("Hon Mun 2 ngay, ne le 30/4 huu lien", "hon-mun")]
    [InlineData("dai ly di Phu Quoc tri an 3 ngay", "phu-quoc")]
    [InlineData("hoi chi em van phong di Da Lat 3 ngay", "da-lat")]
    [InlineData("giao xu con co 15 nguoi, Hue 2 ngay", "hue")]
    [InlineData("Quang Binh 4 ngay, tham hang dong", "quang-binh")]
    public void everyday_words_without_diacritics_are_no_places(string text, string only) => Read(text).Places.Select(place => place.PlaceId).ShouldBe([only]);

    [Theory]
    [InlineData("tui minh tu Seoul, muon di Da Nang 4 ngay", "kr-seoul")]
    [InlineData("Tụi mình từ Seoul, muốn đi Đà Nẵng 4 ngày", "kr-seoul")]
    public void a_city_abroad_after_from_is_the_start(string text, string start) => Read(text).Start!.PlaceId.ShouldBe(start);

    private static IEnumerable<string> Concepts(string text) => Read(text) is var wishes ? wishes.Activities.Concepts.Concat(wishes.Food.Concepts).Concat(wishes.Accommodation.Concepts) : [];

    [Theory]
    [InlineData("Ha Giang 3 days, please NO party hostels or happy water nights", "hostel", "rice-wine")]
    [InlineData("Hoi An 2 days, nothing where I have to sit on a motorbike", "motorbike")]
    [InlineData("Phong Nha 2 days, he can't swim, so nothing where you have to swim please", "swimming")]
    public void what_a_clause_rules_out_is_refused(string text, params string[] refused)
    {
        Read(text).Exclusions.Concepts.ShouldBe(refused);
        Read(text).Essentials.Concepts.ShouldBeEmpty();
    }

    [Fact]
    public void who_does_nothing_on_a_beach_wants_the_beach()
    {
        var wishes = Read("Phu Quoc 4 days, doing absolutely nothing on a beach");

        wishes.Activities.Concepts.ShouldBe(["beach"]);
        wishes.Exclusions.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Hoi An two weeks, Feb 14 to early March 2027", "2027-02-14", "2027-03-10")]
    [InlineData("living in Hanoi since September, 3 days in early April, Pu Luong", "2027-04-01", "2027-04-10")]
    [InlineData("Hue 5 days, sometime March through May 2027", "2027-03-01", "2027-05-31")]
    [InlineData("sapa 3 ngay 2 dem, di thang 3 hoac thang 4/2027, dip le 30/4 cung dc", "2027-03-01", "2027-04-30")]
    public void the_time_to_travel_is_told_from_other_times(string text, string from, string to) =>
        (Read(text).Dates?.From?.ToString("yyyy-MM-dd"), Read(text).Dates?.To?.ToString("yyyy-MM-dd")).ShouldBe((from, to));

    [Theory]
    [InlineData("We'd fly into Da Nang, about 5 days. DMZ, Khe Sanh, Hue", "dmz,khe-sanh,hue", "da-nang")]
    [InlineData("Getting married in Brooklyn and want two weeks after, Hoi An", "hoi-an", "us-brooklyn")]
    [InlineData("Tây Nguyên từ Sài Gòn, kiểu Buôn Ma Thuột hoặc Măng Đen, 3-4 ngày", "buon-ma-thuot,mang-den", "ho-chi-minh-city")]
    public void a_place_is_a_wish_only_where_it_is_one(string text, string places, string start) =>
        (string.Join(',', Read(text).Places.Select(place => place.PlaceId)), Read(text).Start?.PlaceId).ShouldBe((places, start));

    [Theory]
    [InlineData("cooking class, half day to a day, Hoi An", .5, 1)]
    [InlineData("lớp nấu ăn Hội An, nửa ngày hoặc 1 ngày", .5, 1)]
    [InlineData("half a day in Hoi An", .5, .5)]
    public void half_a_day_may_be_the_least(string text, double least, double most) => Read(text).Durations.ShouldBe([new DurationWish(least, most)]);

    [Theory]
    [InlineData("Phu Quoc 4 days, $500 budget, beach", false)]
    [InlineData("Phu Quoc 4 days on a budget, beach", true)]
    public void a_budget_is_a_way_to_travel_only_where_it_is_no_amount(string text, bool cheaply) =>
        Read(text).Accommodation.Concepts.Contains("budget").ShouldBe(cheaply);

    [Theory]
    [InlineData("5 days in the north: Sapa and Ha Long", "sa-pa,ha-long")]
    [InlineData("6 ngày miền Trung (Huế, Đà Nẵng)", "hue,da-nang")]
    [InlineData("the north and Hoi An, two weeks", "north,hoi-an")]
    [InlineData("5 days, the Mekong Delta and Can Tho", "mekong-delta,can-tho")]
    [InlineData("Đà Lạt, Tây Nguyên 5 ngày", "da-lat,central-highlands")]
    public void a_part_of_the_country_is_no_wish_beside_the_places_in_it_that_it_introduces(string text, string places) =>
        string.Join(',', Read(text).Places.Select(place => place.PlaceId)).ShouldBe(places);

    [Theory]
    [InlineData("Hue 3 days, from 31 April 2027", "31 April 2027")]
    [InlineData("Huế 3 ngày, từ 30/2/2027", "30 February 2027")]
    [InlineData("hue 3 ngay, tu 30/2/2027", "30 February 2027")]
    [InlineData("Hue 3 days, 29/2/2027", "29 February 2027")]
    [InlineData("Huế 3 ngày, ngày 29/2", "29 February 2027")]
    [InlineData("hue 3 ngay, ngay 31 thang 6", "31 June 2026")]
    [InlineData("Hue, June 28 to 31", "31 June 2026")]
    [InlineData("Huế từ 28/6 đến 31/6/2027", "31 June 2027")]
    [InlineData("Hue, 29-30 Feb 2027", "30 February 2027")]
    [InlineData("Hue 3 days, 2027-02-30", "30 February 2027")]
    [InlineData("hue 3 ngay, 30-2-2027", "30 February 2027")]
    [InlineData("Huế 3 ngày, 32/1/2027", "32 January 2027")]
    [InlineData("Hue 3 days, the week of 31 September", "31 September 2026")]
    public void a_day_its_month_does_not_have_is_told_and_no_other_is_taken(string text, string day)
    {
        var reading = ReadingOf(text);
        NoSuchDay.In(reading.NoSuchDays, "en").ShouldBe(day);
        reading.Wishes.Dates.ShouldBeNull();
        reading.Wishes.Budget.ShouldBeNull();
        reading.Wishes.Accommodation.Phrases.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Huế ngày 30 tháng 2 âm lịch", "2027-04-06")]
    [InlineData("hue ngay 30 thang 2 am lich", "2027-04-06")]
    [InlineData("Huế ngày 30 tháng 3 âm lịch", null)]
    public void a_day_of_the_lunar_year_is_none_of_the_other(string text, string? day)
    {
        Read(text).Dates?.From?.ToString("yyyy-MM-dd").ShouldBe(day);
        (Read(text).Dates is null).ShouldBe(day is null);
        ReadingOf(text).NoSuchDays.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Hue 3 days, 29/2/2028", "2028-02-29")]
    [InlineData("Huế 3 ngày, 31/5/2027", "2027-05-31")]
    [InlineData("hue 3 ngay, 28-2-2027", "2027-02-28")]
    [InlineData("hue 3 ngay, ngay 30 thang 6", "2026-06-30")]
    [InlineData("we marry on 31 June. Hue from 1 July 2026", "2026-07-01")]
    public void a_day_its_month_has_is_taken(string text, string day)
    {
        var reading = ReadingOf(text);
        reading.NoSuchDays.ShouldBeEmpty();
        reading.Wishes.Dates?.From?.ToString("yyyy-MM-dd").ShouldBe(day);
    }

    [Theory]
    [InlineData("Huế 3 ngày, tránh Đà Nẵng")]
    [InlineData("hue 3 ngay, tranh da nang")]
    public void a_place_to_avoid_still_is_one(string text) => Read(text).Exclusions.Phrases.Count.ShouldBe(1);

    [Theory]
    [InlineData("Nha Trang, up to 11 million per person")]
    [InlineData("Nha Trang, tối đa 11 triệu một người")]
    public void a_limit_is_firm(string text) => Read(text).Budget.ShouldBe(new BudgetWish(null, 11_000_000, "VND", Firm: true));

    [Theory]
    [InlineData("We can't stand karaoke, Hue 3 days", "karaoke")]
    [InlineData("Hue 3 days, anything but museums", "museum")]
    [InlineData("Hue 3 days, please exclude the cable car", "cable-car")]
    [InlineData("Hue 3 days, I'm scared of motorbikes", "motorbike")]
    [InlineData("Hue 3 days, a motorbike-free trip", "motorbike")]
    [InlineData("Hue 3 days. Night markets, no thank you", "night-market")]
    [InlineData("Hue 3 days, boat trips make my wife sick", "day-boat")]
    [InlineData("Hue 3 days, my son can not eat coriander and spicy food", "spicy-food")]
    [InlineData("Hue 3 days, no shopping, karaoke or nightlife", "karaoke,nightlife,shopping")]
    [InlineData("Hue 3 days, we hate shopping, karaoke and museums", "karaoke,museum,shopping")]
    [InlineData("Huế 3 ngày, không khoái karaoke", "karaoke")]
    [InlineData("hue 3 ngay, khong khoai karaoke", "karaoke")]
    [InlineData("Huế 3 ngày, tour ghép thì thôi nha", "group-tour")]
    [InlineData("Huế 3 ngày, xin miễn cáp treo", "cable-car")]
    [InlineData("Huế 3 ngày, né chợ đêm", "night-market")]
    [InlineData("Huế 3 ngày, đừng dắt tụi em đi mua sắm", "shopping")]
    [InlineData("Huế 3 ngày, không mua sắm, karaoke hay bảo tàng", "karaoke,museum,shopping")]
    [InlineData("Huế 3 ngày, xe máy em chạy không nổi", "motorbike")]
    [InlineData("Hue 3 days, allergic to chicken and beef", "beef,chicken")]
    public void there_are_many_ways_to_refuse(string text, string refused) => Read(text).Exclusions.Concepts.Order(StringComparer.Ordinal).ShouldBe(refused.Split(','));

    [Theory]
    [InlineData("Hue 3 days, no VAT invoice is a dealbreaker", "invoice-vat")]
    [InlineData("Hue 3 days, wifi is non-negotiable", "wifi")]
    [InlineData("Hue 3 days, Indian food compulsory", "indian-food")]
    [InlineData("Hue 3 days, an elevator and wifi are a must", "lift,wifi")]
    [InlineData("Hue 3 days, it has to be halal", "halal")]
    [InlineData("Hue 3 days, I need proper wifi", "wifi")]
    [InlineData("Huế 3 ngày, khách sạn cần thang máy", "lift")]
    [InlineData("Huế 3 ngày, ngủ đâu cũng được miễn có máy lạnh", "air-con")]
    [InlineData("Huế 3 ngày, bắt buộc có wifi, thang máy và máy lạnh", "air-con,lift,wifi")]
    [InlineData("Huế 3 ngày, nhất thiết phải có thang máy", "lift")]
    public void there_are_many_ways_to_insist(string text, string insisted)
    {
        Read(text).Essentials.Concepts.Order(StringComparer.Ordinal).ShouldBe(insisted.Split(','));
        Read(text).Exclusions.Concepts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("We need a beach near Hoi An, 3 days")]
    [InlineData("We want only nature, Hue 3 days")]
    [InlineData("Hotel must have a nice owner, Hue 3 days")]
    [InlineData("We don't smoke and want the beach, Hue 3 days")]
    [InlineData("Hue 3 days, no big resorts")]
    [InlineData("Hue 3 days, we are not backpackers")]
    [InlineData("Hue 3 days, not fussed about the hotel")]
    [InlineData("Huế 3 ngày, chán biển quê mình rồi")]
    [InlineData("Hue 3 days, all seafood except crab")]
    public void a_wish_is_neither_a_condition_nor_a_refusal(string text)
    {
        Read(text).Essentials.Concepts.ShouldBeEmpty();
        Read(text).Exclusions.Concepts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("A couple of teachers from Hanoi, Hue 3 days", "couple")]
    [InlineData("Hue 3 days, before Christmas", "christmas-new-year")]
    [InlineData("Huế 3 ngày dịp Giáng sinh", "christmas-new-year")]
    [InlineData("Huế 3 ngày sau Tết", "tet-theme")]
    [InlineData("Hue 3 days, then I'm meeting my sister", "mice")]
    [InlineData("Hue 3 days for our marketing team", "market-visit")]
    [InlineData("Vợ mình bầu, bác sĩ cho đi gần thôi, Huế 3 ngày", "medical-support")]
    [InlineData("Huế 3 ngày, biển động thì nghỉ", "sea")]
    [InlineData("Last year we went on a cruise, so now Hue 3 days", "cruise-ship")]
    [InlineData("Tui làm vườn sầu riêng, muốn đi Huế 3 ngày", "durian")]
    [InlineData("Flying out on the 10th, Hue 3 days", "flight")]
    public void talk_by_the_way_is_no_wish(string text, string concept) => ReadingText.Concepts(Read(text)).ShouldNotContain(concept);
}
