using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>A code that ties whoever sends it to a traveller and a list. The document's id is the code's keyed hash; the code itself is kept only encrypted, for an invitation's button.</summary>
public sealed record JoinCode
{
    public required string Id { get; init; }
    public required Guid Reference { get; init; }
    public required byte[] Code { get; init; }
    public required Guid TravellerId { get; init; }
    public required Guid ListId { get; init; }

    /// <summary>The rank of the tour that is sent before the best of the list.</summary>
    public int First { get; init; } = 1;
    public required string Language { get; init; }

    /// <summary>Sent to a number that somebody typed: whoever taps its button has not proved whose page it is.</summary>
    public bool IsInvitation { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
    public Guid? UsedBy { get; init; }

    /// <summary>The list that whoever used it got as their own, where it did not make page and chat one.</summary>
    public Guid? CopyId { get; init; }
}

/// <summary>Makes, finds and reveals join codes.</summary>
public sealed partial class JoinCodes(IDocumentStore store, KeyedHash hash, IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Valid = TimeSpan.FromDays(7);

    /// <summary>No letters or digits that are read for another.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int HalfLength = 4;

    private readonly IDataProtector _protector = protection.CreateProtector("TravelBuddy.WhatsApp.JoinCode.v1");

    /// <summary>A fresh code such as TB-7K4M-29QW, stored; those past their time are forgotten. About 38 bits of chance, valid 7 days, used once.</summary>
    public async Task<(string Code, JoinCode Stored)> MakeAsync(Guid travellerId, Guid listId, int first, string language, bool isInvitation, CancellationToken ct)
    {
        var code = $"TB-{Half()}-{Half()}";
        var now = time.GetUtcNow();
        var stored = new JoinCode
        {
            Id = await IdAsync(code, ct),
            Reference = Guid.CreateVersion7(),
            Code = _protector.Protect(System.Text.Encoding.ASCII.GetBytes(code)),
            TravellerId = travellerId,
            ListId = listId,
            First = first,
            Language = language,
            IsInvitation = isInvitation,
            ExpiresAt = now + Valid,
        };
        await using var session = store.LightweightSession();
        session.DeleteWhere<JoinCode>(old => old.ExpiresAt < now);
        session.Insert(stored);
        await session.SaveChangesAsync(ct);
        return (code, stored);
    }

    /// <summary>What a traveller sends to join page and chat.</summary>
    public static string TextWith(string code, string language) => language == "vi" ? $"Gửi cho tôi các tour của tôi. Mã: {code}" : $"Please send me my tours. Code: {code}";

    /// <summary>The code in a text, in its canonical spelling; null if there is none.</summary>
    public static string? FindIn(string text) =>
        Pattern().Match(text) is { Success: true } match ? $"TB-{match.Groups[1].Value}-{match.Groups[2].Value}".ToUpperInvariant() : null;

    /// <summary>The document id of a code.</summary>
    public ValueTask<string> IdAsync(string code, CancellationToken ct) => hash.OfAsync("join", code.ToUpperInvariant(), ct);

    /// <summary>The code behind a reference, while it may still be used.</summary>
    public async Task<string?> RevealAsync(Guid reference, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var stored = await session.Query<JoinCode>().Where(code => code.Reference == reference).FirstOrDefaultAsync(ct);
        return stored is { UsedAt: null } && stored.ExpiresAt > time.GetUtcNow() ? System.Text.Encoding.ASCII.GetString(_protector.Unprotect(stored.Code)) : null;
    }

    /// <summary>Half a code. It has a letter and a digit, so that neither words ("tb hang ngay") nor numbers are read for one.</summary>
    private static string Half()
    {
        while (true)
        {
            var half = RandomNumberGenerator.GetString(Alphabet, HalfLength);
            if (half.Any(char.IsAsciiDigit) && half.Any(char.IsAsciiLetter))
            {
                return half;
            }
        }
    }

    [GeneratedRegex(@"\bTB[-–— ]?((?=[A-Z]*[2-9])(?=[2-9]*[A-Z])[2-9A-HJKMNP-TV-Z]{4})[-–— ]?((?=[A-Z]*[2-9])(?=[2-9]*[A-Z])[2-9A-HJKMNP-TV-Z]{4})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
