using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using static TravelBuddy.Tests.Recommendations.Judgements;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_a_tour_is_made_for_others
{
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
    [InlineData("HUẾ 3N3Đ GIÁ SINH VIÊN"), InlineData("Hue at a student price")]
    public void a_tour_at_the_price_of_students_is_told_to_be_theirs_and_left_open_to_others(string title)
    {
        var tour = Samples.Facts(Similarity.Package(title, "hue"));

        Reasons(For("hue"), tour).Single(reason => reason.Code == ReasonCodes.MadeForSome).Arguments.ShouldBe(["students"]);
        Reasons(For("hue") with { Accommodation = new ConceptWishes(["students"], []) }, tour).ShouldNotContain(reason => reason.Code == ReasonCodes.MadeForSome);
        StandingOf(For("hue"), tour).ShouldBe(Standing.Answer);
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
    [InlineData("Backpackers' Hue", "Huế cho dân ba lô", false)]
    [InlineData("Honeymoon in Hue", "Huế, trăng mật", true)]
    [InlineData("Golf in Hue", "Huế chơi golf", true)]
    [InlineData("Women-only break in Hue", "Huế chỉ dành cho nữ", true)]
    public void a_tour_made_for_others_sinks_a_little_for_a_family_and_one_whose_people_would_have_said_so_for_whom_nothing_is_known_of_too(string english, string vietnamese, bool isTold)
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

    [Fact]
    public void of_those_looked_at_what_is_made_for_people_who_would_have_said_so_comes_a_little_later_and_for_them_it_does_not()
    {
        var (plain, honeymoon) = (Samples.Facts(Similarity.Package("Huế", "hue") with { Id = "plain", DurationDays = 2 }), Samples.Facts(Similarity.Package("Honeymoon in Hue", "hue") with { Id = "honeymoon", DurationDays = 3 }));
        var two = For("hue") with { Party = new PartyWish(2, 0) };

        Ordered(Samples.Judged(For("hue"), honeymoon, .55), Samples.Judged(For("hue"), plain, .5)).ShouldBe(["plain", "honeymoon"]);
        Ordered(Samples.Judged(For("hue"), honeymoon, .65), Samples.Judged(For("hue"), plain, .5)).ShouldBe(["honeymoon", "plain"]);
        Ordered(Samples.Judged(two, honeymoon, .55), Samples.Judged(two, plain, .5)).ShouldBe(["honeymoon", "plain"]);
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
    [InlineData("For children from 7: dress up as a mandarin.", "family-with-kids")]
    [InlineData("Slow days. Built for families: no long drives.", "family-with-kids")]
    [InlineData("A trip for vegans by a vegan guide.", "vegan")]
    [InlineData("Ba ngày thong thả cho nhà có con nhỏ: sáng tắm biển.", "family-with-kids")]
    [InlineData("Dành cho người lớn tuổi, đi chậm.", "elderly")]
    public void whom_it_is_made_for_is_read_from_what_its_texts_call_them(string description, params string[] audience) =>
        Samples.Facts(Similarity.Package("Hue", "hue") with { Description = description }).MadeFor.Keys.ShouldBe(audience);

    [Theory]
    [InlineData("For families and friends who stay in town.")]
    [InlineData("Good for families. Seniors welcome.")]
    [InlineData("Vegetarian food for vegans on request.")]
    [InlineData("Buffet rộng, trẻ em chạy nhảy, hợp người lớn tuổi.")]
    public void whom_a_text_only_speaks_of_is_nobody_it_is_made_for(string description) =>
        Samples.Facts(Similarity.Package("Hue", "hue") with { Description = description }).MadeFor.ShouldBeEmpty();

    [Fact]
    public void where_nothing_is_known_of_who_travels_a_tour_for_anyone_comes_before_one_for_families()
    {
        var (family, anyone) = (Samples.Facts(Similarity.Package("Hue for families", "hue")), Samples.Facts(Similarity.Package("Hue", "hue")));

        Adjusted(For("hue"), family).ShouldBe(Adjusted(For("hue"), anyone) - .01, 1e-9);
    }

    [Fact]
    public void a_boat_chartered_for_many_is_no_answer_for_two_and_one_for_nearly_as_many()
    {
        var boat = Samples.Facts(Similarity.Package("Hue", "hue") with { GroupLeast = 25, GroupMost = 25, PricePer = PricePer.Group });

        StandingOf(For("hue"), boat).ShouldBe(Standing.NearMiss);
        StandingOf(For("hue") with { Party = new PartyWish(2, 0) }, boat).ShouldBe(Standing.NearMiss);
        StandingOf(For("hue") with { Party = new PartyWish(20, 0) }, boat).ShouldBe(Standing.Answer);
    }

    [Theory]
    [InlineData(null, ReasonCodes.MadeForSome)]
    [InlineData(0, ReasonCodes.MadeForOthers)]
    [InlineData(2, null)]
    public void whom_it_is_made_for_is_told_to_all_who_are_not_known_to_be_that_and_held_against_it_of_others(int? children, string? told)
    {
        var wishes = For("hue") with { Party = children is { } count ? new PartyWish(2, count) : null };
        var family = Samples.Facts(Similarity.Package("Hue for families", "hue"));

        ReasonFinder.Of(Samples.Context(wishes), Samples.Assess(wishes, family), family, Middling).Select(reason => reason.Code).SingleOrDefault(code => code is ReasonCodes.MadeForOthers or ReasonCodes.MadeForSome).ShouldBe(told);
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
}
