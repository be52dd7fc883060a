using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_the_number_keeps_its_pace
{
    [Fact]
    public void no_second_holds_more_than_a_quarter_above_what_is_set_wherever_it_begins()
    {
        for (var perSecond = 1; perSecond <= 1000; perSecond++)
        {
            var allowance = NumberPace.Of(perSecond);
            var windows = TimeSpan.FromSeconds(1) / allowance.Window;
            (allowance.Times * windows).ShouldBeInRange(perSecond * .57, perSecond, "on average");
            if (perSecond >= 4)
            {
                (allowance.Times * (windows + 1)).ShouldBeLessThanOrEqualTo(perSecond * 1.25, "a second that begins within a window meets one more");
            }
        }
    }

    [Fact]
    public void what_is_set_by_itself_stays_below_what_meta_allows() => (NumberPace.Of(60).Times * 5).ShouldBeLessThan(80);
}
