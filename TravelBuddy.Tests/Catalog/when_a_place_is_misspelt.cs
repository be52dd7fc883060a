using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Catalog;

public sealed class when_a_place_is_misspelt
{
    private static readonly WishReader Reader = new(Repository.Gazetteer, Repository.Lexicon, Repository.Roles);

    private static IEnumerable<string?> PlacesIn(string text) => Reader.Read(text, null, new DateOnly(2026, 3, 10)).Wishes.Places.Select(place => place.PlaceId);

    [Theory]
    [InlineData("Nha Trnag", "nha-trang")]
    [InlineData("hoi ann", "hoi-an")]
    [InlineData("Phu Qouc", "phu-quoc")]
    [InlineData("Ninh Bihn", "ninh-binh")]
    [InlineData("Danag", "da-nang")]
    [InlineData("Sappa", "sa-pa")]
    [InlineData("Ha Gaing", "ha-giang")]
    [InlineData("mekong detla", "mekong-delta")]
    [InlineData("saigonn", "ho-chi-minh-city")]
    public void a_slip_of_the_keyboard_is_forgiven(string typed, string meant)
    {
        Repository.Gazetteer.Resolve(typed).ShouldBeNull();
        Repository.Gazetteer.ResolveMisspelt(typed)?.Id.ShouldBe(meant);
    }

    [Theory]
    [InlineData("Thanh Ha")]
    [InlineData("An Khanh")]
    [InlineData("Hội Am")]
    [InlineData("Hue1")]
    [InlineData("")]
    [InlineData("Bangkok")]
    [InlineData("xx")]
    public void good_vietnamese_and_what_is_far_from_all_is_left_as_it_is(string typed) => Repository.Gazetteer.ResolveMisspelt(typed)?.Id.ShouldBeNull();

    [Theory]
    [InlineData("3 days in halogn bay with kids", "ha-long")]
    [InlineData("4 ngày ở Nha Trnag, lặn biển", "nha-trang")]
    [InlineData("phu qouc 4 days under $500", "phu-quoc")]
    [InlineData("trip to Sappa, 2 days", "sa-pa")]
    [InlineData("hanoy food tour half day", "ha-noi")]
    [InlineData("haoni 2 ngày ăn uống", "ha-noi")]
    [InlineData("dalta 3n2d", "da-lat")]
    [InlineData("2 days sappa trekking", "sa-pa")]
    [InlineData("hoina lanterns 1 day", "hoi-an")]
    public void running_text_is_understood_all_the_same(string text, string meant) => PlacesIn(text).ShouldBe([meant]);

    [Theory]
    [InlineData("a condo near the beach")]
    [InlineData("we love hanging around and bending noodles")]
    [InlineData("long hair is fine, quiet tampon shops")]
    [InlineData("tôi muốn một chuyến đi thật thanh thản")]
    [InlineData("nothing banal, we like the dalai lama")]
    [InlineData("we come from Maine")]
    [InlineData("hanky panky and sapling planting")]
    public void everyday_words_name_no_place(string text) => PlacesIn(text).ShouldBeEmpty();

    [Fact]
    public void an_unknown_place_stays_as_it_was_written() =>
        Reader.Read("3 days in Tunborra", null, new DateOnly(2026, 3, 10)).Wishes.Places.ShouldBe([new PlaceWish(null, "Tunborra")]);

    [Theory]
    [InlineData("Bãi Dài và Vinpearl Safari Phú Quốc", "bai-dai-phu-quoc")]
    [InlineData("Bãi Dài gần Nha Trang", "bai-dai-cam-ranh")]
    [InlineData("Bản Đôn và hồ Lắk, Buôn Ma Thuột", "buon-don")]
    public void what_else_is_named_decides_between_places_of_one_name(string text, string meant) => PlacesIn(text).ShouldContain(meant);
}
