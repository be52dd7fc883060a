using Marten;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Templates;
using Wolverine.Marten;

namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>A received message, encrypted for the short time until it is handled and its person known.</summary>
public sealed record WebhookUpdate
{
    public required Guid Id { get; init; }
    public required byte[] Protected { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Id of the sender's <see cref="PersonIdentifier"/> by number, so that it is erased with the person.</summary>
    public string? Number { get; init; }

    /// <summary>The same by user id.</summary>
    public string? User { get; init; }

    /// <summary>Whose messages are handled in order: one of the two.</summary>
    public string? Sender { get; init; }

    /// <summary>When it was written, in seconds since 1970, as Meta tells it.</summary>
    public long Written { get; init; }

    /// <summary>Its place among those of the sender that were written in the same second.</summary>
    public long Place { get; init; }

    /// <summary>It came to be handled before its turn, and waits to be called.</summary>
    public bool IsPutOff { get; init; }

    /// <summary>It failed for longer than the sender's later messages wait for it.</summary>
    public bool MakesWay { get; init; }
}

/// <summary>That a message was taken, by the keyed hash of Meta's id: delivered again, nothing of it is stored.</summary>
public sealed record TakenMessage
{
    public required string Id { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Takes what a delivery holds: each message once, however often and in however many deliveries at once Meta sends it.</summary>
public sealed class WebhookInbox(
    IServiceScopeFactory scopes, IDocumentStore store, KeyedHash keyedHash, WebhookSeal seal, Allowances allowances, BusinessAccount account, IOptions<WhatsAppOptions> options, DeliveryNotices notices, TemplateStates templates,
    WhatsAppMetrics metrics, TimeProvider time, ILogger<WebhookInbox> log)
{
    /// <summary>Meta retries a delivery for up to 7 days; what was not handled by then (its dead letter was discarded) goes too.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(8);

    /// <summary>What an admin need not look at.</summary>
    private static readonly HashSet<string> GoodNews = ["APPROVED", "UNFLAGGED", "GREEN", "UNKNOWN", "REINSTATED"];

    /// <summary>Stores deliveries as a whole, all in one transaction: with a durable message for each text, reaction and failure, and one for all other statuses.</summary>
    public async Task TakeAsync(IReadOnlyList<WebhookBatch> deliveries)
    {
        var batch = new WebhookBatch(
            [.. deliveries.SelectMany(each => each.Messages)], [.. deliveries.SelectMany(each => each.Statuses)], [.. deliveries.SelectMany(each => each.Events)], deliveries.Sum(each => each.Ignored));
        // Nobody who waits for one of them can call off the others.
        var ct = CancellationToken.None;
        var counted = CountAsync(batch.Messages.Count(message => message.Type is not ("call" or "preference")), ct);
        // Whoever loses the race for a message decides anew, with a session of its own, and finds it taken.
        await OptimisticConcurrency.RetriedAsync(async token =>
        {
            await using var scope = scopes.CreateAsyncScope();
            await TakeAsync(batch, scope.ServiceProvider.GetRequiredService<IDocumentSession>(), scope.ServiceProvider.GetRequiredService<IMartenOutbox>(), token);
            return true;
        }, ct);
        await counted;
        foreach (var happened in batch.Events.Where(each => !GoodNews.Contains(each.Event)))
        {
            await (happened.Code is { } code ? notices.NoteAsync(code, null, happened.At, ct, happened.Detail) : notices.NoteAsync(happened.Field, happened.Event, happened.Template, happened.At, ct));
        }

        foreach (var happened in batch.Events.Where(each => each is { Field: "message_template_status_update", Template: not null }))
        {
            await templates.TellAsync(happened.Template!, happened.Event, happened.At, ct, happened.Pause);
        }

        foreach (var message in batch.Messages)
        {
            metrics.Received(message.Type);
        }
    }

    /// <summary>What came in is part of what Meta lets pass through the number; beside the storing, which does not wait for it, and fails nothing.</summary>
    private async Task CountAsync(int messages, CancellationToken ct)
    {
        if (messages == 0)
        {
            return;
        }

        try
        {
            await allowances.CountAsync(NumberPace.Of(options.Value.MessagesPerSecond), (await account.GetAsync(ct)).PhoneNumberId, messages, ct);
        }
        catch (Exception problem)
        {
            // The delivery itself matters, and stands.
            log.LogWarning(problem, "What came in is not counted against the pace of the number");
        }
    }

    /// <summary>Forgets what is too old to be delivered again or handled.</summary>
    public async Task TidyAsync(CancellationToken ct)
    {
        var before = time.GetUtcNow() - Remembered;
        await using var session = store.LightweightSession();
        session.DeleteWhere<TakenMessage>(taken => taken.At < before);
        session.DeleteWhere<WebhookUpdate>(update => update.ReceivedAt < before);
        await session.SaveChangesAsync(ct);
    }

    private async Task TakeAsync(WebhookBatch batch, IDocumentSession session, IMartenOutbox outbox, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var messages = new Dictionary<string, InboundMessage>();
        foreach (var message in batch.Messages)
        {
            messages.TryAdd(await keyedHash.OfAsync("message", message.MessageId, ct), message);
        }

        HashSet<string> taken = messages.Count == 0 ? [] : [.. (await session.LoadManyAsync<TakenMessage>(ct, messages.Keys.ToArray())).Select(known => known.Id)];
        foreach (var (place, (hash, message)) in messages.Where(each => !taken.Contains(each.Key)).OrderBy(each => each.Value.At).Index())
        {
            var update = new WebhookUpdate
            {
                Id = Guid.CreateVersion7(now),
                Protected = seal.Seal(message),
                ReceivedAt = now,
                Number = message.WaId is { } waId ? PersonIdentifier.Number(await keyedHash.OfAsync(HashKinds.Phone, waId, ct)) : null,
                User = message.UserId is { } userId ? PersonIdentifier.User(await keyedHash.OfAsync(HashKinds.UserId, userId, ct)) : null,
            };
            var sender = await SenderAsync(update, session, ct);
            session.Insert(new TakenMessage { Id = hash, At = now });
            session.Insert(update with { Sender = sender, Written = message.At.ToUnixTimeSeconds(), Place = now.UtcTicks + place });
            await outbox.PublishAsync(new ReceiveMessage(update.Id, sender));
            if (StopAtOnce.IsAskedBy(message) && (messages.Count > 1 || await session.Query<WebhookUpdate>().AnyAsync(waiting => waiting.Sender == sender, ct)))
            {
                await outbox.PublishAsync(new StopAtOnce(update.Id));
            }
        }

        var progress = new List<RecordStatus>();
        foreach (var status in batch.Statuses)
        {
            var hash = await keyedHash.OfAsync("message", status.MessageId, ct);
            Guid? ours = Guid.TryParseExact(status.Opaque, "N", out var id) ? id : null;
            var record = new RecordStatus(ours?.ToString("N") ?? hash, ours, hash, status.State, status.At, status.ErrorCode, status.PricingCategory, status.IsCharged) { Detail = status.Detail };
            if (status.State == DeliveryState.Failed)
            {
                await outbox.PublishAsync(record);
            }
            else
            {
                progress.Add(record);
            }
        }

        if (progress.Count > 0)
        {
            await outbox.PublishAsync(new RecordStatuses(progress));
        }

        await session.SaveChangesAsync(ct);
    }

    /// <summary>Whose messages are handled in order: the user id's, which a delivery with the number alone is found by, too.</summary>
    private static async Task<string> SenderAsync(WebhookUpdate update, IDocumentSession session, CancellationToken ct) =>
        update.User ?? (await session.LoadAsync<PersonIdentifier>(update.Number!, ct) is { } known && await session.LoadAsync<Person>(known.PersonId, ct) is { UserIdHash: { } user }
            ? PersonIdentifier.User(user)
            : update.Number!);
}
