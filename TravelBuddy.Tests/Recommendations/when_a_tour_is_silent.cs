using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>What is said of things wished and refused that a tour does not mention.</summary>
public sealed class when_a_tour_is_silent
{
    private static IReadOnlyList<Reason> ReasonsOf(Wishes wishes, TourPackage tour)
    {
        var facts = Samples.Facts(tour);
        return ReasonFinder.Of(Samples.Context(wishes), Samples.Assess(wishes, facts), facts, new float[7]);
    }

    private static IReadOnlyList<string> Said(string code, Wishes wishes, TourPackage tour) => ReasonsOf(wishes, tour).SingleOrDefault(reason => reason.Code == code)?.Arguments ?? [];

    private static Wishes Without(params string[] concepts) => new() { Exclusions = new ConceptWishes(concepts, []) };

    [Fact]
    public void all_that_was_wished_and_it_does_not_mention_is_named_at_once()
    {
        string[] wished = ["trekking", "kayaking", "cooking-class", "museum", "floating-market", "waterfall"];
        var wishes = new Wishes
        {
            Transportation = new ConceptWishes(["train"], []),
            Food = new ConceptWishes(["street-food"], []),
            Activities = new ConceptWishes(wished, []),
            Accommodation = new ConceptWishes(["homestay"], []),
        };

        Said(ReasonCodes.DoesNotSay, wishes, Similarity.Package("Huế", "hue")).ShouldBe(["train", "street-food", .. wished, "homestay"], ignoreOrder: true);
        Said(ReasonCodes.DoesNotSay, wishes, Similarity.Package("Huế by train", "hue") with { Activities = ["kayaking"] }).ShouldBe(["street-food", .. wished.Except(["kayaking"]), "homestay"], ignoreOrder: true);
    }

    [Fact]
    public void what_is_a_kind_of_what_it_has_is_not_said_to_be_missing()
    {
        var wishes = new Wishes { Accommodation = new ConceptWishes(["beach-holiday"], []), Food = new ConceptWishes(["vegan"], []) };

        var tour = Similarity.Package("Vũng Tàu", "vung-tau") with { Activities = ["beach"], Food = ["vegetarian meals"] };
        Said(ReasonCodes.DoesNotSay, wishes, tour).ShouldBeEmpty();
        Said(ReasonCodes.DietUnsaid, wishes, tour).ShouldBe(["vegan"]);
    }

    [Fact]
    public void what_it_has_by_its_price_is_not_also_only_mentioned()
    {
        var wishes = new Wishes { Places = [new PlaceWish("hue", null)], Activities = new ConceptWishes(["budget"], []) };
        var tour = Similarity.Package("Huế", "hue") with { Description = "A walk past the houses of a budget hotel.", DurationDays = 1, Price = new Money(10, "USD"), PriceVnd = 260_000 };
        var (cheap, dear) = (Samples.Facts(tour), Samples.Facts(tour with { Price = new Money(300, "USD"), PriceVnd = 7_800_000 }));
        var context = Samples.Context(wishes);
        context = context with { Prices = PriceRanks.Of(context, [cheap, dear]) };

        var reasons = ReasonFinder.Of(context, Assessment.Of(context, cheap), cheap, new float[7]);

        reasons.ShouldContain(reason => reason.Code == ReasonCodes.Has && reason.Arguments.Contains("budget"));
        reasons.ShouldNotContain(reason => reason.Code == ReasonCodes.Mentions && reason.Arguments.Contains("budget"));
    }

