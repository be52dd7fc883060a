using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>A wish that none of the tours shown meets is named before them, in one plain line.</summary>
public sealed class when_no_tour_shown_meets_a_wish
{
    private static readonly UnmetWishes Unmet = new(Repository.Lexicon);

    [Theory]
    [InlineData(ReasonCodes.DietUnsaid, "vegetarian", "en", "None of these says that it has: vegetarian.")]
    [InlineData(ReasonCodes.DietUnsaid, "vegetarian", "vi", "Chưa tour nào dưới đây ghi là có: ăn chay.")]
    [InlineData(ReasonCodes.EssentialMissing, "lift", "en", "None of these says that it has: lift.")]
    [InlineData(ReasonCodes.DoesNotSay, "kayaking", "en", "None of these says that it has: kayaking.")]
    [InlineData(ReasonCodes.LodgingUnsaid, "dorm", "en", "None of these says that it comes without: dorm.")]
    [InlineData(ReasonCodes.LodgingUnsaid, "dorm", "vi", "Chưa tour nào dưới đây ghi là không có: phòng tập thể.")]
    [InlineData(ReasonCodes.Excluded, "dorm", "en", "All of these have what you wanted to avoid: dorm.")]
    [InlineData(ReasonCodes.DaysOff, "3|1", "en", "None of these is 2 days long.")]
    [InlineData(ReasonCodes.DaysOff, "3|1", "vi", "Không tour nào dưới đây đúng 2 ngày.")]
    [InlineData(ReasonCodes.PriceOver, "6000000|VND|20", "en", "All of these cost more than what you named: up to 5 million.")]
    public void it_is_named_with_the_place(string code, string arguments, string language, string said) =>
        Unmet.Of(List(5, _ => [new Reason(code, arguments.Split('|'))]), Parts(language), language).ShouldHaveSingleItem().ShouldBe(said);

    [Fact]
    public void what_one_of_them_has_is_not() =>
        Unmet.Of(List(5, rank => rank == 4 ? [] : [new Reason(ReasonCodes.DietUnsaid, ["vegetarian"])]), Parts("en"), "en").ShouldBeEmpty();

    [Fact]
    public void needs_come_first_and_no_more_than_two_lines() => Unmet.Of(
        List(4, _ => [new Reason(ReasonCodes.DoesNotSay, ["kayaking"]), new Reason(ReasonCodes.DaysOff, ["3", "1"]), new Reason(ReasonCodes.Excluded, ["dorm"]), new Reason(ReasonCodes.DietUnsaid, ["halal"])]), Parts("en"), "en")
        .ShouldBe(["None of these says that it has: halal.", "All of these have what you wanted to avoid: dorm."]);

    [Fact]
    public void what_an_offer_names_is_not_named_twice() =>
        Unmet.Of(List(3, _ => [new Reason(ReasonCodes.DietUnsaid, ["vegan"])]) with { Relaxations = [new Relaxation(Relaxing.Diets(["vegan"]), 7)] }, Parts("en"), "en").ShouldBeEmpty();

    private static List<(WishOf, string)> Parts(string language) =>
        [(WishOf.Places, "Sa Pa"), (WishOf.Durations, language == "vi" ? "2 ngày" : "2 days"), (WishOf.Budget, language == "vi" ? "tối đa 5 triệu" : "up to 5 million")];

    private static RecommendationList List(int tours, Func<int, IReadOnlyList<Reason>> reasonsOf) => new()
    {
        Id = Guid.NewGuid(),
        TripId = Guid.NewGuid(),
        TravellerId = Guid.NewGuid(),
        TripVersion = 1,
        Weights = [],
        Encoder = "",
        CatalogVersion = 1,
        RecordedAt = DateTimeOffset.UnixEpoch,
        Language = "en",
        Currency = "VND",
        Packages = [.. Enumerable.Range(1, tours).Select(rank => new RankedPackage($"p{rank}", 1 - rank * .01, [], reasonsOf(rank)) { Standing = Standing.LacksNeed })],
    };
}
