using System.Buffers.Binary;
using Npgsql;
using NpgsqlTypes;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Candidates;

/// <summary>
/// Candidates from the vector table. Up to <see cref="PackageEncoding.ExactUpTo"/> packages the exact path is the in-process index over the same stored
/// halves, which costs a tenth of a scan in SQL. Above, near the default weights: nearest neighbours of every combination of alternatives; otherwise,
/// and whenever that brings fewer than asked, one exact scan. Halves come over the wire as they are stored.
/// </summary>
public sealed class PgVectorCandidates(NpgsqlDataSource database, SearchedEncoder searched, InProcessCandidates inProcess, int inProcessUpTo = PackageEncoding.ExactUpTo) : ICandidates
{
    private const int MostNearest = 16;
    private const int MostScanned = 4;

    /// <summary>Sum of absolute differences up to which weights count as near the default: the index was built for those.</summary>
    private const double NearDefault = .35;

    private const string Filter = """
        encoder = $1 and bookable and ($2::numeric is null or price_vnd is null or price_vnd <= $2)
          and ($3::date is null or available_until is null or available_until >= $3) and ($4::date is null or available_from is null or available_from <= $4)
        """;

    public async Task<ScoredCandidates> FindAsync(Probe probe, int count, CancellationToken ct)
    {
        if (await searched.CurrentAsync(ct) is not { } active)
        {
            return ScoredCandidates.None;
        }

        if (active.Packages <= inProcessUpTo)
        {
            return await inProcess.FindAsync(probe, count, ct);
        }

        await using var connection = await database.OpenConnectionAsync(ct);
        if (probe.Query.IsEmpty)
        {
            return await PopularAsync(connection, active, probe.Limits, count, ct);
        }

        var found = new Rows();
        if (active.NearestIndex && IsNearDefault(probe.Query.EffectiveWeights))
        {
            await NearestAsync(connection, active, probe, count, found, ct);
        }

        if (found.Ids.Count < count)
        {
            found = new Rows();
            await ScanAsync(connection, active, probe, count, found, ct);
        }

        return CandidateScoring.Score(found.Ids, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(found.Values), probe.Query, count);
    }

    private static bool IsNearDefault(ReadOnlySpan<double> weights)
    {
        var off = 0.0;
        for (var c = 0; c < weights.Length; c++)
        {
            off += Math.Abs(weights[c] - VectorLayout.DefaultWeights[c]);
        }

        return off <= NearDefault;
    }

    private static async Task NearestAsync(NpgsqlConnection connection, ActiveEncoder active, Probe probe, int count, Rows found, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            $"select set_config('hnsw.ef_search', '{Math.Max(200, count)}', true), set_config('hnsw.iterative_scan', 'relaxed_order', true)"));
        foreach (var query in CombinedQueries.Of(probe, MostNearest))
        {
            var command = new NpgsqlBatchCommand(
                $"select package_id, halfvec_send(embedding) from tb.package_vectors where {Filter} order by embedding <#> (select $6::real[]::halfvec({VectorLayout.Dimensions})) limit $5");
            AddLimits(command.Parameters, active, probe.Limits, count);
            command.Parameters.Add(new NpgsqlParameter<float[]> { TypedValue = query });
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        do
        {
            await found.ReadAsync(reader, ct);
        }
        while (await reader.NextResultAsync(ct));
    }

    private static async Task ScanAsync(NpgsqlConnection connection, ActiveEncoder active, Probe probe, int count, Rows found, CancellationToken ct)
    {
        var queries = CombinedQueries.Of(probe, MostScanned);
        var distances = string.Join(", ", Enumerable.Range(6, queries.Count).Select(p => $"embedding <#> (select ${p}::real[]::halfvec({VectorLayout.Dimensions}))"));
        await using var command = new NpgsqlCommand(
            $"select package_id, halfvec_send(embedding) from tb.package_vectors where {Filter} order by {(queries.Count == 1 ? $"({distances}) + 0" : $"least({distances})")} limit $5", connection);
        AddLimits(command.Parameters, active, probe.Limits, count);
        foreach (var query in queries)
        {
            command.Parameters.Add(new NpgsqlParameter<float[]> { TypedValue = query });
        }

        await command.PrepareAsync(ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await found.ReadAsync(reader, ct);
    }

    private static async Task<ScoredCandidates> PopularAsync(NpgsqlConnection connection, ActiveEncoder active, HardLimits limits, int count, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select package_id, popularity from tb.package_vectors where {Filter} order by popularity desc, package_id limit $5", connection);
        AddLimits(command.Parameters, active, limits, count);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<string>(count);
        var scores = new List<double>(count);
        while (await reader.ReadAsync(ct))
        {
            ids.Add(reader.GetString(0));
            scores.Add(reader.GetFloat(1));
        }

        return new ScoredCandidates(ids, [.. scores], new float[ids.Count * VectorLayout.Blocks.Count]);
    }

    private static void AddLimits(NpgsqlParameterCollection parameters, ActiveEncoder active, HardLimits limits, int count)
    {
        parameters.Add(new NpgsqlParameter<string> { TypedValue = active.Encoder });
        parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Numeric, Value = (object?)limits.MaxPriceVnd ?? DBNull.Value });
        parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Date, Value = (object?)limits.From ?? DBNull.Value });
        parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Date, Value = (object?)limits.Until ?? DBNull.Value });
        parameters.Add(new NpgsqlParameter<int> { TypedValue = count });
    }

    /// <summary>Rows as they arrive, each package once.</summary>
    private sealed class Rows
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

        public List<string> Ids { get; } = [];

        public List<float> Values { get; } = [];

        public async Task ReadAsync(NpgsqlDataReader reader, CancellationToken ct)
        {
            while (await reader.ReadAsync(ct))
            {
                var id = reader.GetString(0);
                if (_seen.Add(id))
                {
                    Ids.Add(id);
                    Append(reader.GetFieldValue<byte[]>(1));
                }
            }
        }

        /// <summary>The binary form: a count and a reserved word of 16 bits each, then the halves, all big-endian.</summary>
        private void Append(ReadOnlySpan<byte> sent)
        {
            var at = Values.Count;
            System.Runtime.InteropServices.CollectionsMarshal.SetCount(Values, at + VectorLayout.Dimensions);
            var row = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Values)[at..];
            StoredHalves.Read(sent[4..], row);
            PackageVectors.Unscale(row);
        }
    }
}

/// <summary>Halves as PostgreSQL sends them.</summary>
internal static class StoredHalves
{
    public static void Read(ReadOnlySpan<byte> bigEndian, Span<float> into)
    {
        Span<short> native = stackalloc short[VectorLayout.Dimensions];
        BinaryPrimitives.ReverseEndianness(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(bigEndian)[..native.Length], native);
        System.Numerics.Tensors.TensorPrimitives.ConvertToSingle(System.Runtime.InteropServices.MemoryMarshal.Cast<short, Half>(native), into);
    }
}
