using System.Text.Json.Nodes;
using Marten;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>What the chat keeps of someone: their words, what was sent to them, codes and invitations; shown on request, deleted with the person.</summary>
public sealed class WhatsAppData(IDocumentStore store, PersonalDataProtector protector) : IPersonalDataHolder
{
    public async Task ExportAsync(DataSubject subject, JsonObject export, CancellationToken ct)
    {
        Guid[] people = [.. subject.PersonIds];
        await using var session = store.QuerySession();
        var written = new JsonArray();
        foreach (var text in await session.Query<InboundText>().Where(t => t.PersonId.IsOneOf(people)).OrderBy(t => t.At).ToListAsync(ct))
        {
            written.Add(new JsonObject { ["at"] = text.At, ["type"] = text.Type, ["text"] = text.Text is null ? null : await protector.UnprotectAsync(text.PersonId, text.Text, ct) });
        }

        var sent = await session.Query<OutboundMessage>().Where(m => m.PersonId.IsOneOf(people)).OrderBy(m => m.Sequence).ToListAsync(ct);
        export["whatsAppMessagesWritten"] = written;
        export["whatsAppMessagesSent"] = new JsonArray([.. sent.Select(m => (JsonNode)new JsonObject
        {
            ["at"] = m.CreatedAt, ["kind"] = m.Content.Kind.ToString(), ["list"] = m.ListId, ["package"] = m.PackageId, ["state"] = m.State.ToString(), ["deliveredAt"] = m.DeliveredAt, ["readAt"] = m.ReadAt,
        })]);
    }

    public async Task EraseAsync(DataSubject subject, CancellationToken ct)
    {
        Guid[] people = [.. subject.PersonIds];
        Guid[] travellers = [.. subject.Travellers.Select(traveller => traveller.Id)];
        await using var session = store.LightweightSession();
        session.DeleteWhere<InboundText>(t => t.PersonId.IsOneOf(people));
        session.DeleteWhere<OutboundMessage>(m => m.PersonId.IsOneOf(people));
        session.DeleteWhere<ChatState>(state => state.Id.IsOneOf(people));
        session.DeleteWhere<Invitation>(i => i.PersonId.IsOneOf(people) || i.TravellerId.IsOneOf(travellers));
        session.DeleteWhere<JoinCode>(code => code.TravellerId.IsOneOf(travellers));
        await session.SaveChangesAsync(ct);
    }
}
