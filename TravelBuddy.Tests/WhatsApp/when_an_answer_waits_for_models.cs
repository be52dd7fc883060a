using Microsoft.Extensions.Time.Testing;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Tests.WhatsApp;

public sealed class when_an_answer_waits_for_models
{
    [Fact]
    public void all_of_them_together_have_four_seconds()
    {
        var time = new FakeTimeProvider();
        var patience = new ChatPatience(time);

        patience.AtMost(TimeSpan.FromSeconds(1.5)).ShouldBe(TimeSpan.FromSeconds(1.5));
        time.Advance(TimeSpan.FromSeconds(1.5));
        patience.AtMost(TimeSpan.FromSeconds(3)).ShouldBe(TimeSpan.FromSeconds(2.5));
        time.Advance(TimeSpan.FromSeconds(9));
        patience.AtMost(TimeSpan.FromSeconds(3)).ShouldBe(TimeSpan.Zero);
    }
}
