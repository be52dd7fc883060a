using Npgsql;
using NpgsqlTypes;
using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace TravelBuddy.Web.Accommodation.WebSearch;

/// <summary>A provider's calls of one day, and until when it wants to be left alone.</summary>
public sealed record SearchDay(DateOnly Day, int Calls, DateTimeOffset? RestUntil);

/// <summary>Counts calls of search providers by day (UTC) in the database, so that all nodes count together.</summary>
public sealed class SearchUse(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Less than a day: a rest that lasts was asked for today or yesterday.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(6);

    public static Table Table()
    {
        var table = new Table(new PostgresqlObjectName("tb", "search_use", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("provider").AsPrimaryKey();
        table.AddColumn<DateOnly>("day").AsPrimaryKey();
        table.AddColumn<int>("calls").NotNull();
        table.AddColumn<DateTimeOffset>("rest_until");
        return table;
    }

    /// <summary>Takes one call of the day; the reason if there is none left or the provider rests.</summary>
    public async Task<SearchFault?> TakeAsync(string provider, int callsPerDay, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            insert into tb.search_use as known (provider, day, calls) select $1, $2, 1 where $3 > 0 and not exists (select from tb.search_use rests where rests.provider = $1 and rests.day between $2 - 1 and $2 and rests.rest_until > $4)
            on conflict (provider, day) do update set calls = known.calls + 1 where known.calls < $3
            returning calls
            """);
        command.Parameters.AddWithValue(provider);
        command.Parameters.AddWithValue(Today);
        command.Parameters.AddWithValue(callsPerDay);
        command.Parameters.AddWithValue(NpgsqlDbType.TimestampTz, time.GetUtcNow());
        return await command.ExecuteScalarAsync(ct) is not null ? null : (await TodayAsync(provider, ct))?.Calls is var calls && (calls ?? 0) < callsPerDay ? SearchFault.Busy : SearchFault.Quota;
    }

    /// <summary>Leaves a provider alone for a while.</summary>
    public async Task RestAsync(string provider, TimeSpan rest, CancellationToken ct)
    {
        var until = time.GetUtcNow() + (rest < LongestRest ? rest : LongestRest);
        await using var command = database.CreateCommand(
            "insert into tb.search_use as known (provider, day, calls, rest_until) values ($1, $2, 0, $3) on conflict (provider, day) do update set rest_until = greatest(known.rest_until, excluded.rest_until)");
        command.Parameters.AddWithValue(provider);
        command.Parameters.AddWithValue(Today);
        command.Parameters.AddWithValue(NpgsqlDbType.TimestampTz, until);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What was called today, and a rest that lasts, whichever day asked for it; null if there is neither.</summary>
    public async Task<SearchDay?> TodayAsync(string provider, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select coalesce(sum(calls) filter (where day = $2), 0)::int, max(rest_until) filter (where rest_until > $3) from tb.search_use where provider = $1 and (day = $2 or day = $2 - 1 and rest_until > $3) having count(*) > 0");
        command.Parameters.AddWithValue(provider);
        command.Parameters.AddWithValue(Today);
        command.Parameters.AddWithValue(NpgsqlDbType.TimestampTz, time.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? new SearchDay(Today, row.GetInt32(0), row.IsDBNull(1) ? null : row.GetFieldValue<DateTimeOffset>(1)) : null;
    }

    /// <summary>Forgets days before one.</summary>
    public async Task TidyAsync(DateOnly before, CancellationToken ct)
    {
        await using var command = database.CreateCommand("delete from tb.search_use where day < $1");
        command.Parameters.AddWithValue(before);
        await command.ExecuteNonQueryAsync(ct);
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
