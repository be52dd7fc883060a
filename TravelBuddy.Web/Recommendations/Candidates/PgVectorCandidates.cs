using Npgsql;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Candidates;

/// <summary>
/// Candidates from the vector table. Up to <see cref="EncodingOptions.ExactUpTo"/> packages the exact path is the in-process index over the same stored
/// halves, which costs a tenth of a scan in SQL. Above, for places, near the default weights and with limits that keep enough: nearest neighbours of every combination
/// of alternatives; otherwise, and whenever that brings fewer than asked, one exact scan.
/// </summary>
public sealed class PgVectorCandidates(NpgsqlDataSource database, SearchedEncoder searched, InProcessCandidates inProcess, EncodingOptions options) : ICandidates
{
    /// <summary>Sum of absolute differences up to which weights count as near the default: the index was built for those.</summary>
    private const double NearDefault = .35;

    /// <summary>The share of the catalogue below which walking the index past everything outside the limits costs more than a scan.</summary>
    private const double LeastKept = .05;

    public async Task<ScoredCandidates> FindAsync(Probe probe, int count, CancellationToken ct)
    {
        if ((probe.Active ?? await searched.CurrentAsync(ct)) is not { } active)
        {
            return ScoredCandidates.None;
        }

        if (active.Packages <= options.ExactUpTo)
        {
            return await inProcess.FindAsync(probe, count, ct);
        }

        await using var connection = await database.OpenConnectionAsync(ct);
        if (probe.Query.IsEmpty)
        {
            return await PopularAsync(connection, active, probe.Limits, count, ct);
        }

        var found = new Rows();
        if (active.NearestIndexName is not null && IsNearDefault(probe.Query.EffectiveWeights) && await KeepEnoughAsync(connection, active, probe.Limits, ct))
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

    /// <summary>Whether places are wished, without which the index misses one of ten now and then, and the criteria wished stand to each other nearly as they do by default.</summary>
    private static bool IsNearDefault(ReadOnlySpan<double> weights)
    {
        var wished = 0.0;
        for (var c = 0; c < weights.Length; c++)
        {
            wished += weights[c] > 0 ? VectorLayout.DefaultWeights[c] : 0;
        }

        var off = 0.0;
        for (var c = 0; c < weights.Length; c++)
        {
            off += weights[c] > 0 ? Math.Abs(weights[c] - VectorLayout.DefaultWeights[c] / wished) : 0;
        }

        return weights[(int)Criterion.Locations] > 0 && off <= NearDefault;
    }

    private static async ValueTask<bool> KeepEnoughAsync(NpgsqlConnection connection, ActiveEncoder active, HardLimits limits, CancellationToken ct) =>
        limits.IsNone || await VectorQueries.EstimateAsync(connection, active.Encoder, limits, ct) >= LeastKept * active.Packages;

    private static async Task NearestAsync(NpgsqlConnection connection, ActiveEncoder active, Probe probe, int count, Rows found, CancellationToken ct)
    {
        await using var batch = VectorQueries.Nearest(connection, active.Encoder, probe, count);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        while (await reader.NextResultAsync(ct))
        {
            await found.ReadAsync(reader, ct);
        }
    }

    private static async Task ScanAsync(NpgsqlConnection connection, ActiveEncoder active, Probe probe, int count, Rows found, CancellationToken ct)
    {
        await using var command = VectorQueries.Scan(connection, active.Encoder, probe, count);
        await command.PrepareAsync(ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await found.ReadAsync(reader, ct);
    }

    private static async Task<ScoredCandidates> PopularAsync(NpgsqlConnection connection, ActiveEncoder active, HardLimits limits, int count, CancellationToken ct)
    {
        await using var command = VectorQueries.Popular(connection, active.Encoder, limits, count);
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
