using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Candidates;

/// <summary>What is asked of the vector table. Every answer holds package ids first; halves come over the wire as they are stored.</summary>
public static class VectorQueries
{
    private const int MostNearest = 16;
    private const int MostScanned = 4;

    // Of 100,000 packages the index then finds .999 of the ten best (docs/decisions/0020); with 200 it finds .95.
    private const int LeastSearched = 800;

    private const string Filter = """
        encoder = $1 and bookable and ($2::numeric is null or price_vnd is null or price_vnd <= $2)
          and ($3::date is null or available_until is null or available_until >= $3) and ($4::date is null or available_from is null or available_from <= $4)
        """;

    private const string Rows = $"select package_id, halfvec_send(embedding) from tb.package_vectors where {Filter}";

    /// <summary>The nearest neighbours of every combination of alternatives, one result each after the settings' own. The batch is one transaction, in which alone the settings hold.</summary>
    public static NpgsqlBatch Nearest(NpgsqlConnection connection, string encoder, Probe probe, int count)
    {
        var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            $"select set_config('hnsw.ef_search', '{Math.Clamp(count, LeastSearched, 1000)}', true), set_config('hnsw.iterative_scan', 'relaxed_order', true)"));
        foreach (var query in CombinedQueries.Of(probe, MostNearest))
        {
            var command = new NpgsqlBatchCommand($"{Rows} order by embedding <#> {Vector(6)} limit $5");
            AddLimits(command.Parameters, encoder, probe.Limits, count);
            command.Parameters.Add(new NpgsqlParameter<float[]> { TypedValue = query });
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    /// <summary>The best of every package within the limits, by the nearest of its alternatives.</summary>
    public static NpgsqlCommand Scan(NpgsqlConnection connection, string encoder, Probe probe, int count)
    {
        var queries = CombinedQueries.Of(probe, MostScanned);
        var distances = string.Join(", ", Enumerable.Range(6, queries.Count).Select(p => $"embedding <#> {Vector(p)}"));
        // An expression around the distance keeps the index from answering.
        var command = new NpgsqlCommand($"{Rows} order by {(queries.Count == 1 ? $"({distances}) + 0" : $"least({distances})")} limit $5", connection);
        AddLimits(command.Parameters, encoder, probe.Limits, count);
        foreach (var query in queries)
        {
            command.Parameters.Add(new NpgsqlParameter<float[]> { TypedValue = query });
        }

        return command;
    }

    public static NpgsqlCommand Popular(NpgsqlConnection connection, string encoder, HardLimits limits, int count)
    {
        var command = new NpgsqlCommand($"select package_id, popularity from tb.package_vectors where {Filter} order by popularity desc, package_id limit $5", connection);
        AddLimits(command.Parameters, encoder, limits, count);
        return command;
    }

    /// <summary>How many packages the database's statistics expect within the limits; it counts none.</summary>
    public static async Task<double> EstimateAsync(NpgsqlConnection connection, string encoder, HardLimits limits, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"explain (format json) select 1 from tb.package_vectors where {Filter}", connection);
        AddLimits(command.Parameters, encoder, limits);
        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync(ct))!);
        return plan.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetDouble();
    }

    private static string Vector(int parameter) => $"(select ${parameter}::real[]::halfvec({VectorLayout.Dimensions}))";

    private static void AddLimits(NpgsqlParameterCollection parameters, string encoder, HardLimits limits)
    {
        parameters.Add(new NpgsqlParameter<string> { TypedValue = encoder });
        parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Numeric, Value = (object?)limits.MaxPriceVnd ?? DBNull.Value });
        parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Date, Value = (object?)limits.Earliest ?? DBNull.Value });
        parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Date, Value = (object?)limits.Until ?? DBNull.Value });
    }

    private static void AddLimits(NpgsqlParameterCollection parameters, string encoder, HardLimits limits, int count)
    {
        AddLimits(parameters, encoder, limits);
        parameters.Add(new NpgsqlParameter<int> { TypedValue = count });
    }
}
