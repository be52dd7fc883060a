using System.Text.Json;
using JasperFx;
using JasperFx.Core;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;
using Wolverine.Marten;
using Wolverine.Persistence.Durability;
using Wolverine.Persistence.Durability.DeadLetterManagement;
using Wolverine.Util;

namespace TravelBuddy.Web.Pages.Admin;

/// <summary>What was sent, how far it came and why not further; the number's alarms; dead letters, which can be played again.</summary>
[Authorize(Policy = AccountPolicies.Admin)]
[ResponseCache(NoStore = true)]
public sealed class MessagesModel(IDocumentSession session, OutboxStore outbox, DeliveryNotices notices, DeliveryCosts costs, BusinessAccount account, IMessageStore messageStore, IMartenOutbox bus, TimeProvider time) : PageModel
{
    private const int Shown = 100;
    private const int Words = 9;

    public IReadOnlyList<OutboundMessage> Messages { get; private set; } = [];
    public MessageFunnel Funnel { get; private set; } = new(0, 0, 0, 0, 0);
    public NumberState? Number { get; private set; }

    /// <summary>What an admin has to look at, until they say it is settled.</summary>
    public IReadOnlyList<DeliveryNotice> Notices { get; private set; } = [];

    /// <summary>What was delivered in the last 30 days, and what Meta charges for it.</summary>
    public IReadOnlyList<DeliveryCost> Costs { get; private set; } = [];

    public IReadOnlyList<DeadLetterEnvelope> DeadLetters { get; private set; } = [];

    /// <summary>Those that are shown; null for all.</summary>
    public Reached? Only { get; private set; }

    public async Task OnGetAsync(Reached? show, CancellationToken ct)
    {
        Only = show;
        IQueryable<OutboundMessage> query = session.Query<OutboundMessage>();
        if (show is { } only)
        {
            query = query.Where(MessageFunnel.Those(only));
        }

        Messages = await query.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Sequence).Take(Shown).ToListAsync(ct);
        Funnel = await MessageFunnel.OfAsync(session, time.GetUtcNow(), ct);
        Number = await outbox.NumberAsync((await account.GetAsync(ct)).PhoneNumberId, ct);
        Notices = await notices.OpenAsync(ct);
        Costs = await costs.SinceAsync(time.GetUtcNow().AddDays(-30), ct);
        var letters = await messageStore.DeadLetters.QueryAsync(new DeadLetterEnvelopeQuery { Range = TimeRange.AllTime(), PageSize = Shown }, ct);
        DeadLetters = [.. letters.Envelopes];
    }

    /// <summary>How a text of the chat begins, in the language it is sent in; null for messages of other kinds.</summary>
    public static string? Beginning(OutboundContent content)
    {
        if (content is not { Kind: MessageKind.Phrase, Phrase: { } name } || !Phrases.All.TryGetValue(name, out var phrase))
        {
            return null;
        }

        var words = phrase.In(content.Language, [.. content.Arguments]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Take(Words)) + (words.Length > Words ? " …" : "");
    }

    /// <summary>Sends a failed message again.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken ct)
    {
        // With the message in one transaction: one that waits without a command that sends it would hold up the person's others.
        if (await session.LoadAsync<OutboundMessage>(id, ct) is { State: DeliveryState.Failed } failed)
        {
            session.Update(failed.SendAgain());
            await bus.PublishAsync(new SendMessage(failed.PersonId, failed.Id));
            try
            {
                await session.SaveChangesAsync(ct);
            }
            catch (ConcurrencyException)
            {
                // Another admin was first.
            }
        }

        return RedirectToPage();
    }

    /// <summary>Ends the hold of the number: what waits is tried again.</summary>
    public Task<IActionResult> OnPostGoOnAsync(CancellationToken ct) => ChangeNumberAsync(state => state.EndHold(), ct);

    /// <summary>Ends the hold of offers and invitations alone.</summary>
    public Task<IActionResult> OnPostOfferAsync(CancellationToken ct) => ChangeNumberAsync(state => state.EndMarketingHold(), ct);

    /// <summary>An admin has seen to it.</summary>
    public async Task<IActionResult> OnPostSettleAsync(string id, CancellationToken ct)
    {
        await notices.SettleAsync(id, ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostReplayAsync(Guid id, CancellationToken ct)
    {
        if (await CommandAsync<SendMessage>(id) is { MessageId: var messageId })
        {
            await outbox.ChangeAsync(messageId, m => m.SendAgain(), ct);
        }

        await messageStore.DeadLetters.ReplayAsync(new DeadLetterEnvelopeQuery { MessageIds = [id] }, ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct)
    {
        if (await CommandAsync<SendMessage>(id) is { MessageId: var messageId })
        {
            var now = time.GetUtcNow();
            await outbox.ChangeAsync(messageId, m => m.Break(now), ct);
        }

        if (await CommandAsync<ReceiveMessage>(id) is { UpdateId: var updateId })
        {
            session.Delete<WebhookUpdate>(updateId);
            await session.SaveChangesAsync(ct);
        }

        await messageStore.DeadLetters.DiscardAsync(new DeadLetterEnvelopeQuery { MessageIds = [id] }, ct);
        return RedirectToPage();
    }

    private async Task<IActionResult> ChangeNumberAsync(Func<NumberState, NumberState> change, CancellationToken ct)
    {
        await outbox.ChangeNumberAsync((await account.GetAsync(ct)).PhoneNumberId, change, ct);
        return RedirectToPage();
    }

    /// <summary>What a dead letter asked for; null if it was of another kind.</summary>
    private async Task<T?> CommandAsync<T>(Guid letterId) where T : class =>
        await messageStore.DeadLetters.DeadLetterEnvelopeByIdAsync(letterId) is { Envelope.Data: { } body } letter && letter.MessageType == typeof(T).ToMessageTypeName()
            ? JsonSerializer.Deserialize<T>(body, JsonSerializerOptions.Web)
            : null;
}
