using System.Text.Json.Nodes;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.Simulator;

/// <summary>A phone that exists only in this simulator. Its number may be somebody's real one, so it is kept as carefully as one.</summary>
public sealed record PretendPhone
{
    public required Guid Id { get; init; }
    public required string NumberHash { get; init; }
    public required byte[] Number { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its owner last wrote: opens the 24 hours in which anything may be sent to it.</summary>
    public DateTimeOffset? LastWroteAt { get; init; }

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

    /// <summary>The emoji its owner gave it.</summary>
    public string? Reaction { get; init; }

    /// <summary>The id as the API gives it.</summary>
    public string MessageId => $"wamid.{Id:N}";

    public static Guid? IdOf(string messageId) => messageId.StartsWith("wamid.", StringComparison.Ordinal) && Guid.TryParseExact(messageId[6..], "N", out var id) ? id : null;
}

/// <summary>An upload to the pretend Graph API.</summary>
public sealed record PretendMedia
{
    public required string Id { get; init; }
    public required string MimeType { get; init; }
    public required byte[] Bytes { get; init; }
}

/// <summary>Finds and makes pretend phones, and seals their messages.</summary>
public sealed class PretendPhones(IDocumentStore store, IDataProtectionProvider protection, KeyedHash keyedHash, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector("TravelBuddy.Simulator.v1");

    /// <summary>The phone with a number (digits with country code), made when it is first spoken to.</summary>
    public async Task<PretendPhone> WithNumberAsync(string digits, CancellationToken ct)
    {
        var hash = await keyedHash.OfAsync("pretend-phone", digits, ct);
        await using var session = store.LightweightSession();
        if (await session.Query<PretendPhone>().Where(phone => phone.NumberHash == hash).OrderBy(phone => phone.CreatedAt).FirstOrDefaultAsync(ct) is { } known)
        {
            return known;
        }

        var now = time.GetUtcNow();
        var made = new PretendPhone { Id = Guid.CreateVersion7(now), NumberHash = hash, Number = _protector.Protect(System.Text.Encoding.ASCII.GetBytes(digits)), CreatedAt = now };
        session.Store(made);
        await session.SaveChangesAsync(ct);
        return made;
    }

    public async Task<PretendPhone?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<PretendPhone>(id, ct);
    }

    public string NumberOf(PretendPhone phone) => System.Text.Encoding.ASCII.GetString(_protector.Unprotect(phone.Number));

    public byte[] Seal(JsonObject body) => _protector.Protect(System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()));

    public JsonObject Open(PretendMessage message) => JsonNode.Parse(_protector.Unprotect(message.Body))!.AsObject();
}
