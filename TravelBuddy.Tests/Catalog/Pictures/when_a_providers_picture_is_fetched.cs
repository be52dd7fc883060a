using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using TravelBuddy.Web.Catalog.Pictures;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Tests.Catalog.Pictures;

public sealed class when_a_providers_picture_is_fetched(AppFixture app)
{
    [Theory]
    [InlineData("127.0.0.1"), InlineData("10.1.2.3"), InlineData("172.16.0.1"), InlineData("172.31.255.255"), InlineData("192.168.1.1"), InlineData("169.254.169.254")]
    [InlineData("100.64.0.1"), InlineData("0.0.0.0"), InlineData("224.0.0.1"), InlineData("255.255.255.255"), InlineData("198.18.0.1"), InlineData("192.0.2.1")]
    [InlineData("::1"), InlineData("::"), InlineData("fe80::1"), InlineData("fd00::1"), InlineData("ff02::1"), InlineData("::ffff:10.0.0.1"), InlineData("2002:0a00:0001::1"), InlineData("64:ff9b::a00:1")]
    public void addresses_that_are_not_of_the_open_internet_are_refused(string address) => PublicAddresses.IsPublic(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("8.8.8.8"), InlineData("172.32.0.1"), InlineData("100.128.0.1"), InlineData("2606:4700::1111")]
    public void public_addresses_are_taken(string address) => PublicAddresses.IsPublic(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("/favicon.svg"), InlineData("/health/live")]
    public async Task our_own_address_is_refused_without_a_request(string path) =>
        (await app.Services.GetRequiredService<PictureFetcher>().FetchAsync(app.BaseUrl + path, TestContext.Current.CancellationToken)).ShouldBeNull();

    [Theory]
    [InlineData("file:///etc/hostname"), InlineData("ftp://example.com/a.jpg"), InlineData("javascript:alert(1)"), InlineData("not an address"), InlineData("")]
    public async Task what_is_no_web_address_is_refused(string address) =>
        (await app.Services.GetRequiredService<PictureFetcher>().FetchAsync(address, TestContext.Current.CancellationToken)).ShouldBeNull();

    [Fact]
    public void a_picture_of_any_shape_becomes_a_jpeg_of_the_cover_s_size()
    {
        using var bitmap = new SKBitmap(300, 900);
        bitmap.Erase(SKColors.Teal);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        var cover = PictureFetcher.ToCover(png.ToArray()).ShouldNotBeNull();

        using var codec = SKCodec.Create(new MemoryStream(cover));
        (codec.EncodedFormat, codec.Info.Width, codec.Info.Height).ShouldBe((SKEncodedImageFormat.Jpeg, 1200, 630));
    }

    [Fact]
    public void what_is_no_picture_is_refused()
    {
        PictureFetcher.ToCover("<html>not a picture</html>"u8.ToArray()).ShouldBeNull();
        PictureFetcher.ToCover([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]).ShouldBeNull();
        PictureFetcher.ToCover([]).ShouldBeNull();
    }
}
