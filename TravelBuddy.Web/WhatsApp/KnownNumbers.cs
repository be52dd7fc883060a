using Marten;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>
/// What Meta said of a number that somebody typed: the WhatsApp id behind it, which need not be its digits (Mexico, Argentina, Brazil), and that its holder
/// wants no offers. Keyed hashes only.
/// </summary>
public sealed record KnownNumber
{
    /// <summary>Keyed hash of the digits that were typed.</summary>
    public required string Id { get; init; }

    /// <summary>Keyed hash of the WhatsApp id.</summary>
    public string? WaIdHash { get; init; }

    public bool Stopped { get; init; }
}

/// <summary>Remembers what Meta said of typed numbers, so that nobody who stopped is invited because their number is written in two ways.</summary>
public sealed class KnownNumbers(IDocumentStore store, TypedNumbers typed, KeyedHash keyedHash)
{
    /// <summary>Notes the WhatsApp id that Meta answered with for a number typed; nothing where the person is known otherwise, or both are the same.</summary>
    public Task IdentifyAsync(Guid typedId, string waId, CancellationToken ct) => NoteAsync(typedId, (known, own) => known.Id == own ? null : known with { WaIdHash = own }, waId, ct);

    /// <summary>Notes that the holder of a number typed wants no offers; nothing where it is no such number.</summary>
    public Task StopAsync(Guid typedId, CancellationToken ct) => NoteAsync(typedId, (known, _) => known with { Stopped = true }, null, ct);

    /// <summary>What is known of the number with that keyed hash; null if nothing.</summary>
    public static Task<KnownNumber?> FindAsync(IQuerySession session, string numberHash, CancellationToken ct) => session.LoadAsync<KnownNumber>(numberHash, ct);

    private async Task NoteAsync(Guid typedId, Func<KnownNumber, string?, KnownNumber?> change, string? waId, CancellationToken ct)
    {
        if (await typed.FindAsync(typedId, ct) is not { } number)
        {
            return;
        }

        var id = await keyedHash.OfAsync(HashKinds.Phone, number.TrimStart('+'), ct);
        var own = waId is null ? null : await keyedHash.OfAsync(HashKinds.Phone, waId.TrimStart('+'), ct);
        await using var session = store.LightweightSession();
        if (change(await session.LoadAsync<KnownNumber>(id, ct) ?? new KnownNumber { Id = id }, own) is { } changed)
        {
            session.Store(changed);
            await session.SaveChangesAsync(ct);
        }
    }
}
