using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Tests.Accommodation.Search;

public sealed class when_sources_are_put_together
{
    private static readonly StayMerge Merge = new(Repository.Gazetteer);
    private static readonly WebStays Web = new(Repository.Gazetteer, Repository.Lexicon, Repository.Rates);
    private static readonly Uri Here = new("https://www.booking-stand-in.example/a");
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 20, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Lantern Garden Hotel", "Hotel Lantern Garden, Hoi An", .2, true)]
    [InlineData("Khách sạn Lồng Đèn", "Long Den Hotel", .2, true)]
    [InlineData("Lantern Garden Hotel", "Lantern River Hotel", .2, false)]
    [InlineData("Lantern Garden Hotel", "Lantern Garden Hotel", 4, false)]
    [InlineData("Riverside Hotel", "Riverside Homestay", .5, false)]
    [InlineData("Riverside Hotel", "Riverside Homestay", .05, true)]
    [InlineData("Hoi An Hotel", "Hoi An Riverside Resort", .3, false)]
    public void a_house_is_known_by_name_and_place(string one, string other, double km, bool same) => Merge.IsSame(Some(one), Some(other, km)).ShouldBe(same);

    [Fact]
    public void a_house_is_known_by_its_telephone_or_its_site_and_a_kindred_name()
    {
        Merge.IsSame(Some("Lantern House", phone: "+84 235 391 1234"), Some("Lantern House Boutique Villa and Garden", .6, phone: "0235 3911234")).ShouldBeTrue();
        Merge.IsSame(Some("Lantern House", phone: "+84 235 391 1234"), Some("Blue Whale", .6, phone: "0235 3911234")).ShouldBeFalse("a chain has one telephone");
        Merge.IsSame(Some("Lantern Garden", url: "https://lantern.example/"), Some("Lantern Garden Villa Rooms", .6, url: "https://www.lantern.example/rooms")).ShouldBeTrue();
    }

    [Fact]
    public void an_invented_house_is_no_real_one() => Merge.IsSame(Some("Lantern Garden Hotel") with { Id = "sample~1", IsSample = true }, Some("Lantern Garden Hotel")).ShouldBeFalse();

    [Fact]
    public void what_one_source_leaves_out_the_other_fills_and_each_statement_keeps_its_source()
    {
        var directory = Some("Lantern Garden Hotel") with { Rating = 9, Ratings = 40, Stars = 3 };
        var page = FoundStay.Of(Some("Lantern Garden Hotel", .1) with { Id = "web~1", Source = "a.example", Rating = 8.5, Ratings = 900, PriceLow = new Money(500_000, "VND"), Phone = "0235 391 1234", Checked = new DateOnly(2026, 11, 29), Trust = .8 }, new StayOrigin("a.example", "https://a.example/", new DateOnly(2026, 11, 29)));

        var merged = Merge.Merge([directory], [page]).ShouldHaveSingleItem();

        merged.Stay.ShouldSatisfyAllConditions(stay => stay.Id.ShouldBe(directory.Id), stay => stay.Rating.ShouldBe(9), stay => stay.PriceLow.ShouldBe(new Money(500_000, "VND")), stay => stay.Stars.ShouldBe(3), stay => stay.Trust.ShouldBeInRange(.81, .99, "some of what is told is the page's"));
        merged.OriginOf(StayFact.Price)!.Name.ShouldBe("a.example");
        merged.OriginOf(StayFact.Rating)!.Name.ShouldBe("test", "a page can name any number of guests");
        merged.OriginOf(StayFact.Stars)!.Name.ShouldBe("test");
        merged.OriginOf(StayFact.Words).ShouldBeNull();
    }

