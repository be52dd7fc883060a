using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>
/// Changes outbound messages in transactions of their own: an attempt must be on record before its request leaves, and a status can arrive before
/// the answer to the request does, so each change is made against what is stored now.
/// </summary>
public sealed class OutboxStore(IDocumentStore store)
{
    /// <summary>How far our clock may be behind Meta's, which counts whole seconds.</summary>
    private static readonly TimeSpan ClocksApart = TimeSpan.FromSeconds(5);

    /// <summary>Applies a change to the message as it is now and gives the result; null if there is no such message.</summary>
    public Task<OutboundMessage?> ChangeAsync(Guid id, Func<OutboundMessage, OutboundMessage> change, CancellationToken ct) => OptimisticConcurrency.RetriedAsync(async token =>
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<OutboundMessage>(id, token) is not { } message)
        {
            return null;
        }

        var changed = change(message);
        if (ReferenceEquals(changed, message))
        {
            return message;
        }

        await UpdateAsync(session, [changed], token);
        await session.SaveChangesAsync(token);
        return changed;
    }, ct);

    /// <summary>
    /// Puts changed messages into a session, against the versions that were loaded: one that was erased meanwhile is not brought back. A number that was typed
    /// for an invitation is forgotten with it once nothing more is done for that.
    /// </summary>
    public static async Task UpdateAsync(IDocumentSession session, IReadOnlyCollection<OutboundMessage> changed, CancellationToken ct)
    {
        session.Update(changed.ToArray());
        var written = changed.Where(message => message is { Content.Kind: MessageKind.InvitationTemplate, IsSettled: true }).Select(message => message.PersonId).ToArray();
        if (written.Length > 0)
        {
            await TypedNumbers.ForgetAsync(session, written, ct);
        }
    }

    public async Task<OutboundMessage?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<OutboundMessage>(id, ct);
    }

    /// <summary>The first message of the person before this one that still waits, or whose picture left since <paramref name="since"/> and has not arrived: Meta keeps no order between the two.</summary>
    public async Task<OutboundMessage?> EarlierAsync(OutboundMessage message, DateTimeOffset since, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<OutboundMessage>()
            .Where(other => other.PersonId == message.PersonId && other.Sequence < message.Sequence
                && (other.State == DeliveryState.Pending || other.State == DeliveryState.Attempted
                    || other.Content.Kind == MessageKind.Tour && (other.State == DeliveryState.Accepted || other.State == DeliveryState.Sent) && other.AcceptedAt > since))
            .OrderBy(other => other.Sequence).FirstOrDefaultAsync(ct);
    }

    /// <summary>Whether one of the phrases was queued for the person since a time by Meta's clock, and arrived or still may.</summary>
    public async Task<bool> SaysAsync(Guid personId, DateTimeOffset since, string[] phrases, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var from = since - ClocksApart;
        return await session.Query<OutboundMessage>().AnyAsync(message => message.PersonId == personId && message.CreatedAt >= from && message.State != DeliveryState.Failed && message.Content.Phrase!.IsOneOf(phrases), ct);
    }

    /// <summary>Whether something that the person wrote lately waits to be read.</summary>
    public async Task<bool> IsUnreadAsync(Guid personId, DateTimeOffset now, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await Superseding.IsUnreadAsync(session, personId, now, ct);
    }

    public async Task<NumberState?> NumberAsync(string phoneNumberId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<NumberState>(phoneNumberId, ct);
    }

    /// <summary>Applies a change to what is known of the number, as it is now.</summary>
    public Task ChangeNumberAsync(string phoneNumberId, Func<NumberState, NumberState> change, CancellationToken ct) => OptimisticConcurrency.RetriedAsync(async token =>
    {
        await using var session = store.LightweightSession();
        var known = await session.LoadAsync<NumberState>(phoneNumberId, token);
        var state = known ?? new NumberState { Id = phoneNumberId };
        var changed = change(state);
        if (ReferenceEquals(changed, state))
        {
            return true;
        }

        if (known is null)
        {
            session.Insert(changed);
        }
        else
        {
            session.Update(changed);
        }

        await session.SaveChangesAsync(token);
        return true;
    }, ct);

    /// <summary>The first message of a person that still waits.</summary>
    public async Task<OutboundMessage?> NextAsync(Guid personId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await NextAsync(session, personId, long.MinValue, ct);
    }

    /// <summary>The first after one of that sequence.</summary>
    public static Task<OutboundMessage?> NextAsync(IQuerySession session, Guid personId, long after, CancellationToken ct) => session.Query<OutboundMessage>()
        .Where(message => message.PersonId == personId && message.Sequence > after && (message.State == DeliveryState.Pending || message.State == DeliveryState.Attempted))
        .OrderBy(message => message.Sequence).FirstOrDefaultAsync(ct);

    /// <summary>
    /// Whether Meta takes nothing at all, as far as can be seen: no message of that time was taken, and others are refused as this one is. Who is written to alone
    /// is refused alone.
    /// </summary>
    public async Task<bool> IsNothingTakenAsync(OutboundMessage refused, DateTimeOffset since, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (await session.Query<OutboundMessage>().AnyAsync(message => message.CreatedAt > since && message.AcceptedAt != null, ct))
        {
            return false;
        }

        var lately = since.AddDays(-1);
        return await session.Query<OutboundMessage>().AnyAsync(message => message.CreatedAt > lately && message.PersonId != refused.PersonId && message.State == DeliveryState.Pending && message.RefusedSince != null, ct);
    }

    /// <summary>When this person's messages were tried since a time, oldest first.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> AttemptsSinceAsync(Guid personId, DateTimeOffset since, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var tried = await session.Query<OutboundMessage>().Where(message => message.PersonId == personId && message.AttemptedAt > since).Select(message => message.AttemptedAt!.Value).ToListAsync(ct);
        return [.. tried.Order()];
    }

    /// <summary>Whether Meta said that nobody is there, and the person has not written since: no offer finds them.</summary>
    public async Task<bool> IsUnreachableAsync(Guid personId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        // Meta tells both in whole seconds: who wrote within the second of the failure is there.
        var wrote = (await session.LoadAsync<Chat.ChatState>(personId, ct))?.LastWroteAt?.ToUnixTimeSeconds() ?? 0;
        var later = DateTimeOffset.FromUnixTimeSeconds(wrote + 1);
        return await session.Query<OutboundMessage>().AnyAsync(message => message.PersonId == personId && message.ErrorCode == Cloud.GraphError.Undeliverable && message.FailedAt >= later, ct);
    }

    /// <summary>Whether Meta said within a time that this person gets no more marketing for now.</summary>
    public async Task<bool> IsMarketingCappedAsync(Guid personId, DateTimeOffset since, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<OutboundMessage>().AnyAsync(message => message.PersonId == personId && message.ErrorCode == Cloud.GraphError.MarketingCap && message.FailedAt > since, ct);
    }
}
