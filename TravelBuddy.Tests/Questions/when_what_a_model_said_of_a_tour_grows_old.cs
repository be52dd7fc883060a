using Marten;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Accommodation.Search;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Questions;

namespace TravelBuddy.Tests.Questions;

public sealed class when_what_a_model_said_of_a_tour_grows_old(AppFixture app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_is_not_told_any_more_and_forgotten_within_the_hour()
    {
        var package = Repository.Packages[0];
        var (old, young) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var store = app.Services.GetRequiredService<IDocumentStore>();
        await using (var session = store.LightweightSession())
        {
            session.Store(Kept(old, DateTimeOffset.UtcNow - KeptReasons.Time - TimeSpan.FromMinutes(1)), Kept(young, DateTimeOffset.UtcNow - KeptReasons.Time + TimeSpan.FromHours(1)));
            await session.SaveChangesAsync(Ct);
        }

        (await SaidAsync(old)).ShouldBeEmpty();
        (await SaidAsync(young)).ShouldHaveSingleItem().Text.ShouldBe("There is seafood.");

        await app.Services.GetRequiredService<ReasonsTidying>().TidyAsync(Ct);

        await using var kept = store.QuerySession();
        (await kept.LoadAsync<KeptReasons>(KeptReasons.IdOf(old, package, "en"), Ct)).ShouldBeNull();
        (await kept.LoadAsync<KeptReasons>(KeptReasons.IdOf(young, package, "en"), Ct)).ShouldNotBeNull();

        KeptReasons Kept(Guid list, DateTimeOffset at) => new() { Id = KeptReasons.IdOf(list, package, "en"), Reasons = [new TourReason("There is seafood.", [])], At = at };

        Task<IReadOnlyList<TourReason>> SaidAsync(Guid list) => ActivatorUtilities.CreateInstance<TourReasons>(app.Services, new ToldModel()).SaidAsync(list, package, "en", Ct);
    }
}