    [Theory]
    [InlineData(40, 900_000, 9.0), InlineData(179, 900_000, 9.0), InlineData(181, 300_000, 10.0)]
    public void what_the_directory_says_of_price_and_rating_stays_until_it_is_old(int days, decimal price, double rating)
    {
        var directory = Some("Lantern Garden Hotel", url: "https://lantern.example/") with { Rating = 9, Ratings = 40, PriceLow = new Money(900_000, "VND") };
        var page = Web.Of(new PageStay { Name = "Lantern Garden Hotel", Form = PageForm.JsonLd, Latitude = directory.Latitude, Longitude = directory.Longitude, Rating = 10, Ratings = 50_000, PriceLow = new Money(300_000, "VND") }, Here, Day(directory.Checked.AddDays(days)), [Repository.Place("hoi-an")])!;

        var merged = Merge.Merge([directory], [page]).ShouldHaveSingleItem().Stay;

        (merged.PriceLow, merged.Rating, merged.Url).ShouldBe((new Money(price, "VND"), rating, "https://lantern.example/"));
        (merged.RatingWorth ?? merged.Ratings).ShouldBeLessThanOrEqualTo(40, "a page's guests count as few");

        static DateTimeOffset Day(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
    }

    [Fact]
    public void one_house_of_two_imports_is_one_with_the_price_of_whoever_looked_last()
    {
        var old = Some("Lantern Garden Hotel") with { Id = "admin~1", Source = "admin", PriceLow = new Money(900_000, "VND"), Rating = 9, Ratings = 40, Stars = 3 };
        var young = Some("Hotel Lantern Garden", .1) with { Id = "partner~1", Source = "partner", PriceLow = new Money(800_000, "VND"), Checked = old.Checked.AddDays(20) };

        foreach (var order in new[] { new[] { old, young }, [young, old] })
        {
            var merged = Merge.Merge(order, []).ShouldHaveSingleItem();
            merged.Stay.ShouldSatisfyAllConditions(stay => stay.Id.ShouldBe(young.Id), stay => stay.PriceLow.ShouldBe(young.PriceLow), stay => stay.Rating.ShouldBe(9), stay => stay.Stars.ShouldBe(3));
            (merged.OriginOf(StayFact.Price)!.Name, merged.OriginOf(StayFact.Rating)!.Name).ShouldBe(("partner", "admin"));
        }
    }

    [Fact]
    public void thousands_of_houses_are_put_together_at_once()
    {
        Stay[] directory = [.. Enumerable.Range(0, 16_000).Select(number => Some($"House{number} Garden{number % 200}", number * .01) with { Id = $"test~{number}" })];
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Merge.Merge(directory, []).Count.ShouldBe(directory.Length);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void a_page_is_put_on_the_map_by_its_point()
    {
        var found = Web.Of(new PageStay { Name = "Lantern Homestay", Form = PageForm.JsonLd, Kind = StayKind.Hotel, Latitude = 15.88, Longitude = 108.33, Amenities = ["Swimming pool", "???"], Lacks = ["Lift"] }, Here, Now, [Repository.Place("hoi-an")]).ShouldNotBeNull();

        found.Stay.ShouldSatisfyAllConditions(
            stay => stay.Kind.ShouldBe(StayKind.Homestay, "the name says it better than the type"), stay => stay.IsPointKnown.ShouldBeTrue(), stay => stay.Things.ShouldContain("pool"), stay => stay.Lacks.ShouldContain("lift"),
            stay => stay.Source.ShouldBe("booking-stand-in.example"), stay => stay.Checked.ShouldBe(new DateOnly(2026, 11, 30), "it is the next day in Viet Nam"));
        Repository.Gazetteer.Contains("hoi-an", found.Stay.PlaceId).ShouldBeTrue();
    }

    [Fact]
    public void without_a_point_by_the_place_that_its_address_names_and_then_says_so()
    {
        var found = Web.Of(new PageStay { Name = "Lantern", Form = PageForm.OpenGraph, Address = "12 Bạch Đằng, Hội An, Quảng Nam" }, Here, Now, [Repository.Place("hoi-an")]).ShouldNotBeNull();

        (found.Stay.PlaceId, found.Stay.IsPointKnown).ShouldBe(("hoi-an", false));
        found.Stay.Trust.ShouldBeLessThan(.5);
    }

    [Theory]
    [InlineData(48.85, 2.35, null), InlineData(21.03, 105.85, null), InlineData(null, null, "12 Hàng Bạc, Hà Nội"), InlineData(null, null, null)]
    public void what_is_elsewhere_or_nowhere_is_left_out(double? latitude, double? longitude, string? address) =>
        Web.Of(new PageStay { Name = "Lantern", Form = PageForm.JsonLd, Latitude = latitude, Longitude = longitude, Address = address }, Here, Now, [Repository.Place("hoi-an")]).ShouldBeNull();

    [Theory]
    [InlineData(500_000, "VND", true), InlineData(5, "VND", false), InlineData(40, "USD", true), InlineData(40, "XXX", false), InlineData(900_000, "USD", false)]
    public void a_price_that_no_room_has_is_left_out(decimal amount, string currency, bool kept) =>
        (Web.Of(new PageStay { Name = "Lantern", Form = PageForm.JsonLd, Latitude = 15.88, Longitude = 108.33, PriceLow = new Money(amount, currency) }, Here, Now, [Repository.Place("hoi-an")])!.Stay.PriceLow is not null).ShouldBe(kept);

    private static Stay Some(string name, double km = 0, string? phone = null, string? url = null)
    {
        var place = Repository.Place("hoi-an");
        return new Stay
        {
            Id = $"test~{name}",
            Source = "test",
            Name = name,
            Kind = name.Contains("Homestay", StringComparison.Ordinal) ? StayKind.Homestay : StayKind.Hotel,
            PlaceId = place.Id,
            Latitude = place.Lat + km / 111.195,
            Longitude = place.Lon,
            Phone = phone,
            Url = url,
            Checked = new DateOnly(2026, 10, 1),
        };
    }
}
