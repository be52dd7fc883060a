using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>Show the person that their message was read and, with <paramref name="Typing"/>, that an answer follows.</summary>
public sealed record MarkRead(Guid PersonId, string MessageIdHash, bool Typing = false);

/// <summary>Blue ticks are a courtesy: one try, whatever comes of it.</summary>
public sealed class MarkReadHandler(PersonalDataProtector protector, GraphClient graph, IDocumentStore store)
{
    public async Task HandleAsync(MarkRead command, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<InboundText>(command.MessageIdHash, ct) is { } text && await protector.UnprotectAsync(text.PersonId, text.MessageId, ct) is { } id)
        {
            await graph.MarkReadAsync(id, command.Typing, ct);
        }
    }
}
