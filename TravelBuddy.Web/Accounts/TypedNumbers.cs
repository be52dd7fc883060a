using Marten;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Accounts;

/// <summary>
/// A number that somebody typed and nobody has proved: kept encrypted under a key of its own, and only as long as it takes to write to it or to check
/// the answer. Nobody becomes a person by having their number typed.
/// </summary>
public sealed record TypedNumber
{
    public required Guid Id { get; init; }

    /// <summary>In E.164, encrypted.</summary>
    public required byte[] Number { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Forget a typed number whose time is up.</summary>
public sealed record ForgetTypedNumber(Guid Id);

/// <summary>Keeps typed numbers for a while.</summary>
public sealed class TypedNumbers(IDocumentStore store, PersonalDataProtector protector, TimeProvider time)
{
    /// <summary>Puts a number into the session until a time; the message forgets it then, and has to leave with the session.</summary>
    public async Task<(TypedNumber Kept, ForgetTypedNumber Forget)> KeepAsync(IDocumentSession session, string e164, DateTimeOffset until, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var kept = new TypedNumber { Id = id, Number = await protector.ProtectAsync(id, e164, ct), ExpiresAt = until };
        session.Insert(kept);
        return (kept, new ForgetTypedNumber(id));
    }

    /// <summary>The number in E.164; null once it was forgotten or its time is up.</summary>
    public async Task<string?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<TypedNumber>(id, ct) is { } kept && kept.ExpiresAt > time.GetUtcNow() ? await protector.UnprotectAsync(id, kept.Number, ct) : null;
    }

    /// <summary>Forgets a number and its key; nothing happens if it is none, or gone.</summary>
    public async Task ForgetAsync(Guid id, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        await ForgetAsync(session, [id], ct);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>The same for several, with what else the session holds. An id that is none, a person's say, keeps its key.</summary>
    public static async Task ForgetAsync(IDocumentSession session, IEnumerable<Guid> ids, CancellationToken ct)
    {
        foreach (var kept in await session.LoadManyAsync<TypedNumber>(ct, ids.Distinct().ToArray()))
        {
            session.Delete(kept);
            session.Delete<SubjectKey>(kept.Id);
        }
    }
}

/// <summary>Forgets a typed number when its time is up, whatever became of it.</summary>
public static class ForgetTypedNumberHandler
{
    public static void Configure(HandlerChain chain) =>
        chain.OnAnyException().ScheduleRetry(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)).Then.MoveToErrorQueue();

    public static Task HandleAsync(ForgetTypedNumber command, TypedNumbers numbers, CancellationToken ct) => numbers.ForgetAsync(command.Id, ct);
}
