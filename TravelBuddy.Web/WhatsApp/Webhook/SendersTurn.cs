using Marten;

namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>
/// Keeps the messages of one sender in order whichever nodes their deliveries and commands came to. A message waits while an earlier one is stored, and one is stored until the
/// transaction that answered it is through; a lock keeps out what is stored this moment by another node.
/// </summary>
public static class SendersTurn
{
    /// <summary>How long an earlier message is waited for: longer than a busy hour's backlog, and not for ever where nobody works on it any more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>How long a message waits before it is looked at again, if nothing calls it before; null: it is its turn, and the sender's until the session's transaction ends.</summary>
    public static async Task<TimeSpan?> WaitAsync(IDocumentSession session, WebhookUpdate update, string sender, DateTimeOffset now, CancellationToken ct)
    {
        // Asked before, so that nobody holds the turn who has to wait all the same; and after, for what was stored or answered meanwhile.
        if (await IsFirstAsync(session, update, now - Patience, ct) && await TakeAsync(session, sender, ct) && await IsFirstAsync(session, update, now - Patience, ct))
        {
            return null;
        }

        session.Update(update with { IsPutOff = true });
        // The longer it has waited, the less often: many that look every second hold up what they wait for.
        return TimeSpan.FromSeconds(Math.Clamp((now - update.ReceivedAt).TotalSeconds / 2, .2, 10));
    }

    /// <summary>Takes the sender's turn until the session's transaction ends; false where another has it.</summary>
    public static async Task<bool> TakeAsync(IDocumentSession session, string sender, CancellationToken ct)
    {
        await session.BeginTransactionAsync(ct);
        return (await session.QueryAsync<bool>("select pg_try_advisory_xact_lock(hashtextextended(?, 0))", ct, $"sender:{sender}"))[0];
    }

    /// <summary>The sender's next message, where that was put off: it is called as soon as this one is answered.</summary>
    public static async Task<Guid?> NextAsync(IDocumentSession session, WebhookUpdate update, CancellationToken ct) =>
        await session.Query<WebhookUpdate>().Where(other => other.Sender == update.Sender && other.Id != update.Id && !other.MakesWay)
            .OrderBy(other => other.Written).ThenBy(other => other.Place).FirstOrDefaultAsync(ct) is { IsPutOff: true } next ? next.Id : null;

    private static async Task<bool> IsFirstAsync(IDocumentSession session, WebhookUpdate update, DateTimeOffset since, CancellationToken ct) =>
        update.Sender is null ? await session.Query<WebhookUpdate>().AnyAsync(other => other.Id == update.Id, ct) : await session.Query<WebhookUpdate>()
            .Where(other => other.Sender == update.Sender && (other.Id == update.Id || !other.MakesWay && other.ReceivedAt > since))
            .OrderBy(other => other.Written).ThenBy(other => other.Place).Select(other => other.Id).FirstOrDefaultAsync(ct) == update.Id;
}
