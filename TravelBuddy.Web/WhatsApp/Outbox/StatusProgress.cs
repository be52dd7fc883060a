using Marten;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Records how far messages have come. Each is found by our own id, which its status carries, else by the hash of Meta's; a status of a message we never sent is let go.</summary>
public sealed class StatusProgress(IDocumentStore store, OutboxStore outbox, BusinessAccount account, DeliveryNotices notices, WhatsAppMetrics metrics)
{
    /// <summary>Meta bills the number as a general-purpose assistant, which it is not: an admin has to see to it.</summary>
    private const string AssistantPricing = "general_purpose_ai";

    /// <summary>Records the statuses in one transaction, and gives the commands that send what waited for them.</summary>
    public async Task<IReadOnlyList<SendMessage>> RecordAsync(IReadOnlyList<RecordStatus> statuses, CancellationToken ct)
    {
        var changes = await OptimisticConcurrency.RetriedAsync(token => ChangeAsync(statuses, token), ct);
        if (changes.Any(change => change.After.PricingCategory == AssistantPricing && change.Before.PricingCategory != AssistantPricing))
        {
            await notices.NoteAsync("pricing", AssistantPricing, null, statuses.Max(status => status.At), ct);
        }

        if (changes.Where(change => change.After is { ProvesMended: true, State: DeliveryState.Delivered or DeliveryState.Read }).Max(change => change.After.AttemptedAt) is { } proof)
        {
            await outbox.ChangeNumberAsync((await account.GetAsync(ct)).PhoneNumberId, number => number.Arrived(proof), ct);
        }

        foreach (var (before, after) in changes.Where(change => change.After.State > change.Before.State))
        {
            metrics.Reached(after);
        }

        var waiting = new List<SendMessage>();
        foreach (var personId in changes.Where(IsWaitedFor).Select(change => change.After.PersonId).Distinct())
        {
            if (await outbox.NextAsync(personId, ct) is { } next)
            {
                waiting.Add(new SendMessage(next.PersonId, next.Id, Waited: true));
            }
        }

        return waiting;
    }

    /// <summary>The message a status is of; null if it is none of ours.</summary>
    public async Task<OutboundMessage?> FindAsync(RecordStatus status, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return (await MessagesAsync(session, [status], ct)).Select(known => known.Message).FirstOrDefault();
    }

    private async Task<IReadOnlyList<(OutboundMessage Before, OutboundMessage After)>> ChangeAsync(IReadOnlyList<RecordStatus> statuses, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var changes = new Dictionary<Guid, (OutboundMessage Before, OutboundMessage After)>();
        foreach (var (status, message) in await MessagesAsync(session, statuses, ct))
        {
            var (before, after) = changes.TryGetValue(message.Id, out var change) ? change : (message, message);
            changes[message.Id] = (before, after.Progress(status.State, status.MessageIdHash, status.ErrorCode, status.PricingCategory, status.At, status.IsCharged));
        }

        await OutboxStore.UpdateAsync(session, [.. changes.Values.Where(change => change.After != change.Before).Select(change => change.After)], ct);
        await session.SaveChangesAsync(ct);
        return [.. changes.Values];
    }

    private static async Task<IReadOnlyList<(RecordStatus Status, OutboundMessage Message)>> MessagesAsync(IQuerySession session, IReadOnlyList<RecordStatus> statuses, CancellationToken ct)
    {
        var ids = statuses.Select(status => status.MessageId).OfType<Guid>().Distinct().ToArray();
        var byId = ids.Length == 0 ? [] : (await session.LoadManyAsync<OutboundMessage>(ct, ids)).ToDictionary(message => message.Id);
        var hashes = statuses.Where(status => status.MessageId is not { } id || !byId.ContainsKey(id)).Select(status => status.MessageIdHash).Distinct().ToArray();
        var byHash = hashes.Length == 0 ? [] : (await session.Query<OutboundMessage>().Where(message => message.MessageIdHash!.IsOneOf(hashes)).ToListAsync(ct)).DistinctBy(message => message.MessageIdHash).ToDictionary(message => message.MessageIdHash!);
        return [.. statuses.Select(status => (status, Message: status.MessageId is { } id && byId.TryGetValue(id, out var ours) ? ours : byHash.GetValueOrDefault(status.MessageIdHash))).Where(each => each.Message is not null)!];
    }

    /// <summary>What waited for the answer to a message, or for its picture to arrive, goes on now.</summary>
    private static bool IsWaitedFor((OutboundMessage Before, OutboundMessage After) change) =>
        !change.After.IsWaiting && (change.Before.IsWaiting || change.Before.Content.Kind == MessageKind.Tour && change.Before.State < DeliveryState.Delivered && change.After.State >= DeliveryState.Delivered);
}
