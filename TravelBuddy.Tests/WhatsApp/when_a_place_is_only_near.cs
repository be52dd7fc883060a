using TravelBuddy.Web.Recommendations;
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
}
