using Marten;
using Marten.Patching;

namespace TravelBuddy.Web.Accounts;

/// <summary>Makes two persons one when their identifiers turn out to be the same human's. Trips' streams are untouched: only who their travellers belong to changes.</summary>
public sealed class PersonMerge(PersonalDataProtector protector, IEnumerable<IPersonalDataHolder> holders)
{
    /// <summary>Queues in <paramref name="session"/> that everything of <paramref name="gone"/> becomes <paramref name="keep"/>'s; returns the person as it will be, not yet stored.</summary>
    public async Task<Person> QueueAsync(IDocumentSession session, Person keep, Person gone, CancellationToken ct)
    {
        foreach (var identifier in await session.Query<PersonIdentifier>().Where(item => item.PersonId == gone.Id).ToListAsync(ct))
        {
            session.Store(identifier with { PersonId = keep.Id });
        }

        foreach (var holder in holders)
        {
            await holder.MergeAsync(gone.Id, keep.Id, session, ct);
        }

        session.Patch<Traveller>(traveller => traveller.PersonId == gone.Id).Set(traveller => traveller.PersonId, (Guid?)keep.Id);
        session.Update(new Person { Id = gone.Id, Language = gone.Language, CreatedAt = gone.CreatedAt, MergedInto = keep.Id });
        // Whoever said STOP on either is stopped; what was agreed to on either holds unless it was withdrawn since, on either.
        var stopped = keep.Stopped || gone.Stopped;
        var optOutAt = Later(keep.OptOutAt, gone.OptOutAt);
        var optIn = new[] { keep.WhatsAppOptIn, gone.WhatsAppOptIn }.OfType<OptIn>().MaxBy(given => given.At);
        return keep with
        {
            Phone = keep.Phone ?? await MovedAsync(gone.Phone),
            PhoneHash = keep.PhoneHash ?? gone.PhoneHash,
            WaId = keep.WaId ?? await MovedAsync(gone.WaId),
            WaIdHash = keep.WaIdHash ?? gone.WaIdHash,
            UserId = keep.UserId ?? await MovedAsync(gone.UserId),
            UserIdHash = keep.UserIdHash ?? gone.UserIdHash,
            Email = keep.Email ?? await MovedAsync(gone.Email),
            EmailHash = keep.EmailHash ?? gone.EmailHash,
            Name = keep.Name ?? await MovedAsync(gone.Name),
            Logins = [.. keep.Logins.Union(gone.Logins)],
            WhatsAppOptIn = stopped || optIn?.At <= optOutAt ? null : optIn,
            OptOutAt = optOutAt,
            Stopped = stopped,
        };

        async Task<byte[]?> MovedAsync(byte[]? data) =>
            data is not null && await protector.UnprotectAsync(gone.Id, data, ct) is { } text ? await protector.ProtectAsync(keep.Id, text, ct) : null;
    }

    /// <summary>The later of two times, either of which may be none.</summary>
    public static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;
}
