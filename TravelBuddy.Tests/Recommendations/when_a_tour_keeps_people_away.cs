using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_a_tour_keeps_people_away
{
    private static readonly float[] Middling = [.5f, .5f, .5f, .5f, .5f, .5f, .5f];
    private static readonly Wishes Hue = new() { Places = [new PlaceWish("hue", null)] };

    [Theory]
    [InlineData("Hard: 8-9 hours on the last day. Age 16 to 60. Park permit included.", 16, 60)]
    [InlineData("Age 18-70 with recent trekking experience.", 18, 70)]
    [InlineData("Age 12+, 11 km of walking on rock.", 12, null)]
    [InlineData("Hard, age 14-55, under 100 kg.", 14, 55)]
    [InlineData("Eight to ten women, 18+.", 18, null)]
    [InlineData("Minimum age 14.", 14, null)]
    [InlineData("Good for families from age 7.", 7, null)]
    [InlineData("No children under 10.", 10, null)]
    [InlineData("Not suitable for children under 6", 6, null)]
    [InlineData("Honeymoon couples get flowers. Children under 8 are not accepted.", 8, null)]
    [InlineData("Life jackets in all sizes. Children from 6.", 6, null)]
    [InlineData("Trẻ dưới 8 tuổi không nhận.", 8, null)]
    [InlineData("Children from 6 to 11 pay half, children from 12 pay as adults.", null, null)]
    [InlineData("Tổng 14 km đi bộ, từ 12 tuổi trở lên, mang giày bám.", 12, null)]
    [InlineData("Không nhận người dưới 15 tuổi.", 15, null)]
    [InlineData("khong hop tre duoi 6 tuoi", 6, null)]
    [InlineData("Hợp trẻ từ 3 tuổi, đường bằng phẳng.", 3, null)]
    [InlineData("Nhận khách từ 16 đến 60 tuổi.", 16, 60)]
    [InlineData("Trẻ 5-10 tuổi tính 70%.", null, null)]
    [InlineData("Trẻ dưới 5 tuổi miễn phí ngủ chung.", null, null)]
    [InlineData("Trẻ em từ 5 tuổi tính 75% giá.", null, null)]
    [InlineData("Chè shan tuyết trăm tuổi, bản hơn 40 nóc nhà.", null, null)]
    [InlineData("Phù hợp người từ 60 tuổi, đi bộ ít.", null, null)]
    [InlineData("For 20+ pupils, ages are given when booking.", null, null)]
    [InlineData("From 12 years experience we know the way.", null, null)]
    public void the_ages_it_takes_are_read_and_prices_by_age_are_not(string notes, int? least, int? most) =>
        Admission.Of(Similarity.Package() with { Notes = notes }).ShouldBe(new Admission(least, most));

    [Fact]
    public void a_tour_from_16_is_no_answer_for_a_family_with_a_child_and_says_why()
    {
        var family = Hue with { Party = new PartyWish(2, 1) };
        var tour = Samples.Facts(Similarity.Package("Huế", "hue") with { Notes = "Age 16 to 60." });

        Samples.Judged(family, tour, .5).Standing.ShouldBe(Standing.NearMiss);
        Samples.Judged(Hue with { Party = new PartyWish(2, 0) }, tour, .5).Standing.ShouldBe(Standing.Answer);
        Told(family, tour, ReasonCodes.NotAdmitted).Arguments.ShouldBe(["16", "60"]);
    }

    [Fact]
    public void a_tour_from_7_takes_children_but_no_toddlers()
    {
        var tour = Samples.Facts(Similarity.Package("Huế", "hue") with { Notes = "Hợp trẻ từ 7 tuổi." });

        Samples.Assess(Hue with { Party = new PartyWish(2, 1) }, tour).NotAdmitted.ShouldBeFalse();
        Samples.Assess(Hue with { Party = new PartyWish(2, 1), Accommodation = new ConceptWishes(["toddlers"], []) }, tour).NotAdmitted.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Takes children from 7.", "7")]
    [InlineData("Hợp trẻ từ 7 tuổi.", "7")]
    [InlineData("Age 12+, 11 km of walking on rock.", "12")]
    public void a_tour_that_takes_no_child_so_young_is_not_offered_while_there_is_anything_else_and_says_why(string notes, string least)
    {
        var family = Hue with { Party = new PartyWish(2, 2).Aged([9, 6]) };
        var tour = Samples.Facts(Similarity.Package("Huế", "hue") with { Notes = notes });

        Samples.Judged(family, tour, .9).Standing.ShouldBe(Standing.Unwanted);
        Samples.Judged(family, tour, .9).Fits.ShouldBeFalse();
        Told(family, tour, ReasonCodes.NotAdmitted).Arguments.ShouldBe([least, "", "6"]);
    }

    [Fact]
    public void a_tour_that_takes_all_children_as_old_as_they_are_is_an_answer_without_a_word_of_it()
    {
        var tour = Samples.Facts(Similarity.Package("Huế", "hue") with { Notes = "Takes children from 7." });
        var strict = Samples.Facts(Similarity.Package("Huế", "hue") with { Notes = "Minimum age 14." });

        Samples.Judged(Hue with { Party = new PartyWish(2, 1).Aged([7]) }, tour, .5).Standing.ShouldBe(Standing.Answer);
        Samples.Judged(Hue with { Party = new PartyWish(2, 1).Aged([15]) }, strict, .5).Standing.ShouldBe(Standing.Answer);
        Reasons(Hue with { Party = new PartyWish(2, 1).Aged([7]) }, tour).ShouldNotContain(reason => reason.Code == ReasonCodes.NotAdmitted);
    }

    [Fact]
    public void of_children_whose_ages_were_not_all_told_the_limit_is_still_said()
    {
        var tour = Samples.Facts(Similarity.Package("Huế", "hue") with { Notes = "Takes children from 7." });

        Told(Hue with { Party = new PartyWish(2, 2).Aged([9]) }, tour, ReasonCodes.NotAdmitted).Arguments.ShouldBe(["7", ""]);
    }

    [Fact]
    public void a_tour_up_to_60_takes_no_parents_of_old_age()
    {
        var tour = Samples.Facts(Similarity.Package("Huế", "hue") with { Notes = "Age 16 to 60." });

        Samples.Assess(Hue with { Accommodation = new ConceptWishes(["over-eighty"], []) }, tour).NotAdmitted.ShouldBeTrue();
        Samples.Assess(Hue with { Accommodation = new ConceptWishes(["women"], []) }, tour).NotAdmitted.ShouldBeFalse();
    }

    [Theory]
    [InlineData("toddlers", "Mountain climbing")]
    [InlineData("elderly", "phượt xe máy")]
    [InlineData("father-and-child", "Women only")]
    [InlineData("couple", "chỉ dành cho nữ")]
    [InlineData("fear-of-heights", "Cable car")]
    [InlineData("fear-of-heights", "cầu kính")]
    [InlineData("motion-sickness", "speedboat")]
    [InlineData("family-with-kids", "motorbike loop")]
    public void what_speaks_against_those_who_travel_comes_after_what_is_silent_and_is_told(string who, string said)
    {
        var wishes = Hue with { Accommodation = new ConceptWishes([who], []) };
        var tour = Samples.Facts(Similarity.Package($"Huế: {said}", "hue"));
        var silent = Samples.Facts(Similarity.Package("Huế", "hue"));

        Samples.Judged(wishes, tour, .9).Standing.ShouldBe(Standing.LacksNeed);
        Samples.Judged(wishes, silent, .5).Standing.ShouldBe(Standing.Answer);
        Samples.Judged(wishes, tour, .9).Fits.ShouldBeFalse();
        Told(wishes, tour, ReasonCodes.Unsuited).Arguments.ShouldBe([who]);
        Reasons(wishes, tour).ShouldNotContain(reason => reason.Code == ReasonCodes.DoesNotSay && reason.Arguments.Contains(who));
    }

    [Theory]
    [InlineData("pregnant", "Rafting"), InlineData("over-eighty", "Caving")]
    public void what_could_harm_those_who_travel_is_not_offered_while_there_is_anything_else_and_is_told(string who, string said)
    {
        var wishes = Hue with { Accommodation = new ConceptWishes([who], []) };
        var tour = Samples.Facts(Similarity.Package($"Huế: {said}", "hue"));

        Samples.Judged(wishes, tour, .9).Standing.ShouldBe(Standing.Unwanted);
        Told(wishes, tour, ReasonCodes.Unsuited).Arguments.ShouldBe([who]);
    }

    [Fact]
    public void who_is_afraid_of_heights_and_wants_the_zipline_all_the_same_is_not_kept_from_it()
    {
        var brave = Hue with { Accommodation = new ConceptWishes(["fear-of-heights"], []), Activities = new ConceptWishes(["zipline"], []) };

        Samples.Assess(brave, Samples.Facts(Similarity.Package("Huế: zipline", "hue"))).Unsuited.ShouldBeEmpty();
        Samples.Assess(brave, Samples.Facts(Similarity.Package("Huế: zipline, cable car", "hue"))).Unsuited.ShouldBe(["fear-of-heights"]);
    }

    [Fact]
    public void what_could_harm_those_who_travel_sinks_below_a_tour_without_their_diet()
    {
        var grandmother = Hue with { Accommodation = new ConceptWishes(["over-eighty"], []), Food = new ConceptWishes(["vegetarian"], []) };
        var caving = Samples.Facts(Similarity.Package("Huế: caving", "hue") with { Food = ["Vegetarian meals"] });
        var silent = Samples.Facts(Similarity.Package("Huế", "hue"));

        Adjusted(grandmother, caving).ShouldBeLessThan(Adjusted(grandmother, silent));
    }

    [Fact]
    public void a_tour_that_does_not_take_those_who_travel_sinks_below_a_longer_one_that_does()
    {
        var family = Hue with { Party = new PartyWish(2, 2), Durations = [new(3, 3)] };
        var adults = Samples.Facts(Similarity.Package("Huế", "hue") with { DurationDays = 3, Notes = "Age 18 to 39." });
        var longer = Samples.Facts(Similarity.Package("Huế", "hue") with { DurationDays = 5 });

        Adjusted(family, adults).ShouldBeLessThan(Adjusted(family, longer) - .1);
    }

    private static double Adjusted(Wishes wishes, PackageFacts tour) => Adjustment.Of(Samples.Context(wishes), Samples.Assess(wishes, tour), tour, Middling, [.. Web.Encoding.VectorLayout.DefaultWeights]);

    private static Reason Told(Wishes wishes, PackageFacts tour, string code) => Reasons(wishes, tour).Single(reason => reason.Code == code);

    private static IReadOnlyList<Reason> Reasons(Wishes wishes, PackageFacts tour) => ReasonFinder.Of(Samples.Context(wishes), Samples.Assess(wishes, tour), tour, Middling);
}
