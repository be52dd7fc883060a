using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using Wolverine;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_a_list_is_recorded(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<(Guid Traveller, Guid Trip, Guid List)> RecordAsync()
    {
        var traveller = Guid.CreateVersion7();
        var trips = app.Services.GetRequiredService<ITrips>();
        var trip = await trips.StartAsync(traveller, "en", "USD", Ct);
        (await trips.ChangeAsync(trip, traveller, null, wishes => wishes with { Places = [new PlaceWish("hoi-an", null)], Durations = [new(3, 3)] }, Ct)).ShouldBe(SaveOutcome.Saved);
        var list = await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RecommendAsync(trip, traveller, Ct));
        return (traveller, trip, list.Id);
    }

    private Task<RecommendationList?> FindAsync(Guid list, Guid traveller) =>
        app.InScopeAsync(services => services.GetRequiredService<IRecommender>().FindAsync(list, traveller, Ct));

    [Fact]
    public async Task it_is_shown_as_it_was_ranked_and_the_trip_knows_it()
    {
        var (traveller, trip, id) = await RecordAsync();

        var list = (await FindAsync(id, traveller)).ShouldNotBeNull();
        list.TripId.ShouldBe(trip);
        list.Language.ShouldBe("en");
        list.Currency.ShouldBe("USD");
        list.Packages.Count.ShouldBeGreaterThan(10);
        list.Packages[0].Reasons.ShouldContain(reason => reason.Code == "places.visited");
        list.Packages.Select(package => package.Score).Max().ShouldBeLessThanOrEqualTo(1);
        var now = (await app.Services.GetRequiredService<ITrips>().FindAsync(trip, traveller, Ct)).ShouldNotBeNull();
        now.LatestListId.ShouldBe(id);
        now.Version.ShouldBe(list.TripVersion + 1);
    }

    [Fact]
    public async Task lists_and_answers_of_the_same_moment_are_all_recorded()
    {
        var (traveller, trip, id) = await RecordAsync();
        var trips = app.Services.GetRequiredService<ITrips>();

        await Task.WhenAll(Enumerable.Range(1, 8).Select(i => i % 2 == 0
            ? app.InScopeAsync(async services => (await services.GetRequiredService<IRecommender>().RecommendAsync(trip, traveller, Ct)).Id)
            : app.InScopeAsync(async _ => await trips.ChangeAsync(trip, traveller, null, wishes => wishes with { Budget = new(null, i * 1_000_000, "VND") }, Ct) == SaveOutcome.Saved ? id : Guid.Empty)))
            .ContinueWith(all => all.Result.ShouldAllBe(done => done != Guid.Empty), Ct);

        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var events = await session.Events.FetchStreamAsync(trip, token: Ct);
        events.Select(e => e.Data).OfType<ToursRecommended>().Count().ShouldBe(5);
        (await session.LoadAsync<Trip>(trip, Ct))!.Version.ShouldBe(events.Count);
    }

    [Fact]
    public async Task what_ranking_gives_is_what_is_read_again()
    {
        var (traveller, trip, _) = await RecordAsync();

        var given = await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RecommendAsync(trip, traveller, Ct));

        var read = (await FindAsync(given.Id, traveller)).ShouldNotBeNull();
        JsonSerializer.Serialize(read with { RecordedAt = given.RecordedAt }).ShouldBe(JsonSerializer.Serialize(given));
        read.RecordedAt.ShouldBe(given.RecordedAt, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task another_traveller_does_not_find_it()
    {
        var (_, _, id) = await RecordAsync();

        (await FindAsync(id, Guid.CreateVersion7())).ShouldBeNull();
    }

    [Fact]
    public async Task nothing_is_recommended_for_another_travellers_trip()
    {
        var (_, trip, _) = await RecordAsync();

        await Should.ThrowAsync<KeyNotFoundException>(() =>
            app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RecommendAsync(trip, Guid.CreateVersion7(), Ct)));
    }

    [Fact]
    public async Task a_thumb_is_recorded_once_and_the_other_thumb_turns_it()
    {
        var (traveller, trip, id) = await RecordAsync();
        var package = (await FindAsync(id, traveller))!.Packages[0].PackageId;
        Task<FeedbackOutcome> Say(object command) => app.InScopeAsync(services => services.GetRequiredService<IMessageBus>().InvokeAsync<FeedbackOutcome>(command, Ct));

        (await Say(new LikePackage(traveller, id, package))).ShouldBe(FeedbackOutcome.Recorded);
        (await Say(new LikePackage(traveller, id, package))).ShouldBe(FeedbackOutcome.Unchanged);
        (await Say(new DislikePackage(traveller, id, package))).ShouldBe(FeedbackOutcome.Recorded);
        (await Say(new LikePackage(Guid.CreateVersion7(), id, package))).ShouldBe(FeedbackOutcome.NotFound);
        (await Say(new LikePackage(traveller, id, "no-such-package"))).ShouldBe(FeedbackOutcome.NotFound);

        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var snapshot = (await session.LoadAsync<Trip>(trip, Ct)).ShouldNotBeNull();
        snapshot.Disliked.ShouldBe([package]);
        snapshot.Liked.ShouldBeEmpty();
    }

    [Fact]
    public async Task thumbs_count_in_the_trips_next_list()
    {
        var (traveller, trip, id) = await RecordAsync();
        var first = (await FindAsync(id, traveller))!.Packages.Select(package => package.PackageId).ToList();
        var (unloved, loved) = (first[0], first[5]);
        await app.InScopeAsync(services => services.GetRequiredService<IMessageBus>().InvokeAsync<FeedbackOutcome>(new DislikePackage(traveller, id, unloved), Ct));
        await app.InScopeAsync(services => services.GetRequiredService<IMessageBus>().InvokeAsync<FeedbackOutcome>(new LikePackage(traveller, id, loved), Ct));

        var next = await app.InScopeAsync(services => services.GetRequiredService<IRecommender>().RecommendAsync(trip, traveller, Ct));

        var packages = (await FindAsync(next.Id, traveller))!.Packages;
        var second = packages.Select(package => package.PackageId).ToList();
        second.Take(10).ShouldNotContain(unloved);
        second.IndexOf(loved).ShouldBeInRange(0, 4);
        packages.Select(package => package.Score).ShouldBeInOrder(SortDirection.Descending);
    }
}
