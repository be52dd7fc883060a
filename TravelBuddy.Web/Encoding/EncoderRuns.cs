using Marten;
using TravelBuddy.Web.Language.Embeddings;

namespace TravelBuddy.Web.Encoding;

/// <summary>What is recorded of encoding runs, for all nodes and for the admin page.</summary>
public sealed class EncoderRuns(IDocumentStore store, TimeProvider time)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    public async Task<EncoderRun?> FindAsync(string encoder, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<EncoderRun>(encoder, ct);
    }

    public async Task<ChosenEncoder?> ChosenAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<ChosenEncoder>(ChosenEncoder.Only, ct);
    }

    /// <summary>Whether no server that started later was set to another encoder.</summary>
    public async Task<bool> IsChosenAsync(string encoder, CancellationToken ct) => await ChosenAsync(ct) is not { } chosen || chosen.Encoder == encoder;

    public async Task ChooseAsync(string encoder, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store(new ChosenEncoder { Encoder = encoder, ChosenAt = time.GetUtcNow() });
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Begins, or goes on where a stop or a failure left it.</summary>
    public Task StartAsync(string encoder, CancellationToken ct) => ChangeAsync(encoder, run => run is { State: not EncoderRunState.Complete }
        ? run with { State = EncoderRunState.Running, NextAt = null }
        : New(encoder) with { State = EncoderRunState.Running }, ct);

    public Task ProgressAsync(string encoder, int done, int total, CancellationToken ct) =>
        ChangeAsync(encoder, run => (run ?? New(encoder)) with { State = EncoderRunState.Running, Done = done, Total = total, Fault = null, Detail = null, Failures = 0 }, ct);

    public Task CompleteAsync(string encoder, CancellationToken ct) =>
        ChangeAsync(encoder, run => (run ?? New(encoder)) with { State = EncoderRunState.Complete, Fault = null, Detail = null, Failures = 0, NextAt = null }, ct);

    /// <summary>What had failed has been made good.</summary>
    public Task RecoverAsync(string encoder, CancellationToken ct) =>
        ChangeAsync(encoder, run => run is { State: EncoderRunState.Failed } ? run with { State = EncoderRunState.Complete, Fault = null, Detail = null, Failures = 0, NextAt = null } : null, ct);

    /// <summary>Records why it stopped; each failure in a row waits twice as long as the one before.</summary>
    public Task FailAsync(string encoder, Exception problem, CancellationToken ct) => ChangeAsync(encoder, run =>
    {
        var failures = (run?.Failures ?? 0) + 1;
        var wait = ShortestWait * Math.Pow(2, Math.Min(failures - 1, 10));
        return (run ?? New(encoder)) with
        {
            State = EncoderRunState.Failed,
            Fault = (problem as EmbeddingException)?.Fault,
            Detail = (problem as EmbeddingException)?.Detail ?? problem.GetType().Name,
            Failures = failures,
            NextAt = time.GetUtcNow() + (wait < LongestWait ? wait : LongestWait),
        };
    }, ct);

    /// <summary>Has a failed run tried again now.</summary>
    public Task TryAgainAsync(string encoder, CancellationToken ct) =>
        ChangeAsync(encoder, run => run is { State: EncoderRunState.Failed } ? run with { NextAt = time.GetUtcNow() } : null, ct);

    private EncoderRun New(string encoder) => new() { Id = encoder, State = EncoderRunState.Running, StartedAt = time.GetUtcNow(), ChangedAt = time.GetUtcNow() };

    /// <summary>Nothing is stored for null.</summary>
    private async Task ChangeAsync(string encoder, Func<EncoderRun?, EncoderRun?> change, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (change(await session.LoadAsync<EncoderRun>(encoder, ct)) is { } changed)
        {
            session.Store(changed with { ChangedAt = time.GetUtcNow() });
            await session.SaveChangesAsync(ct);
        }
    }
}
