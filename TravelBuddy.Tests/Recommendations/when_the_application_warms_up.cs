using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_the_application_warms_up(AppFixture app)
{
    [Fact]
    public async Task it_ranks_and_records_nothing()
    {
        var before = await RecordedAsync();

        await app.Services.GetServices<IHostedService>().OfType<WarmUp>().ShouldHaveSingleItem().RunAsync(TestContext.Current.CancellationToken);

        (await RecordedAsync()).ShouldBe(before);
    }

    private async Task<(int Lists, int Trips)> RecordedAsync()
    {
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.Query<RecommendationList>().CountAsync(), await session.Query<Trip>().CountAsync());
    }
}
