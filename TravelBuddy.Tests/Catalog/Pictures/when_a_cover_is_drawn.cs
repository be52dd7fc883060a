using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Pictures;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Tests.Catalog.Pictures;

public sealed class when_a_cover_is_drawn(AppFixture app)
{
    private readonly CoverPainter _painter = app.Services.GetRequiredService<CoverPainter>();

    [Theory]
    [InlineData("ha-long", Scene.Karst), InlineData("sa-pa", Scene.Terraces), InlineData("nha-trang", Scene.Beach), InlineData("phu-quoc", Scene.Island)]
    [InlineData("ho-chi-minh-city", Scene.City), InlineData("can-tho", Scene.Delta), InlineData("ha-giang", Scene.Pass), InlineData("hoi-an", Scene.OldTown)]
    [InlineData("hue", Scene.Citadel), InlineData("da-lat", Scene.Highlands), InlineData("phong-nha", Scene.Cave), InlineData("mui-ne", Scene.Dunes)]
    public void the_landscape_is_that_of_the_place_and_fits_whatsapp_and_share_cards(string placeId, Scene scene)
    {
        var package = Package($"x~{placeId}", placeId);

        Scenes.Of(package, app.Services.GetRequiredService<Gazetteer>()).ShouldBe(scene);
        var drawn = _painter.Draw(package, "Công ty Thử Nghiệm");
        foreach (var jpeg in new[] { drawn.Cover, drawn.ShareCard })
        {
            jpeg.Length.ShouldBeInRange(10_000, 300_000);
            using var codec = SKCodec.Create(new MemoryStream(jpeg));
            codec.EncodedFormat.ShouldBe(SKEncodedImageFormat.Jpeg);
            (codec.Info.Width, codec.Info.Height).ShouldBe((1200, 630));
        }
    }

    [Fact]
    public void the_same_package_looks_the_same_and_another_differently()
    {
        var one = _painter.Draw(Package("x~1", "hoi-an"), "A");

        _painter.Draw(Package("x~1", "hoi-an"), "A").Cover.ShouldBe(one.Cover);
        _painter.Draw(Package("x~2", "hoi-an"), "A").Cover.ShouldNotBe(one.Cover);
    }

    [Fact]
    public void an_endless_title_and_a_package_without_places_are_drawn_too()
    {
        var package = Package("x~3", null) with { Title = string.Join(' ', Enumerable.Repeat("Nghiêng", 80)), Description = new string('ậ', 4000) };

        _painter.Draw(package, new string('W', 400)).ShareCard.Length.ShouldBeInRange(10_000, 300_000);
    }

    private static TourPackage Package(string id, string? placeId) => new()
    {
        Id = id,
        SourceId = id,
        ProviderId = "x",
        Title = "Ẩm thực phố cổ: nửa ngày đi bộ, ăn chín món",
        ContentHash = "h",
        DurationDays = .5,
        Language = "vi",
        Price = new Money(590_000, "VND"),
        Locations = placeId is null ? [] : [new NamedPlace(placeId, placeId)],
    };
}
