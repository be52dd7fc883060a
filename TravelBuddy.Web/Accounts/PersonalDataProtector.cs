using System.Security.Cryptography;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;

namespace TravelBuddy.Web.Accounts;

/// <summary>The data key of one person or traveller, itself encrypted; deleting it makes everything it encrypted unreadable.</summary>
public sealed record SubjectKey
{
    public required Guid Id { get; init; }
    public required byte[] WrappedKey { get; init; }
}

/// <summary>
/// The one way personal data is encrypted at rest: AES-256-GCM under a key per person (or per traveller while nobody is known), the keys wrapped by
/// the host's data protection. Format: version byte 1, 12 bytes nonce, 16 bytes tag, ciphertext; the subject's id is authenticated with it.
/// Unwrapped keys stay in memory for <see cref="KeyLife"/>, so a key erased by another process is forgotten here after that time at the latest.
/// </summary>
public sealed class PersonalDataProtector(IDocumentStore store, IDataProtectionProvider protection) : IDisposable
{
    /// <summary>How long an unwrapped key may stay in memory.</summary>
    public static readonly TimeSpan KeyLife = TimeSpan.FromSeconds(60);

    private const byte FormatVersion = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly IDataProtector _wrapping = protection.CreateProtector("TravelBuddy.SubjectKey.v1");
    private readonly MemoryCache _keys = new(new MemoryCacheOptions { SizeLimit = 5_000 });

    /// <summary>Encrypts a text for a subject, making its key at first use.</summary>
    public async Task<byte[]> ProtectAsync(Guid subject, string text, CancellationToken ct)
    {
        var key = await KeyAsync(subject, create: true, ct) ?? throw new CryptographicException("A new key was not stored.");
        var plain = System.Text.Encoding.UTF8.GetBytes(text);
        var output = new byte[1 + NonceLength + TagLength + plain.Length];
        output[0] = FormatVersion;
        RandomNumberGenerator.Fill(output.AsSpan(1, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(output.AsSpan(1, NonceLength), plain, output.AsSpan(1 + NonceLength + TagLength), output.AsSpan(1 + NonceLength, TagLength), subject.ToByteArray());
        return output;
    }

    /// <summary>Decrypts; null if the subject's key was erased. Bytes that are not ours or were changed throw <see cref="CryptographicException"/>.</summary>
    public async Task<string?> UnprotectAsync(Guid subject, byte[] data, CancellationToken ct)
    {
        if (data.Length < 1 + NonceLength + TagLength || data[0] != FormatVersion)
        {
            throw new CryptographicException("Not a protected value of a known format.");
        }

        if (await KeyAsync(subject, create: false, ct) is not { } key)
        {
            return null;
        }

        var plain = new byte[data.Length - 1 - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(data.AsSpan(1, NonceLength), data.AsSpan(1 + NonceLength + TagLength), data.AsSpan(1 + NonceLength, TagLength), plain, subject.ToByteArray());
        return System.Text.Encoding.UTF8.GetString(plain);
    }

    /// <summary>Erases a subject's key.</summary>
    public async Task EraseAsync(Guid subject, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Delete<SubjectKey>(subject);
        await session.SaveChangesAsync(ct);
        _keys.Remove(subject);
    }

    public void Dispose() => _keys.Dispose();

    private async Task<byte[]?> KeyAsync(Guid subject, bool create, CancellationToken ct)
    {
        if (_keys.TryGetValue(subject, out byte[]? known))
        {
            return known;
        }

        var key = await ReadKeyAsync(subject, create, ct);
        return key is null ? null : _keys.Set(subject, key, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = KeyLife });
    }

    private async Task<byte[]?> ReadKeyAsync(Guid subject, bool create, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var stored = await session.LoadAsync<SubjectKey>(subject, ct);
        if (stored is null && create)
        {
            stored = new SubjectKey { Id = subject, WrappedKey = _wrapping.Protect(RandomNumberGenerator.GetBytes(32)) };
            session.Insert(stored);
            try
            {
                await session.SaveChangesAsync(ct);
            }
            catch (JasperFx.DocumentAlreadyExistsException)
            {
                // Another request made the key first; its key is the one.
                await using var again = store.QuerySession();
                stored = await again.LoadAsync<SubjectKey>(subject, ct);
            }
        }

        return stored is null ? null : _wrapping.Unprotect(stored.WrappedKey);
    }
}
