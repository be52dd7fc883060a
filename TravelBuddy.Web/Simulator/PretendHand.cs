using System.Text.Json.Nodes;
using Marten;
using Marten.Patching;
using TravelBuddy.Web.WhatsApp;
using TravelBuddy.Web.WhatsApp.Outbox;
using Wolverine.Marten;

namespace TravelBuddy.Web.Simulator;

/// <summary>A place to send: degrees, and the name and address that a phone adds when it was chosen from the map.</summary>
public sealed record PretendPlace(double Latitude, double Longitude, string? Name = null, string? Address = null);

/// <summary>What the owner of a pretend phone does with it.</summary>
public sealed class PretendHand(PretendPhones phones, PretendTemplates templates, BusinessAccount account, IDocumentSession session, IMartenOutbox outbox, TimeProvider time)
{
    /// <summary>Longest text a phone sends, and longest caption.</summary>
    public const int MaxText = 4096, MaxCaption = 1024;

    /// <summary>The emoji a phone offers.</summary>
    public static readonly IReadOnlyList<string> Emoji = ["👍", "👎", "❤️", "😂", "😮", "🙏"];

    /// <summary>Types a text, in answer to a message of the chat if one is quoted.</summary>
    public async Task SayAsync(PretendPhone phone, string text, CancellationToken ct, Guid? quoted = null)
    {
        var body = Typed(text);
        if (quoted is { } id && await FindAsync(phone, id, ct) is { } message)
        {
            body["context"] = await ContextAsync(phone, message, ct);
        }

        await WriteAsync(phone, body, ct);
    }

    /// <summary>Taps "Send message" on an advertisement and sends the text that comes with it.</summary>
    public Task SayFromAdAsync(PretendPhone phone, string text, CancellationToken ct)
    {
        var body = Typed(text);
        body["referral"] = new JsonObject
        {
            ["source_url"] = "https://fb.me/pretend-ad",
            ["source_id"] = "120200000000000001",
            ["source_type"] = "ad",
            ["headline"] = "Tours in Viet Nam",
            ["body"] = "Tell us what you like, and we find the tour.",
            ["media_type"] = "image",
            ["image_url"] = "https://example.com/pretend-ad.jpg",
            ["ctwa_clid"] = $"pretend-{Guid.CreateVersion7():N}",
        };
        return WriteAsync(phone, body, ct);
    }

    /// <summary>Taps a button or row of a message; false if the message has no such button.</summary>
    public async Task<bool> TapAsync(PretendPhone phone, Guid messageId, string replyId, CancellationToken ct)
    {
        if (await FindAsync(phone, messageId, ct) is not { FromPerson: false } message)
        {
            return false;
        }

        var bubble = Bubble.Of(message, phones.Open(message), templates);
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

        body["context"] = await ContextAsync(phone, message, ct);
        await WriteAsync(phone, body, ct);
        return true;
    }

    /// <summary>Gives a message an emoji, or takes it back with null.</summary>
    public async Task<bool> ReactAsync(PretendPhone phone, Guid messageId, string? emoji, CancellationToken ct)
    {
        if (await FindAsync(phone, messageId, ct) is not { FromPerson: false } message)
        {
            return false;
        }

        var reaction = new JsonObject { ["message_id"] = message.MessageId };
        if (emoji is not null)
        {
            reaction["emoji"] = emoji;
        }

        session.Patch<PretendMessage>(message.Id).Set(m => m.Reaction, emoji);
        await WriteAsync(phone, new JsonObject { ["type"] = "reaction", ["reaction"] = reaction }, ct);
        return true;
    }

    /// <summary>Sends where somebody is; in answer to a message that asked for it.</summary>
    public async Task ShareLocationAsync(PretendPhone phone, PretendPlace place, CancellationToken ct, Guid? asked = null)
    {
        var location = new JsonObject { ["latitude"] = place.Latitude, ["longitude"] = place.Longitude };
        if (place.Name is not null)
        {
            location["name"] = place.Name;
        }

        if (place.Address is not null)
        {
            location["address"] = place.Address;
        }

        var body = new JsonObject { ["type"] = "location", ["location"] = location };
        if (asked is { } id && await FindAsync(phone, id, ct) is { FromPerson: false } message)
        {
            body["context"] = await ContextAsync(phone, message, ct);
        }

        await WriteAsync(phone, body, ct);
    }

    /// <summary>Holds the microphone.</summary>
    public Task SpeakAsync(PretendPhone phone, CancellationToken ct)
    {
        var media = Keep(PretendFiles.Voice(), PretendFiles.VoiceType);
        return WriteAsync(phone, new JsonObject { ["type"] = "audio", ["audio"] = With(media, ("voice", true)) }, ct);
    }

    public Task SendPictureAsync(PretendPhone phone, string? caption, CancellationToken ct)
    {
        var media = Keep(PretendFiles.Picture(), "image/png");
        return WriteAsync(phone, new JsonObject { ["type"] = "image", ["image"] = With(media, ("caption", Caption(caption))) }, ct);
    }

    public Task SendDocumentAsync(PretendPhone phone, string? caption, CancellationToken ct)
    {
        var media = Keep(PretendFiles.Document(), "application/pdf");
        return WriteAsync(phone, new JsonObject { ["type"] = "document", ["document"] = With(media, ("filename", PretendFiles.DocumentName), ("caption", Caption(caption))) }, ct);
    }

