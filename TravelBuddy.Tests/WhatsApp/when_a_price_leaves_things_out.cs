using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>What everybody has to pay besides is said beside the price, whatever language the tour and its reader have.</summary>
public sealed class when_a_price_leaves_things_out
{
    [Theory]
    [InlineData("song-hong-journeys-sapa-04", "➕ Not in the price: cable car (850,000 ₫)", "➕ Giá chưa gồm: vé cáp treo (850.000 ₫)")]
    [InlineData("song-hong-journeys-sapa-05", "➕ Not in the price: cable car", "➕ Giá chưa gồm: vé cáp treo")]
    [InlineData("karst-loop-riders-minibus-18", "➕ Not in the price: transport to the start", "➕ Giá chưa gồm: xe tới nơi khởi hành")]
    [InlineData("karst-loop-riders-caobang-06", "➕ Not in the price: transport to the start", "➕ Giá chưa gồm: xe tới nơi khởi hành")]
    [InlineData("karst-loop-riders-loop-01", "➕ Not in the price: transport to the start ($14)", "➕ Giá chưa gồm: xe tới nơi khởi hành (14 USD)")]
    [InlineData("song-hong-journeys-xuyenviet-17", "➕ Not in the price: transport back", "➕ Giá chưa gồm: vé về")]
    [InlineData("may-son-cha-danang-19", null, null)]
    [InlineData("karst-citadel-backpack-12", "➕ Not in the price: entrance fees (250,000 ₫)", "➕ Giá chưa gồm: vé tham quan (250.000 ₫)")]
    [InlineData("ben-nghe-wanderers-cuchi-01", null, null)]
    [InlineData("dao-ngoc-sao-bien-phuquoc-01", null, null)]
    [InlineData("song-hong-journeys-combo-14", null, null)]
    public void as_sentences_of_the_catalogue_say_it(string id, string? english, string? vietnamese)
    {
        var package = Repository.Packages.Single(package => package.SourceId == id);
        Of(package, "en").ShouldBe(english);
        Of(package, "vi").ShouldBe(vietnamese);
    }

    [Theory]
    [InlineData("en", "Price excludes international flights, visa and tips.", "flights")]
    [InlineData("en", "Not included: flights (about $90), cable car 35 USD.", "flights ($90), cable car ($35)")]
    [InlineData("vi", "Giá không bao gồm vé máy bay khứ hồi, đồ uống.", "flights")]
    [InlineData("vi", "gia chua gom ve may bay, da gom cap treo", "flights")]
    [InlineData("vi", "Đã gồm xe đưa đón từ Hà Nội, vé cáp treo tính riêng 900k.", "cable car (900,000 ₫)")]
    [InlineData("vi", "Vé vào cổng tự túc 150.000đ.", "entrance fees (150,000 ₫)")]
    [InlineData("vi", "Vé vào cổng tự túc.", null)]
    [InlineData("vi", "Trẻ em dưới 1 m chưa gồm vé máy bay.", null)]
    [InlineData("vi", "Xe đạp từ bến tính riêng.", null)]
    [InlineData("en", "The cable car is optional and paid on site.", null)]
    [InlineData("en", "Return flights included, drinks cost extra.", null)]
    [InlineData("en", "Visa and travel insurance are not included.", null)]
    public void as_agencies_write_it(string language, string notes, string? said) =>
        Of(new TourPackage { Id = "x~1", SourceId = "1", ProviderId = "x", Title = "T", ContentHash = "h", Language = language, Notes = notes }, "en").ShouldBe(said is null ? null : "➕ Not in the price: " + said);

    private static string? Of(TourPackage package, string language) => LeftOut.Of(package, language, new TourTexts(), money => TourFacts.Text(money, language));
}
