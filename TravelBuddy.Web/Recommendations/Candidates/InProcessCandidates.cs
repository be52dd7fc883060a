using Npgsql;
using TravelBuddy.Ranking;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Candidates;

/// <summary>Candidates from an exact index over all packages in this process, read again whenever the vectors changed.</summary>
public sealed class InProcessCandidates(NpgsqlDataSource database, SearchedEncoder searched) : ICandidates, IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Loaded? _loaded;

    public async Task<ScoredCandidates> FindAsync(Probe probe, int count, CancellationToken ct)
    {
        if ((probe.Active ?? await searched.CurrentAsync(ct)) is not { } active)
        {
            return ScoredCandidates.None;
        }

        var loaded = await LoadedAsync(active, ct);
        var facts = loaded.Facts;
        var limits = probe.Limits;
        bool Within(int i) => facts[i].Bookable
            && (limits.MaxPriceVnd is null || facts[i].PriceVnd is null || facts[i].PriceVnd <= limits.MaxPriceVnd)
            && (limits.Earliest is null || facts[i].Until is null || facts[i].Until >= limits.Earliest)
            && (limits.Until is null || facts[i].From is null || facts[i].From <= limits.Until);

        if (probe.Query.IsEmpty)
        {
            int[] popular = [.. loaded.ByPopularity.Where(Within).Take(count)];
            return new ScoredCandidates([.. popular.Select(i => loaded.Ids[i])], [.. popular.Select(i => (double)facts[i].Popularity)], new float[popular.Length * VectorLayout.Blocks.Count]);
        }

        var ids = new int[Math.Min(count, loaded.Ids.Length)];
        var scores = new double[ids.Length];
        var similarities = new float[ids.Length * VectorLayout.Blocks.Count];
        var found = loaded.Index.Search(probe.Query, ids, scores, similarities, Within);
        return new ScoredCandidates([.. ids.Take(found).Select(i => loaded.Ids[i])], scores[..found], similarities[..(found * VectorLayout.Blocks.Count)]);
    }

    public void Dispose() => _reading.Dispose();

    private async ValueTask<Loaded> LoadedAsync(ActiveEncoder active, CancellationToken ct)
    {
        if (_loaded is { } now && now.Encoder == active.Encoder && now.Revision == active.Revision)
        {
            return now;
        }

        await _reading.WaitAsync(ct);
        try
        {
            if (_loaded is { } other && other.Encoder == active.Encoder && other.Revision == active.Revision)
            {
                return other;
            }

            var loaded = await ReadAsync(active, ct);
            if (_loaded is null || _loaded.Revision < loaded.Revision)
            {
                _loaded = loaded; // A search that began before a switch must not bring the old vectors back.
            }

            return loaded;
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<Loaded> ReadAsync(ActiveEncoder active, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select package_id, halfvec_send(embedding), bookable, price_vnd, available_from, available_until, popularity
            from tb.package_vectors where encoder = $1 order by package_id collate "C"
            """);
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = active.Encoder });
        var ids = new List<string>(active.Packages);
        var facts = new List<RowFacts>(active.Packages);
        var rows = new List<float>(active.Packages * VectorLayout.Dimensions);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            ids.Add(reader.GetString(0));
            var at = rows.Count;
            System.Runtime.InteropServices.CollectionsMarshal.SetCount(rows, at + VectorLayout.Dimensions);
            var row = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows)[at..];
            StoredHalves.Read(reader.GetFieldValue<byte[]>(1).AsSpan(4), row);
            PackageVectors.Unscale(row);
            facts.Add(new RowFacts(
                reader.GetBoolean(2),
                reader.IsDBNull(3) ? null : reader.GetDecimal(3),
                reader.IsDBNull(4) ? null : reader.GetFieldValue<DateOnly>(4),
                reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5),
                reader.GetFloat(6)));
        }

        var index = ScanIndex.Build(RankingLayout.Blocks, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows));
        int[] byPopularity = [.. Enumerable.Range(0, ids.Count).OrderByDescending(i => facts[i].Popularity).ThenBy(i => i)];
        return new Loaded(active.Encoder, active.Revision, index, [.. ids], [.. facts], byPopularity);
    }

    private sealed record Loaded(string Encoder, long Revision, ScanIndex Index, string[] Ids, RowFacts[] Facts, int[] ByPopularity);

    private readonly record struct RowFacts(bool Bookable, decimal? PriceVnd, DateOnly? From, DateOnly? Until, float Popularity);
}
