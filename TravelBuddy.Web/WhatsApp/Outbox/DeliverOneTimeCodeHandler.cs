using Marten;
using TravelBuddy.Web.Accounts;
using Wolverine;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Sends a one-time code as an authentication template; the code is read when it is sent and never stored here.</summary>
public sealed class DeliverOneTimeCodeHandler(TimeProvider time)
{
    // The language here says nothing: the code itself knows in which it was asked for.
    public async Task<OutgoingMessages> HandleAsync(DeliverOneTimeCode command, IDocumentSession session, CancellationToken ct) =>
        [.. await session.QueueAsync(command.NumberId, command.CodeId, [new OutboundContent(MessageKind.OneTimeCodeTemplate, "en") { CodeId = command.CodeId }], time.GetUtcNow(), ct)];
}
