using JasperFx.Metadata;
using Marten;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Something about the number, the account or a template that an admin has to look at, until they say it is settled. Names nobody.</summary>
public sealed record DeliveryNotice : IVersioned
{
    /// <summary>What it is about: error code or event, and the template it is of.</summary>
    public required string Id { get; init; }

    /// <summary>Meta's error code; null for an event of the account.</summary>
    public int? Code { get; init; }

    /// <summary>The webhook field of an event ("account_update"), and what it said ("FLAGGED").</summary>
    public string? Field { get; init; }

    public string? Event { get; init; }

    /// <summary>Name and language of a template.</summary>
    public string? Template { get; init; }

    /// <summary>What Meta said of it last beyond code or event, cleaned.</summary>
    public string? Detail { get; init; }

    public required DateTimeOffset FirstAt { get; init; }
    public required DateTimeOffset LastAt { get; init; }
    public int Times { get; init; } = 1;
    public Guid Version { get; set; }
}

/// <summary>Keeps what admins have to look at.</summary>
public sealed class DeliveryNotices(IDocumentStore store)
{
    /// <summary>Notes an error of the Graph API, counted by code and template.</summary>
    public Task NoteAsync(int code, string? template, DateTimeOffset at, CancellationToken ct, string? detail = null) =>
        NoteAsync(new DeliveryNotice { Id = template is null ? $"{code}" : $"{code}:{template}", Code = code, Template = template, Detail = detail, FirstAt = at, LastAt = at }, ct);

    /// <summary>Notes an event of the account.</summary>
    public Task NoteAsync(string field, string said, string? template, DateTimeOffset at, CancellationToken ct) =>
        NoteAsync(new DeliveryNotice { Id = $"{field}:{said}:{template}", Field = field, Event = said, Template = template, FirstAt = at, LastAt = at }, ct);

    public async Task<IReadOnlyList<DeliveryNotice>> OpenAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<DeliveryNotice>().OrderByDescending(notice => notice.LastAt).Take(50).ToListAsync(ct);
    }

    public async Task SettleAsync(string id, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Delete<DeliveryNotice>(id);
        await session.SaveChangesAsync(ct);
    }

    private Task<bool> NoteAsync(DeliveryNotice notice, CancellationToken ct) => OptimisticConcurrency.RetriedAsync(async token =>
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<DeliveryNotice>(notice.Id, token) is not { } known)
        {
            session.Insert(notice);
        }
        else if (known.LastAt < notice.LastAt)
        {
            session.Update(known with { LastAt = notice.LastAt, Detail = notice.Detail ?? known.Detail, Times = known.Times + 1 });
        }

        await session.SaveChangesAsync(token);
        return true;
    }, ct);
}
