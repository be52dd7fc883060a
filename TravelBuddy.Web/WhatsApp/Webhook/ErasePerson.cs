using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>
/// Forget a person who confirmed it in the chat, once the message that says so has left, or at <paramref name="Latest"/>. In order with what
/// <paramref name="Sender"/> writes, so that nothing received before is handled after.
/// </summary>
public sealed record ErasePerson(Guid PersonId, string Sender, Guid GoodbyeId, DateTimeOffset Latest);

/// <summary>Erases as the account page and <c>erase-user</c> do; a message that comes twice finds nobody.</summary>
public sealed class ErasePersonHandler(OutboxStore outbox, PersonalData data, TimeProvider time)
{
    /// <summary>How long the last message may take to leave; being forgotten matters more than being told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static void Configure(HandlerChain chain) =>
        chain.OnAnyException().ScheduleRetry(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)).Then.MoveToErrorQueue();

    [Transactional]
    public async Task<OutgoingMessages> HandleAsync(ErasePerson command, IDocumentSession session, CancellationToken ct)
    {
        var messages = new OutgoingMessages();
        if (time.GetUtcNow() < command.Latest && await outbox.FindAsync(command.GoodbyeId, ct) is { IsWaiting: true }
            || !await SendersTurn.TakeAsync(session, command.Sender, ct))
        {
            messages.Delay(command, Pause);
        }
        else if (await data.FindAsync(command.PersonId, ct) is { } subject)
        {
            await data.EraseAsync(subject, ct);
        }

        return messages;
    }
}
