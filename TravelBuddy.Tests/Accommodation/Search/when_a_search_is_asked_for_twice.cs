using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Search.Steps;
using static TravelBuddy.Tests.Accommodation.Search.StayPages;

namespace TravelBuddy.Tests.Accommodation.Search;

public sealed class when_a_search_is_asked_for_twice(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_search_is_sent_on_to_be_summed_up_once_however_often_it_is_ranked()
    {
        await using var stays = await StaysApp.StartAsync(app);
        stays.Model.IsConfigured = true;
        stays.Model.Answer = stays.Model.SlowlyAsync;
        var (store, searches) = (stays.App.Services.GetRequiredService<IDocumentStore>(), stays.App.Services.GetRequiredService<IStaySearches>());
        var search = new StaySearch { Id = Guid.CreateVersion7(), TravellerId = Guid.CreateVersion7(), Wishes = new StayWishes { Places = ["hoi-an"] }, At = DateTimeOffset.UtcNow, SearchesWeb = true, Queries = [new StayQuery("hotel Hoi An", "en", IsDone: true)] };
        await using (var session = store.LightweightSession())
        {
            session.Insert(search);
            await session.SaveChangesAsync(Ct);
        }

        var ranks = ActivatorUtilities.CreateInstance<RankStaysHandler>(stays.App.Services);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ranks.HandleAsync(new RankStays(search.Id), Ct)));
        await ranks.HandleAsync(new RankStays(search.Id), Ct);

        (await searches.ReadAsync(search.Id, Ct))!.ShouldSatisfyAllConditions(ranked => ranked.SummaryAsked.ShouldBeTrue(), ranked => ranked.Revision.ShouldBe(1, "those that came later found nothing to do"));
        stays.Model.Held.SetResult();
        await EndedAsync(searches, search.Id);
        stays.Model.Asked.Count(task => task.Prompt == "stay-summary").ShouldBe(1);
    }

    [Fact]
    public async Task the_same_question_is_the_same_search_and_a_step_that_comes_twice_does_nothing()
    {
        await using var stays = await StaysApp.StartAsync(app);
        stays.AddHouse("Lantern Garden Hotel", 15.88, 108.33, StaysApp.Facts);
        var (searches, traveller, wishes) = (stays.App.Services.GetRequiredService<IStaySearches>(), Guid.CreateVersion7(), new StayWishes { Places = ["hoi-an"], Concepts = ["pool"] });

        var one = await searches.SearchAsync(traveller, null, wishes, Ct);
        var again = await searches.SearchAsync(traveller, null, wishes with { Concepts = ["pool"] }, Ct);
        again.Id.ShouldBe(one.Id);
        (await searches.SearchAsync(Guid.CreateVersion7(), null, wishes, Ct)).Id.ShouldNotBe(one.Id);
        var ended = await EndedAsync(searches, one.Id);
        var asked = stays.Web.Asked.Count;
        await SendStepAsync(stays.App.Host, new SearchStays(one.Id, 0));
        await SendStepAsync(stays.App.Host, new ReadStayPages(one.Id, 0));
        await SendStepAsync(stays.App.Host, new EndStaySearch(one.Id));

        (await searches.ReadAsync(one.Id, Ct))!.Revision.ShouldBe(ended.Revision);
        stays.Web.Asked.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task who_presses_twice_at_once_has_one_search()
    {
        await using var stays = await StaysApp.StartAsync(app);
        var (searches, traveller) = (stays.App.Services.GetRequiredService<IStaySearches>(), Guid.CreateVersion7());

        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => searches.SearchAsync(traveller, null, new StayWishes { Places = ["hoi-an"] }, Ct))));

        all.Select(search => search.Id).Distinct().ShouldHaveSingleItem();
    }
}
