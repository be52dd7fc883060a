using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Interests;

/// <summary>Transport and things to do that a text speaks of without asking for them, or refuses in more than a word; and those that it asks for without naming them.</summary>
public sealed class when_things_are_named_but_not_wished
{
    [Theory]
    [InlineData("We buy our own flights to Da Nang, 3 days")]
    [InlineData("Phu Quoc 4 days, we fly there by ourselves")]
    [InlineData("Hue 3 days, €300 each excluding flights")]
    [InlineData("Hanoi and Hoi An, 12 days, about 1500 euros each without the flights from Spain")]
    [InlineData("4 days of golf in Da Nang, flight we do ourself")]
    [InlineData("We fly into Da Nang on 8 March, then Hue for 3 days")]
    [InlineData("họ tự bay tới Đà Nẵng, 3 ngày")]
    [InlineData("ho tu bay toi Da Nang, 3 ngay")]
    [InlineData("Phú Quốc 3 ngày, tự túc vé máy bay")]
    [InlineData("Hà Nội 4 ngày, khoảng 48.000 rupee một người, chưa vé máy bay")]
    public void a_flight_of_ones_own_is_neither_wished_nor_refused(string text)
    {
        Read(text).Transportation.Concepts.ShouldNotContain("flight");
        Read(text).Exclusions.Concepts.ShouldNotContain("flight");
    }

