using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Search.Steps;

namespace TravelBuddy.Tests.Accommodation.Search;

public sealed class when_a_search_is_gone(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_search_that_is_gone_needs_no_steps()
    {
        await using var stays = await StaysApp.StartAsync(app);
        foreach (object step in new object[] { new WriteStayQueries(Guid.NewGuid()), new SearchStays(Guid.NewGuid(), 3), new ReadStayPages(Guid.NewGuid(), 1), new RankStays(Guid.NewGuid()), new SummariseStays(Guid.NewGuid()), new EndStaySearch(Guid.NewGuid()) })
        {
            (await StayPages.SendStepAsync(stays.App.Host, step)).AllExceptions().ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task old_searches_are_forgotten()
    {
        await using var stays = await StaysApp.StartAsync(app);
        var store = stays.App.Services.GetRequiredService<IDocumentStore>();
        var (old, young) = (Old(DateTimeOffset.UtcNow - StayTidying.Kept - TimeSpan.FromHours(1)), Old(DateTimeOffset.UtcNow - StayTidying.Kept + TimeSpan.FromHours(1)));
        await using (var session = store.LightweightSession())
        {
            session.Insert(old, young);
            await session.SaveChangesAsync(Ct);
        }

        await stays.App.Services.GetRequiredService<StayTidying>().TidyAsync(Ct);

        var searches = stays.App.Services.GetRequiredService<IStaySearches>();
        (await searches.ReadAsync(old.Id, Ct)).ShouldBeNull();
        (await searches.ReadAsync(young.Id, Ct)).ShouldNotBeNull();

        static StaySearch Old(DateTimeOffset at) => new() { Id = Guid.CreateVersion7(), TravellerId = Guid.CreateVersion7(), Wishes = new StayWishes(), At = at };
    }
}
