using Marten;
using TravelBuddy.Web.Accounts;
using Wolverine;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Sends a one-time code as an authentication template; the code is read when it is sent and never stored here.</summary>
public sealed class DeliverOneTimeCodeHandler(TimeProvider time)
{
    public OutgoingMessages Handle(DeliverOneTimeCode command, IDocumentSession session) =>
        [.. session.Queue(command.PersonId, [new OutboundContent(MessageKind.OneTimeCodeTemplate, "en") { CodeId = command.CodeId }], time.GetUtcNow())];
}
