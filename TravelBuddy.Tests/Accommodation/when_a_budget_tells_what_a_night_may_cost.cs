using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Accommodation;

public sealed class when_a_budget_tells_what_a_night_may_cost
{
    private static readonly DateOnly Today = new(2026, 11, 29);
    private static readonly WishReader Reader = new(Repository.Gazetteer, Repository.Lexicon, Repository.Roles);
    private static readonly TripStays Trips = new(Reader, Repository.Gazetteer, Repository.Lexicon, Repository.Rates);
    private static readonly StayRanker Ranker = new(new StayReadings(Repository.Gazetteer, Repository.Lexicon), Repository.Gazetteer, Repository.Lexicon, Repository.Rates);

    private static readonly Wishes Trip = new()
    {
        Places = [new PlaceWish("hoi-an", null)],
        Durations = [new DurationWish(4, 4)],
        Party = new PartyWish(2, 0),
        Budget = new BudgetWish(null, 6_000_000, "VND"),
    };

    private static readonly TourPackage Tour = Repository.Packages[0] with
    {
        DurationDays = 3,
        Nights = 2,
        Accommodation = null,
        Locations = [new NamedPlace("Hội An", "hoi-an")],
        Price = new Money(2_000_000, "VND"),
        PricePer = PricePer.Person,
        PriceVnd = 2_000_000,
    };

    [Fact]
    public void three_tenths_of_it_go_to_the_nights_of_all() => Trips.Of(Trip, null).ShouldSatisfyAllConditions(
        stays => stays.EachByBudget.ShouldBe(new Money(600_000, "VND"), "of six million three tenths, over three nights"),
        stays => stays.Level.ShouldBe(new Money(1_200_000, "VND"), "for two"),
        stays => stays.MostPerNight.ShouldBeNull("a level is no limit"));

    [Fact]
    public void it_is_reckoned_in_the_money_it_was_named_in() =>
        Trips.Of(Trip with { Budget = new BudgetWish(null, 300, "USD") }, null).Level.ShouldBe(new Money(60, "USD"));

    [Fact]
    public void who_comes_is_counted_when_they_are_known() =>
        (Trips.Of(Trip, null) with { Party = new PartyWish(2, 2) }).Level.ShouldBe(new Money(2_400_000, "VND"));

    [Fact]
    public void of_several_lengths_the_money_lasts_for_the_longest() =>
        Trips.Of(Trip with { Durations = [new DurationWish(3, 3), new DurationWish(5, 7)] }, null).EachByBudget.ShouldBe(new Money(300_000, "VND"));

    [Theory]
    [InlineData("Hoi An from 6 to 9 March 2027", 600_000), InlineData("Hội An từ 6 đến 9/3/2027", 600_000)]
    [InlineData("Hoi An on 5 May", null), InlineData("Hội An ngày 5/5", null), InlineData("Hoi An between 3 and 15 May 2027", null), InlineData("Hội An trong khoảng 3 đến 15/5/2027", null), InlineData("Hoi An in March 2027", null)]
    public void days_of_arrival_and_departure_say_how_many_nights_and_when_it_may_be_does_not(string text, int? each)
    {
        var said = Reader.Read(text, "en", Today).Wishes;

        said.Dates.ShouldNotBeNull();
        Trips.Of(said with { Budget = Trip.Budget }, null).EachByBudget.ShouldBe(each is { } vnd ? new Money(vnd, "VND") : null);
    }

    [Fact]
    public void beside_a_tour_the_length_nearest_to_it_is_meant() =>
        Trips.Of(Trip with { Durations = [new DurationWish(3, 4), new DurationWish(7, 7)] }, Tour).EachByBudget.ShouldBe(new Money(800_000, "VND"), "two nights, and not six");

    [Fact]
    public void behind_a_tour_without_beds_there_is_what_it_leaves() =>
        Trips.Of(Trip with { Durations = [] }, Tour).EachByBudget.ShouldBe(new Money(800_000, "VND"), "of four million two fifths, over two nights");

    [Fact]
    public void behind_a_tour_with_beds_there_are_the_nights_beside_it()
    {
        var withBeds = Tour with { Accommodation = "2 nights in a 3-star hotel" };

        Trips.Of(Trip with { Durations = [new DurationWish(5, 5)] }, withBeds).EachByBudget.ShouldBe(new Money(600_000, "VND"), "of four million three tenths, over two nights more");
        Trips.Of(Trip with { Durations = [new DurationWish(3, 3)] }, withBeds).Level.ShouldBeNull("no night is left to pay");
    }

    [Fact]
    public void a_group_shares_the_price_of_its_tour() =>
        Trips.Of(Trip with { Durations = [] }, Tour with { PricePer = PricePer.Group, Price = new Money(8_000_000, "VND"), PriceVnd = 1_000_000 }).EachByBudget.ShouldBe(new Money(400_000, "VND"), "four million each");

    [Fact]
    public void a_group_s_price_is_shared_as_on_the_cards()
    {
        var ofFour = Tour with { PricePer = PricePer.Group, Price = new Money(8_000_000, "VND"), PriceVnd = 2_000_000, GroupMost = 4 };

        Trips.Of(Trip with { Durations = [], Party = new PartyWish(8, 0) }, ofFour).EachByBudget.ShouldBe(new Money(800_000, "VND"), "by four at most: two million each");
        Trips.Of(Trip with { Durations = [], Party = null }, ofFour).EachByBudget.ShouldBe(new Money(400_000, "VND"), "by two where nobody said: four million each");
    }

