using JasperFx;
using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>Handle one received message. <paramref name="Sender"/> is a keyed hash: messages of one sender are handled in order, on whatever nodes (<see cref="SendersTurn"/>).</summary>
public sealed record ReceiveMessage(Guid UpdateId, string Sender);

/// <summary>Finds the person behind a message and queues the answers; the words themselves are kept nowhere. Meta's duplicates stop at the <see cref="WebhookInbox"/>.</summary>
public sealed class ReceiveMessageHandler(IAccounts accounts, KnownNumbers numbers, PersonalDataProtector protector, Conversation conversation, VoiceNotes voices, IWishReader reader, WebhookSeal seal, IDocumentStore store, TimeProvider time)
{
    private static readonly TimeSpan[] Cooldowns = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    public static void Configure(HandlerChain chain)
    {
        // First where it stands, so that the sender's next message does not overtake it; what lasts longer makes way.
        chain.OnAnyException().RetryWithCooldown(Cooldowns).Then
            .ScheduleRetry(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)).Then
            .DeadLetterAfter<ReceiveMessage>(ApologiseAsync, "says that something did not work, and waits for an admin");
    }

    public async Task<OutgoingMessages> HandleAsync(ReceiveMessage command, IDocumentSession session, Envelope envelope, CancellationToken ct)
    {
        if (await session.LoadAsync<WebhookUpdate>(command.UpdateId, ct) is not { } update)
        {
            return [];
        }

        if (envelope.Attempts > Cooldowns.Length + 1 && !update.MakesWay)
        {
            await ChangeAsync(update = update with { MakesWay = true }, ct);
        }

        var message = seal.Open(update.Protected);
        message = voices.CanHear(message) ? await HeardAsync(message, update, command.Sender, ct) : message;
        if (await SendersTurn.WaitAsync(session, update, command.Sender, time.GetUtcNow(), ct) is { } wait)
        {
            var later = new OutgoingMessages();
            later.Delay(command, wait);
            return later;
        }

        session.Delete<WebhookUpdate>(update.Id);
        var outgoing = await AnswerAsync(command, message, session, ct);
        if (await SendersTurn.NextAsync(session, update, ct) is { } next)
        {
            outgoing.Add(new ReceiveMessage(next, command.Sender));
        }

        return outgoing;
    }

    private async Task<OutgoingMessages> AnswerAsync(ReceiveMessage command, InboundMessage message, IDocumentSession session, CancellationToken ct)
    {
        var identity = new WhatsAppIdentity(message.WaId, message.UserId);
        if (message.Type == "system")
        {
            if (message is not { NewWaId: null, NewUserId: null })
            {
                await accounts.MoveAsync(identity, new WhatsAppIdentity(message.NewWaId, message.NewUserId), ct);
            }

            return [];
        }

        var now = time.GetUtcNow();
        var language = reader.LanguageOf(message.Text ?? "", ChatLanguage.HintOf(identity));
        var (person, traveller) = await accounts.MeetAsync(identity, language, ct);
        if (message.Type == "preference")
        {
            // It is about offers alone: what the person asks is answered as before. Agreeing again is done in the chat, where it is put on record.
            if (message.Text == "stop")
            {
                await numbers.StopOffersAsync(person.Id, ct);
            }

            return [];
        }

        // Words are kept nowhere, so there is nothing to take back; what stands in the place of others is read as if it had been written now.
        if (message.Type == "revoke" || message is { Type: "edit", Text: null })
        {
            return [];
        }

        var state = await session.LoadAsync<ChatState>(person.Id, ct);
        var answer = await conversation.AnswerAsync(message, person, traveller, state, ct);
        if (answer.Tours is not null && await Superseding.AsksConsentAsync(session, person.Id, ct))
        {
            answer = answer with { State = answer.State with { Asked = OpenQuestion.Consent, AskedAt = now } };
        }

        // A chat that something else changed meanwhile (a window that Meta called closed) is read again, not overwritten.
        if (state is null)
        {
            session.Insert(answer.State);
        }
        else
        {
            session.Update(answer.State);
        }

        var contents = await ContentsAsync(answer, session, ct);
        if (answer.Tours is { } tours)
        {
            Superseding.DropOthers(session, person.Id, tours.ListId, behind: now.UtcTicks + contents.Count);
        }

        // Who stopped, and does not begin again with this, gets what they ask for alone, and no sign that more follows.
        var isStopped = person.Stopped && await accounts.FindPersonAsync(person.Id, ct) is not { Stopped: false };
        var replies = await session.QueueAsync(person.Id, command.UpdateId, isStopped ? [.. contents.Where(content => content.IsAskedFor)] : contents, now, ct);
        var outgoing = new OutgoingMessages();
        if (message.Type != "call" && (!isStopped || replies.Count > 0))
        {
            outgoing.Add(new MarkRead(person.Id, await protector.ProtectAsync(person.Id, message.MessageId, ct), MarkRead.TakesTime(contents)));
        }

        outgoing.AddRange([.. replies, .. answer.Messages]);
        if (answer.Erases)
        {
            outgoing.Add(new ErasePerson(person.Id, command.Sender, replies[^1].MessageId, now + ErasePersonHandler.Patience));
        }

        return outgoing;
    }

    /// <summary>The message with its words, put on record first: handled again, it says the same, and nobody is asked twice.</summary>
    private async Task<InboundMessage> HeardAsync(InboundMessage message, WebhookUpdate update, string sender, CancellationToken ct)
    {
        message = await voices.HearAsync(message, sender, ct);
        await ChangeAsync(update with { Protected = seal.Seal(message with { Text = message.Text ?? "" }) }, ct);
        return message;
    }

    /// <summary>Changes what waits in a transaction of its own: it stands whatever comes of the handling.</summary>
    private async Task ChangeAsync(WebhookUpdate update, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Update(update);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>The messages of an answer, its tours among them, in order: queued together, no later answer comes between.</summary>
    private static async Task<IReadOnlyList<OutboundContent>> ContentsAsync(Answer answer, IDocumentSession session, CancellationToken ct)
    {
        var tours = answer.Tours is { } set && await session.LoadAsync<RecommendationList>(set.ListId, ct) is { } list
            ? SendRecommendationsHandler.Plan(list, answer.State.Language, set.First, set.Cards, set.Seen, set.Before).Select(content => content with { StaysFirst = set.StaysFirst && content.Rank == 1 })
            : Enumerable.Empty<OutboundContent>();
        return [.. answer.Replies.Concat(tours).Concat(answer.Last).Select(content => content.To(answer.State))];
    }

    /// <summary>Nobody is left without a word because our side failed.</summary>
    private static async Task ApologiseAsync(ReceiveMessage command, Exception error, IServiceProvider services, IDocumentSession session, IMartenOutbox outbox)
    {
        if (StrandedMessages.IsOfLostDatabase(error))
        {
            return;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var state = await WriterAsync(command, services, session);
        if (state is null)
        {
            return;
        }

        var personId = state.Id;
        var sorry = new OutboundContent(MessageKind.Phrase, state.Language) { Phrase = nameof(Phrases.Trouble) };
        var commands = await session.QueueAsync(personId, new Guid(System.Security.Cryptography.SHA256.HashData(command.UpdateId.ToByteArray()).AsSpan(0, 16)), [sorry], now, CancellationToken.None);
        foreach (var send in commands)
        {
            await outbox.PublishAsync(send);
        }

        await session.SaveChangesAsync();
    }

    /// <summary>The chat of whoever wrote the message, with the window it opened: a newcomer has none yet, and that of somebody who returns is closed. Null where nobody wrote anything.</summary>
    private static async Task<ChatState?> WriterAsync(ReceiveMessage command, IServiceProvider services, IDocumentSession session)
    {
        var known = await session.LoadAsync<PersonIdentifier>(command.Sender) is { PersonId: var id } ? await session.LoadAsync<ChatState>(id) : null;
        if (await session.LoadAsync<WebhookUpdate>(command.UpdateId) is not { } update || Opened(update, services.GetRequiredService<WebhookSeal>()) is not { } message)
        {
            return known;
        }

        if (message.Type is "system" or "preference" or "reaction" or "revoke")
        {
            return null;
        }

        var identity = new WhatsAppIdentity(message.WaId, message.UserId);
        var language = services.GetRequiredService<IWishReader>().LanguageOf(message.Text ?? "", ChatLanguage.HintOf(identity));
        var (person, _) = await services.GetRequiredService<IAccounts>().MeetAsync(identity, language, CancellationToken.None);
        if (await session.LoadAsync<ChatState>(person.Id) is not { } state)
        {
            state = new ChatState { Id = person.Id, Language = language, IsLanguageGuessed = true, LastWroteAt = message.At };
            session.Insert(state);
        }
        else if (!(state.LastWroteAt >= message.At))
        {
            state = state with { LastWroteAt = message.At };
            session.Update(state);
        }

        return state;
    }

    /// <summary>A message as it came; null for one that cannot be read, which may be why it was not handled.</summary>
    private static InboundMessage? Opened(WebhookUpdate update, WebhookSeal seal)
    {
        try
        {
            return seal.Open(update.Protected);
        }
        catch (Exception unreadable) when (unreadable is System.Security.Cryptography.CryptographicException or System.Text.Json.JsonException or ArgumentException)
        {
            return null;
        }
    }
}
