using System.Security.Cryptography;
using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>What follows when Meta says that a person's window is closed: it is closed here as well, and who opted in gets the template once instead of the tours.</summary>
public static class ClosedWindow
{
    /// <summary>Meta's "more than 24 hours have passed since the person last wrote".</summary>
    public const int Code = 131047;

    /// <summary>Marks the window closed and queues the template; the commands to send it. Safe to repeat.</summary>
    public static Task<IReadOnlyList<SendMessage>> SettleAsync(IDocumentStore store, IAccounts accounts, OutboundMessage message, DateTimeOffset now, CancellationToken ct) =>
        OptimisticConcurrency.RetriedAsync(token => TrySettleAsync(store, accounts, message, now, token), ct);

    private static async Task<IReadOnlyList<SendMessage>> TrySettleAsync(IDocumentStore store, IAccounts accounts, OutboundMessage message, DateTimeOffset now, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<ChatState>(message.PersonId, ct) is { } state && state.LastWroteAt <= (message.AttemptedAt ?? message.CreatedAt))
        {
            session.Update(state with { LastWroteAt = null });
        }

        List<SendMessage> commands = [];
        if (message is { ListId: { } listId, Content.Kind: MessageKind.Tour or MessageKind.TourList or MessageKind.NothingFound }
            && await accounts.FindPersonAsync(message.PersonId, ct) is { WhatsAppOptIn: not null, Stopped: false })
        {
            commands.AddRange(await session.QueueAsync(
                message.PersonId, CauseOf(message, listId), [new OutboundContent(MessageKind.RecommendationsTemplate, message.Content.Language) { ListId = listId }], now, ct));
        }

        await session.SaveChangesAsync(ct);
        return commands;
    }

    /// <summary>One template for all messages that were queued together.</summary>
    private static Guid CauseOf(OutboundMessage message, Guid listId) =>
        new(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{message.PersonId:N}:{listId:N}:{message.CreatedAt.UtcTicks}")).AsSpan(0, 16));
}
