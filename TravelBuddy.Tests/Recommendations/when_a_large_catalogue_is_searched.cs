using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Candidates;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_a_large_catalogue_is_searched(LargeCatalogue catalogue) : IClassFixture<LargeCatalogue>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Probe Probe(Wishes wishes, HardLimits? limits = null) => catalogue.Services.Probe(wishes, limits);

    private const string Index = $"Index Scan using {PackageVectors.NearestIndex}";
    private const int Queries = 60;

    /// <summary>What is found and the plans that the database ran for it.</summary>
    private async Task<(ScoredCandidates Found, IReadOnlyList<string> Plans)> FindAsync(Probe probe, int count)
    {
        catalogue.Plans.Take();
        return (await catalogue.Nearest.FindAsync(probe, count, Ct), catalogue.Plans.Take());
    }

    /// <summary>Share of the ten best scores that the ten found reach; equal scores are equally good.</summary>
    private async Task<double> RecallAsync(Probe probe)
    {
        var (found, plans) = await FindAsync(probe, 100);
        plans.ShouldNotBeEmpty();
        plans.ShouldAllBe(plan => plan.Contains(Index, StringComparison.Ordinal));
        var exact = await catalogue.Exact.FindAsync(probe, 10, Ct);
        return found.Scores.Take(10).Count(score => score >= exact.Scores[^1] - 1e-9) / 10.0;
    }

    private async Task<double> MeanRecallAsync(Func<RandomWishes, Wishes> wishes, HardLimits? limits = null)
    {
        var random = new RandomWishes(seed: 3);
        var sum = 0.0;
        for (var i = 0; i < Queries; i++)
        {
            sum += await RecallAsync(Probe(wishes(random), limits));
        }

        return sum / Queries;
    }

    [Fact]
    public async Task the_index_finds_what_an_exact_search_finds_with_several_alternatives_in_every_criterion() =>
        (await MeanRecallAsync(random => random.Full())).ShouldBeGreaterThanOrEqualTo(.99);

    [Fact]
    public async Task the_index_finds_it_for_places_and_lengths_alone() => (await MeanRecallAsync(random => random.Sparse())).ShouldBeGreaterThanOrEqualTo(.99);

    [Fact]
    public async Task the_index_finds_it_within_limits_that_keep_a_good_part() =>
        (await MeanRecallAsync(random => random.Sparse(), new HardLimits(await PriceBelowWhichAsync(.3), null, null))).ShouldBeGreaterThanOrEqualTo(.99);

    [Fact]
    public async Task the_settings_of_the_index_hold_for_every_query_of_a_search_and_for_nothing_else()
    {
        await using var connection = await catalogue.Database.OpenConnectionAsync(Ct);
        await using var batch = VectorQueries.Nearest(connection, "whichever", Probe(new RandomWishes(1).Full()), 850);
        const string Settings = "select current_setting('hnsw.ef_search') || ' ' || current_setting('hnsw.iterative_scan')";
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Settings));

        string? within = null;
        await using (var reader = await batch.ExecuteReaderAsync(Ct))
        {
            do
            {
                within = await reader.ReadAsync(Ct) ? reader.GetString(0) : null;
            }
            while (await reader.NextResultAsync(Ct));
        }

        within.ShouldBe("850 relaxed_order");
        await using var after = new NpgsqlCommand(Settings, connection);
        (await after.ExecuteScalarAsync(Ct)).ShouldBe("40 off");
    }

    [Fact]
    public async Task limits_that_keep_less_than_a_twentieth_take_the_exact_path_and_bring_as_many_as_asked()
    {
        // Only packages that do not say until when they are sold.
        var limits = new HardLimits(null, new DateOnly(2028, 1, 1), null);
        var probe = Probe(new RandomWishes(5).Sparse(), limits);
        (await catalogue.Exact.FindAsync(probe, 5_000, Ct)).Ids.Count.ShouldBeLessThan(LargeCatalogue.Packages / 20);

        var (found, plans) = await FindAsync(probe, 40);

        plans.ShouldHaveSingleItem().ShouldNotContain(Index);
        found.Ids.ShouldBe((await catalogue.Exact.FindAsync(probe, 40, Ct)).Ids);
        found.Ids.Count.ShouldBe(40);
    }

    [Fact]
    public async Task weights_far_from_the_default_take_the_exact_path()
    {
        var probe = Probe(new RandomWishes(6).Sparse() with { Food = new ConceptWishes(["seafood"], []), Weights = [.02, .3, .02, .02, .6, .02, .02] });

        var (found, plans) = await FindAsync(probe, 40);

        plans.ShouldHaveSingleItem().ShouldNotContain(Index);
        found.Scores.Take(10).ShouldBe((await catalogue.Exact.FindAsync(probe, 40, Ct)).Scores.Take(10));
    }

    [Fact]
    public async Task no_search_misses_a_tour_however_sliders_are_moved_and_whatever_limits_leave()
    {
        var (random, wishes) = (new Random(11), new RandomWishes(seed: 12));
        var ways = new List<int>();
        for (var i = 0; i < Queries; i++)
        {
            var reach = 2.0 * i / Queries;
            var weights = VectorLayout.DefaultWeights.Select(weight => weight * Math.Exp(reach * (2 * random.NextDouble() - 1))).ToArray();
            var limits = new HardLimits(i % 3 == 0 ? null : await PriceBelowWhichAsync(random.NextDouble()), i % 4 == 0 ? new DateOnly(2027, 1, 1).AddDays(random.Next(300)) : null, null);
            var probe = Probe((i % 2 == 0 ? wishes.Full() : wishes.Sparse()) with { Weights = weights }, limits);

            var (found, plans) = await FindAsync(probe, 100);

            ways.Add(plans.Count(plan => plan.Contains(Index, StringComparison.Ordinal)) == 0 ? 0 : 1);
            found.Scores.Take(10).ShouldBe((await catalogue.Exact.FindAsync(probe, 10, Ct)).Scores, 1e-9, $"search {i}, weights times e^±{reach:0.0}, {limits}");
        }

        ways.Distinct().Count().ShouldBe(2, "some by the index, some exactly");
    }

    [Fact]
    public async Task lengths_and_budgets_without_places_take_the_exact_path()
    {
        var probe = Probe(new RandomWishes(6).Full() with { Places = [] });

        var (found, plans) = await FindAsync(probe, 40);

        plans.ShouldHaveSingleItem().ShouldNotContain(Index);
        found.Scores.Take(10).ShouldBe((await catalogue.Exact.FindAsync(probe, 40, Ct)).Scores.Take(10));
    }

    [Fact]
    public async Task wishes_for_food_alone_take_the_exact_path_because_the_index_hardly_sees_food()
    {
        var (_, plans) = await FindAsync(Probe(new Wishes { Food = new ConceptWishes(["seafood"], []) }), 40);

        plans.ShouldHaveSingleItem().ShouldNotContain(Index);
    }

    [Fact]
    public async Task fewer_than_asked_from_the_index_bring_the_exact_path()
    {
        var limits = new HardLimits(await PriceBelowWhichAsync(.1), null, null);
        var probe = Probe(new RandomWishes(7).Sparse(), limits);
        var all = await catalogue.Exact.FindAsync(probe, 5_000, Ct);

        var (found, plans) = await FindAsync(probe, all.Ids.Count + 100);

        plans.Count.ShouldBe(2);
        plans[1].ShouldNotContain(Index);
        found.Ids.Order(StringComparer.Ordinal).ShouldBe(all.Ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task more_than_the_index_may_look_at_still_come()
    {
        var (found, _) = await FindAsync(Probe(new RandomWishes(8).Sparse()), 1_500);

        found.Ids.Count.ShouldBe(1_500);
    }

    /// <summary>A price such that about the given share of the packages costs no more or does not say.</summary>
    private async Task<decimal> PriceBelowWhichAsync(double share)
    {
        await using var command = catalogue.Database.CreateCommand("select percentile_disc($1) within group (order by coalesce(price_vnd, 0)) from tb.package_vectors where bookable");
        command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = share });
        return (decimal)(await command.ExecuteScalarAsync(Ct))!;
    }
}
