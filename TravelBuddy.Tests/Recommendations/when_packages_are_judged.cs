using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_packages_are_judged
{
    private static readonly float[] Middling = [.7f, .7f, .7f, .7f, .7f, .7f, .7f];

    private static double Adjusted(Wishes wishes, PackageFacts facts)
    {
        var context = Samples.Context(wishes);
        return Adjustment.Of(context, Assessment.Of(context, facts), facts, Middling, [.. VectorLayout.DefaultWeights]);
    }

    private static Wishes For(params string[] places) => new() { Places = [.. places.Select(id => new PlaceWish(id, null))] };

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
    public void what_the_traveller_does_not_want_sinks_a_package_that_has_it()
    {
        var wishes = new Wishes { Exclusions = new ConceptWishes(["trekking"], []) };
        var facts = Samples.Facts(Similarity.Package("Sa Pa trek", "sa-pa") with { Activities = ["trekking"] });

        Samples.Assess(wishes, facts).ExcludedSurely.ShouldBeTrue();
        Adjusted(wishes, facts).ShouldBeLessThan(Adjusted(wishes, Samples.Facts("b", "p", 2, "sa-pa")) - .4);
    }

    [Fact]
    public void an_essential_weighs_far_above_its_criterion()
    {
        var wishes = new Wishes { Essentials = new ConceptWishes(["halal"], []) };
        var has = Adjusted(wishes, Samples.Facts(Similarity.Package("Huế", "hue") with { Food = ["halal food"] }));
        var silent = Adjusted(wishes, Samples.Facts("b", "p", 2, "hue"));

        (has - silent).ShouldBeGreaterThan(VectorLayout.DefaultWeights[(int)Criterion.Food] * 4);
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
    public void a_diet_asked_for_weighs_nearly_as_much_as_an_essential()
    {
        var wishes = new Wishes { Food = new ConceptWishes(["vegetarian"], []) };
        var has = Adjusted(wishes, Samples.Facts(Similarity.Package("Huế", "hue") with { Food = ["vegetarian food"] }));
        var silent = Adjusted(wishes, Samples.Facts("b", "p", 2, "hue"));
        var denies = Adjusted(wishes, Samples.Facts(Similarity.Package("Huế", "hue") with { Food = ["no vegetarian food"] }));

        (has - silent).ShouldBeGreaterThan(.15);
        denies.ShouldBeLessThan(silent - .1);
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
    public void a_tour_elsewhere_that_caters_for_a_diet_comes_after_those_of_the_wished_place_that_do_not_say()
    {
        var wishes = For("hue") with { Food = new ConceptWishes(["halal"], []) };
        var elsewhere = Samples.Scored(wishes, Samples.Facts(Similarity.Package("Hà Nội halal", "ha-noi") with { Id = "p~elsewhere", Food = ["halal meals"] }), .6);
        var silent = Samples.Scored(wishes, Samples.Facts("silent", "q", 3, "hue"), .8);

        Ordered(elsewhere, silent).ShouldBe(["q~silent", "p~elsewhere"]);
    }

    [Theory]
    [InlineData(3, 5, Standing.LacksNeed)]
    [InlineData(5, 3, Standing.LacksNeed)]
    [InlineData(3, 6, Standing.NearMiss)]
    [InlineData(1, 3, Standing.NearMiss)]
    public void for_a_diet_a_tour_may_be_two_days_off_unless_that_is_all_of_the_trip(int wished, int days, Standing standing)
    {
        var wishes = For("hue") with { Durations = [new(wished, wished)], Food = new ConceptWishes(["halal"], []) };

        StandingOf(wishes, Samples.Facts(Similarity.Package("Huế", "hue") with { DurationDays = days, Food = ["halal meals"] })).ShouldBe(standing);
        StandingOf(wishes, Samples.Facts("silent", "p", days, "hue")).ShouldBe(Standing.NearMiss);
    }

    [Fact]
    public void a_walk_over_the_border_of_two_parts_of_the_country_is_no_journey_through_it()
    {
        Samples.Assess(For("trans-viet-nam"), Samples.Facts("walk", "p", 3, "mai-chau", "pu-luong")).PlacesHit.ShouldBeEmpty();
        Samples.Assess(For("trans-viet-nam"), Samples.Facts("journey", "p", 7, "ha-noi", "hue")).PlacesHit.ShouldBe([0]);
    }

    private static IEnumerable<string> Ordered(params JudgedPackage[] judged) => Diversity.Order(judged, 10).Select(placed => judged[placed.Index].Facts.Package.Id);

    [Fact]
    public void a_day_more_is_still_an_answer_two_days_more_or_the_next_town_are_near_misses()
    {
        var wishes = For("da-nang") with { Durations = [new(3, 3)] };

        StandingOf(wishes, Samples.Facts("a", "p", 4, "da-nang")).ShouldBe(Standing.Answer);
        StandingOf(wishes, Samples.Facts("b", "p", 5, "da-nang")).ShouldBe(Standing.NearMiss);
        StandingOf(wishes, Samples.Facts("c", "p", 3, "hoi-an")).ShouldBe(Standing.NearMiss);
    }

    [Fact]
    public void an_answer_without_an_essential_stands_behind_one_that_has_it_and_what_is_not_wanted_behind_all()
    {
        var wishes = For("hue") with { Essentials = new ConceptWishes(["halal"], []), Exclusions = new ConceptWishes(["trekking"], []) };
        var package = Similarity.Package("Huế", "hue") with { Food = ["halal food"] };

        StandingOf(wishes, Samples.Facts(package)).ShouldBe(Standing.Answer);
        StandingOf(wishes, Samples.Facts("silent", "p", 3, "hue")).ShouldBe(Standing.LacksNeed);
        StandingOf(wishes, Samples.Facts(package with { Activities = ["trekking"] })).ShouldBe(Standing.Unwanted);
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

    [Fact]
    public void something_related_does_for_a_wish_but_a_diet_it_only_comes_near_is_told()
    {
        var wishes = new Wishes { Food = new ConceptWishes(["halal"], []) };
        var facts = Samples.Facts(Similarity.Package("Huế", "hue") with { Food = ["no pork"] });
        var found = Samples.Assess(wishes, facts);

        found.DietsNear.ShouldBe(1);
        ReasonFinder.Of(Samples.Context(wishes), found, facts, Middling).ShouldContain(reason => reason.Code == ReasonCodes.DietUnsaid && reason.Arguments.Contains("halal"));
    }

    [Fact]
    public void a_diet_it_speaks_against_is_told_as_such_and_not_as_something_it_leaves_open()
    {
        var wishes = new Wishes { Food = new ConceptWishes(["halal", "seafood"], []) };
        var facts = Samples.Facts(Similarity.Package("Huế", "hue") with { Food = ["pork dishes, not halal"] });
        var reasons = ReasonFinder.Of(Samples.Context(wishes), Samples.Assess(wishes, facts), facts, Middling);

        reasons.Single(reason => reason.Code == ReasonCodes.DietContradicted).Arguments.ShouldBe(["halal"]);
        reasons.Single(reason => reason.Code == ReasonCodes.DoesNotSay).Arguments.ShouldBe(["seafood"]);
    }

    [Fact]
    public void a_tour_for_large_groups_is_no_answer_for_two_unless_groups_are_wished()
    {
        var tour = Samples.Facts(Similarity.Package("School group in Hue", "hue") with { GroupLeast = 20, Activities = ["team building"] });
        var two = For("hue") with { Party = new PartyWish(2, 0) };

        StandingOf(two, tour).ShouldBe(Standing.NearMiss);
        StandingOf(two with { Party = new PartyWish(24, 0) }, tour).ShouldBe(Standing.Answer);
        StandingOf(For("hue") with { Activities = new ConceptWishes(["team-building"], []) }, tour).ShouldBe(Standing.Answer);
        ReasonFinder.Of(Samples.Context(two), Samples.Assess(two, tour), tour, Middling).Single(reason => reason.Code == ReasonCodes.GroupOnly).Arguments.ShouldBe(["20"]);
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

    [Theory]
    [InlineData("Hội An")]
    [InlineData("hoi an")]
    [InlineData("Hội An ")]
    public void a_place_that_is_refused_is_looked_for_among_the_places_visited_and_not_where_a_tour_sets_off(string refused)
    {
        var wishes = new Wishes { Exclusions = new ConceptWishes([], [refused]) };
        var passing = Samples.Facts(Similarity.Package("Bà Nà", "da-nang", "ba-na") with { Start = new NamedPlace("Hội An", "hoi-an"), Description = "From Hội An in the morning." });

        StandingOf(wishes, Samples.Facts("there", "p", 1, "an-bang")).ShouldBe(Standing.Unwanted);
        StandingOf(wishes, passing).ShouldBe(Standing.Answer);
        StandingOf(wishes, Samples.Facts("elsewhere", "p", 1, "hue")).ShouldBe(Standing.Answer);
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

    [Theory]
    [InlineData("Company trip to Hue: team building and gala dinner")]
    [InlineData("Tour công ty Huế: teambuilding và gala dinner")]
    public void a_tour_for_companies_is_no_answer_for_two_unless_a_company_travels(string title)
    {
        var tour = Samples.Facts(Similarity.Package(title, "hue"));
        var two = For("hue") with { Party = new PartyWish(2, 0) };

        StandingOf(two, tour).ShouldBe(Standing.NearMiss);
        StandingOf(two with { Party = new PartyWish(24, 0) }, tour).ShouldBe(Standing.Answer);
        StandingOf(For("hue") with { Accommodation = new ConceptWishes(["company"], []) }, tour).ShouldBe(Standing.Answer);
        ReasonFinder.Of(Samples.Context(two), Samples.Assess(two, tour), tour, Middling).Single(reason => reason.Code == ReasonCodes.GroupOnly).Arguments.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Honeymoon in Hue", "Huế, trăng mật", false)]
    [InlineData("Women-only break in Hue", "Huế chỉ dành cho nữ", true)]
    public void a_tour_made_for_others_sinks_a_little_for_a_family_and_one_for_women_alone_for_whom_nothing_is_known_of_too(string english, string vietnamese, bool isTold)
    {
        var family = For("hue") with { Party = new PartyWish(2, 2) };
        foreach (var title in new[] { english, vietnamese })
        {
            var tour = Samples.Facts(Similarity.Package(title, "hue"));

            Samples.Assess(family, tour).MadeForOthers.ShouldBeTrue(title);
            Samples.Assess(For("hue"), tour).MadeForOthers.ShouldBe(isTold, title);
            Adjusted(family, tour).ShouldBeLessThan(Adjusted(family, Samples.Facts(Similarity.Package("Huế", "hue"))) - .03, title);
        }
    }

    [Theory]
    [InlineData("Chỉ dành cho nữ")]
    [InlineData("ladies only")]
    public void a_tour_for_women_only_is_made_for_others_wherever_it_says_so(string said)
    {
        var tour = Samples.Facts(Similarity.Package("Huế by bike", "hue") with { Activities = ["cycling", said] });

        Samples.Assess(For("hue") with { Party = new PartyWish(1, 1) }, tour).MadeForOthers.ShouldBeTrue();
        Samples.Assess(For("hue") with { Party = new PartyWish(3, 0), Accommodation = new ConceptWishes(["women"], []) }, tour).MadeForOthers.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Wheelchair-friendly Hue")]
    [InlineData("Huế cho người đi xe lăn")]
    [InlineData("Huế trải nghiệm cho học sinh")]
    public void a_tour_made_for_people_who_would_have_said_so_sinks_a_little_for_everybody_else(string title)
    {
        var tour = Samples.Facts(Similarity.Package(title, "hue"));

        Samples.Assess(For("hue"), tour).MadeForOthers.ShouldBeTrue();
        Samples.Assess(For("hue") with { Party = new PartyWish(2, 2) }, tour).MadeForOthers.ShouldBeTrue();
        Samples.Assess(For("hue") with { Essentials = new ConceptWishes(["accessible", "students"], []) }, tour).MadeForOthers.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Hue for Seniors at half speed", "Huế an dưỡng cho người lớn tuổi", "elderly")]
    [InlineData("Kids camp in Hue", "Trại hè Huế 5 ngày", "summer-camp")]
    [InlineData("Plant-based Hue", "Huế thuần chay", "vegan")]
    [InlineData("Muslim-friendly Hue", "Huế halal", "halal")]
    public void a_tour_for_a_special_audience_sinks_for_whoever_did_not_say_they_are_of_it(string english, string vietnamese, string audience)
    {
        var said = new Wishes { Places = For("hue").Places, Food = new ConceptWishes([audience], []), Party = new PartyWish(2, 0) };
        foreach (var title in new[] { english, vietnamese })
        {
            var tour = Samples.Facts(Similarity.Package(title, "hue"));

            Samples.Assess(For("hue"), tour).MadeForOthers.ShouldBeTrue(title);
            Samples.Assess(For("hue") with { Party = new PartyWish(2, 0), Food = new ConceptWishes(["seafood"], []) }, tour).MadeForOthers.ShouldBeTrue(title);
            Samples.Assess(said, tour).MadeForOthers.ShouldBeFalse(title);
            Adjusted(For("hue"), tour).ShouldBeLessThan(Adjusted(For("hue"), Samples.Facts(Similarity.Package("Huế", "hue"))) - .03, title);
        }
    }

    [Fact]
    public void what_is_cooked_for_vegans_does_for_vegetarians_but_a_tour_for_veterans_not_for_everybody_old()
    {
        Samples.Assess(For("hue") with { Food = new ConceptWishes(["vegetarian"], []) }, Samples.Facts(Similarity.Package("Plant-based Hue", "hue"))).MadeForOthers.ShouldBeFalse();
        Samples.Assess(For("hue") with { Accommodation = new ConceptWishes(["elderly"], []) }, Samples.Facts(Similarity.Package("Hue with war veterans", "hue"))).MadeForOthers.ShouldBeTrue();
    }

    [Fact]
    public void a_wish_that_is_not_about_people_does_not_tell_who_travels()
    {
        var family = Samples.Facts(Similarity.Package("Hue for families", "hue"));

        Samples.Assess(For("hue") with { Accommodation = new ConceptWishes(["budget"], []), Food = new ConceptWishes(["vegetarian"], []) }, family).MadeForOthers.ShouldBeFalse();
        Samples.Assess(For("hue") with { Party = new PartyWish(1, 0) }, family).MadeForOthers.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Hue by women-driven motorbike")]
    [InlineData("Women-led walk in Hue")]
    [InlineData("Hue food walk, vegetarian options")]
    [InlineData("Hue by dragon boat, seniors welcome")]
    public void who_leads_a_tour_is_not_whom_it_is_made_for(string title) =>
        Samples.Facts(Similarity.Package(title, "hue")).MadeFor.ShouldBeEmpty();

    [Fact]
    public void a_honeymoon_is_as_good_for_a_couple() =>
        Samples.Assess(For("hue") with { Party = new PartyWish(2, 0) }, Samples.Facts(Similarity.Package("Honeymoon in Hue", "hue"))).MadeForOthers.ShouldBeFalse();

    [Fact]
    public void a_kitchen_that_cooks_something_else_may_still_cook_for_a_diet_unless_it_says_not()
    {
        var wishes = For("hue") with { Essentials = new ConceptWishes(["no-pork"], []) };

        StandingOf(wishes, Samples.Facts(Similarity.Package("Huế", "hue") with { Food = ["pork rolls"] })).ShouldBe(Standing.LacksNeed);
        StandingOf(For("hue") with { Essentials = new ConceptWishes(["halal"], []) }, Samples.Facts(Similarity.Package("Huế", "hue") with { Food = ["not halal"] })).ShouldBe(Standing.Unwanted);
    }

    [Fact]
    public void what_speaks_against_an_essential_is_unwanted_and_told_as_such()
    {
        var wishes = For("sa-pa") with { Essentials = new ConceptWishes(["accessible"], []) };
        var climb = Samples.Facts(Similarity.Package("Sa Pa", "sa-pa") with { Activities = ["trekking"] });
        var silent = Samples.Facts("silent", "p", 3, "sa-pa");

        StandingOf(wishes, climb).ShouldBe(Standing.Unwanted);
        StandingOf(wishes, silent).ShouldBe(Standing.LacksNeed);
        Adjusted(wishes, climb).ShouldBeLessThan(Adjusted(wishes, silent));
        ReasonFinder.Of(Samples.Context(wishes), Samples.Assess(wishes, climb), climb, Middling).Single(reason => reason.Code == ReasonCodes.EssentialContradicted).Arguments.ShouldBe(["accessible"]);
    }

    [Theory]
    [InlineData("cave", "sung-sot-cave", "Ngày 3: hang Luồn - Hà Nội")]
    [InlineData("cave", "phong-nha-cave", "Ngày 2: hang Không Tên")]
    [InlineData("island", "hon-mun", "Day 2: Hòn Mun")]
    public void what_the_places_of_a_tour_are_counts_against_a_refusal_of_that_kind(string refused, string place, string day)
    {
        var wishes = new Wishes { Exclusions = new ConceptWishes([refused], []) };
        var told = Similarity.Package("Two days", "ninh-binh") with { Itinerary = [day] };

        StandingOf(wishes, Samples.Facts("there", "p", 2, place)).ShouldBe(Standing.Unwanted);
        Refusals(Samples.Facts("there", "p", 2, place)).ShouldBe([ReasonCodes.Excluded]);
        Refusals(Samples.Facts(told)).ShouldBe([ReasonCodes.ExcludedInPassing]);
        Refusals(Samples.Facts(told with { Itinerary = ["Day 1: Hang Buom street"] })).ShouldBe([ReasonCodes.ExcludedAbsent]);

        IEnumerable<string> Refusals(PackageFacts facts) => ReasonFinder.Of(Samples.Context(wishes), Samples.Assess(wishes, facts), facts, Middling).Select(reason => reason.Code).Where(code => code.StartsWith("excluded", StringComparison.Ordinal));
    }

    [Fact]
    public void a_wish_for_a_kind_of_place_is_answered_by_what_a_tour_says_and_not_by_its_places_alone() =>
        Samples.Assess(new Wishes { Activities = new ConceptWishes(["cave"], []) }, Samples.Facts("there", "p", 2, "sung-sot-cave")).ThingsHit.ShouldAllBe(hits => hits.Count == 0);

    [Fact]
    public void a_near_miss_comes_before_a_tour_that_surely_has_what_is_refused()
    {
        var wishes = For("chau-doc") with { Durations = [new(2, 2)], Food = new ConceptWishes(["vegetarian"], []), Exclusions = new ConceptWishes(["overnight-transport"], []) };
        var nightBus = Similarity.Package("Hành hương Châu Đốc", "chau-doc") with { DurationDays = 2, Transportation = ["night bus"], Food = ["vegetarian"] };

        Adjusted(wishes, Samples.Facts(nightBus)).ShouldBeLessThan(Adjusted(wishes, Samples.Facts("longer", "p", 4, "chau-doc")) - .05);
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("accessible")]
    public void a_tour_for_wheelchairs_meets_reduced_mobility(string need)
    {
        var wishes = For("hue") with { Essentials = new ConceptWishes([need], []) };

        StandingOf(wishes, Samples.Facts(Similarity.Package("Wheelchair-friendly Huế by ramp van", "hue"))).ShouldBe(Standing.Answer);
        StandingOf(wishes, Samples.Facts(Similarity.Package("Huế", "hue"))).ShouldBe(Standing.LacksNeed);
    }

    [Fact]
    public void a_rowing_boat_is_what_rowing_is_wished_for_and_a_kayak_comes_near()
    {
        var wishes = new Wishes { Transportation = new ConceptWishes(["sampan"], []) };

        Samples.Assess(wishes, Samples.Facts(Similarity.Package("Tràng An") with { Activities = ["boat ride through caves"] })).ThingsHit[(int)Criterion.Transportation].ShouldBe([0]);
        Samples.Assess(wishes, Samples.Facts(Similarity.Package("Tràng An") with { Activities = ["kayak"] })).ThingsNear[(int)Criterion.Transportation].ShouldBe([0]);
    }

    private static Standing StandingOf(Wishes wishes, PackageFacts facts) => Samples.Judged(wishes, facts, .5).Standing;
}
