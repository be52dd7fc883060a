using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_a_place_is_only_near
{
    [Theory]
    [InlineData("0", "✓ ")]
    [InlineData("8", "ℹ ")]
    [InlineData("15", "ℹ ")]
    [InlineData("23", "• ")]
    public void it_is_told_and_gets_no_tick(string km, string mark) => Shortfalls.Mark(new Reason(ReasonCodes.PlaceNear, ["can-tho", "con-son", km])).ShouldBe(mark);

    [Fact]
    public void next_door_is_no_drawback() => Shortfalls.IsAgainst(new Reason(ReasonCodes.PlaceNear, ["can-tho", "con-son", "8"])).ShouldBeFalse();

    [Theory]
    [InlineData("0", true)]
    [InlineData("8", false)]
    public void and_yet_a_tour_that_stays_there_is_not_all_that_was_asked_for(string km, bool isAll) =>
        Shortfalls.IsAllAsked(Standing.Answer, [new Reason(ReasonCodes.PlaceNear, ["can-tho", "con-son", km])], priceNamed: false).ShouldBe(isAll);
}
