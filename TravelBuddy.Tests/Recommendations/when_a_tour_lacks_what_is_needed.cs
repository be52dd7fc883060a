using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using static TravelBuddy.Tests.Recommendations.Judgements;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_a_tour_lacks_what_is_needed
{
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
    public void an_answer_without_an_essential_stands_behind_one_that_has_it_and_what_is_not_wanted_behind_all()
    {
        var wishes = For("hue") with { Essentials = new ConceptWishes(["halal"], []), Exclusions = new ConceptWishes(["trekking"], []) };
        var package = Similarity.Package("Huế", "hue") with { Food = ["halal food"] };

        StandingOf(wishes, Samples.Facts(package)).ShouldBe(Standing.Answer);
        StandingOf(wishes, Samples.Facts("silent", "p", 3, "hue")).ShouldBe(Standing.LacksNeed);
        StandingOf(wishes, Samples.Facts(package with { Activities = ["trekking"] })).ShouldBe(Standing.Unwanted);
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
}
