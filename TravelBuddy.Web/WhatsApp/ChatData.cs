using System.Text.Json.Nodes;
using Marten;
using Marten.Patching;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Outbox;
using TravelBuddy.Web.WhatsApp.Webhook;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>Where a person's conversation stands and what was sent to them, shown to them on request and deleted with them. What they wrote is kept nowhere: their wishes are in the trip.</summary>
public sealed class ChatData(IDocumentStore store) : IPersonalDataHolder
{
    public async Task ExportAsync(DataSubject subject, JsonObject export, CancellationToken ct)
    {
        var persons = subject.PersonIds.ToArray();
        await using var session = store.QuerySession();
        var chats = await session.LoadManyAsync<ChatState>(ct, persons);
        export["whatsAppChats"] = new JsonArray([.. chats.Select(chat => new JsonObject
        {
            ["language"] = chat.Language,
            ["lastWroteAt"] = chat.LastWroteAt,
            ["saidStopOrStartAt"] = chat.ConsentAt,
            ["askedWhetherToWriteAt"] = chat.ConsentAskedAt,
            ["tourList"] = chat.ListId,
            ["askedOfTour"] = chat.AskedAgain?.Of is { } asked ? new JsonArray([.. asked.Topics.Concat(asked.Concepts).Select(id => (JsonNode)id)]) : null,
        })]);
        var sent = await session.Query<OutboundMessage>().Where(message => message.PersonId.IsOneOf(persons)).OrderBy(message => message.Sequence).ToListAsync(ct);
        export["whatsAppMessagesSent"] = new JsonArray([.. sent.Select(message => new JsonObject
        {
            ["at"] = message.CreatedAt,
            ["kind"] = message.Content.Kind.ToString(),
            ["tour"] = message.PackageId,
            ["state"] = message.State.ToString(),
            ["deliveredAt"] = message.DeliveredAt,
            ["readAt"] = message.ReadAt,
        })]);
    }

    public async Task EraseAsync(DataSubject subject, IDocumentSession session, CancellationToken ct)
    {
        var (persons, travellers) = (subject.PersonIds.ToArray(), subject.Travellers.Select(traveller => traveller.Id).ToArray());
        session.DeleteWhere<ChatState>(item => item.Id.IsOneOf(persons));
        // What still waits is not sent any more. A list of theirs that somebody else was invited to is theirs as well.
        var lists = (await session.Query<RecommendationList>().Where(list => list.TravellerId.IsOneOf(travellers)).Select(list => list.Id).ToListAsync(ct)).Select(id => (Guid?)id).ToArray();
        session.DeleteWhere<OutboundMessage>(item => item.PersonId.IsOneOf(persons) || item.ListId.IsOneOf(lists));
        // Received but never handled: the person was found behind others of their messages.
        var identifiers = (await session.Query<PersonIdentifier>().Where(item => item.PersonId.IsOneOf(persons)).Select(item => item.Id).ToListAsync(ct)).ToArray();
        session.DeleteWhere<WebhookUpdate>(item => item.Number!.IsOneOf(identifiers) || item.User!.IsOneOf(identifiers));
        var numbers = await PersonalData.NumbersAsync(session, persons, ct);
        await ForgetNumbersAsync(session, persons, numbers, ct);
        // Numbers they typed, and theirs where others typed it, with what was sent there.
        var invitations = await session.Query<Invitation>().Where(item => item.NumberHash.IsOneOf(numbers) || item.TravellerId.IsOneOf(travellers)).ToListAsync(ct);
        var typed = invitations.Select(item => item.TypedId).OfType<Guid>().ToArray();
        await TypedNumbers.ForgetAsync(session, typed, ct);
        session.DeleteWhere<OutboundMessage>(item => item.PersonId.IsOneOf(typed));
        session.DeleteWhere<Invitation>(item => item.NumberHash.IsOneOf(numbers) || item.TravellerId.IsOneOf(travellers));
        var users = subject.PersonIds.Select(id => (Guid?)id).ToArray();
        session.DeleteWhere<JoinCode>(item => item.TravellerId.IsOneOf(travellers) || item.UsedBy.IsOneOf(users));
    }

    /// <summary>
    /// Forgets what is known of the numbers, but for one thing: that their holder wanted no messages, or no offers, and so is not written to because somebody else types
    /// the number. Of that the keyed hash alone is kept.
    /// </summary>
    private static async Task ForgetNumbersAsync(IDocumentSession session, Guid[] persons, string[] numbers, CancellationToken ct)
    {
        var stopped = (await session.LoadManyAsync<Person>(ct, persons)).Where(person => person.Stopped).SelectMany(person => new[] { person.PhoneHash, person.WaIdHash }).OfType<string>();
        var known = await session.Query<KnownNumber>().Where(item => item.Id.IsOneOf(numbers) || item.WaIdHash!.IsOneOf(numbers)).ToListAsync(ct);
        var kept = stopped.Concat(known.Where(item => item.Stopped).Select(item => item.Id)).ToHashSet();
        session.Store(kept.Select(id => new KnownNumber { Id = id, Stopped = true }).ToArray());
        foreach (var gone in known.Where(item => !kept.Contains(item.Id)))
        {
            session.Delete(gone);
        }
    }

    public async Task MergeAsync(Guid goneId, Guid keepId, IDocumentSession session, CancellationToken ct)
    {
        session.Patch<OutboundMessage>(message => message.PersonId == goneId).Set(message => message.PersonId, keepId);
        session.Patch<JoinCode>(code => code.UsedBy == goneId).Set(code => code.UsedBy, (Guid?)keepId);
        if (await session.LoadAsync<ChatState>(goneId, ct) is not { } gone)
        {
            return;
        }

        session.Delete<ChatState>(goneId);
        if (await session.LoadAsync<ChatState>(keepId, ct) is not { } kept)
        {
            session.Insert(gone with { Id = keepId });
        }
        else
        {
            // The conversation that was going on is the one that goes on; what was said of messages, and asked, counts whichever it was said in.
            var goesOn = gone.LastWroteAt > (kept.LastWroteAt ?? DateTimeOffset.MinValue) ? gone : kept;
            session.Update(goesOn with { Id = keepId, ConsentAt = PersonMerge.Later(kept.ConsentAt, gone.ConsentAt), ConsentAskedAt = PersonMerge.Later(kept.ConsentAskedAt, gone.ConsentAskedAt) });
        }
    }
}
