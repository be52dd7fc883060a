using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using static TravelBuddy.Tests.Recommendations.Judgements;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_packages_are_judged
{
    [Fact]
    public void a_sight_counts_as_visiting_its_destination() => Samples.Assess(For("ninh-binh"), Samples.Facts("a", "p", 1, "trang-an")).PlacesHit.ShouldBe([0]);

    [Fact]
    public void hoi_an_is_a_near_miss_for_da_nang()
    {
        var found = Samples.Assess(For("da-nang"), Samples.Facts("a", "p", 1, "hoi-an"));

        found.PlacesHit.ShouldBeEmpty();
        found.PlaceNear.ShouldBeTrue();
    }

    [Theory]
    [InlineData("From Hanoi: Tràng An by rowing boat")]
    [InlineData("Hà Nội - Tràng An trong ngày")]
    [InlineData("Tràng An by rowing boat")]
    public void where_a_tour_only_sets_off_is_neither_visited_nor_near(string title)
    {
        var tour = Similarity.Package(title, "trang-an") with { DurationDays = 1, Start = new NamedPlace("Hanoi", "ha-noi") };
        var wishes = For("ha-noi");

        Samples.Assess(wishes, Samples.Facts(tour)).PlacesHit.ShouldBeEmpty();
        StandingOf(wishes, Samples.Facts(tour)).ShouldBe(Standing.Elsewhere);
        StandingOf(For("long-bien-bridge"), Samples.Facts(tour)).ShouldBe(Standing.Elsewhere);
        StandingOf(For("ninh-binh"), Samples.Facts(tour)).ShouldBe(Standing.Answer);
    }

    [Theory]
    [InlineData("ha-noi", "trang-an")]
    [InlineData("temple-of-literature", "trang-an")]
    [InlineData("ha-noi", "hanoi-old-quarter")]
    public void a_start_that_the_list_of_places_holds_or_has_sights_of_is_visited(params string[] places)
    {
        var tour = Similarity.Package("Two days", places) with { DurationDays = 2, Start = new NamedPlace("Hanoi", "ha-noi") };

        StandingOf(For("ha-noi"), Samples.Facts(tour)).ShouldBe(Standing.Answer);
    }

    [Fact]
    public void only_places_that_somebody_named_are_told_as_asked_for()
    {
        var wishes = new Wishes { Places = [new PlaceWish("can-tho", null), new PlaceWish("phong-dien", null) { IsOfTour = true }, new PlaceWish("con-son-islet", null) { IsOfTour = true }] };
        var facts = Samples.Facts(Similarity.Package("Two days", "can-tho", "con-son-islet"));

        var told = ReasonFinder.Of(Samples.Context(wishes), Samples.Assess(wishes, facts), facts, Middling).Where(reason => reason.Code.StartsWith("places.", StringComparison.Ordinal)).ToList();

        told.Select(reason => Writer.Sentence(reason, "en")).ShouldBe(["Visits Can Tho", "Visits Con Son, like the tour you chose"]);
        told.Select(reason => Writer.Sentence(reason, "vi")).ShouldBe(["Đến Cần Thơ", "Đến Cồn Sơn, như tour bạn đã chọn"]);
    }

    [Fact]
    public void the_place_next_to_the_wished_one_is_told_as_near_and_only_what_the_tour_names_as_visited()
    {
        var wishes = For("hue");
        var forest = Similarity.Package("Mangroves at dusk", "ru-cha-mangrove-forest") with { DurationDays = 1 };

        PlacesOf(forest).ShouldBe([ReasonCodes.PlaceNear]);
        PlacesOf(forest with { Start = new NamedPlace("Huế", "hue"), Itinerary = ["From Huế to the forest"] }).ShouldBe([ReasonCodes.PlaceNear]);
        PlacesOf(forest with { Itinerary = ["Lunch in Huế"] }).ShouldBe([ReasonCodes.PlacesVisited]);
        PlacesOf(Similarity.Package("Two days", "ru-cha-mangrove-forest", "hue")).ShouldBe([ReasonCodes.PlacesVisited]);

        IEnumerable<string> PlacesOf(TourPackage tour)
        {
            var facts = Samples.Facts(tour);
            var near = ReasonFinder.Of(Samples.Context(wishes), Samples.Assess(wishes, facts), facts, Middling).Where(reason => reason.Code.StartsWith("places.", StringComparison.Ordinal)).ToList();
            near.Where(reason => reason.Code == ReasonCodes.PlaceNear).ShouldAllBe(reason => reason.Arguments[0] == "ru-cha-mangrove-forest" && reason.Arguments[1] == "hue" && int.Parse(reason.Arguments[2], System.Globalization.CultureInfo.InvariantCulture) > 8);
            return near.Select(reason => reason.Code);
        }
    }

    [Fact]
    public void visiting_more_of_the_wished_places_is_rewarded_within_bounds()
    {
        var wishes = For("hoi-an", "da-nang", "hue");
        var one = Adjusted(wishes, Samples.Facts("a", "p", 3, "hoi-an"));
        var all = Adjusted(wishes, Samples.Facts("b", "p", 3, "hoi-an", "da-nang", "hue"));

        all.ShouldBeGreaterThan(one);
        all.ShouldBeLessThanOrEqualTo(Adjustment.Most(Samples.Context(wishes), [.. VectorLayout.DefaultWeights]));
    }

    [Fact]
    public void the_wrong_place_outweighs_any_bonus() => Adjusted(For("hoi-an"), Samples.Facts("a", "p", 3, "ha-noi")).ShouldBeLessThan(-.25);

    [Fact]
    public void days_are_counted_from_the_nearest_wished_length()
    {
        var wishes = new Wishes { Durations = [new(3, 3), new(7, 7)] };

        Samples.Assess(wishes, Samples.Facts("a", "p", 4, "hue")).DaysOff.ShouldBe(1);
        Samples.Assess(wishes, Samples.Facts("a", "p", 6, "hue")).DaysOff.ShouldBe(-1);
        Samples.Assess(wishes, Samples.Facts("a", "p", 7, "hue")).DaysOff.ShouldBe(0);
    }

    [Fact]
    public void a_day_trip_from_the_other_end_of_the_country_is_useless()
    {
        var wishes = For("hue") with { Start = new PlaceWish("ha-noi", null) };
        var fromSouth = Similarity.Package("Day trip", "hue") with { DurationDays = 1, Start = new NamedPlace("TP.HCM", "ho-chi-minh-city") };

        Adjusted(wishes, Samples.Facts(fromSouth)).ShouldBeLessThan(Adjusted(wishes, Samples.Facts(fromSouth with { Start = new NamedPlace("Hà Nội", "ha-noi") })) - .15);
    }

    [Fact]
    public void adjusted_scores_keep_within_one()
    {
        var wishes = For("hoi-an", "da-nang") with { Activities = new ConceptWishes(["beach", "cooking-class", "snorkelling"], []), Essentials = new ConceptWishes(["seafood"], []) };
        var context = Samples.Context(wishes);
        foreach (var package in Repository.Packages)
        {
            var facts = Samples.Facts(package);
            var sum = 1 + Adjustment.Of(context, Assessment.Of(context, facts), facts, [1, 1, 1, 1, 1, 1, 1], [.. VectorLayout.DefaultWeights]);
            (sum / (1 + Adjustment.Most(context, [.. VectorLayout.DefaultWeights]))).ShouldBeLessThanOrEqualTo(1 + 1e-9);
        }
    }

    [Fact]
    public void the_farther_from_the_wished_start_the_deeper_a_tour_sinks()
    {
        var wishes = new Wishes { Start = new PlaceWish("ha-noi", null), Durations = [new(2, 3)] };
        double From(string start) => Adjusted(wishes, Samples.Facts(Similarity.Package("Weekend", "da-lat") with { DurationDays = 2, Start = new NamedPlace(start, start) }));

        From("da-lat").ShouldBeLessThan(From("hai-phong") - .15);
        From("da-lat").ShouldBeLessThan(From("hue") - .05);
    }

    [Fact]
    public void a_tour_that_starts_where_the_traveller_wants_to_go_need_not_start_at_home()
    {
        var facts = Samples.Facts(Similarity.Package("Đà Lạt", "da-lat") with { DurationDays = 3, Start = new NamedPlace("Đà Lạt", "da-lat") });

        Adjusted(For("da-lat") with { Start = new PlaceWish("ha-noi", null) }, facts).ShouldBeGreaterThan(Adjusted(For("da-lat"), facts) - .05);
    }

    [Fact]
    public void a_route_through_the_country_is_travelled_by_going_to_several_parts_of_it()
    {
        var wishes = For("trans-viet-nam");
        var centre = Samples.Facts("a", "p", 4, "hoi-an", "hue");
        var all = Samples.Facts("b", "p", 14, "ha-noi", "hoi-an", "ho-chi-minh-city");

        Samples.Assess(wishes, all).PlacesHit.ShouldBe([0]);
        Samples.Assess(wishes, centre).PlacesHit.ShouldBeEmpty();
        ReasonFinder.Of(Samples.Context(wishes), Samples.Assess(wishes, centre), centre, Middling).ShouldNotContain(reason => reason.Code == ReasonCodes.PlaceNear);
        ReasonFinder.Of(Samples.Context(wishes), Samples.Assess(wishes, all), all, [0, 0, 0, 0, 0, 0, 0]).ShouldNotContain(reason => reason.Code == ReasonCodes.PlacesMostlyOthers);
    }

    [Fact]
    public void a_package_that_tells_nothing_stands_below_answers_and_above_what_goes_elsewhere()
    {
        var wishes = For("hue") with { Durations = [new(3, 3)] };

        StandingOf(wishes, Samples.Facts(Similarity.Package("A fine tour") with { Id = "p~silent" })).ShouldBe(Standing.NearMiss);
        StandingOf(wishes, Samples.Facts("fits", "p", 3, "hue")).ShouldBe(Standing.Answer);
        StandingOf(wishes, Samples.Facts("elsewhere", "p", 3, "ha-noi")).ShouldBe(Standing.Elsewhere);
    }

    [Fact]
    public void what_is_known_to_be_near_comes_before_what_tells_nothing_and_that_before_what_goes_elsewhere()
    {
        var wishes = For("da-nang") with { Durations = [new(3, 3)] };
        var silent = Samples.Scored(wishes, Samples.Facts(Similarity.Package("A fine tour") with { Id = "p~silent" }), .8);
        var near = Samples.Scored(wishes, Samples.Facts("near", "q", 3, "hoi-an"), .8);
        var elsewhere = Samples.Scored(wishes, Samples.Facts("elsewhere", "s", 3, "ha-noi"), .8);

        Ordered(elsewhere, silent, near).ShouldBe(["q~near", "p~silent", "s~elsewhere"]);
    }

    [Fact]
    public void a_tour_that_does_not_say_where_it_goes_is_no_answer_to_a_wish_for_a_place()
    {
        var placeless = Samples.Facts("placeless", "p", 3);

        StandingOf(For("hue") with { Durations = [new(3, 3)] }, placeless).ShouldBe(Standing.NearMiss);
        StandingOf(new Wishes { Durations = [new(3, 3)] }, placeless).ShouldBe(Standing.Answer);
    }

    [Fact]
    public void a_walk_over_the_border_of_two_parts_of_the_country_is_no_journey_through_it()
    {
        Samples.Assess(For("trans-viet-nam"), Samples.Facts("walk", "p", 3, "mai-chau", "pu-luong")).PlacesHit.ShouldBeEmpty();
        Samples.Assess(For("trans-viet-nam"), Samples.Facts("journey", "p", 7, "ha-noi", "hue")).PlacesHit.ShouldBe([0]);
    }

    [Fact]
    public void a_day_more_is_still_an_answer_two_days_more_or_the_next_town_are_near_misses()
    {
        var wishes = For("da-nang") with { Durations = [new(3, 3)] };

        StandingOf(wishes, Samples.Facts("a", "p", 4, "da-nang")).ShouldBe(Standing.Answer);
        StandingOf(wishes, Samples.Facts("b", "p", 5, "da-nang")).ShouldBe(Standing.NearMiss);
        StandingOf(wishes, Samples.Facts("c", "p", 3, "hoi-an")).ShouldBe(Standing.NearMiss);
    }

    [Fact]
    public void a_package_without_a_price_stands_behind_those_that_keep_to_a_firm_budget_only()
    {
        var wishes = For("hue") with { Budget = new BudgetWish(null, 3_000_000, "VND", Firm: true) };
        var priced = Similarity.Package("Huế", "hue") with { Price = new Money(2_000_000, "VND"), PriceVnd = 2_000_000 };
        var unpriced = Samples.Facts(Similarity.Package("Huế", "hue") with { Id = "p~unpriced" });

        StandingOf(wishes, Samples.Facts(priced)).ShouldBe(Standing.Answer);
        StandingOf(wishes, unpriced).ShouldBe(Standing.LacksNeed);
        StandingOf(wishes with { Budget = wishes.Budget with { Firm = false } }, unpriced).ShouldBe(Standing.Answer);
    }

    [Theory]
    [InlineData(2, 120)]
    [InlineData(4, 60)]
    [InlineData(6, 60)]
    public void the_price_of_a_group_is_shared_by_those_who_travel(int people, int each)
    {
        var tour = Samples.Facts(Similarity.Package("Private day", "hue") with { Price = new Money(240, "USD"), PricePer = PricePer.Group, GroupMost = 4, PriceVnd = Repository.Rates.ToVnd(new Money(60, "USD")) });
        var wishes = For("hue") with { Party = new PartyWish(people, 0), Budget = new BudgetWish(null, 100, "USD") };

        Samples.Assess(wishes, tour).OfBudget!.Value.ShouldBe(each / 100.0, .001);
    }

    [Theory]
    [InlineData(149, Standing.Answer)]
    [InlineData(151, Standing.NearMiss)]
    public void half_as_much_again_as_the_budget_is_no_answer(int price, Standing standing)
    {
        var tour = Samples.Facts(Similarity.Package("Huế", "hue") with { Price = new Money(price, "USD"), PriceVnd = Repository.Rates.ToVnd(new Money(price, "USD")) });

        StandingOf(For("hue") with { Budget = new BudgetWish(null, 100, "USD") }, tour).ShouldBe(standing);
    }

    [Fact]
    public void a_day_out_from_another_part_of_the_country_is_no_answer_even_if_it_does_not_say_where_it_starts()
    {
        var wishes = new Wishes { Start = new PlaceWish("ho-chi-minh-city", null), Durations = [new(1, 1)] };
        var there = Similarity.Package("Day out", "ha-long") with { DurationDays = 1 };

        StandingOf(wishes, Samples.Facts(there)).ShouldBe(Standing.NearMiss);
        StandingOf(wishes, Samples.Facts(there with { Start = new NamedPlace("Hà Nội", "ha-noi") })).ShouldBe(Standing.NearMiss);
        StandingOf(wishes, Samples.Facts("near", "p", 1, "my-tho")).ShouldBe(Standing.Answer);
        StandingOf(For("ha-long") with { Start = wishes.Start }, Samples.Facts(there with { Start = new NamedPlace("Hạ Long", "ha-long") })).ShouldBe(Standing.Answer);
    }
}
