using System.Buffers.Text;
using System.Security.Cryptography;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Bookings;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Bookings;

public sealed class when_a_booking_link_is_made(AppFixture app)
{
    private readonly Guid _list = Guid.NewGuid();

    private BookingLinks Links => app.Services.GetRequiredService<BookingLinks>();

    [Theory]
    [InlineData("web")]
    [InlineData("whatsapp")]
    public void it_says_list_package_and_channel(string channel) =>
        Links.Read(TokenFor(Package("https://agency.test/x"), channel)).ShouldBe(new BookingLink(_list, "agency~tôi-đi", channel));

    [Fact]
    public void it_can_be_of_no_list() =>
        Links.Read(Links.PathFor(Package("https://agency.test/x"), null, "web").ShouldNotBeNull()["/go/".Length..]).ShouldBe(new BookingLink(null, "agency~tôi-đi", "web"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://agency.test/x")]
    [InlineData("/relative")]
    public void there_is_none_without_a_web_address(string? address) => Links.PathFor(Package(address), _list, "web").ShouldBeNull();

    [Fact]
    public void changing_any_byte_makes_it_worthless()
    {
        var token = Base64Url.DecodeFromChars(TokenFor(Package("https://agency.test/x"), "web"));
        for (var i = 0; i < token.Length; i++)
        {
            var forged = (byte[])token.Clone();
            forged[i] ^= 1;
            Links.Read(Base64Url.EncodeToString(forged)).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not base64 !")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void anything_else_is_no_link(string token) => Links.Read(token).ShouldBeNull();

    [Fact]
    public void it_is_short_enough_for_a_message() => Links.PathFor(Package("https://agency.test/x"), _list, "web")!.Length.ShouldBeLessThan(100);

    [Fact]
    public void the_absolute_form_is_on_this_site() => Links.UrlFor(Package("https://agency.test/x"), _list, "web").ShouldBe(app.BaseUrl + Links.PathFor(Package("https://agency.test/x"), _list, "web"));

    [Fact]
    public void an_unknown_channel_is_a_bug_of_the_caller() => Should.Throw<ArgumentOutOfRangeException>(() => Links.PathFor(Package("https://agency.test/x"), _list, "fax"));

    [Fact]
    public void a_key_that_could_not_be_read_once_is_read_again()
    {
        var protection = new FailsOnce(app.Services.GetRequiredService<IDataProtectionProvider>());
        var links = new BookingLinks(new KeyedHash(app.Services.GetRequiredService<IDocumentStore>(), protection), app.Services.GetRequiredService<OwnAddress>());
        Should.Throw<CryptographicException>(() => links.PathFor(Package("https://agency.test/x"), _list, "web"));

        links.PathFor(Package("https://agency.test/x"), _list, "web").ShouldBe(Links.PathFor(Package("https://agency.test/x"), _list, "web"));
    }

    private string TokenFor(TourPackage package, string channel) => Links.PathFor(package, _list, channel).ShouldNotBeNull()["/go/".Length..];

    private static TourPackage Package(string? address) =>
        new() { Id = "agency~tôi-đi", SourceId = "tôi-đi", ProviderId = "agency", Title = "Tour", ContentHash = "x", BookingUrl = address };

    /// <summary>Protection that cannot open what it protects the first time, as when its keys cannot be reached.</summary>
    private sealed class FailsOnce(IDataProtectionProvider real) : IDataProtectionProvider
    {
        private int _opened;

        public IDataProtector CreateProtector(string purpose) => new Protector(real.CreateProtector(purpose), this);

        private sealed class Protector(IDataProtector real, FailsOnce owner) : IDataProtector
        {
            public IDataProtector CreateProtector(string purpose) => new Protector(real.CreateProtector(purpose), owner);

            public byte[] Protect(byte[] plaintext) => real.Protect(plaintext);

            public byte[] Unprotect(byte[] protectedData) => owner._opened++ == 0 ? throw new CryptographicException("No keys.") : real.Unprotect(protectedData);
        }
    }
}
