using Npgsql;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Candidates;

/// <summary>Candidates from an exact index over all packages in this process, brought in step whenever the vectors changed.</summary>
public sealed class InProcessCandidates(NpgsqlDataSource database, SearchedEncoder searched) : ICandidates, IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile CatalogueIndex? _catalogue;

    public async Task<ScoredCandidates> FindAsync(Probe probe, int count, CancellationToken ct) =>
        (probe.Active ?? await searched.CurrentAsync(ct)) is { } active ? (await CatalogueAsync(active, ct)).Find(probe, count) : ScoredCandidates.None;

    public void Dispose() => _reading.Dispose();

    private async ValueTask<CatalogueIndex> CatalogueAsync(ActiveEncoder active, CancellationToken ct)
    {
        if (Current(active) is { } now)
        {
            return now;
        }

        await _reading.WaitAsync(ct);
        try
        {
            if (Current(active) is { } meanwhile)
            {
                return meanwhile;
            }

            if (_catalogue is { } before && before.Encoder == active.Encoder && before.Revision < active.Revision)
            {
                await before.BringInStepAsync(database, active.Revision, ct);
                return before;
            }

            var read = await CatalogueIndex.ReadAsync(database, active, ct);
            if (_catalogue is null || _catalogue.Revision < read.Revision)
            {
                _catalogue = read; // A search that began before a switch must not bring the old vectors back.
            }

            return read;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>What is in memory, if it is of this encoder and at least as new.</summary>
    private CatalogueIndex? Current(ActiveEncoder active) => _catalogue is { } now && now.Encoder == active.Encoder && now.Revision >= active.Revision ? now : null;
}
