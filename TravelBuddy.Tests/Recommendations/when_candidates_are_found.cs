using System.Globalization;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Candidates;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_candidates_are_found(AppFixture app)
{
    private Probe Probe(Wishes wishes, HardLimits? limits = null) => app.Services.Probe(wishes, limits);

    private async Task<(ScoredCandidates Database, ScoredCandidates Process)> BothAsync(Probe probe, int count)
    {
        var searched = app.Services.GetRequiredService<SearchedEncoder>();
        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        using var process = new InProcessCandidates(database, searched, NullLogger<InProcessCandidates>.Instance);
        return (await new PgVectorCandidates(database, searched, process, new EncodingOptions { ExactUpTo = 0 }).FindAsync(probe, count, TestContext.Current.CancellationToken),
            await process.FindAsync(probe, count, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task the_database_and_the_process_agree_to_the_last_bit()
    {
        var wishes = new Wishes
        {
            Places = [new PlaceWish("hoi-an", null), new PlaceWish("hue", null)],
            Durations = [new(3, 3), new(5, 5)],
            Food = new ConceptWishes(["seafood"], []),
            Activities = new ConceptWishes(["beach", "cooking-class", "cycling"], []),
        };

        var (database, process) = await BothAsync(Probe(wishes), 100);

        database.Scores.Take(10).ShouldBe(process.Scores.Take(10));
        database.Ids.Take(10).ShouldBe(process.Ids.Take(10));
        database.SimilaritiesOf(0).ToArray().ShouldBe(process.SimilaritiesOf(0).ToArray());
    }

    [Fact]
    public async Task moved_weights_are_followed()
    {
        var wishes = new Wishes { Places = [new PlaceWish("hoi-an", null)], Food = new ConceptWishes(["vegetarian"], []), Weights = [.01, 0, 0, 0, 1, 0, 0] };

        var (database, process) = await BothAsync(Probe(wishes), 50);

        database.Scores.Take(10).ShouldBe(process.Scores.Take(10));
        database.SimilaritiesOf(0)[(int)Criterion.Food].ShouldBeGreaterThan(.8f);
    }

    [Fact]
    public async Task limits_hold_on_both_ways()
    {
        var limits = new HardLimits(1_500_000, new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 31));

        var (database, process) = await BothAsync(Probe(new Wishes { Places = [new PlaceWish("ha-noi", null)] }, limits), 300);

        database.Ids.Count.ShouldBe(process.Ids.Count);
        database.Ids.Count.ShouldBeInRange(1, 200);
        database.Ids.Order().ShouldBe(process.Ids.Order());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2027-05-01")]
    public async Task what_is_over_is_found_on_neither_way(string? wished)
    {
        var today = new DateOnly(2027, 6, 1);
        var limits = new HardLimits(null, wished is null ? null : DateOnly.Parse(wished, CultureInfo.InvariantCulture), null) { Today = today };
        var (database, process) = await BothAsync(Probe(new Wishes { Places = [new PlaceWish("ha-noi", null)] }, limits), 300);

        database.Ids.Order().ShouldBe(process.Ids.Order());
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var over = await session.Query<TourPackage>().Where(package => package.AvailableUntil < today).Select(package => package.Id).ToListAsync(TestContext.Current.CancellationToken);
        over.ShouldNotBeEmpty();
        database.Ids.Intersect(over).ShouldBeEmpty();
    }

    [Fact]
    public async Task an_empty_query_brings_what_is_popular()
    {
        var (database, process) = await BothAsync(Probe(new Wishes()), 20);

        database.Ids.ShouldBe(process.Ids);
        database.Scores.ShouldBe(database.Scores.OrderDescending());
    }
}
