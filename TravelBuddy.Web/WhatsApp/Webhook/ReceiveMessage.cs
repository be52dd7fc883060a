using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>Handle one received message. <paramref name="Sender"/> is a keyed hash: messages of one sender are handled in order.</summary>
public sealed record ReceiveMessage(Guid UpdateId, string Sender);

/// <summary>What a person wrote, encrypted under their key; erased with it.</summary>
public sealed record InboundText
{
    /// <summary>Keyed hash of Meta's message id.</summary>
    public required string Id { get; init; }

    public required Guid PersonId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Type { get; init; }
    public byte[]? Text { get; init; }

    /// <summary>Meta's message id, needed to mark it as read.</summary>
    public required byte[] MessageId { get; init; }
}

/// <summary>Finds the person behind a message, remembers the message, and queues the answers. Meta's duplicates stop at the <see cref="WebhookInbox"/>.</summary>
public sealed class ReceiveMessageHandler(IAccounts accounts, PersonalDataProtector protector, Conversation conversation, IWishReader reader, WebhookSeal seal, KeyedHash keyedHash, TimeProvider time)
{
    public static void Configure(HandlerChain chain)
    {
        chain.RetryLostRaces();
        // First where it stands, so that the sender's next message does not overtake it; what lasts longer makes way.
        chain.OnAnyException().RetryWithCooldown(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)).Then
            .ScheduleRetry(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)).Then.MoveToErrorQueue();
    }

    public async Task<OutgoingMessages> HandleAsync(ReceiveMessage command, IDocumentSession session, CancellationToken ct)
    {
        if (await session.LoadAsync<WebhookUpdate>(command.UpdateId, ct) is not { } update)
        {
            return [];
        }

        var message = seal.Open(update.Protected);
        session.Delete<WebhookUpdate>(update.Id);
        var hash = await keyedHash.OfAsync("message", message.MessageId, ct);
        if (await session.LoadAsync<InboundText>(hash, ct) is not null)
        {
            return [];
        }

        var now = time.GetUtcNow();
        var language = reader.LanguageOf(message.Text ?? "", null);
        var (person, traveller) = await accounts.MeetAsync(new WhatsAppIdentity(message.WaId, message.UserId), language, ct);
        var state = await session.LoadAsync<ChatState>(person.Id, ct);
        var answer = await conversation.AnswerAsync(message, person, traveller, state, ct);
        // A chat that something else changed meanwhile (a window that Meta called closed) is read again, not overwritten.
        if (state is null)
        {
            session.Insert(answer.State);
        }
        else
        {
            session.Update(answer.State);
        }

        session.Store(new InboundText
        {
            Id = hash,
            PersonId = person.Id,
            At = message.At,
            Type = message.Type,
            Text = message.Text is null ? null : await protector.ProtectAsync(person.Id, message.Text, ct),
            MessageId = await protector.ProtectAsync(person.Id, message.MessageId, ct),
        });
        var replies = await session.QueueAsync(person.Id, command.UpdateId, answer.Replies, now, ct);
        OutgoingMessages outgoing = [new MarkRead(person.Id, hash), .. replies, .. answer.Messages];
        if (answer.Erases)
        {
            outgoing.Add(new ErasePerson(person.Id, command.Sender, replies[^1].MessageId, now + ErasePersonHandler.Patience));
        }

        return outgoing;
    }
}
