using Marten;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>
/// What Meta said of a number: the WhatsApp id behind one that somebody typed, which need not be its digits (Mexico, Argentina, Brazil), and that its holder
/// wants no offers. Keyed hashes only. That somebody stopped outlives their being forgotten.
/// </summary>
public sealed record KnownNumber
{
    /// <summary>Keyed hash of the digits.</summary>
    public required string Id { get; init; }

    /// <summary>Keyed hash of the WhatsApp id.</summary>
    public string? WaIdHash { get; init; }

    public bool Stopped { get; init; }
}

/// <summary>Remembers what Meta said of numbers, so that nobody who stopped offers is invited, in whatever way their number is written.</summary>
public sealed class KnownNumbers(IDocumentStore store, IAccounts accounts, TypedNumbers typed, KeyedHash keyedHash)
{
    /// <summary>Notes the WhatsApp id that Meta answered with for a number typed; nothing where the person is known otherwise, or both are the same.</summary>
    public async Task IdentifyAsync(Guid typedId, string waId, CancellationToken ct)
    {
        var own = await keyedHash.OfAsync(HashKinds.Phone, waId.TrimStart('+'), ct);
        if (await TypedAsync(typedId, ct) is { } id && id != own)
        {
            await NoteAsync([id], known => known with { WaIdHash = own }, ct);
        }
    }

    /// <summary>
    /// Meta said that somebody, a person or the holder of a number typed, wants no offers: what they agreed to is withdrawn, and they are not invited either.
    /// What they ask is answered as before.
    /// </summary>
    public async Task StopOffersAsync(Guid recipientId, CancellationToken ct)
    {
        var person = await accounts.FindPersonAsync(recipientId, ct);
        if (person is null && await TypedAsync(recipientId, ct) is { } number)
        {
            var known = await NoteAsync([number], known => known with { Stopped = true }, ct);
            person = await accounts.FindByNumberHashAsync(number, ct) ?? (known[0].WaIdHash is { } own ? await accounts.FindByNumberHashAsync(own, ct) : null);
        }

        if (person is not null)
        {
            await NoteAsync([.. new[] { person.PhoneHash, person.WaIdHash }.OfType<string>().Distinct()], known => known with { Stopped = true }, ct);
            await accounts.WithdrawOptInAsync(person.Id, ct);
        }
    }

    /// <summary>Whether a recipient, a person or the holder of a number typed, wants no offers by now.</summary>
    public async Task<bool> RefusesOffersAsync(Guid recipientId, CancellationToken ct)
    {
        if (await accounts.FindPersonAsync(recipientId, ct) is { } person)
        {
            return await RefusesOffersAsync(person, [.. new[] { person.PhoneHash, person.WaIdHash }.OfType<string>()], ct);
        }

        return await TypedAsync(recipientId, ct) is { } number && await RefusesOffersAsync(number, ct);
    }

    /// <summary>Whether the holder of the number with that keyed hash wants none.</summary>
    public async Task<bool> RefusesOffersAsync(string numberHash, CancellationToken ct) => await RefusesOffersAsync(await HolderAsync(numberHash, ct), await SpellingsAsync(numberHash, ct), ct);

    /// <summary>The person known by a number, or by the WhatsApp id behind it; null if nobody is.</summary>
    public async Task<Person?> HolderAsync(string numberHash, CancellationToken ct)
    {
        foreach (var number in await SpellingsAsync(numberHash, ct))
        {
            if (await accounts.FindByNumberHashAsync(number, ct) is { } person)
            {
                return person;
            }
        }

        return null;
    }

    private async Task<string[]> SpellingsAsync(string numberHash, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return [numberHash, .. await FindAsync(session, numberHash, ct) is { WaIdHash: { } own } ? new[] { own } : []];
    }

    /// <summary>Who said STOP wants none; who stopped offers alone does if they agreed since.</summary>
    private async Task<bool> RefusesOffersAsync(Person? holder, string[] numbers, CancellationToken ct)
    {
        if (holder is { Stopped: true } or { WhatsAppOptIn: not null })
        {
            return holder.Stopped;
        }

        await using var session = store.QuerySession();
        return (await session.LoadManyAsync<KnownNumber>(ct, numbers)).Any(known => known.Stopped);
    }

    /// <summary>What is known of the number with that keyed hash; null if nothing.</summary>
    public static Task<KnownNumber?> FindAsync(IQuerySession session, string numberHash, CancellationToken ct) => session.LoadAsync<KnownNumber>(numberHash, ct);

    private async Task<string?> TypedAsync(Guid id, CancellationToken ct) =>
        await typed.FindAsync(id, ct) is { } number ? await keyedHash.OfAsync(HashKinds.Phone, number.TrimStart('+'), ct) : null;

    private async Task<IReadOnlyList<KnownNumber>> NoteAsync(string[] ids, Func<KnownNumber, KnownNumber> change, CancellationToken ct)
    {
        if (ids.Length == 0)
        {
            return []; // Somebody known by a user name alone.
        }

        await using var session = store.LightweightSession();
        var known = (await session.LoadManyAsync<KnownNumber>(ct, ids)).ToDictionary(number => number.Id);
        KnownNumber[] changed = [.. ids.Select(id => change(known.GetValueOrDefault(id) ?? new KnownNumber { Id = id }))];
        session.Store(changed);
        await session.SaveChangesAsync(ct);
        return changed;
    }
}
