using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.Simulator;

/// <summary>A phone that exists only in this simulator. Its number may be somebody's real one, so it is kept as carefully as one.</summary>
public sealed record PretendPhone
{
    public required Guid Id { get; init; }

    /// <summary>Of its number, or of its owner's user name where the number is hidden.</summary>
    public required string NumberHash { get; init; }

    /// <summary>Null if its owner shows only a user name.</summary>
    public byte[]? Number { get; init; }

    public byte[]? Username { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its owner last wrote: opens the 24 hours in which anything may be sent to it.</summary>
    public DateTimeOffset? LastWroteAt { get; init; }

    /// <summary>When the messages that were sent to it are paid back, at one each six seconds.</summary>
    public DateTimeOffset? PaidBackAt { get; init; }

    /// <summary>Until when it shows that the business is typing, unless a message comes first.</summary>
    public DateTimeOffset? TypingUntil { get; init; }

    /// <summary>The business-scoped user id WhatsApp would give its owner.</summary>
    public string UserId => $"VN.{Id:N}";

    /// <summary>The phone of a business-scoped user id of ours; null for another.</summary>
    public static Guid? IdOf(string userId) => userId.StartsWith("VN.", StringComparison.Ordinal) && Guid.TryParseExact(userId[3..], "N", out var id) ? id : null;
}

/// <summary>A message on a pretend phone: the JSON as it was sent, encrypted.</summary>
public sealed record PretendMessage
{
    public required Guid Id { get; init; }
    public required Guid PhoneId { get; init; }
    public required bool FromPerson { get; init; }
    public required byte[] Body { get; init; }
    public required DateTimeOffset At { get; init; }
    public DeliveryState State { get; init; } = DeliveryState.Accepted;

    /// <summary>What the sender wants back in each status.</summary>
    public string? Opaque { get; init; }

    /// <summary>Whether it was sent within a day of its reader's last message.</summary>
    public bool InWindow { get; init; }

    /// <summary>The emoji the other side gave it.</summary>
    public string? Reaction { get; init; }

    /// <summary>What its owner made of it afterwards, encrypted; <see cref="Body"/> stays as it was sent, because its webhook may still be on its way.</summary>
    public byte[]? Edited { get; init; }

    /// <summary>Its owner took it back.</summary>
    public bool Deleted { get; init; }

    /// <summary>The HTTP status with which TravelBuddy refused its webhook to the end; 0: it did not answer.</summary>
    public int? Problem { get; init; }

    /// <summary>The id as the API gives it.</summary>
    public string MessageId => $"wamid.{Id:N}";

    public static Guid? IdOf(string messageId) => messageId.StartsWith("wamid.", StringComparison.Ordinal) && Guid.TryParseExact(messageId[6..], "N", out var id) ? id : null;
}

/// <summary>An upload to the pretend Graph API, or what a phone sent.</summary>
public sealed record PretendMedia
{
    /// <summary>How long Meta keeps an upload, and how long what came by webhook.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30), KeptFromPerson = TimeSpan.FromDays(7);

    public required string Id { get; init; }
    public required string MimeType { get; init; }
    public required byte[] Bytes { get; init; }

    /// <summary>Null for what was uploaded before it was noted.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public string Sha256 => Convert.ToBase64String(SHA256.HashData(Bytes));

    public static PretendMedia Of(byte[] bytes, string mimeType, DateTimeOffset expiresAt) =>
        new() { Id = RandomNumberGenerator.GetString("0123456789", 16), MimeType = mimeType, Bytes = bytes, ExpiresAt = expiresAt };
}

/// <summary>Finds and makes pretend phones, and seals their messages.</summary>
public sealed partial class PretendPhones(IDocumentStore store, IDataProtectionProvider protection, KeyedHash keyedHash, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector("TravelBuddy.Simulator.v1");

    /// <summary>The phone with a number (digits with country code), made when it is first spoken to.</summary>
    public Task<PretendPhone> WithNumberAsync(string digits, CancellationToken ct) => FindOrMakeAsync(digits, phone => phone with { Number = Seal(digits) }, ct);

    /// <summary>The phone of somebody who shows a user name and no number.</summary>
    public Task<PretendPhone> WithUsernameAsync(string username, CancellationToken ct) => FindOrMakeAsync("@" + username, phone => phone with { Username = Seal(username) }, ct);

    public async Task<PretendPhone?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<PretendPhone>(id, ct);
    }

    /// <summary>The user name in "@mai.travels", as WhatsApp allows them; null if that is none.</summary>
    public static string? UsernameIn(string? typed) => typed?.Trim() is ['@', .. var name] && Username().IsMatch(name.ToLowerInvariant()) ? name.ToLowerInvariant() : null;

    /// <summary>Digits with country code; null if the number is hidden.</summary>
    public string? NumberOf(PretendPhone phone) => Reveal(phone.Number);

    public string? UsernameOf(PretendPhone phone) => Reveal(phone.Username);

    public PretendPerson PersonOf(PretendPhone phone) => new(NumberOf(phone), UsernameOf(phone), phone.UserId);

    public byte[] Seal(JsonObject body) => Seal(body.ToJsonString());

    /// <summary>A message as it was sent.</summary>
    public JsonObject Open(PretendMessage message) => JsonNode.Parse(Reveal(message.Body)!)!.AsObject();

    /// <summary>A message as it looks now.</summary>
    public JsonObject OpenEdited(PretendMessage message) => JsonNode.Parse(Reveal(message.Edited ?? message.Body)!)!.AsObject();

    private byte[] Seal(string text) => _protector.Protect(System.Text.Encoding.UTF8.GetBytes(text));

    private string? Reveal(byte[]? secret) => secret is null ? null : System.Text.Encoding.UTF8.GetString(_protector.Unprotect(secret));

    private async Task<PretendPhone> FindOrMakeAsync(string name, Func<PretendPhone, PretendPhone> named, CancellationToken ct)
    {
        var hash = await keyedHash.OfAsync("pretend-phone", name, ct);
        await using var session = store.LightweightSession();
        if (await session.Query<PretendPhone>().Where(phone => phone.NumberHash == hash).OrderBy(phone => phone.CreatedAt).FirstOrDefaultAsync(ct) is { } known)
        {
            return known;
        }

        var now = time.GetUtcNow();
        var made = named(new PretendPhone { Id = Guid.CreateVersion7(now), NumberHash = hash, CreatedAt = now });
        session.Store(made);
        await session.SaveChangesAsync(ct);
        return made;
    }

    [GeneratedRegex(@"^(?=.*[a-z])[a-z0-9](?:[a-z0-9_]|\.(?!\.)){1,33}[a-z0-9_]$")]
    private static partial Regex Username();
}
