using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using static TravelBuddy.Tests.Recommendations.Judgements;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_a_need_is_met_in_part
{
    private static PackageFacts Serving(params string[] food) => Samples.Facts(Similarity.Package("Huế", "hue") with { Id = food[0], DurationDays = 3, Food = food });

    private static Wishes Eating(string diet) => For("hue") with { Durations = [new(3, 3)], Food = new ConceptWishes([diet], []) };

    [Fact]
    public void it_counts_as_met_and_stands_behind_what_meets_it_fully_and_before_what_is_silent()
    {
        var (fully, asked, silent) = (Adjusted(Eating("vegetarian"), Serving("Vegetarian available")), Adjusted(Eating("vegetarian"), Serving("Vegetarian on request")), Adjusted(Eating("vegetarian"), Serving("seafood")));

        StandingOf(Eating("vegetarian"), Serving("Vegetarian on request")).ShouldBe(Standing.Answer);
        asked.ShouldBeLessThan(fully - .02);
        asked.ShouldBeGreaterThan(silent + .2);
    }

    [Theory]
    [InlineData("Vegetarian on request", "Vegetarian: on request, ask before you book", "Ăn chay: phải báo trước, hãy hỏi trước khi đặt")]
    [InlineData("vegetarian lunches", "Vegetarian: only for some meals, ask before you book. The agency writes: “vegetarian lunches”", "Ăn chay: chỉ có ở một số bữa, hãy hỏi trước khi đặt. Công ty ghi: “vegetarian lunches”")]
    [InlineData("Có bàn chay ngày rằm", "Vegetarian: only on some days. The agency writes: “Có bàn chay ngày rằm”", "Ăn chay: chỉ có vào một số ngày. Công ty ghi: “Có bàn chay ngày rằm”")]
    public void it_is_told_so_and_not_as_something_it_has(string food, string english, string vietnamese)
    {
        var reasons = Reasons(Eating("vegetarian"), Serving(food));

        var told = reasons.Single(reason => reason.Code == ReasonCodes.InPart);
        Writer.Sentence(told, "en").ShouldBe(english);
        Writer.Sentence(told, "vi").ShouldBe(vietnamese);
        reasons.ShouldNotContain(reason => reason.Code == ReasonCodes.Has && reason.Arguments.Contains("vegetarian"));
    }

    [Fact]
    public void vegan_food_on_request_is_no_word_about_an_allergy_to_seafood()
    {
        var reasons = Reasons(Eating("seafood-allergy"), Serving("Vegan on request"));

        reasons.ShouldNotContain(reason => reason.Code == ReasonCodes.InPart || reason.Code == ReasonCodes.DietCovered);
        reasons.Single(reason => reason.Code == ReasonCodes.DietUnsaid).Arguments.ShouldBe(["seafood-allergy"]);
    }

    [Fact]
    public void what_cannot_be_done_without_is_told_with_the_tours_own_sentence()
    {
        var tour = Samples.Facts(Similarity.Package("Hue with Halal Meals", "hue") with { Notes = "Only the restaurants in Đà Nẵng are certified." });
        var reasons = Reasons(For("hue") with { Essentials = new ConceptWishes(["halal"], []) }, tour);

        Writer.Sentence(reasons.Single(reason => reason.Code == ReasonCodes.InPart), "en").ShouldBe("Halal: only part of it is certified, ask before you book. The agency writes: “Only the restaurants in Đà Nẵng are certified”");
        reasons.ShouldNotContain(reason => reason.Code == ReasonCodes.EssentialMet);
    }

    [Fact]
    public void a_diet_that_a_stricter_one_on_request_has_in_it_is_on_request_too()
    {
        Reasons(Eating("vegetarian"), Serving("Vegan on request")).Single(reason => reason.Code == ReasonCodes.InPart).Arguments.ShouldBe(["OnRequest", "vegetarian"]);
        Reasons(Eating("vegetarian"), Serving("Vegan on request", "Vegetarian menu")).ShouldNotContain(reason => reason.Code == ReasonCodes.InPart);
    }
}
