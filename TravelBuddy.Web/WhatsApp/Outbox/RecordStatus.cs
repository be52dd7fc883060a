using Marten;
using TravelBuddy.Web.WhatsApp.Cloud;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>A status of a webhook: ids, hashes and codes only. <paramref name="Key"/> groups the statuses of one message.</summary>
public sealed record RecordStatus(string Key, Guid? MessageId, string MessageIdHash, DeliveryState State, DateTimeOffset At, int? ErrorCode, string? PricingCategory, bool IsCharged = false) : IByMessage;

/// <summary>Statuses of one message are handled one after the other.</summary>
public interface IByMessage
{
    string Key { get; }
}

/// <summary>Finds the message by our own id, which the status carries, else by the hash of Meta's; a status of a message we never sent is let go.</summary>
public sealed class RecordStatusHandler(IDocumentStore store, OutboxStore outbox, Refusals refusals, DeliveryNotices notices, WhatsAppMetrics metrics)
{
    /// <summary>Meta bills the number as a general-purpose assistant, which it is not: an admin has to see to it.</summary>
    private const string AssistantPricing = "general_purpose_ai";

    public static void Configure(HandlerChain chain) =>
        chain.OnAnyException().ScheduleRetry(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)).Then.MoveToErrorQueue();

    public async Task<OutgoingMessages> HandleAsync(RecordStatus status, CancellationToken ct)
    {
        if (await FindAsync(status, ct) is not { } message)
        {
            return [];
        }

        if (status.PricingCategory == AssistantPricing)
        {
            await notices.NoteAsync("pricing", AssistantPricing, null, status.At, ct);
        }

        if (status is { State: DeliveryState.Failed, ErrorCode: { } code })
        {
            metrics.Refused(code);
            var refusal = await refusals.SettleAsync(message, new GraphError(code, 0), null, status.MessageIdHash, status.At, ct);
            var outgoing = new OutgoingMessages();
            outgoing.AddRange(refusal.Instead);
            if (refusal.Again is { } delay)
            {
                outgoing.Delay(new SendMessage(message.PersonId, message.Id, Waited: true), delay);
            }
            else if (message.IsWaiting && await outbox.NextAsync(message.PersonId, ct) is { } behind)
            {
                outgoing.Add(new SendMessage(behind.PersonId, behind.Id, Waited: true));
            }

            return outgoing;
        }

        var progressed = await outbox.ChangeAsync(message.Id, m => m.Progress(status.State, status.MessageIdHash, status.ErrorCode, status.PricingCategory, status.At, status.IsCharged), ct);
        if (progressed is not null && progressed.State > message.State)
        {
            metrics.Reached(progressed);
        }

        // What waited for the answer to this one, or for its picture to arrive, goes on now.
        var wasWaitedFor = message.IsWaiting || message.Content.Kind == MessageKind.Tour && status.State is DeliveryState.Delivered or DeliveryState.Read;
        return wasWaitedFor && progressed is { IsWaiting: false } && await outbox.NextAsync(message.PersonId, ct) is { } next ? [new SendMessage(next.PersonId, next.Id, Waited: true)] : [];
    }

    private async Task<OutboundMessage?> FindAsync(RecordStatus status, CancellationToken ct)
    {
        if (status.MessageId is { } ours && await outbox.FindAsync(ours, ct) is { } known)
        {
            return known;
        }

        await using var session = store.QuerySession();
        return await session.Query<OutboundMessage>().Where(m => m.MessageIdHash == status.MessageIdHash).FirstOrDefaultAsync(ct);
    }
}
