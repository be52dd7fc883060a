using Marten;
using Medallion.Threading;
using Medallion.Threading.Postgres;
using Npgsql;
using TravelBuddy.Web.Language.Embeddings;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// Keeps the vectors that are searched in step with the catalogue, and switches to others when theirs are complete. Nodes take turns; running it again
/// changes nothing. The encoder that serves is the active one; where this process does not have it, the built-in one, which needs nobody.
/// </summary>
public sealed class PackageEncoding(IDocumentStore store, NpgsqlDataSource database, Encoders encoders, PackageRows rows, NearestIndex index, EncoderRuns runs, EncodingOptions options, TimeProvider time, ILogger<PackageEncoding> log)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    private DateTimeOffset? _tidied;

    /// <summary>Encodes what changed up to a version of the catalogue. A model that fails is recorded and tried again in the background; what was searched before stays.</summary>
    public async Task RunAsync(long catalogVersion, CancellationToken ct)
    {
        await using var turn = await TurnAsync(ct);
        var active = await ActiveAsync(ct);
        if (await ServingAsync(active, ct) is not { } encoder)
        {
            log.LogInformation("The packages are left to the servers, which have the encoder {Encoder}", active!.Encoder);
            return;
        }

        try
        {
            await BringInStepAndSwitchAsync(encoder, catalogVersion, active, ct);
            await runs.RecoverAsync(encoder.Id, ct);
        }
        catch (EmbeddingException problem) when (active is not null)
        {
            await runs.FailAsync(encoder.Id, problem, ct);
            log.LogWarning("Packages could not be encoded with {Encoder}: {Fault}, {Detail}", encoder.Id, problem.Fault, problem.Detail);
        }
    }

    /// <summary>Encodes every package with an encoder while the active one serves, then switches at once.</summary>
    public async Task SwitchToAsync(IEncoder encoder, Func<int, int, Task>? progress, CancellationToken ct)
    {
        var first = await rows.BringInStepAsync(encoder, progress, ct);
        log.LogInformation("Encoded {Written} packages with {Encoder}, which takes over", first.Written, encoder.Id);
        await index.EnsureAsync(encoder.Id, first.Packages, await ActiveAsync(ct), ct);
        await using var turn = await TurnAsync(ct);
        var active = await ActiveAsync(ct);
        await BringInStepAndSwitchAsync(encoder, active?.CatalogVersion ?? 0, active, ct);
    }

    /// <summary>Removes what encoders left behind that no search can still be using.</summary>
    public async Task TidyAsync(CancellationToken ct)
    {
        if (await ActiveAsync(ct) is not { } active || _tidied == active.SwitchedAt || time.GetUtcNow() - active.SwitchedAt <= options.KeepReplaced)
        {
            return;
        }

        if (await rows.RemoveOthersAsync([active.Encoder, encoders.Target.Id], ct) is > 0 and var removed)
        {
            await TextVectors.ForgetOthersAsync(database, encoders.Models, ct);
            log.LogInformation("Removed {Removed} vectors of encoders that are no longer used", removed);
        }

        _tidied = active.SwitchedAt;
    }

    public async Task<ActiveEncoder?> ActiveAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<ActiveEncoder>(ActiveEncoder.Only, ct);
    }

    /// <summary>Not by waiting in the database: a statement that waits has a snapshot, and building an index CONCURRENTLY waits for all of those to end.</summary>
    private async ValueTask<IDistributedSynchronizationHandle> TurnAsync(CancellationToken ct)
    {
        var turns = new PostgresDistributedLock(new PostgresAdvisoryLockKey("travelbuddy-encoding", allowHashing: true), database);
        while (true)
        {
            if (await turns.TryAcquireAsync(cancellationToken: ct) is { } turn)
            {
                return turn;
            }

            await Task.Delay(BetweenTries, time, ct);
        }
    }

    private async Task<IEncoder?> ServingAsync(ActiveEncoder? active, CancellationToken ct)
    {
        if (active is null)
        {
            // A command is to leave a complete catalogue behind; a server is to answer soon.
            return options.Background ? encoders.BuiltIn : encoders.Target;
        }

        return encoders.Find(active.Encoder)
            ?? (active.Encoder.StartsWith(BuiltInEncoder.Name, StringComparison.Ordinal) || options.Background && await runs.IsChosenAsync(encoders.Target.Id, ct) ? encoders.BuiltIn : null);
    }

    private async Task BringInStepAndSwitchAsync(IEncoder encoder, long catalogVersion, ActiveEncoder? before, CancellationToken ct)
    {
        var inStep = await rows.BringInStepAsync(encoder, null, ct);
        var name = await index.EnsureAsync(encoder.Id, inStep.Packages, before, ct);
        var switched = before?.Encoder != encoder.Id;
        var changed = switched || before?.Changes != inStep.Changes; // What a run wrote that stopped before it said so, too.
        var after = new ActiveEncoder
        {
            Encoder = encoder.Id,
            CatalogVersion = Math.Max(catalogVersion, before?.CatalogVersion ?? 0),
            Revision = (before?.Revision ?? 0) + (changed ? 1 : 0),
            Changes = inStep.Changes,
            Packages = inStep.Packages,
            NearestIndexName = name,
            SwitchedAt = switched ? time.GetUtcNow() : before!.SwitchedAt,
        };
        if (after != before)
        {
            await using var session = store.LightweightSession();
            session.Store(after);
            await session.SaveChangesAsync(ct);
        }

        if (changed)
        {
            log.LogInformation("Encoded {Written} of {Packages} packages with {Encoder}; removed {Gone}", inStep.Written, inStep.Packages, encoder.Id, inStep.Removed);
        }
    }
}