    [Theory]
    [InlineData("half a day is enough, tomorrow we're at the beach", "beach")]
    [InlineData("Hoi An half a day, we'll be on the beach tomorrow", "beach")]
    [InlineData("one day in Da Nang because on Friday we are at the waterfalls", "waterfall")]
    [InlineData("Hoi An half a day. Tomorrow I'll be by the pool all day.", "pool")]
    [InlineData("nửa ngày thôi, mai tụi mình ở biển", "sea")]
    [InlineData("nua ngay thoi, mai tui minh o bien", "sea")]
    [InlineData("Hội An nửa ngày thôi vì chiều mai ra biển rồi", "sea")]
    [InlineData("Hoi An nua ngay, ngay mai bon em di tam bien roi", "sea")]
    public void what_they_do_by_themselves_on_another_day_is_no_wish_and_nor_is_the_day(string text, string thing)
    {
        var wishes = Read(text);

        wishes.Activities.Concepts.Concat(wishes.Accommodation.Concepts).ShouldNotContain(thing);
        wishes.Exclusions.IsEmpty.ShouldBeTrue();
        wishes.Accommodation.Phrases.ShouldBeEmpty();
        wishes.Dates.ShouldBeNull();
        wishes.Durations.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Da Nang, tomorrow we want to be at the beach", "beach")]
    [InlineData("tomorrow we're at the beach", "beach")]
    [InlineData("Da Nang, tomorrow we're at the beach for 3 days", "beach")]
    [InlineData("Da Nang 2 days, tomorrow we'd like the beach", "beach")]
    [InlineData("Đà Nẵng, mai tụi mình ra biển", "sea")]
    [InlineData("Đà Nẵng, mai muốn ngắm biển", "sea")]
    public void what_they_ask_for_on_a_day_is_wished(string text, string thing) => Read(text).Activities.Concepts.Concat(Read(text).Accommodation.Concepts).ShouldContain(thing);

    [Theory]
    [InlineData("Nay các con đã lớn, vợ chồng tôi muốn đi Huế 3 ngày", "family-with-kids")]
    [InlineData("các con tôi đều đã trưởng thành, Huế 3 ngày", "family-with-kids")]
    [InlineData("cac con di lam het roi, Hue 3 ngay", "family-with-kids")]
    [InlineData("Hue 3 days, the kids are all grown up", "family-with-kids")]
    [InlineData("Hue 3 days, our children have left home", "family-with-kids")]
    [InlineData("Huế 3 ngày, sáu chị em đồng nghiệp cũ", "company")]
    [InlineData("Hue 3 ngay, dong nghiep cu", "company")]
    [InlineData("Hue 3 days with former colleagues", "company")]
    [InlineData("Hà Giang 4 ngày, ngắm hoa như trên ti vi", "tv")]
    [InlineData("Ha Giang 4 ngay, thay tren tivi dep qua", "tv")]
    [InlineData("Ha Giang 4 days, we saw it on TV", "tv")]
    public void what_only_tells_of_their_life_is_no_wish(string text, string thing)
    {
        Read(text).Accommodation.Concepts.ShouldNotContain(thing);
        Read(text).Exclusions.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Huế 3 ngày với các con", "family-with-kids")]
    [InlineData("Huế 3 ngày, các con còn nhỏ", "family-with-kids")]
    [InlineData("Hue 3 days with the kids", "family-with-kids")]
    [InlineData("Huế 3 ngày, 20 đồng nghiệp", "company")]
    [InlineData("Huế 3 ngày, phòng có tivi", "tv")]
    public void what_they_bring_or_want_is_wished(string text, string thing) => Read(text).Accommodation.Concepts.ShouldContain(thing);

    [Fact]
    public void a_place_is_refused_by_words_against_it_and_by_no_others()
    {
        const string Letter = "We would love to see Hoi An with the lanterns because my neighbor Carol showed me the pictures on her phone and I cried a little, and the old emperor's city, Hue I think it is called.";

        Read(Letter).Places.Select(place => place.PlaceId).ShouldBe(["hoi-an", "hue"]);
        Read(Letter).Exclusions.IsEmpty.ShouldBeTrue();
        Read("Please nothing with a lot of climbing or motorcycles, Hue 3 days").Exclusions.Concepts.ShouldBe(["motorbike", "mountain-climbing"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("du thuyền Hạ Long 2 ngày 1 đêm", "ha-long", "cruise-ship")]
    [InlineData("du thuyen Ha Long 2 ngay 1 dem", "ha-long", "cruise-ship")]
    [InlineData("tàu Phú Quốc express, 3 ngày", "phu-quoc", "fast-ferry")]
    public void a_vehicle_that_is_called_by_a_place_goes_there(string text, string place, string vehicle)
    {
        Read(text).Places.Select(wish => wish.PlaceId).ShouldBe([place]);
        Read(text).Transportation.Concepts.ShouldContain(vehicle);
    }

    [Fact]
    public void a_dish_that_is_called_by_a_place_is_eaten_anywhere() => Read("bún bò Huế ở Đà Nẵng, 1 ngày").Places.Select(wish => wish.PlaceId).ShouldBe(["da-nang"]);

    [Theory]
    [InlineData("Con Dao 3 days, Mum refuses to get on a plane", "flight")]
    [InlineData("Hanoi to Hue by train, mum won't board an airplane", "flight")]
    [InlineData("Côn Đảo 3 ngày, nhất định không chịu bay", "flight")]
    [InlineData("Con Dao 3 ngay, nhat dinh khong chiu bay", "flight")]
    [InlineData("We are NOT getting on a motorbike, Ha Giang 3 days", "motorbike")]
    [InlineData("Sapa 3 days, please not the Fansipan cable car", "cable-car")]
    [InlineData("Côn Đảo 3 ngày, bay từ Sài Gòn chứ tàu cao tốc hay cano gì là cô chịu", "fast-ferry", "speedboat")]
    [InlineData("Tây Nguyên 3 ngày, tour nào có cưỡi voi là tụi em bye nha", "elephant-riding")]
    [InlineData("Buon Ma Thuot 3 days. Deal breaker: elephant riding", "elephant-riding")]
    [InlineData("Sapa 2 days, no trekking or climbing", "trekking", "mountain-climbing")]
    [InlineData("Yên Tử 1 ngày, leo bộ bậc đá thì thôi", "mountain-climbing")]
    [InlineData("Phú Quốc 4 ngày, công viên giải trí ồn ào thì thôi khỏi", "theme-park")]
    [InlineData("Hạ Long 2 ngày, đừng gào karaoke vô tai", "karaoke")]
    [InlineData("Hạ Long 2 ngày, né giúp mình mấy tàu hát karaoke", "karaoke")]
    [InlineData("Ha Giang 3 days on the back of a bike, no way am I driving myself", "self-drive")]
    [InlineData("Hà Giang 4 ngày, ngồi sau xe máy chứ không dám tự lái", "self-drive")]
    [InlineData("Ha Giang 4 days, I won't drive a motorbike", "self-drive")]
    [InlineData("Ha Giang 4 days, karaoke and happy water groups not so much", "karaoke")]
    public void what_is_refused_in_more_than_a_word_is_refused(string text, params string[] refused) => refused.Except(Read(text).Exclusions.Concepts).ShouldBeEmpty();

    [Theory]
    [InlineData("We like beaches, but not hotels with loud music, Phu Quoc 3 days", "hotel")]
    [InlineData("one day by boat for snorkeling in Nha Trang, not the boats with loud music", "boat-transport")]
    public void what_is_refused_with_something_is_not_refused_without_it(string text, string thing) => Read(text).Exclusions.Concepts.ShouldNotContain(thing);

    [Theory]
    [InlineData("Sa Pa 3 ngày, đứa nào cũng đi bộ khỏe", "walking")]
    [InlineData("Sa Pa 3 ngày, khách sạn ngay trung tâm cho bà tiện đi bộ", "walking")]
    [InlineData("Yen Tu 1 day, they cannot climb so no hiking up on foot", "walking")]
    [InlineData("couple from Vancouver Island, Mekong Delta 3 days", "island")]
    [InlineData("by boat from Chau Doc over the border to Phnom Penh, 3 days", "border")]
    [InlineData("từ Châu Đốc đi thuyền qua biên giới tới Phnom Penh, 3 ngày", "border")]
    [InlineData("two keen birders, Cuc Phuong 3 days", "border")]
    [InlineData("An Giang 2 ngày, đi xuồng trong rừng tràm", "tree-planting")]
    [InlineData("Maman is Catholic and wants to pray at La Vang, Hue 2 days", "pagoda-visit")]
    [InlineData("Côn Đảo 3 ngày, nửa đêm thắp hương mộ cô Sáu", "pagoda-visit")]
    [InlineData("Da Nang danh giai xong muon o lai 2 ngay di Hoi An", "festival-event")]
    [InlineData("My Tho 2 days, I don't care to explain myself to a bus full of strangers", "bus")]
    [InlineData("3 days 2 nights by bus to Mong Cai", "sleeper-bus")]
    [InlineData("Ha Giang 4 days on our own bikes, we both have a licence", "bicycle")]
    [InlineData("an island to snorkel for 3 days, fishermen more than beach bars", "bar")]
    public void a_word_that_means_something_else_is_no_wish(string text, string concept) => Wished(text).ShouldNotContain(concept);

    [Theory]
    [InlineData("Ha Giang 4 days on our own bikes, we both have a licence", "motorbike")]
    [InlineData("Hoi An, both of us ride at home and want to ride something proper ourselves, 4 days", "motorbike")]
    [InlineData("muốn tự chạy xe máy từ Hội An, 5 ngày", "motorbike")]
    [InlineData("Ha Giang 3 days with an easy rider", "motorbike")]
    [InlineData("a cycling tour in the Mekong Delta, we cycle everywhere at home, 4 days", "bicycle")]
    [InlineData("Ninh Binh 2 days by bicycle", "bicycle")]
    [InlineData("Hanoi, then one night on a Ha Long cruise", "cruise-cabin")]
    [InlineData("Hà Nội rồi một đêm du thuyền Hạ Long", "cruise-cabin")]
    [InlineData("từ Hà Nội: ngủ một đêm trên tàu ở Hạ Long, Hội An", "cruise-cabin")]
    [InlineData("Ninh Binh one day, Phong Nha cave the next", "cave")]
    [InlineData("Hue 2 days, one day to the Vinh Moc tunnels", "war-history")]
    [InlineData("đi Đà Nẵng 3 ngày, coi Cầu Vàng", "modern-landmarks")]
    [InlineData("Phan Rang 2 days with the potters of Bau Truc", "pottery-village")]
    [InlineData("Mui Ne 2 days, BBQ on the beach at night", "beach-dinner")]
    [InlineData("Phan Rang 3 ngày, săn lễ Katê", "cham-festival")]
    public void what_is_meant_is_wished(string text, string concept) => Wished(text).ShouldContain(concept);

    [Theory]
    [InlineData("Huế 3 ngày, bữa nào cũng phải chay", "vegetarian")]
    [InlineData("Hanoi 5 days, pure vegetarian meals are a must every day", "vegetarian")]
    public void a_diet_that_must_be_is_essential(string text, string diet) => Read(text).Essentials.Concepts.ShouldBe([diet]);

    [Fact]
    public void an_allergy_in_general_is_no_more_than_the_one_named() =>
        Read("School trip to Ninh Binh, one child has a severe allergy so meals must be nut-free").Essentials.Concepts.ShouldBe(["nut-allergy"]);

    private static Wishes Read(string text) => new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles).Read(text, null, new DateOnly(2026, 6, 1)).Wishes;

    private static IEnumerable<string> Wished(string text) =>
        Read(text) is var wishes ? new[] { wishes.Transportation, wishes.Activities, wishes.Food, wishes.Accommodation }.SelectMany(answer => answer.Concepts) : [];
}
