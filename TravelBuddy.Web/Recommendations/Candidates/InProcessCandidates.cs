using System.Collections.Concurrent;
using Npgsql;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Candidates;

/// <summary>
/// Candidates from an exact index over all packages in this process. It is brought in step behind the searches whenever the vectors changed: they find what was there before until
/// it is. Only the first searches of an encoder wait, for its index to be read.
/// </summary>
public sealed class InProcessCandidates(NpgsqlDataSource database, SearchedEncoder searched, ILogger<InProcessCandidates> log) : ICandidates, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<CatalogueIndex>>> _reading = new(StringComparer.Ordinal);
    private readonly Lock _changing = new();
    private volatile CatalogueIndex? _catalogue;
    private volatile Task _inStep = Task.CompletedTask;
    private bool _disposed;

    /// <summary>Ends when the changes that the last search learnt of are in the index, or could not be brought there.</summary>
    public Task InStep => _inStep;

    public async Task<ScoredCandidates> FindAsync(Probe probe, int count, CancellationToken ct) =>
        (probe.Active ?? await searched.CurrentAsync(ct)) is { } active ? (await CatalogueAsync(active, ct)).Find(probe, count) : ScoredCandidates.None;

    /// <summary>May be called again: the container disposes a service by each name that it was asked for by.</summary>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _disposed, true))
        {
            _stopping.Cancel();
            _stopping.Dispose();
        }
    }

    private ValueTask<CatalogueIndex> CatalogueAsync(ActiveEncoder active, CancellationToken ct)
    {
        if (_catalogue is { } now && now.Encoder == active.Encoder)
        {
            BringInStep(now, active.Revision);
            return new(now);
        }

        // One reading for all who wait for it, and none of them takes it along when it leaves.
        return new(_reading.GetOrAdd(active.Encoder, _ => new(() => ReadAsync(active, _stopping.Token))).Value.WaitAsync(ct));
    }

    private async Task<CatalogueIndex> ReadAsync(ActiveEncoder active, CancellationToken stopping)
    {
        try
        {
            var read = await Task.Run(() => CatalogueIndex.ReadAsync(database, active, stopping), stopping);
            lock (_changing)
            {
                // A search that began before a switch must not bring the old vectors back.
                _catalogue = _catalogue is { } now && now.Revision >= read.Revision ? now : read;
            }

            return read;
        }
        finally
        {
            _reading.TryRemove(active.Encoder, out _);
        }
    }

    private void BringInStep(CatalogueIndex index, long revision)
    {
        if (index.Revision >= revision || !_inStep.IsCompleted)
        {
            return;
        }

        lock (_changing)
        {
            if (index.Revision < revision && _inStep.IsCompleted)
            {
                var stopping = _stopping.Token;
                _inStep = Task.Run(() => BringInStepAsync(index, revision, stopping), CancellationToken.None);
            }
        }
    }

    private async Task BringInStepAsync(CatalogueIndex index, long revision, CancellationToken stopping)
    {
        try
        {
            await index.BringInStepAsync(database, revision, stopping);
        }
        catch (Exception problem) when (!stopping.IsCancellationRequested)
        {
            // The next search tries again; until then this one's answers are of before.
            log.LogWarning(problem, "The packages in memory could not be brought in step with revision {Revision}", revision);
        }
        catch (OperationCanceledException)
        {
            // Stopped meanwhile.
        }
    }
}
