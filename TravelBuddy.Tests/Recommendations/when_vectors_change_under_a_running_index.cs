using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Candidates;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>The index in memory is kept in step with the vector table, and then finds what one finds that was read anew.</summary>
public sealed class when_vectors_change_under_a_running_index(AppFixture app) : IAsyncLifetime
{
    private ScratchDatabase _database = null!;
    private NpgsqlDataSource _vectors = null!;
    private ActiveEncoder _active = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await app.NewDatabaseAsync("instep");
        _vectors = NpgsqlDataSource.Create(_database.ConnectionString);
        _active = (await app.Services.GetRequiredService<SearchedEncoder>().CurrentAsync(Ct))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _vectors.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task rows_that_changed_came_or_went_are_found_as_they_are_now_and_only_those_are_read()
    {
        var index = await CatalogueIndex.ReadAsync(_vectors, _active, Ct);
        var first = Ids(index, "hoi-an", 3);
        await ExecuteAsync($"delete from tb.package_vectors where package_id = '{first[0]}'");
        await ExecuteAsync($"update tb.package_vectors set bookable = false, content_hash = content_hash || '-' where package_id = '{first[1]}'");
        await ExecuteAsync($"""
            update tb.package_vectors a set embedding = b.embedding, content_hash = b.content_hash || '+' from tb.package_vectors b
            where a.package_id = '{Ids(index, "ha-noi", 1)[0]}' and b.package_id = '{first[2]}'
            """);
        await ExecuteAsync($"""
            insert into tb.package_vectors (package_id, encoder, embedding, content_hash, price_vnd, days, provider_id, bookable, language, available_from, available_until, popularity)
            select 'new', encoder, embedding, 'new', price_vnd, days, provider_id, bookable, language, available_from, available_until, 1e6 from tb.package_vectors where package_id = '{first[2]}'
            """);
        Ids(index, "hoi-an", 3).ShouldBe(first, "nothing shows before it is brought in step");

        var read = await index.BringInStepAsync(_vectors, _active.Revision + 1, Ct);

        read.ShouldBe(3);
        index.Revision.ShouldBe(_active.Revision + 1);
        var anew = await CatalogueIndex.ReadAsync(_vectors, _active, Ct);
        foreach (var place in (string?[])["hoi-an", "ha-noi", "sa-pa", "phu-quoc", null])
        {
            var (kept, fresh) = (index.Find(Probe(place), 40), anew.Find(Probe(place), 40));
            kept.Scores.ShouldBe(fresh.Scores);
            // Among equal scores the order is that in which rows came.
            Sorted(kept).ShouldBe(Sorted(fresh));
        }

        Ids(index, "hoi-an", 10).ShouldContain("new");
        Ids(index, null, 1).ShouldBe(["new"], "it is the most popular");
        (await index.BringInStepAsync(_vectors, _active.Revision + 2, Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task all_rows_may_change_at_once()
    {
        var index = await CatalogueIndex.ReadAsync(_vectors, _active, Ct);
        await ExecuteAsync("update tb.package_vectors set popularity = -popularity, content_hash = content_hash || '+'");

        (await index.BringInStepAsync(_vectors, _active.Revision + 1, Ct)).ShouldBe(_active.Packages);

        var anew = await CatalogueIndex.ReadAsync(_vectors, _active, Ct);
        Sorted(index.Find(Probe("da-lat"), 40)).ShouldBe(Sorted(anew.Find(Probe("da-lat"), 40)));
        Ids(index, null, 20).ShouldBe(Ids(anew, null, 20));
    }

    private static IEnumerable<(double, string)> Sorted(ScoredCandidates found) => found.Scores.ToArray().Zip(found.Ids).OrderByDescending(one => one.First).ThenBy(one => one.Second, StringComparer.Ordinal);

    private string[] Ids(CatalogueIndex index, string? place, int count) => [.. index.Find(Probe(place), count).Ids];

    private Probe Probe(string? place) => app.Services.Probe(new Wishes { Places = place is null ? [] : [new PlaceWish(place, null)] });

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _vectors.CreateCommand(sql);
        (await command.ExecuteNonQueryAsync(Ct)).ShouldBeGreaterThan(0);
    }
}
