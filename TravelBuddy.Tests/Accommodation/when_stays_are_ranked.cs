using TravelBuddy.Ranking;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Accommodation;

public sealed class when_stays_are_ranked
{
    private static readonly DateOnly Today = new(2026, 11, 29);
    private static readonly StayRanker Ranker = new(new StayReadings(Repository.Gazetteer, Repository.Lexicon), Repository.Gazetteer, Repository.Lexicon, Repository.Rates);
    private static readonly StayWords Words = new(new PassageVectors(Repository.Lexicon, null, TimeProvider.System));
    private static readonly StayWishReader Reader = new(new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles), Repository.Gazetteer, Repository.Lexicon);

    /// <summary>All of them, and those of each language, by the mean of nDCG over the first five.</summary>
    [Theory]
    [InlineData("", 90, .9), InlineData("en", 50, .9), InlineData("vi", 38, .9)]
    public Task labelled_requests_find_what_answers_them(string language, int least, double mean) => FindAsync(StayFiles.Requests(), language, least, mean);

    /// <summary>What was written and graded by somebody else, after the ranking, and is looked at by its means alone: what strangers may expect.</summary>
    [Theory]
    [InlineData("", 23, .82), InlineData("en", 6, .92), InlineData("vi", 17, .78)]
    public Task requests_that_nothing_was_chosen_by_find_what_answers_them(string language, int least, double mean) => FindAsync(StayFiles.HeldOutRequests(), language, least, mean);

    private static async Task FindAsync(IReadOnlyList<StayRequest> requests, string language, int least, double mean)
    {
        var all = await Task.WhenAll(requests.Where(request => request.Language.StartsWith(language, StringComparison.Ordinal) && request.Grades.Count > 0).Select(async request => (Request: request, Ranked: await RankedAsync(request))));
        var judged = all.Select(each => (each.Request, each.Ranked, Quality: RankingMetrics.NdcgAt<string>([.. each.Ranked.Select(stay => stay.StayId)], each.Request.Grades, 5))).OrderBy(each => each.Quality).ToList();

        judged.Count.ShouldBeGreaterThanOrEqualTo(least);
        judged.Average(each => each.Quality).ShouldBeGreaterThanOrEqualTo(mean, string.Join('\n', judged.Take(18).Select(each => $"{each.Quality:F3} {each.Request.Id} {each.Request.Text}\n    {Told(Wishes(each.Request))}\n    {string.Join(", ", each.Ranked.Take(5).Select(stay => $"{stay.StayId[7..]}={each.Request.Grades.GetValueOrDefault(stay.StayId)}"))}")));
    }

    [Fact]
    public void what_the_house_is_to_have_counts_more_than_who_comes() =>
        Order(Asking("couple", "elderly", "pool"), Some("for-them", things: ["couple", "elderly"]), Some("with-pool", things: ["pool"])).ShouldBe(["with-pool", "for-them"]);

    [Fact]
    public void a_family_room_holds_the_whole_family() =>
        Order(Asking("family-room") with { Party = new(2, 3) }, Some("four", things: ["family-room"]) with { Sleeps = 4 }, Some("five") with { Sleeps = 5 }, Some("two") with { Sleeps = 2 }).ShouldBe(["five", "four", "two"]);

    [Fact]
    public void a_house_let_as_a_whole_holds_the_whole_party() =>
        Order(Asking("villa", "pool") with { Party = new(10, 0) }, Some("small", kind: StayKind.Villa, things: ["pool"], per: PricePerNight.Unit) with { Sleeps = 6 }, Some("large", kind: StayKind.Villa, per: PricePerNight.Unit) with { Sleeps = 14 }).ShouldBe(["large", "small"]);

    [Fact]
    public void what_every_hotel_has_is_expected_and_not_told_as_known()
    {
        var ranked = Ranker.Rank([Some("hut", kind: StayKind.Bungalow), Some("cold", words: "There is no hot water."), Some("hotel"), Some("says", kind: StayKind.Bungalow, things: ["hot-water"])], Asking("hot-water"), Today);

        ranked.Select(stay => stay.StayId).ShouldBe(["says", "hotel", "hut", "cold"]);
        ranked.Single(stay => stay.StayId == "hotel").Untold.ShouldBe(["hot-water"]);
    }

    [Fact]
    public void a_bed_among_others_is_no_room_of_ones_own() =>
        Order(Asking("private-room"), Some("bed", kind: StayKind.Homestay, per: PricePerNight.Bed), Some("room", kind: StayKind.Homestay)).ShouldBe(["room", "bed"]);

    [Fact]
    public void what_stands_at_a_beach_is_near_it_without_saying_so() =>
        Order(Asking("beach"), Some("in-town"), Some("at-the-beach") with { PlaceId = "an-bang" }).ShouldBe(["at-the-beach", "in-town"]);

    [Fact]
    public void whoever_has_no_pool_has_no_private_one_either() =>
        Order(Asking() with { Essentials = ["private-pool"] }, Some("none", words: "There is no pool."), Some("silent")).ShouldBe(["silent"]);

    [Fact]
    public void near_comes_before_far_where_all_else_is_equal() =>
        Order(Asking(), Some("far", km: 20), Some("near", km: 1)).ShouldBe(["near", "far"]);

    [Theory]
    [InlineData(3), InlineData(5), InlineData(8)]
    public void who_hides_where_it_is_gains_nothing_by_it(double km) =>
        Order(Asking("pool"), Some("hidden", km: 0, things: ["pool"]) with { IsPointKnown = false }, Some("told", km: km, things: ["pool"]), Some("far", km: 20, things: ["pool"])).ShouldBe(["told", "hidden", "far"]);

    [Fact]
    public void where_nothing_is_near_the_nearest_and_what_is_hardly_farther_are_taken()
    {
        Order(Asking("pool"), Some("nearest", km: 45), Some("hardly-farther", km: 50, things: ["pool"]), Some("farther", km: 70, things: ["pool"])).ShouldBe(["hardly-farther", "nearest"]);
        Order(Asking(), Some("near"), Some("nearest", km: 45)).ShouldBe(["near"]);
        Order(Asking(), Some("too-far", km: 120)).ShouldBeEmpty();
    }

    [Fact]
    public void what_is_wished_for_comes_first_and_what_is_akin_before_what_says_nothing() =>
        Order(Asking("infinity-pool"), Some("none"), Some("kin", things: ["pool"]), Some("has", things: ["infinity-pool"])).ShouldBe(["has", "kin", "none"]);

    [Fact]
    public void kinds_of_houses_are_alternatives() =>
        Ranker.Rank([Some("homestay", kind: StayKind.Homestay)], Asking("homestay", "villa"), Today).ShouldHaveSingleItem().Scores.Wishes.ShouldBe(1);

    [Fact]
    public void what_lacks_an_essential_by_its_own_words_is_left_out_and_what_says_nothing_comes_last() =>
        Order(Asking() with { Essentials = ["lift"] }, Some("silent"), Some("without", words: "Four floors and no lift, the walls are thin."), Some("with", things: ["lift"])).ShouldBe(["with", "silent"]);

    [Fact]
    public void what_is_refused_is_left_out() =>
        Order(Asking() with { Exclusions = ["party-hostel"] }, Some("loud", things: ["party-hostel"]), Some("calm")).ShouldBe(["calm"]);

    [Fact]
    public void over_the_limit_comes_after_and_far_over_is_left_out()
    {
        var ranked = Ranker.Rank([Some("dear", price: 1_300_000), Some("over", price: 1_100_000), Some("within", price: 900_000)], Asking() with { MostPerNight = new Money(1_000_000, "VND") }, Today);

        ranked.Select(stay => stay.StayId).ShouldBe(["within", "over"]);
        ranked[1].OverLimit.ShouldBe(.1, 1e-9);
    }

    [Fact]
    public void beds_are_counted_for_everybody_against_a_limit_in_any_currency() =>
        Order(Asking() with { MostPerNight = new Money(20, "USD"), Party = new(4, 0) }, Some("dorm", price: 200_000, per: PricePerNight.Bed), Some("room", price: 500_000)).ShouldBe(["room"]);

    [Fact]
    public void as_many_rooms_are_counted_as_the_party_needs()
    {
        Stay[] stays = [Some("double", price: 400_000) with { Sleeps = 2 }, Some("family", price: 700_000) with { Sleeps = 4 }, Some("untold", price: 400_000), Some("house", price: 900_000, per: PricePerNight.Unit) with { Sleeps = 8 }];

        var ranked = Ranker.Rank(stays, Asking() with { MostPerNight = new Money(1_000_000, "VND"), Party = new(4, 2) }, Today).ToDictionary(stay => stay.StayId);

        ranked.Keys.ShouldBe(["double", "untold", "house"], ignoreOrder: true, "two family rooms are far over the limit");
        (ranked["double"].Rooms, ranked["double"].Night, ranked["double"].OverLimit).ShouldBe((3, new Money(1_200_000, "VND"), ranked["double"].OverLimit));
        ranked["double"].OverLimit.ShouldBe(.2, 1e-9);
        (ranked["untold"].Rooms, ranked["untold"].Night).ShouldBe((1, new Money(400_000, "VND")));
        (ranked["house"].Rooms, ranked["house"].Night).ShouldBe((1, new Money(900_000, "VND")));
    }

    [Fact]
    public void in_the_high_season_its_price_counts_against_the_limit()
    {
        Stay[] stays = [Some("steady", price: 900_000), Some("seasonal", price: 800_000) with { PriceHigh = new Money(1_500_000, "VND") }, Some("rooms", price: 800_000) with { PriceHigh = new Money(1_500_000, "VND"), IsPricedBySeason = false }];
        var asking = Asking() with { MostPerNight = new Money(1_000_000, "VND"), Nights = 3 };

        var tet = Ranker.Rank(stays, asking with { Dates = new DatesWish(new(2027, 2, 6), new(2027, 2, 9)) }, Today);
        var march = Ranker.Rank(stays, asking with { Dates = new DatesWish(new(2027, 3, 6), new(2027, 3, 9)) }, Today);

        tet.Select(stay => stay.StayId).ShouldBe(["steady", "rooms"], ignoreOrder: true, "it costs half more than the limit then");
        tet.ShouldAllBe(stay => stay.Season == new SeasonThen(HighSeason.Tet, true, 3, 3));
        tet.Single(stay => stay.StayId == "rooms").Night.ShouldBe(new Money(800_000, "VND"), "a page's highest price may be that of another room");
        march.Select(stay => stay.StayId).ShouldBe(["steady", "seasonal", "rooms"], ignoreOrder: true);
        march.Single(stay => stay.StayId == "seasonal").ShouldSatisfyAllConditions(stay => stay.Season.ShouldBeNull(), stay => stay.Total.ShouldBe(new Money(2_400_000, "VND")));
    }

    [Fact]
    public void each_night_counts_at_the_price_of_its_season()
    {
        var seasonal = Some("seasonal", price: 800_000) with { PriceHigh = new Money(1_500_000, "VND") };

        Total(seasonal, new DatesWish(new(2027, 4, 27), new(2027, 5, 2))).ShouldBe((5_400_000m, false), "two of the five nights are of the holidays");
        Total(seasonal, new DatesWish(new(2027, 3, 8), new(2027, 3, 13))).ShouldBe((4_000_000m, false));
        Total(seasonal, new DatesWish(new(2027, 4, 1), new(2027, 5, 1))).ShouldBe((4_000_000m, true), "any five nights of the month");
        Total(seasonal, null).ShouldBe((4_000_000m, true));
    }

    [Fact]
    public void a_house_of_one_price_costs_the_same_in_every_season()
    {
        var steady = Some("steady", price: 800_000) with { PriceHigh = new Money(800_000, "VND") };

        steady.TellsSeasons.ShouldBeFalse();
        Total(steady, new DatesWish(new(2027, 2, 6), new(2027, 2, 11))).ShouldBe((4_000_000m, false));
    }

    [Fact]
    public void nobody_can_sleep_in_an_invented_house_so_real_ones_come_first() =>
        Order(Asking("pool"), Some("invented", things: ["pool"]) with { IsSample = true }, Some("real", km: 12)).ShouldBe(["real", "invented"]);

    [Fact]
    public void many_good_ratings_weigh_more_than_a_few_excellent_ones() =>
        Order(Asking(), Some("few", rating: 9.8, ratings: 3), Some("many", rating: 9.1, ratings: 900)).ShouldBe(["many", "few"]);

    [Fact]
    public void a_rating_weighs_what_it_is_worth_and_not_what_it_claims() =>
        Order(Asking(), Some("boasts", rating: 10, ratings: 50_000) with { RatingWorth = 16 }, Some("liked", rating: 9, ratings: 300)).ShouldBe(["liked", "boasts"]);

    [Fact]
    public void every_fact_of_the_order_can_be_told()
    {
        var ranked = Ranker.Rank([Some("a", km: 3, things: ["pool"]), Some("b", things: ["quiet"])], Asking("pool", "quiet"), Today).Single(stay => stay.StayId == "a");

        ranked.NearPlaceId.ShouldBe("hoi-an");
        ranked.Km.ShouldBe(3, .05);
        ranked.Answered.ShouldBe(["pool"]);
        ranked.Untold.ShouldBe(["quiet"]);
    }

    private static StayWishes Wishes(StayRequest request) => Reader.Read(request.Text, new StayWishes { Language = request.Language, Places = request.Places }, Today);

    /// <summary>As a search ranks them, with the words that no concept stands for.</summary>
    private static async Task<IReadOnlyList<RankedStay>> RankedAsync(StayRequest request)
    {
        var wishes = Wishes(request);
        var places = wishes.Places.Select(Repository.Place).ToList();
        var near = StayFiles.Stays.Where(stay => places.Exists(place => Gazetteer.DistanceKm(place, stay.Latitude, stay.Longitude) <= place.RadiusKm + StayRanker.ReachKm)).ToList();
        return StayAreas.InTurn(Ranker.Rank(near, wishes with { Said = Words.Said(wishes, near) }, Today), places);
    }

    private static string Told(StayWishes wishes) =>
        $"near {string.Join(", ", wishes.Places)}; wishes {string.Join(", ", wishes.Concepts)}; must {string.Join(", ", wishes.Essentials)}; not {string.Join(", ", wishes.Exclusions)}; {wishes.MostPerNight?.Amount} {wishes.MostPerNight?.Currency}";

    private static (decimal? Sum, bool IsLeast) Total(Stay stay, DatesWish? dates)
    {
        var ranked = Ranker.Rank([stay], Asking() with { Dates = dates, Nights = 5 }, Today).ShouldHaveSingleItem();
        return (ranked.Total?.Amount, ranked.IsTotalLeast);
    }

    private static IEnumerable<string> Order(StayWishes wishes, params Stay[] stays) => Ranker.Rank(stays, wishes, Today).Select(stay => stay.StayId);

    private static StayWishes Asking(params string[] concepts) => new() { Places = ["hoi-an"], Concepts = concepts };

    private static Stay Some(string id, double km = 1, StayKind kind = StayKind.Hotel, string[]? things = null, string? words = null, decimal? price = 700_000, PricePerNight per = PricePerNight.Room, double? rating = 8, int ratings = 50)
    {
        var place = Repository.Place("hoi-an");
        return new Stay
        {
            Id = id,
            Source = "test",
            Name = id,
            Kind = kind,
            PlaceId = place.Id,
            Latitude = place.Lat + km / 111.195,
            Longitude = place.Lon,
            Rating = rating,
            Ratings = ratings,
            PriceLow = price is { } amount ? new Money(amount, "VND") : null,
            Per = per,
            Things = things ?? [],
            En = words,
            Checked = Today.AddDays(-30),
        };
    }
}