    [Fact]
    public void where_it_was_meant_for_the_tour_or_the_tour_tells_no_price_nothing_is_reckoned()
    {
        Trips.Of(Trip with { Durations = [], Budget = new BudgetWish(null, 2_100_000, "VND") }, Tour).Level.ShouldBeNull();
        Trips.Of(Trip, Tour with { Price = null, PriceVnd = null }).Level.ShouldBeNull();
        Trips.Of(Trip with { Budget = new BudgetWish(null, 6_000_000, "VND", CheaperThan: 0) }, null).Level.ShouldBeNull("nobody named it");
        Trips.Of(Trip with { Budget = null }, null).Level.ShouldBeNull();
    }

    [Theory]
    [InlineData("hotel under 700k a night please", 700_000, "VND"), InlineData("khách sạn dưới 700k một đêm nhé", 700_000, "VND"), InlineData("rooms up to 40 USD a night", 40, "USD")]
    public void what_a_trip_s_notes_say_of_a_night_goes_before_it(string note, int most, string currency)
    {
        var stays = Trips.Of(Trip with { Accommodation = new ConceptWishes([], [note]) }, null);

        stays.MostPerNight.ShouldBe(new Money(most, currency));
        stays.Level.ShouldBeNull();
    }

    [Fact]
    public void what_the_trip_itself_says_of_a_night_goes_before_both() =>
        Trips.Of(Trip with { MostPerNight = new Money(40, "USD"), Accommodation = new ConceptWishes([], ["under 700k a night"]) }, null).ShouldSatisfyAllConditions(
            stays => stays.MostPerNight.ShouldBe(new Money(40, "USD")),
            stays => stays.Level.ShouldBeNull());

    [Fact]
    public void a_sum_that_is_for_no_night_is_no_limit_of_one() =>
        Trips.Of(Trip with { Accommodation = new ConceptWishes([], ["we keep 2 million for shopping"]) }, null).MostPerNight.ShouldBeNull();

    [Fact]
    public void words_of_the_price_go_before_it()
    {
        (Trips.Of(Trip, null) with { Concepts = ["luxury"] }).Level.ShouldBeNull();
        (Trips.Of(Trip, null) with { MostPerNight = new Money(400_000, "VND") }).Level.ShouldBeNull();
    }

    [Fact]
    public void who_has_little_gets_cheap_ones_first_and_who_has_much_no_bed_among_eight()
    {
        Stay[] stays = [Some("palace", 9_000_000), Some("hotel", 1_100_000), Some("dorm", 120_000, PricePerNight.Bed)];

        Order(150_000, stays).ShouldBe(["dorm", "hotel", "palace"]);
        Order(5_000_000, stays)[^1].ShouldBe("dorm");
        Order(5_000_000, [.. stays], "hostel")[0].ShouldBe("dorm", "they asked for it");
    }

    [Fact]
    public void nobody_is_left_out_because_of_it() =>
        Order(90_000, Some("palace", 18_000_000), Some("room", 600_000)).Count.ShouldBe(2);

    /// <summary>Whatever a night costs and whatever the level is: as the level falls, a house loses nothing on any dearer one.</summary>
    [Fact]
    public void a_cheaper_house_never_counts_less_beside_a_dearer_one_when_the_level_falls()
    {
        var random = new Random(30);
        decimal Any() => (decimal)Math.Round(90_000 * Math.Pow(2, random.NextDouble() * 8));
        for (var i = 0; i < 20_000; i++)
        {
            var (one, other, high, low) = (Any(), Any(), Any(), Any());
            (one, other, high, low) = (Math.Min(one, other), Math.Max(one, other), Math.Max(high, low), Math.Min(high, low));

            (NightPrice.Beside(one, low) - NightPrice.Beside(other, low)).ShouldBeGreaterThanOrEqualTo(NightPrice.Beside(one, high) - NightPrice.Beside(other, high) - 1e-9, $"{one} and {other} at {high}, then at {low}");
        }
    }

    [Fact]
    public void no_house_gains_by_costing_more_than_the_level()
    {
        foreach (var night in Enumerable.Range(1, 80).Select(i => 100_000m * i))
        {
            NightPrice.Beside(500_000 + night, 500_000).ShouldBeLessThan(NightPrice.Beside(500_000 + night - 50_000, 500_000));
        }
    }

    [Fact]
    public void without_a_budget_every_labelled_request_has_the_order_it_had()
    {
        var reader = new StayWishReader(Reader, Repository.Gazetteer, Repository.Lexicon);
        foreach (var request in StayFiles.Requests().Concat(StayFiles.HeldOutRequests()))
        {
            var wishes = reader.Read(request.Text, Trips.Of(new Wishes { Language = request.Language }, null) with { Places = request.Places }, Today);

            wishes.Level.ShouldBeNull();
            wishes.IsSameAs(reader.Read(request.Text, new StayWishes { Language = request.Language, Places = request.Places }, Today)).ShouldBeTrue(request.Id);
        }
    }

    private static IReadOnlyList<string> Order(decimal each, params Stay[] stays) => Order(each, stays, []);

    private static IReadOnlyList<string> Order(decimal each, Stay[] stays, params string[] concepts) =>
        [.. Ranker.Rank(stays, new StayWishes { Places = ["hoi-an"], Concepts = concepts, EachByBudget = new Money(each, "VND") }, Today).Select(stay => stay.StayId)];

    private static Stay Some(string id, decimal price, PricePerNight per = PricePerNight.Room)
    {
        var place = Repository.Place("hoi-an");
        return new Stay
        {
            Id = id,
            Source = "test",
            Name = id,
            Kind = per == PricePerNight.Bed ? StayKind.Hostel : StayKind.Hotel,
            PlaceId = place.Id,
            Latitude = place.Lat,
            Longitude = place.Lon,
            PriceLow = new Money(price, "VND"),
            Per = per,
            Checked = Today.AddDays(-30),
        };
    }
}
