using Marten;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>Tells pages whether a list went to its traveller's WhatsApp. How an invitation to a typed number fares is not told.</summary>
public sealed class SentLists(IDocumentStore store)
{
    public async Task<bool> AnyAsync(Guid listId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<OutboundMessage>().AnyAsync(message => message.ListId == listId && message.Content.Kind != MessageKind.InvitationTemplate, ct);
    }
}
