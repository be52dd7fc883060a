using System.Text.Json.Nodes;
using Marten;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine.Marten;

namespace TravelBuddy.Web.Simulator;

/// <summary>What the owner of a pretend phone does with it.</summary>
public sealed class PretendHand(PretendPhones phones, IDocumentSession session, IMartenOutbox outbox, TimeProvider time)
{
    /// <summary>Longest text a phone sends.</summary>
    public const int MaxText = 4096;

    /// <summary>Types a text.</summary>
    public Task SayAsync(PretendPhone phone, string text, CancellationToken ct) =>
        WriteAsync(phone, new JsonObject { ["type"] = "text", ["text"] = new JsonObject { ["body"] = text.Length > MaxText ? text[..MaxText] : text } }, ct);

    /// <summary>Taps a button or row of a message; false if the message has no such button.</summary>
    public async Task<bool> TapAsync(PretendPhone phone, Guid messageId, string replyId, CancellationToken ct)
    {
        if (await session.LoadAsync<PretendMessage>(messageId, ct) is not { FromPerson: false } message || message.PhoneId != phone.Id)
        {
            return false;
        }

        var bubble = Bubble.Of(message, phones.Open(message));
        if (bubble.Buttons.Concat(bubble.Rows).FirstOrDefault(choice => choice.Id == replyId) is not { } choice)
        {
            return false;
        }

        JsonObject body;
        if (bubble.IsTemplate)
        {
            body = new JsonObject { ["type"] = "button", ["button"] = new JsonObject { ["payload"] = choice.Id, ["text"] = choice.Title } };
        }
        else
        {
            var kind = bubble.Rows.Contains(choice) ? "list_reply" : "button_reply";
            var reply = new JsonObject { ["id"] = choice.Id, ["title"] = choice.Title };
            if (choice.Description is not null)
            {
                reply["description"] = choice.Description;
            }

            body = new JsonObject { ["type"] = "interactive", ["interactive"] = new JsonObject { ["type"] = kind, [kind] = reply } };
        }

        body["context"] = new JsonObject { ["id"] = message.MessageId };
        await WriteAsync(phone, body, ct);
        return true;
    }

    /// <summary>Gives a message an emoji.</summary>
    public async Task<bool> ReactAsync(PretendPhone phone, Guid messageId, string emoji, CancellationToken ct)
    {
        if (await session.LoadAsync<PretendMessage>(messageId, ct) is not { FromPerson: false } message || message.PhoneId != phone.Id)
        {
            return false;
        }

        session.Store(message with { Reaction = emoji });
        await WriteAsync(phone, new JsonObject { ["type"] = "reaction", ["reaction"] = new JsonObject { ["message_id"] = message.MessageId, ["emoji"] = emoji } }, ct);
        return true;
    }

    /// <summary>Looks at the chat: every delivered message is read.</summary>
    public async Task SeeAsync(PretendPhone phone, CancellationToken ct)
    {
        var unread = await session.Query<PretendMessage>().Where(m => m.PhoneId == phone.Id && !m.FromPerson && m.State == DeliveryState.Delivered).OrderBy(m => m.At).ToListAsync(ct);
        foreach (var message in unread)
        {
            session.Store(message with { State = DeliveryState.Read });
            await outbox.PublishAsync(new TellStatus(phone.Id, message.Id, DeliveryState.Read));
        }

        await session.SaveChangesAsync(ct);
    }

    /// <summary>Pretends that more than a day has gone by since the owner wrote: free-form messages are refused from now on.</summary>
    public async Task LetADayPassAsync(PretendPhone phone, CancellationToken ct)
    {
        session.Store(phone with { LastWroteAt = phone.LastWroteAt?.AddHours(-25) });
        await session.SaveChangesAsync(ct);
    }

    private async Task WriteAsync(PretendPhone phone, JsonObject body, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var message = new PretendMessage { Id = Guid.CreateVersion7(now), PhoneId = phone.Id, FromPerson = true, Body = phones.Seal(body), At = now, State = DeliveryState.Sent };
        session.Insert(message);
        session.Store(phone with { LastWroteAt = now });
        await outbox.PublishAsync(new TellMessage(phone.Id, message.Id));
        await session.SaveChangesAsync(ct);
    }
}
