using Npgsql;

namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>A message of the app's outbox, as its row says.</summary>
public sealed record OutboxRow(string Id, Guid PersonId, long Sequence, string Kind, string? Phrase, string State, string? PackageId, DateTimeOffset CreatedAt);

/// <summary>What the app's database says: what still waits, and what was done.</summary>
public sealed class AppRows(string connectionString) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(connectionString);

    /// <summary>Commands that are not handled, messages that are not sent, updates that are not read, and commands that failed for good.</summary>
    public async Task<(long Commands, long Unsent, long Unread, long Dead)> WaitingAsync()
    {
        await using var command = _database.CreateCommand($"""
            select (select count(*) from {await SchemaOfAsync("wolverine_incoming_envelopes")}.wolverine_incoming_envelopes where status <> 'Handled' and (execution_time is null or execution_time < now() + interval '1 minute')),
                   (select count(*) from tb.mt_doc_outboundmessage where data ->> 'state' in ('Pending', 'Attempted')),
                   (select count(*) from tb.mt_doc_webhookupdate),
                   (select count(*) from {await SchemaOfAsync("wolverine_dead_letters")}.wolverine_dead_letters)
            """);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
    }

    public async Task<IReadOnlyList<OutboxRow>> OutboxAsync()
    {
        await using var command = _database.CreateCommand("""
            select id, (data ->> 'personId')::uuid, (data ->> 'sequence')::bigint, data -> 'content' ->> 'kind', data -> 'content' ->> 'phrase', data ->> 'state', data ->> 'packageId', (data ->> 'createdAt')::timestamptz
            from tb.mt_doc_outboundmessage
            """);
        await using var row = await command.ExecuteReaderAsync();
        var rows = new List<OutboxRow>();
        while (await row.ReadAsync())
        {
            rows.Add(new OutboxRow(
                row.GetGuid(0).ToString("N"), row.GetGuid(1), row.GetInt64(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6), row.GetFieldValue<DateTimeOffset>(7)));
        }

        return rows;
    }

    /// <summary>How many likes of tours were recorded.</summary>
    public async Task<long> LikesAsync()
    {
        await using var command = _database.CreateCommand("select count(*) from tb.mt_events where type = 'package_liked'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>How many texts and reactions the app has read.</summary>
    public async Task<long> ReadAsync()
    {
        await using var command = _database.CreateCommand("select (select count(*) from tb.mt_doc_takenmessage) - (select count(*) from tb.mt_doc_webhookupdate)");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<string> SchemaOfAsync(string table)
    {
        await using var command = _database.CreateCommand("select table_schema::text from information_schema.tables where table_name = $1 limit 1");
        command.Parameters.AddWithValue(table);
        return (string)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"There is no table {table}."));
    }
}
