using System.Security.Cryptography;
using System.Text.Json;
using JasperFx;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>The one number we write from: address of its Graph API, ids and secrets.</summary>
public sealed record BusinessNumber(
    Uri Graph, string PhoneNumberId, string WabaId, string Digits, string AccessToken, string AppSecret, string VerifyToken);

/// <summary>Secrets made for this installation at first use, encrypted by the host's data protection.</summary>
public sealed record WhatsAppInstallation
{
    public const string Only = "installation";

    public string Id { get; init; } = Only;
    public required byte[] Secrets { get; init; }
}

/// <summary>Gives the business number: from the settings in cloud mode, made up for this installation in simulator mode.</summary>
public sealed class BusinessAccount(
    IDocumentStore store, IDataProtectionProvider protection, IOptions<WhatsAppOptions> options, OwnAddress own, ILogger<BusinessAccount> logger)
{
    private sealed record InstallationSecrets(string AccessToken, string AppSecret, string VerifyToken);

    private readonly IDataProtector _protector = protection.CreateProtector("TravelBuddy.WhatsApp.Installation.v1");
    private InstallationSecrets? _secrets;

    public async ValueTask<BusinessNumber> GetAsync(CancellationToken ct)
    {
        _secrets ??= await SecretsAsync(ct);
        var o = options.Value;
        var simulated = !o.IsCloud;
        var graph = o.GraphBaseUrl ?? (simulated ? own.Address + "/simulator/graph" : "https://graph.facebook.com");
        return new BusinessNumber(
            new Uri($"{graph.TrimEnd('/')}/{o.ApiVersion}/"),
            o.PhoneNumberId ?? "100000000000001",
            o.WabaId ?? "100000000000002",
            new string([.. (o.BusinessNumber ?? "+15550100199").Where(char.IsAsciiDigit)]),
            o.AccessToken ?? _secrets.AccessToken,
            o.AppSecret ?? _secrets.AppSecret,
            o.VerifyToken ?? _secrets.VerifyToken);
    }

    private async Task<InstallationSecrets> SecretsAsync(CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var stored = await session.LoadAsync<WhatsAppInstallation>(WhatsAppInstallation.Only, ct);
        if (stored is not null && TryReveal(stored) is { } known)
        {
            return known;
        }

        var fresh = new InstallationSecrets(Token(), Token(), Token());
        var document = new WhatsAppInstallation { Secrets = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(fresh)) };
        if (stored is not null)
        {
            logger.LogWarning("The WhatsApp secrets of this installation were encrypted under keys that are gone; new ones are made.");
            session.Store(document);
            await session.SaveChangesAsync(ct);
            return fresh;
        }

        session.Insert(document);
        try
        {
            await session.SaveChangesAsync(ct);
            return fresh;
        }
        catch (DocumentAlreadyExistsException)
        {
            // Another request or node was first; its secrets are the ones.
            await using var again = store.QuerySession();
            return TryReveal((await again.LoadAsync<WhatsAppInstallation>(WhatsAppInstallation.Only, ct))!)
                ?? throw new CryptographicException("The WhatsApp secrets another node stored cannot be decrypted here: the nodes must share their data protection keys.");
        }
    }

    private InstallationSecrets? TryReveal(WhatsAppInstallation stored)
    {
        try
        {
            return JsonSerializer.Deserialize<InstallationSecrets>(_protector.Unprotect(stored.Secrets));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Token() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
