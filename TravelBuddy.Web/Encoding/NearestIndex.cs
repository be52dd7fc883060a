using Npgsql;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// The nearest-neighbour indexes: one for each encoder, over its rows alone, so that another encoder's rows never stand in the way. Two names take turns:
/// while one index serves, the next encoder's is built under the other.
/// </summary>
public sealed class NearestIndex(NpgsqlDataSource database, EncodingOptions options, ILogger<NearestIndex> log)
{
    /// <summary>Has an index of this encoder's rows if there are so many that one is worth it: its name, or null if an exact scan is as good.</summary>
    public async Task<string?> EnsureAsync(string encoder, int packages, ActiveEncoder? active, CancellationToken ct)
    {
        if (packages <= options.ExactUpTo)
        {
            return null;
        }

        var name = active?.NearestIndexName is not { } serving ? PackageVectors.NearestIndex
            : active.Encoder == encoder ? serving
            : PackageVectors.NearestIndexes.First(other => other != serving);
        await using var connection = await database.OpenConnectionAsync(ct);
        if (await IsValidAsync(connection, name, encoder, ct))
        {
            return name;
        }

        log.LogInformation("Building the nearest-neighbour index over {Packages} packages", packages);
        // What is there is another encoder's, or was left half built by a stop.
        await ExecuteAsync(connection, $"drop index concurrently if exists tb.{name}", ct);
        await ExecuteAsync(connection, $"create index concurrently {name} on tb.package_vectors using hnsw (embedding halfvec_ip_ops) with (m = 32, ef_construction = 200) where encoder = {Quoted(encoder)}", ct);
        return name;
    }

    private static async Task<bool> IsValidAsync(NpgsqlConnection connection, string name, string encoder, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select i.indisvalid and position(quote_literal($2) in pg_get_expr(i.indpred, i.indrelid)) > 0 from pg_index i where i.indexrelid = to_regclass($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"tb.{name}" });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = encoder });
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
