using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Accommodation;

public sealed class when_a_part_of_a_search_is_taken_back
{
    private static readonly StayWishes Wishes = new()
    {
        Places = ["hoi-an"],
        Concepts = ["pool", "quiet"],
        Essentials = ["halal"],
        Exclusions = ["party-hostel"],
        MostPerNight = new Money(800_000, "VND"),
        EachByBudget = new Money(300_000, "VND"),
        Party = new PartyWish(2, 1),
        Dates = new DatesWish(new(2027, 3, 6), new(2027, 3, 9)),
        Nights = 3,
    };

    [Fact]
    public void each_has_a_key() =>
        StayPart.Of(Wishes).Select(part => part.Key).ShouldBe(["wish:halal", "wish:pool", "wish:quiet", "refusal:party-hostel", "limit", "party", "days", "nights"]);

    [Fact]
    public void it_is_gone_and_all_others_stay()
    {
        foreach (var part in StayPart.Of(Wishes).Where(part => part.Kind != StayPartKind.Limit))
        {
            StayPart.Of(StayPart.Without(Wishes, part.Key)!).ShouldBe(StayPart.Of(Wishes).Where(other => other != part));
        }
    }

    [Fact]
    public void without_a_limit_the_budget_s_level_counts_until_that_is_taken_back_too()
    {
        var level = StayPart.Without(Wishes, "limit")!;
        level.Level.ShouldBe(new Money(900_000, "VND"));

        StayPart.Without(level, "level")!.Level.ShouldBeNull();
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("wish:spa"), InlineData("wish"), InlineData("level")]
    public void what_is_not_there_cannot_be(string? key) => StayPart.Without(Wishes, key).ShouldBeNull();
}
