using Marten;
using TravelBuddy.Web.Accounts;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>A status of a webhook: ids, hashes and codes only. <paramref name="Key"/> groups the statuses of one message.</summary>
public sealed record RecordStatus(string Key, Guid? MessageId, string MessageIdHash, DeliveryState State, DateTimeOffset At, int? ErrorCode, string? PricingCategory) : IByMessage;

/// <summary>Statuses of one message are handled one after the other.</summary>
public interface IByMessage
{
    string Key { get; }
}

/// <summary>Finds the message by our own id, which the status carries, else by the hash of Meta's; a status of a message we never sent is let go.</summary>
public sealed class RecordStatusHandler(IDocumentStore store, OutboxStore outbox, IAccounts accounts, TimeProvider time)
{
    public static void Configure(HandlerChain chain) =>
        chain.OnAnyException().ScheduleRetry(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)).Then.MoveToErrorQueue();

    public async Task<OutgoingMessages> HandleAsync(RecordStatus status, CancellationToken ct)
    {
        var id = status.MessageId;
        if (id is null)
        {
            await using var session = store.QuerySession();
            id = (await session.Query<OutboundMessage>().Where(m => m.MessageIdHash == status.MessageIdHash).FirstOrDefaultAsync(ct))?.Id;
        }

        if (id is null)
        {
            return [];
        }

        // 131053 comes by webhook, after Meta had accepted the message: it is sent once more, without its picture.
        if (status is { State: DeliveryState.Failed, ErrorCode: 131052 or 131053 })
        {
            var again = await outbox.ChangeAsync(id.Value, m => m.SendWithoutPicture(status.MessageIdHash, status.ErrorCode, status.At), ct);
            return again is { State: DeliveryState.Pending } ? [new SendMessage(again.PersonId, again.Id)] : [];
        }

        // Mostly said by webhook, after Meta had accepted the message.
        if (status is { State: DeliveryState.Failed, ErrorCode: ClosedWindow.Code } && await outbox.FindAsync(id.Value, ct) is { } shut)
        {
            if (shut.IsReplaced(status.MessageIdHash))
            {
                return [];
            }

            var instead = await ClosedWindow.SettleAsync(store, accounts, shut, time.GetUtcNow(), ct);
            await outbox.ChangeAsync(id.Value, m => (m with { MessageIdHash = m.MessageIdHash ?? status.MessageIdHash }).Fail(FailureReason.WindowClosed, status.ErrorCode, status.At), ct);
            return [.. instead];
        }

        await outbox.ChangeAsync(id.Value, m => m.Progress(status.State, status.MessageIdHash, status.ErrorCode, status.PricingCategory, status.At), ct);
        return [];
    }
}
