using System.Security.Cryptography;
using Marten;
using Microsoft.AspNetCore.DataProtection;

namespace TravelBuddy.Web.Accounts;

/// <summary>A secret of this installation, encrypted by the host's data protection.</summary>
public sealed record InstallationSecret
{
    public required string Id { get; init; }
    public required byte[] Wrapped { get; init; }
}

/// <summary>
/// Hashes identifiers (phones, user ids, e-mails, WhatsApp message ids) with a secret of this installation, so that they can be looked up and
/// passed between features without being known: HMAC-SHA256 over kind and value, as 64 lower-case hexadecimal digits.
/// </summary>
public sealed class KeyedHash(IDocumentStore store, IDataProtectionProvider protection)
{
    private const string SecretId = "identifier-hash";

    private readonly IDataProtector _wrapping = protection.CreateProtector("TravelBuddy.InstallationSecret.v1");
    private byte[]? _key;

    /// <summary>The hash of a value of a kind ("phone", "email", "wamid" …); the same for the same installation, always.</summary>
    public async ValueTask<string> OfAsync(string kind, string value, CancellationToken ct)
    {
        var key = _key ??= await ReadKeyAsync(ct);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes($"{kind}\n{value}")));
    }

    private async Task<byte[]> ReadKeyAsync(CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<InstallationSecret>(SecretId, ct) is { } stored)
        {
            return _wrapping.Unprotect(stored.Wrapped);
        }

        session.Insert(new InstallationSecret { Id = SecretId, Wrapped = _wrapping.Protect(RandomNumberGenerator.GetBytes(32)) });
        try
        {
            await session.SaveChangesAsync(ct);
        }
        catch (JasperFx.DocumentAlreadyExistsException)
        {
            // Another node made it first; its secret is the one.
        }

        await using var again = store.QuerySession();
        var kept = await again.LoadAsync<InstallationSecret>(SecretId, ct) ?? throw new CryptographicException("The installation's secret was not stored.");
        return _wrapping.Unprotect(kept.Wrapped);
    }
}
