using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace TravelBuddy.Web.Hosting;

/// <summary>
/// The certificate under which data protection keys lie in the database, so that a copy of the database alone opens nobody's personal data.
/// Settings <c>KeyRing__CertificateFile</c> (PKCS #12 with its RSA key), <c>KeyRing__CertificatePassword</c>; <c>KeyRing__OlderCertificateFile</c> still opens
/// the keys made under the one before, with the same password.
/// </summary>
public static class KeyRingCertificate
{
    public static void AddKeyRing(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var protection = builder.Services.AddDataProtection().SetApplicationName("TravelBuddy");
        if (Read(configuration, "CertificateFile") is { } certificate)
        {
            protection.ProtectKeysWithCertificate(certificate);
            protection.UnprotectKeysWithAnyCertificate(Read(configuration, "OlderCertificateFile") is { } older ? [certificate, older] : [certificate]);
        }
        else if (!configuration.GetValue<bool>(DatabaseSetup.EmbeddedSetting))
        {
            builder.Services.AddSingleton(new StartupNote("The keys of personal data lie readable in the database, beside the data. Set KeyRing__CertificateFile and KeyRing__CertificatePassword before people use it."));
        }
    }

    /// <summary>The certificate a setting names, with its private key; null without the setting.</summary>
    /// <exception cref="StartupException">The file is missing, unreadable, no PKCS #12, or without an RSA private key.</exception>
    public static X509Certificate2? Read(IConfiguration configuration, string setting)
    {
        if (configuration[$"KeyRing:{setting}"] is not { Length: > 0 } file)
        {
            return null;
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, configuration["KeyRing:CertificatePassword"]);
            using var key = certificate.GetRSAPrivateKey();
            return key is not null ? certificate : throw new StartupException($"Setting KeyRing__{setting}: \"{file}\" holds no certificate with an RSA private key.");
        }
        catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"Setting KeyRing__{setting}: \"{file}\" cannot be opened as PKCS #12 with KeyRing__CertificatePassword. {problem.Message}");
        }
    }
}