    /// <summary>Sends the card of somebody from the phone's address book.</summary>
    public Task SendContactAsync(PretendPhone phone, CancellationToken ct) => WriteAsync(phone, new JsonObject
    {
        ["type"] = "contacts",
        ["contacts"] = new JsonArray(new JsonObject
        {
            ["name"] = new JsonObject { ["formatted_name"] = "Nguyễn Văn An", ["first_name"] = "An", ["last_name"] = "Nguyễn Văn" },
            ["phones"] = new JsonArray(new JsonObject { ["phone"] = "+84 900 000 009", ["wa_id"] = "84900000009", ["type"] = "CELL" }),
        }),
    }, ct);

    /// <summary>Changes the words of a text of one's own; false if it is none.</summary>
    public async Task<bool> EditAsync(PretendPhone phone, Guid messageId, string text, CancellationToken ct)
    {
        if (await FindAsync(phone, messageId, ct) is not { FromPerson: true, Deleted: false } message || phones.Open(message)["text"] is null)
        {
            return false;
        }

        var typed = Typed(text);
        session.Patch<PretendMessage>(message.Id).Set(m => m.Edited, phones.Seal(typed));
        await WriteAsync(phone, new JsonObject { ["type"] = "edit", ["edit"] = new JsonObject { ["original_message_id"] = message.MessageId, ["message"] = typed.DeepClone() } }, ct);
        return true;
    }

    /// <summary>Deletes a message of one's own for everyone; false if it is none.</summary>
    public async Task<bool> DeleteAsync(PretendPhone phone, Guid messageId, CancellationToken ct)
    {
        if (await FindAsync(phone, messageId, ct) is not { FromPerson: true, Deleted: false } message)
        {
            return false;
        }

        session.Patch<PretendMessage>(message.Id).Set(m => m.Deleted, true);
        await WriteAsync(phone, new JsonObject { ["type"] = "revoke", ["revoke"] = new JsonObject { ["original_message_id"] = message.MessageId } }, ct);
        return true;
    }

    /// <summary>Looks at the chat: every delivered message is read.</summary>
    public async Task SeeAsync(PretendPhone phone, CancellationToken ct)
    {
        var unread = await session.Query<PretendMessage>().Where(m => m.PhoneId == phone.Id && !m.FromPerson && m.State == DeliveryState.Delivered).OrderBy(m => m.At).ToListAsync(ct);
        foreach (var message in unread)
        {
            session.Patch<PretendMessage>(message.Id).Set(m => m.State, DeliveryState.Read);
            await outbox.PublishAsync(new TellStatus(phone.Id, message.Id, DeliveryState.Read));
        }

        await session.SaveChangesAsync(ct);
    }

    /// <summary>Pretends that more than a day has gone by since the owner wrote: free-form messages are refused from now on.</summary>
    public async Task LetADayPassAsync(PretendPhone phone, CancellationToken ct)
    {
        session.Patch<PretendPhone>(phone.Id).Set(p => p.LastWroteAt, phone.LastWroteAt?.AddHours(-25));
        await session.SaveChangesAsync(ct);
    }

    private static JsonObject Typed(string text) => new() { ["type"] = "text", ["text"] = new JsonObject { ["body"] = text.Length > MaxText ? text[..MaxText] : text } };

    private static string? Caption(string? caption) => string.IsNullOrWhiteSpace(caption) ? null : caption.Length > MaxCaption ? caption[..MaxCaption] : caption;

    private static JsonObject With(PretendMedia media, params ReadOnlySpan<(string Name, JsonNode? Value)> more)
    {
        var content = new JsonObject { ["mime_type"] = media.MimeType, ["sha256"] = media.Sha256, ["id"] = media.Id };
        foreach (var (name, value) in more)
        {
            if (value is not null)
            {
                content[name] = value;
            }
        }

        return content;
    }

    private PretendMedia Keep(byte[] bytes, string mimeType)
    {
        var media = PretendMedia.Of(bytes, mimeType, time.GetUtcNow() + PretendMedia.KeptFromPerson);
        session.Store(media);
        return media;
    }

    private async Task<PretendMessage?> FindAsync(PretendPhone phone, Guid messageId, CancellationToken ct) =>
        await session.LoadAsync<PretendMessage>(messageId, ct) is { } message && message.PhoneId == phone.Id ? message : null;

    /// <summary>Which message this answers, and whose it is.</summary>
    private async Task<JsonObject> ContextAsync(PretendPhone phone, PretendMessage message, CancellationToken ct)
    {
        var context = new JsonObject();
        if ((message.FromPerson ? phones.NumberOf(phone) : (await account.GetAsync(ct)).Digits) is { } from)
        {
            context["from"] = from;
        }

        context["id"] = message.MessageId;
        return context;
    }

    private async Task WriteAsync(PretendPhone phone, JsonObject body, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var message = new PretendMessage { Id = Guid.CreateVersion7(now), PhoneId = phone.Id, FromPerson = true, Body = phones.Seal(body), At = now, State = DeliveryState.Sent };
        session.Insert(message);
        session.Patch<PretendPhone>(phone.Id).Set(p => p.LastWroteAt, now);
        await outbox.PublishAsync(new TellMessage(phone.Id, message.Id));
        await session.SaveChangesAsync(ct);
    }
}