    [Theory]
    [InlineData("nut-allergy"), InlineData("seafood-allergy"), InlineData("gluten-free"), InlineData("halal"), InlineData("kosher"), InlineData("vegan")]
    public void a_diet_or_allergy_it_says_nothing_of_is_told_once_wished_or_needed(string diet)
    {
        var tour = Similarity.Package("Huế", "hue");

        Said(ReasonCodes.DietUnsaid, new Wishes { Food = new ConceptWishes([diet], []) }, tour).ShouldBe([diet]);
        Said(ReasonCodes.EssentialMissing, new Wishes { Essentials = new ConceptWishes([diet], []) }, tour).ShouldBe([diet]);
        Said(ReasonCodes.DietUnsaid, new Wishes { Food = new ConceptWishes([diet], []), Essentials = new ConceptWishes([diet], []) }, tour).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nut-allergy", "Allergies are catered for on request.", "food-allergy")]
    [InlineData("nut-allergy", "Dietary requirements on request.", "special-diet")]
    [InlineData("gluten-free", "Nhà bếp nhận nấu theo chế độ ăn riêng.", "special-diet")]
    public void what_it_says_of_diets_at_all_is_told_in_place_of_silence_and_moves_it_no_further(string diet, string notes, string told)
    {
        var (wished, needed) = (new Wishes { Food = new ConceptWishes([diet], []) }, new Wishes { Essentials = new ConceptWishes([diet], []) });
        var tour = Similarity.Package("Huế", "hue") with { Notes = notes };

        foreach (var wishes in new[] { wished, needed })
        {
            ReasonsOf(wishes, tour).ShouldNotContain(reason => reason.Code == ReasonCodes.DietUnsaid || reason.Code == ReasonCodes.EssentialMissing);
            Said(ReasonCodes.Has, wishes, tour).ShouldBe([told]);
            Samples.Judged(wishes, Samples.Facts(tour), .5).Standing.ShouldBe(Standing.LacksNeed);
        }
    }

    [Theory]
    [InlineData("no-dairy", "Vegan meals.", "vegan")]
    [InlineData("seafood-allergy", "All meals are vegan.", "vegan")]
    [InlineData("no-pork", "Halal food only.", "halal")]
    [InlineData("no-beef", "Cơm chay mỗi bữa.", "vegetarian")]
    public void a_stricter_diet_it_cooks_for_leaves_nothing_unsaid(string diet, string notes, string answer)
    {
        var tour = Similarity.Package("Huế", "hue") with { Notes = notes };

        Said(ReasonCodes.DietUnsaid, new Wishes { Food = new ConceptWishes([diet], []) }, tour).ShouldBeEmpty();
        foreach (var wishes in new[] { new Wishes { Food = new ConceptWishes([diet], []) }, new Wishes { Essentials = new ConceptWishes([diet], []) } })
        {
            Said(ReasonCodes.DietCovered, wishes, tour).ShouldBe([answer, diet]);
            Said(ReasonCodes.Has, wishes, tour).ShouldNotContain(answer, "nobody asked for that");
            Said(ReasonCodes.EssentialMet, wishes, tour).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("nut-allergy", "Vegan meals.")]
    [InlineData("no-dairy", "Vegetarian meals.")]
    [InlineData("vegan", "No dairy, no pork.")]
    public void a_diet_that_leaves_another_open_does_not_answer_it(string diet, string notes) =>
        Said(ReasonCodes.DietUnsaid, new Wishes { Food = new ConceptWishes([diet], []) }, Similarity.Package("Huế", "hue") with { Notes = notes }).ShouldBe([diet]);

    [Fact]
    public void a_stricter_diet_lifts_no_tour_over_others_for_somebodys_allergy()
    {
        var wishes = new Wishes { Places = [new PlaceWish("hue", null)], Essentials = new ConceptWishes(["seafood-allergy"], []) };
        var vegan = Samples.Scored(wishes, Samples.Facts(Similarity.Package("Huế", "hue") with { Notes = "All meals are vegan." }), .5);
        var silent = Samples.Scored(wishes, Samples.Facts(Similarity.Package("Huế", "hue")), .5);

        vegan.Standing.ShouldBe(silent.Standing);
        vegan.Fits.ShouldBeTrue();
        silent.Fits.ShouldBeTrue("its agency is to be asked");
        vegan.AdjustedScore.ShouldBe(silent.AdjustedScore, .02);
    }

    [Fact]
    public void halal_food_is_no_vegetarian_food()
    {
        var wishes = new Wishes { Places = [new PlaceWish("hue", null)], Food = new ConceptWishes(["vegetarian"], []), Party = new PartyWish(6, 0) };

        Samples.Scored(wishes, Samples.Facts(Similarity.Package("Muslim-Friendly Huế with Halal Meals", "hue")), .5).AdjustedScore
            .ShouldBeLessThan(Samples.Scored(wishes, Samples.Facts(Similarity.Package("Huế", "hue")), .5).AdjustedScore - .05);
    }

    [Theory]
    [InlineData("halal", "Corn wine at the fire.", "rice-wine"), InlineData("halal", "Tối uống rượu cần bên bếp lửa.", "rice-wine"), InlineData("seafood-allergy", "A dinner of prawns.", "seafood")]
    public void what_its_text_names_that_a_need_speaks_against_is_named(string need, string description, string named)
    {
        var tour = Similarity.Package("Huế", "hue") with { Description = description };

        foreach (var wishes in new[] { new Wishes { Food = new ConceptWishes([need], []) }, new Wishes { Essentials = new ConceptWishes([need], []) } })
        {
            Said(ReasonCodes.AgainstDiet, wishes, tour).ShouldBe([need, named]);
            Said(ReasonCodes.AgainstDiet, wishes, tour with { Description = "A walk." }).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("rice-terraces", "muong-hoa-valley"), InlineData("pagoda-visit", "bai-dinh-pagoda"), InlineData("beach-holiday", "my-khe-beach"), InlineData("cave", "sung-sot-cave")]
    public void what_a_place_of_it_is_is_not_said_to_be_unclear(string wished, string place)
    {
        var wishes = new Wishes { Activities = new ConceptWishes([wished], []) };
        var tour = Similarity.Package("Tour", place);

        Said(ReasonCodes.DoesNotSay, wishes, tour).ShouldBeEmpty();
        Said(ReasonCodes.OfPlace, wishes, tour).ShouldBe([wished, place]);
        Said(ReasonCodes.DoesNotSay, wishes, Similarity.Package("Tour", "buon-ma-thuot")).ShouldBe([wished]);
    }

    [Theory]
    [InlineData("pagoda-visit", "tua-chua"), InlineData("waterfall", "thac-ba-lake"), InlineData("pagoda-visit", "temple-of-literature"), InlineData("pagoda-visit", "japanese-covered-bridge")]
    public void a_name_that_only_has_the_word_is_no_such_thing(string wished, string place)
    {
        Repository.Gazetteer.Find(place).ShouldNotBeNull();
        Said(ReasonCodes.DoesNotSay, new Wishes { Activities = new ConceptWishes([wished], []) }, Similarity.Package("Tour", place)).ShouldBe([wished]);
    }

    [Theory]
    [InlineData("sea-bathing", "No swimming."), InlineData("sea-bathing", "Không bơi lội."), InlineData("beach-holiday", "No swimming.")]
    public void what_it_says_it_does_not_have_its_places_do_not_have_for_it(string wished, string notes) =>
        Said(ReasonCodes.OfPlace, new Wishes { Activities = new ConceptWishes([wished], []) }, Similarity.Package("Tour", "phu-quoc") with { Notes = notes }).ShouldBeEmpty();

    [Theory]
    [InlineData("beach-holiday", "phu-quoc", false), InlineData("sea-bathing", "phu-quoc", false), InlineData("cave", "sung-sot-cave", true)]
    public void an_evening_by_the_sea_is_no_beach_holiday(string wished, string place, bool ticked)
    {
        var reasons = ReasonsOf(new Wishes { Activities = new ConceptWishes([wished], []) }, Similarity.Package("Squid fishing", place));
        var told = reasons.Single(reason => reason.Code == ReasonCodes.OfPlace);

        Shortfalls.Mark(told).ShouldBe(ticked ? "✓ " : "ℹ ");
        Shortfalls.IsAgainst(told).ShouldBeFalse();
        Shortfalls.IsAllAsked(Standing.Answer, [told], priceNamed: false).ShouldBe(ticked);
    }

    [Theory]
    [InlineData("Rice wine"), InlineData("rượu cần")]
    public void what_goes_against_a_diet_is_told_once(string drink)
    {
        var tour = Similarity.Package("Huế", "hue") with { Food = [drink] };

        ReasonsOf(new Wishes { Food = new ConceptWishes(["halal"], []) }, tour).Count(reason => reason.Code is ReasonCodes.DietContradicted or ReasonCodes.AgainstDiet).ShouldBe(1);
        ReasonsOf(new Wishes { Essentials = new ConceptWishes(["halal"], []) }, tour).Count(reason => reason.Code is ReasonCodes.EssentialContradicted or ReasonCodes.AgainstDiet).ShouldBe(1);
    }

    [Theory]
    [InlineData("jain", "Vegan Huế", false), InlineData("hindu-veg", "Huế cho người ăn thuần chay", false), InlineData("jain", "Muslim-Friendly Huế with Halal Meals", true), InlineData("vegetarian", "Huế halal cho người Hồi giáo", true)]
    public void one_kind_of_vegetarians_is_no_other_diet_to_another(string need, string title, bool other) =>
        Samples.Assess(new Wishes { Food = new ConceptWishes([need], []) }, Samples.Facts(Similarity.Package(title, "hue"))).ForOtherDiet.ShouldBe(other);

    [Theory]
    [InlineData("pagoda"), InlineData("chùa")]
    public void who_goes_to_a_pagoda_visits_one(string told)
    {
        var wishes = new Wishes { Activities = new ConceptWishes(["pagoda-visit"], []) };

        Said(ReasonCodes.Has, wishes, Similarity.Package("Huế", "hue") with { Activities = [told] }).ShouldBe(["pagoda-visit"]);
    }

    [Fact]
    public void vegan_dishes_beside_prawns_do_for_nobody_allergic_to_these()
    {
        var tour = Similarity.Package("Huế", "hue") with { Food = ["vegan dishes", "prawns"] };

        Said(ReasonCodes.EssentialContradicted, new Wishes { Essentials = new ConceptWishes(["seafood-allergy"], []) }, tour).ShouldBe(["seafood-allergy"]);
    }

    [Fact]
    public void a_food_refused_that_it_has_something_like_is_to_be_asked_about()
    {
        Said(ReasonCodes.FoodUnsaid, Without("seafood"), Similarity.Package("Vũng Tàu", "vung-tau") with { Activities = ["beach"] }).ShouldBe(["seafood"]);
        Said(ReasonCodes.FoodUnsaid, Without("seafood"), Similarity.Package("Sa Pa", "sa-pa")).ShouldBeEmpty();
        Said(ReasonCodes.FoodUnsaid, Without("seafood"), Similarity.Package("Vũng Tàu", "vung-tau") with { Activities = ["beach"], Food = ["seafood"] }).ShouldBeEmpty();
    }

    [Fact]
    public void of_several_places_to_sleep_one_is_enough()
    {
        var wishes = new Wishes { Accommodation = new ConceptWishes(["hotel-3-star", "hotel-4-star", "lift"], []) };

        Said(ReasonCodes.DoesNotSay, wishes, Similarity.Package("Huế", "hue") with { Accommodation = "4-star hotel" }).ShouldBe(["lift"]);
        Said(ReasonCodes.DoesNotSay, wishes, Similarity.Package("Huế", "hue")).ShouldBe(["hotel-3-star", "hotel-4-star", "lift"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("cable-car", "mountain views")]
    [InlineData("trekking", "mountain views")]
    [InlineData("diving", "snorkelling")]
    [InlineData("pool", "swimming")]
    public void something_like_a_thing_is_not_the_thing(string wished, string told) =>
        Said(ReasonCodes.DoesNotSay, new Wishes { Activities = new ConceptWishes([wished], []) }, Similarity.Package("Huế", "hue") with { Activities = [told] }).ShouldBe([wished]);

    [Fact]
    public void who_suits_older_people_suits_ones_parents() =>
        Said(ReasonCodes.DoesNotSay, new Wishes { Accommodation = new ConceptWishes(["parents"], []) }, Similarity.Package("Huế for seniors", "hue")).ShouldBeEmpty();

    [Fact]
    public void a_start_that_is_not_told_is_said_to_be_unknown()
    {
        var wishes = new Wishes { Places = [new PlaceWish("hue", null)], Start = new PlaceWish("da-nang", null) };

        ReasonsOf(wishes, Similarity.Package("Huế", "hue")).ShouldContain(reason => reason.Code == ReasonCodes.StartUnknown);
        ReasonsOf(wishes with { Start = null }, Similarity.Package("Huế", "hue")).ShouldNotContain(reason => reason.Code == ReasonCodes.StartUnknown);
        ReasonsOf(wishes, Similarity.Package("Huế", "hue") with { Start = new NamedPlace("Đà Nẵng", "da-nang") }).ShouldNotContain(reason => reason.Code == ReasonCodes.StartUnknown);
    }

    [Theory]
    [InlineData("bus", "sleeper bus")]
    [InlineData("bus", "xe giường nằm")]
    [InlineData("bus", "cabin bus")]
    [InlineData("boat-transport", "river cruise")]
    [InlineData("boat-transport", "cruise cabin")]
    [InlineData("train", "sleeper train")]
    [InlineData("trekking", "mountain climbing")]
    public void a_kind_of_what_was_to_be_avoided_is_it(string avoided, string told)
    {
        var tour = Similarity.Package("Sa Pa", "sa-pa") with { Transportation = [told], Activities = [told], Accommodation = told };

        Samples.Judged(Without(avoided), Samples.Facts(tour), .5).Standing.ShouldBe(Standing.Unwanted);
        Said(ReasonCodes.Excluded, Without(avoided), tour).ShouldBe([avoided]);
        Said(ReasonCodes.ExcludedAbsent, Without(avoided), tour).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bus", "45-seater coach")]
    [InlineData("bus", "minibus")]
    [InlineData("long-walks", "trekking")]
    [InlineData("hotel-5-star", "4-star hotel")]
    public void of_what_a_tour_has_something_like_nothing_is_promised(string avoided, string told)
    {
        var tour = Similarity.Package("Sa Pa", "sa-pa") with { Transportation = [told], Activities = [told], Accommodation = told };

        Said(ReasonCodes.ExcludedAbsent, Without(avoided, "karaoke"), tour).ShouldBe(["karaoke"]);
        Said(ReasonCodes.ExcludedAbsent, Without(avoided, "karaoke"), Similarity.Package("Sa Pa", "sa-pa")).ShouldBe([avoided, "karaoke"]);
    }

    [Theory]
    [InlineData("Eight to ten women, 18+. Women guides and drivers.", false)]
    [InlineData("Đoàn nữ, có nữ tài xế", false)]
    [InlineData("Women riders take you through the alleys", true)]
    [InlineData("nữ tài xế xe máy chở bạn", true)]
    public void women_who_drive_are_no_motorbike_unless_they_ride(string told, bool ride) =>
        Said(ReasonCodes.ExcludedInPassing, Without("motorbike"), Similarity.Package("Đà Nẵng", "da-nang") with { Notes = told }).Count.ShouldBe(ride ? 1 : 0);
}
