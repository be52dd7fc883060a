using Marten;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>
/// Changes outbound messages in transactions of their own: an attempt must be on record before its request leaves, and a status can arrive before
/// the answer to the request does, so each change is made against what is stored now.
/// </summary>
public sealed class OutboxStore(IDocumentStore store)
{
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

        session.Update(changed); // Against the version that was loaded; one that was erased meanwhile is not brought back.
        await session.SaveChangesAsync(token);
        return changed;
    }, ct);

    public async Task<OutboundMessage?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<OutboundMessage>(id, ct);
    }

    /// <summary>The first message of the person before this one that still waits.</summary>
    public async Task<OutboundMessage?> EarlierAsync(OutboundMessage message, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<OutboundMessage>()
            .Where(other => other.PersonId == message.PersonId && other.Sequence < message.Sequence
                && (other.State == DeliveryState.Pending || other.State == DeliveryState.Attempted))
            .OrderBy(other => other.Sequence).FirstOrDefaultAsync(ct);
    }

    public async Task<NumberState?> NumberAsync(string phoneNumberId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<NumberState>(phoneNumberId, ct);
    }

    /// <summary>Applies a change to what is known of the number.</summary>
    public async Task ChangeNumberAsync(string phoneNumberId, Func<NumberState, NumberState> change, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store(change(await session.LoadAsync<NumberState>(phoneNumberId, ct) ?? new NumberState { Id = phoneNumberId }));
        await session.SaveChangesAsync(ct);
    }
}
