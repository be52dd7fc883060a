using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Candidates;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>Nobody waits for packages to be read again, and nobody who leaves takes them from others.</summary>
public sealed class when_the_packages_in_memory_are_behind(AppFixture app) : IAsyncLifetime
{
    private ScratchDatabase _database = null!;
    private NpgsqlDataSource _vectors = null!;
    private ActiveEncoder _active = null!;
    private InProcessCandidates _candidates = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await app.NewDatabaseAsync("behind");
        _vectors = NpgsqlDataSource.Create(_database.ConnectionString);
        var searched = app.Services.GetRequiredService<SearchedEncoder>();
        _active = (await searched.CurrentAsync(Ct))!;
        _candidates = new InProcessCandidates(_vectors, searched, NullLogger<InProcessCandidates>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _candidates.Dispose();
        await _vectors.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task the_search_that_learns_of_a_change_is_answered_from_before_and_later_ones_from_after()
    {
        var before = await FirstAsync(_active);
        await ExecuteAsync($"delete from tb.package_vectors where package_id = '{before[0]}'");
        (await FirstAsync(_active)).ShouldBe(before);

        // Held while the change is read, the table cannot answer before it is let go.
        await using (var connection = await _vectors.OpenConnectionAsync(Ct))
        await using (var transaction = await connection.BeginTransactionAsync(Ct))
        {
            await new NpgsqlCommand("lock table tb.package_vectors in access exclusive mode", connection).ExecuteNonQueryAsync(Ct);
            (await FirstAsync(Next(_active))).ShouldBe(before);
            _candidates.InStep.IsCompleted.ShouldBeFalse();
            await transaction.CommitAsync(Ct);
        }

        await _candidates.InStep.WaitAsync(Ct);
        (await FirstAsync(Next(_active)))[..2].ShouldBe(before[1..]);
    }

    [Fact]
    public async Task a_change_that_cannot_be_read_leaves_what_was_there_and_is_read_by_the_next_search()
    {
        var before = await FirstAsync(_active);
        await ExecuteAsync($"delete from tb.package_vectors where package_id = '{before[0]}'");
        await ExecuteAsync("alter table tb.package_vectors rename to hidden");
        (await FirstAsync(Next(_active))).ShouldBe(before);
        await _candidates.InStep.WaitAsync(Ct);
        await ExecuteAsync("alter table tb.hidden rename to package_vectors");

        (await FirstAsync(Next(_active))).ShouldBe(before);
        await _candidates.InStep.WaitAsync(Ct);

        (await FirstAsync(Next(_active))).ShouldNotContain(before[0]);
    }

    [Fact]
    public async Task the_first_search_may_leave_without_taking_the_reading_from_those_who_wait_for_it_too()
    {
        Task<string[]> first, second;
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await using (var connection = await _vectors.OpenConnectionAsync(Ct))
        await using (var transaction = await connection.BeginTransactionAsync(Ct))
        {
            await new NpgsqlCommand("lock table tb.package_vectors in access exclusive mode", connection).ExecuteNonQueryAsync(Ct);
            first = FirstAsync(_active, leaving.Token);
            second = FirstAsync(_active);
            await leaving.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(first);
            second.IsCompleted.ShouldBeFalse();
            await transaction.CommitAsync(Ct);
        }

        (await second).Length.ShouldBe(3);
    }

    private static ActiveEncoder Next(ActiveEncoder active) => active with { Revision = active.Revision + 1 };

    private Task<string[]> FirstAsync(ActiveEncoder active) => FirstAsync(active, Ct);

    private async Task<string[]> FirstAsync(ActiveEncoder active, CancellationToken ct)
    {
        var probe = app.Services.Probe(new Wishes { Places = [new PlaceWish("hoi-an", null)] }) with { Active = active };
        return [.. (await _candidates.FindAsync(probe, 3, ct)).Ids];
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _vectors.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
