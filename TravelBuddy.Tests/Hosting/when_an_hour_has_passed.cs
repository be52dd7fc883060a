using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Tests.Hosting;

public sealed class when_an_hour_has_passed(AppFixture app)
{
    [Fact]
    public async Task every_feature_forgets_even_where_another_s_database_is_away()
    {
        var (time, away, there) = (new FakeTimeProvider(), new Forgetful(fails: true), new Forgetful(fails: false));
        using var tidying = new HourlyTidying([away, there], time, NullLogger<HourlyTidying>.Instance);
        await tidying.StartAsync(TestContext.Current.CancellationToken);
        there.Times.ShouldBe(0);

        // The hours pass while it waits, whenever it begins to.
        await Polling.UntilAsync("both asked to forget, twice", () =>
        {
            time.Advance(TimeSpan.FromHours(1));
            return Task.FromResult(away.Times >= 2 && there.Times >= 2);
        });
        Math.Abs(away.Times - there.Times).ShouldBeLessThanOrEqualTo(1);

        await tidying.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void what_is_kept_for_a_time_is_among_it() =>
        app.Services.GetServices<ITidying>().Select(feature => feature.GetType()).ShouldBe([typeof(StayTidying), typeof(ReasonsTidying), typeof(WebhookTidying)], ignoreOrder: true);

    private sealed class Forgetful(bool fails) : ITidying
    {
        public int Times { get; private set; }

        public Task TidyAsync(CancellationToken ct)
        {
            Times++;
            return fails ? throw new TimeoutException("away") : Task.CompletedTask;
        }
    }
}
