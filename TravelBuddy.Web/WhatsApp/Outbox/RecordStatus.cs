using TravelBuddy.Web.WhatsApp.Cloud;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>A status of a webhook: ids, hashes and codes only. <paramref name="Key"/> groups the statuses of one message.</summary>
public sealed record RecordStatus(string Key, Guid? MessageId, string MessageIdHash, DeliveryState State, DateTimeOffset At, int? ErrorCode, string? PricingCategory, bool IsCharged = false) : IByMessage
{
    /// <summary>What Meta says of the error beyond its code, cleaned.</summary>
    public string? Detail { get; init; }
}

/// <summary>Statuses of one message are handled one after the other.</summary>
public interface IByMessage
{
    string Key { get; }
}

/// <summary>Finds the message by our own id, which the status carries, else by the hash of Meta's; a status of a message we never sent is let go.</summary>
public sealed class RecordStatusHandler(StatusProgress progress, OutboxStore outbox, Refusals refusals, WhatsAppMetrics metrics)
{
    public static void Configure(HandlerChain chain) =>
        chain.OnAnyException().ScheduleRetry(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)).Then.MoveToErrorQueue();

    [Transactional]
    public async Task<OutgoingMessages> HandleAsync(RecordStatus status, CancellationToken ct)
    {
        if (status is not { State: DeliveryState.Failed, ErrorCode: { } code })
        {
            return [.. await progress.RecordAsync([status], ct)];
        }

        if (await progress.FindAsync(status, ct) is not { } message)
        {
            return [];
        }

        metrics.Refused(code);
        var refusal = await refusals.SettleAsync(message, new GraphError(code, 0) { Detail = status.Detail }, null, status.MessageIdHash, status.At, ct);
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
}
