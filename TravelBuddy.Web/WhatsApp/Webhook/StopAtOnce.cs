using JasperFx;
using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.WhatsApp.Chat;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>End messages to whoever wrote STOP, ahead of what they wrote before and is not answered yet. That it is done is told in its turn.</summary>
public sealed record StopAtOnce(Guid UpdateId)
{
    /// <summary>Whether a message can mean nothing else, whatever was said before.</summary>
    public static bool IsAskedBy(InboundMessage message) =>
        message.ReplyId is { } reply ? ButtonIds.Read(reply) is { Action: ButtonAction.Stop or ButtonAction.NotMe } : message is { Type: "text", Text.Length: < 100 } && Commands.IsStop(message.Text);
}

/// <summary>Stops the person and lets the chat know, so that what they wrote before is answered with silence and starts nothing again.</summary>
public sealed class StopAtOnceHandler(IAccounts accounts, IWishReader reader, Consent consent, WebhookSeal seal)
{
    public static void Configure(HandlerChain chain) =>
        chain.OnAnyException().RetryWithCooldown(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200)).Then
            .ScheduleRetry(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)).Then.MoveToErrorQueue();

    public async Task HandleAsync(StopAtOnce command, IDocumentSession session, CancellationToken ct)
    {
        if (await session.LoadAsync<WebhookUpdate>(command.UpdateId, ct) is not { Sender: { } sender } update)
        {
            return; // Its turn came sooner.
        }

        var message = seal.Open(update.Protected);
        if (await PersonAsync(command, message, sender, session, ct) is not { } person)
        {
            return;
        }

        var chat = await session.LoadAsync<ChatState>(person.Id, ct);
        var state = chat ?? new ChatState { Id = person.Id, Language = person.Language, IsLanguageGuessed = true };
        if (!consent.Stops(state, message))
        {
            return;
        }

        var stopped = state with { ConsentAt = message.At, ToldHowToStart = true };
        if (chat is null)
        {
            session.Insert(stopped);
        }
        else
        {
            session.Update(stopped);
        }

        // The chat is put on record first: it refuses where something later was said meanwhile.
        await session.SaveChangesAsync(ct);
        await accounts.StopAsync(person.Id, true, ct);
    }

    /// <summary>Who wrote it, made at first contact; null for somebody who is forgotten this moment, with whom the message goes: they are not made again.</summary>
    private async Task<Person?> PersonAsync(StopAtOnce command, InboundMessage message, string sender, IDocumentSession session, CancellationToken ct)
    {
        if (await session.LoadAsync<PersonIdentifier>(sender, ct) is { } known)
        {
            return await accounts.FindPersonAsync(known.PersonId, ct);
        }

        if (await session.LoadAsync<WebhookUpdate>(command.UpdateId, ct) is null)
        {
            return null;
        }

        var identity = new WhatsAppIdentity(message.WaId, message.UserId);
        return (await accounts.MeetAsync(identity, reader.LanguageOf(message.Text ?? "", ChatLanguage.HintOf(identity)), ct)).Person;
    }
}
