using Npgsql;
using NpgsqlTypes;
using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace TravelBuddy.Web.Accounts;

/// <summary>How often something may be done: at most <paramref name="Times"/> in each window of <paramref name="Window"/>.</summary>
public sealed record Allowance(string Name, int Times, TimeSpan Window);

/// <summary>Counts uses against allowances in the database, so that all nodes count together and no two requests take the same last one.</summary>
public sealed class Allowances(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>The table, for Marten's schema management.</summary>
    public static Table Table()
    {
        var table = new Table(new PostgresqlObjectName("tb", "allowances", SchemaUtils.IdentifierUsage.General));
        table.AddColumn<string>("key").AsPrimaryKey();
        table.AddColumn<DateTimeOffset>("window_start").AsPrimaryKey();
        table.AddColumn<DateTimeOffset>("window_end").NotNull();
        table.AddColumn<int>("used").NotNull();
        table.Indexes.Add(new IndexDefinition("allowances_by_window_end") { Columns = ["window_end"] });
        return table;
    }

    /// <summary>Takes one use of an allowance by <paramref name="whoHash"/> (a keyed hash or a random id, never a person's data); false if none is left in this window.</summary>
    public async Task<bool> TakeAsync(Allowance allowance, string whoHash, CancellationToken ct) => await UseAsync(allowance, whoHash, 1, ct) <= allowance.Times;

    /// <summary>Counts uses that nobody was asked about: they are never refused, and leave less for others.</summary>
    public Task CountAsync(Allowance allowance, string whoHash, int uses, CancellationToken ct) => UseAsync(allowance, whoHash, uses, ct);

    /// <summary>How many were used in this window, these among them.</summary>
    private async Task<int> UseAsync(Allowance allowance, string whoHash, int uses, CancellationToken ct)
    {
        var start = new DateTimeOffset(time.GetUtcNow().UtcTicks / allowance.Window.Ticks * allowance.Window.Ticks, TimeSpan.Zero);
        await using var command = database.CreateCommand(
            """
            with tidied as (delete from tb.allowances where window_end < $2 - interval '1 day')
            insert into tb.allowances as known (key, window_start, window_end, used) values ($1, $2, $3, $4)
            on conflict (key, window_start) do update set used = least(known.used, 1000000) + $4
            returning used
            """);
        command.Parameters.AddWithValue($"{allowance.Name}:{whoHash}");
        command.Parameters.AddWithValue(NpgsqlDbType.TimestampTz, start);
        command.Parameters.AddWithValue(NpgsqlDbType.TimestampTz, start + allowance.Window);
        command.Parameters.AddWithValue(uses);
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }
}
