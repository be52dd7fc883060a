using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Hosting;

public sealed class when_the_key_ring_has_a_certificate(AppFixture app) : IDisposable
{
    private const string Password = "only for this test";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("travelbuddy-keys-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task keys_lie_encrypted_in_the_database_and_are_opened_by_the_next_certificate_too()
    {
        await using var database = await app.NewDatabaseAsync("keyring");
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using (var empty = source.CreateCommand("delete from tb.data_protection_keys"))
        {
            await empty.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var (first, second) = (Certificate("first.pfx"), Certificate("second.pfx"));
        string hidden;
        await using (var own = OwnApp.Start(database, ("KeyRing:CertificateFile", first), ("KeyRing:CertificatePassword", Password)))
        {
            hidden = Protector(own).Protect("Xin chào");
        }

        await using (var keys = source.CreateCommand("select string_agg(xml, '') from tb.data_protection_keys"))
        {
            var xml = ((string?)await keys.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull();
            xml.ShouldContain("EncryptedData");
            xml.ShouldNotContain("masterKey");
        }

        await using var next = OwnApp.Start(database, ("KeyRing:CertificateFile", second), ("KeyRing:OlderCertificateFile", first), ("KeyRing:CertificatePassword", Password));
        Protector(next).Unprotect(hidden).ShouldBe("Xin chào");
    }

    [Theory]
    [InlineData("none.pfx", Password)]
    [InlineData("there.pfx", "another password")]
    public void a_certificate_that_cannot_be_opened_is_told_without_its_password(string file, string password)
    {
        Certificate("there.pfx");
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("KeyRing:CertificateFile", Path.Combine(_folder.FullName, file)), new("KeyRing:CertificatePassword", password)]).Build();

        var message = Should.Throw<StartupException>(() => KeyRingCertificate.Read(settings, "CertificateFile")).Message;

        message.ShouldContain("KeyRing__CertificateFile");
        message.ShouldNotContain(password);
    }

    private static IDataProtector Protector(OwnApp own) => own.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=TravelBuddy keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, Password));
        return file;
    }
}
