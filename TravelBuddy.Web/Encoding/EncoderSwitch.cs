using Medallion.Threading.Postgres;
using Npgsql;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language.Embeddings;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// Looks again and again, on every node, whether what is searched is what it should be: of the catalogue's version, and by the chosen encoder. It works
/// from what the database holds, so a stop at any moment costs one batch at most. One node at a time switches: the lock goes with its connection.
/// </summary>
public sealed class EncoderSwitch(
    NpgsqlDataSource database, Encoders encoders, PackageEncoding encoding, EncoderRuns runs, ICatalog catalog, EncodingOptions options, TimeProvider time, ILogger<EncoderSwitch> log) : BackgroundService
{
    private readonly SemaphoreSlim _woken = new(0, 1);

    /// <summary>Looks at once.</summary>
    public void Wake()
    {
        try
        {
            _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is about to look.
        }
    }

    public override void Dispose()
    {
        _woken.Dispose();
        base.Dispose();
    }

    /// <summary>For the admin page.</summary>
    public async Task<EncodingStatus> StatusAsync(CancellationToken ct)
    {
        var active = await encoding.ActiveAsync(ct);
        var target = encoders.Target.Id;
        var run = await runs.FindAsync(target, ct);
        var texts = active?.Encoder != target && run is not { Total: > 0 } && encoders.Target is ModelEncoder { Model: var model } ? await TextVectors.CountAsync(database, model, ct) : (long?)null;
        return new EncodingStatus(active, target, await runs.IsChosenAsync(target, ct), run, texts);
    }

    public override async Task StartAsync(CancellationToken ct)
    {
        if (options.Background)
        {
            await runs.ChooseAsync(encoders.Target.Id, ct);
            await base.StartAsync(ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stopping);
                await _woken.WaitAsync(options.LookEvery, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                log.LogWarning(problem, "Looking after the packages' vectors failed; it is tried again");
                await Task.Delay(options.LookEvery, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var target = encoders.Target;
        if (!await runs.IsChosenAsync(target.Id, ct) || await encoding.ActiveAsync(ct) is not { } active)
        {
            return;
        }

        var isBehind = active.CatalogVersion < await catalog.VersionAsync(ct) || encoders.Find(active.Encoder) is null;
        if (isBehind && await IsDueAsync(active.Encoder, ct))
        {
            await encoding.RunAsync(await catalog.VersionAsync(ct), ct);
        }

        if (active.Encoder != target.Id && await IsDueAsync(target.Id, ct))
        {
            await SwitchAsync(target, ct);
        }

        await encoding.TidyAsync(ct);
    }

    private async Task<bool> IsDueAsync(string encoder, CancellationToken ct) => await runs.FindAsync(encoder, ct) is not { State: EncoderRunState.Failed, NextAt: { } next } || next <= time.GetUtcNow();

    private async Task SwitchAsync(IEncoder target, CancellationToken ct)
    {
        await using var turn = await new PostgresDistributedLock(new PostgresAdvisoryLockKey("travelbuddy-encoder-switch", allowHashing: true), database).TryAcquireAsync(cancellationToken: ct);
        if (turn is null)
        {
            return;
        }

        await runs.StartAsync(target.Id, ct);
        try
        {
            await encoding.SwitchToAsync(target, (done, total) => runs.ProgressAsync(target.Id, done, total, ct), ct);
            await runs.CompleteAsync(target.Id, ct);
        }
        catch (Exception problem) when (!ct.IsCancellationRequested)
        {
            await runs.FailAsync(target.Id, problem, ct);
            if (problem is not EmbeddingException fault)
            {
                throw;
            }

            log.LogWarning("Packages could not be encoded with {Encoder}: {Fault}, {Detail}", target.Id, fault.Fault, fault.Detail);
        }
    }
}
