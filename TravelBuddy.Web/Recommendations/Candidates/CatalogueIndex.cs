using Npgsql;
using TravelBuddy.Ranking;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Candidates;

/// <summary>
/// All packages of one encoder in a ranking index, read from the vector table once and then kept in step with it: only rows that changed are read again. Searches go on meanwhile; one that began
/// before a package changed may find it by its old vector under its new price, for that one search.
/// </summary>
public sealed class CatalogueIndex
{
    // Rows that the index reads one by one until it is merged: this many cost a search a tenth of a millisecond.
    private const int MostUnmerged = 1000;

    private readonly string _encoder;
    private readonly RankingIndex _index;
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private volatile Known _known = Known.Of(-1, [], []);
    private int _nextRow;

    private CatalogueIndex(string encoder, RankingIndex index) => (_encoder, _index) = (encoder, index);

    /// <summary>The revision of the vectors that it is in step with.</summary>
    public long Revision => _known.Revision;

    public string Encoder => _encoder;

    /// <summary>Reads all rows of an encoder.</summary>
    public static async Task<CatalogueIndex> ReadAsync(NpgsqlDataSource database, ActiveEncoder active, CancellationToken ct)
    {
        var packages = new List<RowFacts>(active.Packages);
        var rows = new List<float>(active.Packages * VectorLayout.Dimensions);
        await using var command = Command(database, $"select {RowFacts.Columns}, halfvec_send(embedding) from tb.package_vectors where encoder = $1 order by package_id collate \"C\"", active.Encoder);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            packages.Add(RowFacts.Of(reader));
            var at = rows.Count;
            System.Runtime.InteropServices.CollectionsMarshal.SetCount(rows, at + VectorLayout.Dimensions);
            ReadVector(reader, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows)[at..]);
        }

        var index = RankingIndex.Build(RankingLayout.Blocks, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows), [.. VectorLayout.DefaultWeights]);
        var catalogue = new CatalogueIndex(active.Encoder, index);
        for (var row = 0; row < packages.Count; row++)
        {
            catalogue._rows.Add(packages[row].PackageId, row);
        }

        catalogue._nextRow = packages.Count;

        catalogue._known = Known.Of(active.Revision, [.. packages], ByPopularity(packages));
        return catalogue;
    }

    /// <summary>Brings it in step with a later revision. Not to be called twice at the same time.</summary>
    /// <returns>How many rows were read again.</returns>
    public async Task<int> BringInStepAsync(NpgsqlDataSource database, long revision, CancellationToken ct)
    {
        RowFacts?[] packages = [.. _known.Packages];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var changed = new List<RowFacts>();
        await using (var command = Command(database, $"select {RowFacts.Columns} from tb.package_vectors where encoder = $1", _encoder))
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                var facts = RowFacts.Of(reader);
                seen.Add(facts.PackageId);
                if (!_rows.TryGetValue(facts.PackageId, out var row) || row >= packages.Length || packages[row]?.ContentHash != facts.ContentHash)
                {
                    changed.Add(facts);
                }
            }
        }

        foreach (var gone in _rows.Keys.Except(seen, StringComparer.Ordinal).ToArray())
        {
            _rows.Remove(gone, out var row);
            _index.Remove(row);
            if (row < packages.Length)
            {
                packages[row] = null;
            }
        }

        _known = Known.Of(_known.Revision, packages, _known.ByPopularity);
        foreach (var some in changed.Chunk(MostUnmerged))
        {
            packages = await WithAsync(database, some, packages, ct);
        }

        _known = Known.Of(revision, packages, ByPopularity(packages));
        if (_index.Unmerged >= MostUnmerged)
        {
            _index.Merge();
        }

        return changed.Count;
    }

    /// <summary>The best packages within limits.</summary>
    public ScoredCandidates Find(Probe probe, int count)
    {
        var (_, packages, limits, byPopularity) = _known;
        var asked = RowLimits.Asked(probe.Limits);
        bool Within(int row) => (uint)row < (uint)limits.Length && limits[row].IsWithin(in asked);

        if (probe.Query.IsEmpty)
        {
            int[] popular = [.. byPopularity.Where(Within).Take(count)];
            return new ScoredCandidates(
                [.. popular.Select(row => packages[row]!.PackageId)], [.. popular.Select(row => (double)packages[row]!.Popularity)], new float[popular.Length * VectorLayout.Blocks.Count]);
        }

        var ids = new int[Math.Min(count, packages.Length)];
        var scores = new double[ids.Length];
        var similarities = new float[ids.Length * VectorLayout.Blocks.Count];
        var found = _index.Search(probe.Query, ids, scores, similarities, Within);
        return new ScoredCandidates([.. ids.Take(found).Select(row => packages[row]!.PackageId)], scores[..found], similarities[..(found * VectorLayout.Blocks.Count)]);
    }

    private async Task<RowFacts?[]> WithAsync(NpgsqlDataSource database, RowFacts[] changed, RowFacts?[] packages, CancellationToken ct)
    {
        var vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        await using (var command = Command(database, "select package_id, halfvec_send(embedding) from tb.package_vectors where encoder = $1 and package_id = any($2)", _encoder))
        {
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. changed.Select(facts => facts.PackageId)] });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                var vector = new float[VectorLayout.Dimensions];
                ReadVector(reader, vector);
                vectors.Add(reader.GetString(0), vector);
            }
        }

        // Vectors before facts: a row without facts is found by nobody, and one whose facts are still the old ones is read again if this ends half way.
        var placed = new List<(int Row, RowFacts Facts)>(changed.Length);
        foreach (var facts in changed)
        {
            // Gone since its facts were read: the next revision says so.
            if (vectors.TryGetValue(facts.PackageId, out var vector))
            {
                var row = _rows.TryGetValue(facts.PackageId, out var known) ? known : _rows[facts.PackageId] = _nextRow++;
                _index.Set(row, vector);
                placed.Add((row, facts));
            }
        }

        var more = new RowFacts?[_nextRow];
        packages.CopyTo(more, 0);
        foreach (var (row, facts) in placed)
        {
            more[row] = facts;
        }

        _known = Known.Of(_known.Revision, more, _known.ByPopularity);
        return more;
    }

    private static int[] ByPopularity(IReadOnlyList<RowFacts?> packages) =>
        [.. Enumerable.Range(0, packages.Count).Where(row => packages[row] is not null).OrderByDescending(row => packages[row]!.Popularity).ThenBy(row => packages[row]!.PackageId, StringComparer.Ordinal)];

    private static NpgsqlCommand Command(NpgsqlDataSource database, string sql, string encoder)
    {
        var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = encoder });
        return command;
    }

    private static void ReadVector(NpgsqlDataReader reader, Span<float> row)
    {
        StoredHalves.Read(reader.GetFieldValue<byte[]>(reader.FieldCount - 1).AsSpan(4), row);
        PackageVectors.Unscale(row);
    }

    /// <param name="Revision">The revision of the vectors; during a change the one before.</param>
    /// <param name="Packages">The package of each row; null where it went.</param>
    /// <param name="Limits">What keeps each package out; nothing lets a row without one in.</param>
    /// <param name="ByPopularity">Rows, the most popular first.</param>
    private sealed record Known(long Revision, RowFacts?[] Packages, RowLimits[] Limits, int[] ByPopularity)
    {
        public static Known Of(long revision, RowFacts?[] packages, int[] byPopularity) =>
            new(revision, packages, Array.ConvertAll(packages, facts => facts is null ? RowLimits.None : RowLimits.Of(facts)), byPopularity);
    }
}
