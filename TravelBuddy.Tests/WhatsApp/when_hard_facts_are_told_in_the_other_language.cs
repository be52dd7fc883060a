using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>What a text asks of whoever goes is said to a reader who may not know its language.</summary>
public sealed class when_hard_facts_are_told_in_the_other_language
{
    [Theory]
    [InlineData("may-son-cha-huechay-12", "🪜 Steps: 172")]
    [InlineData("canh-buom-nau-binhlieu-09", "🪜 Steps: about 2,000")]
    [InlineData("canh-buom-nau-hoc-12", "🛏 Rooms: 4 to a room")]
    [InlineData("canh-buom-nau-caocap-20", "👥 Per person, when 2 travel together")]
    [InlineData("canh-buom-nau-viethai-17", "🥾 How hard: moderate")]
    [InlineData("may-ngan-du-ky-bachmoc-12", "🥾 How hard: very hard")]
    [InlineData("canh-buom-nau-kids-10", "🧒 Children: 4–9: 60% of the price; under 4: free")]
    [InlineData("red-river-trails-ninhbinh-09", "🪜 Bậc thang: 486 bậc")]
    [InlineData("karst-loop-riders-women-13", "🛏 Phòng đơn, đi một mình: phụ thu 45 USD")]
    [InlineData("lantern-coast-women-16", "🛏 Phòng đơn: không phụ thu")]
    [InlineData("karst-loop-riders-jeep-03", "👥 Giá mỗi người khi đi 2 khách")]
    [InlineData("karst-loop-riders-loop-02", "📅 Khởi hành: thứ năm")]
    [InlineData("lantern-voyages-vegan-11", "📅 Khởi hành: chủ nhật, hai tuần một lần")]
    [InlineData("red-river-trails-tamdao-15", "📅 Khởi hành: chủ nhật – thứ năm")]
    [InlineData("red-river-trails-food-01", "📅 Khởi hành: hằng ngày")]
    [InlineData("basalt-pine-canyon-03", "🥾 Độ khó: khó")]
    [InlineData("cuu-long-explorer-riengthuyen-20", "👥 One price for up to 10 people")]
    [InlineData("limestone-tide-access-11", "👥 Nhận từ 2 khách")]
    [InlineData("lantern-voyages-combo-03", "🧒 Trẻ em: 5–11 tuổi: 65% giá; dưới 5 tuổi: miễn phí")]
    public void as_sentences_of_the_catalogue_say_it(string id, string line)
    {
        var package = Repository.Packages.Single(package => package.SourceId.EndsWith(id, StringComparison.Ordinal));
        Of(package).ShouldContain(line);
    }

    [Theory]
    [InlineData("en", "The royal tomb has 127 steps and is seen from below.")]
    [InlineData("en", "The hotel is 30 steps from the beach.")]
    [InlineData("en", "Hard coral on both dives.")]
    [InlineData("en", "Easy rider and fuel are paid.")]
    [InlineData("en", "On day 3 it is hard to leave.")]
    [InlineData("en", "Day 4: Sunday market, back to Hanoi.")]
    [InlineData("en", "The mausoleum is closed on Mondays and Fridays.")]
    [InlineData("en", "Children under 11 get 20 % off.")]
    [InlineData("en", "Lunch for four in a garden room.")]
    [InlineData("vi", "Ruộng bậc thang chín vàng tháng 9.")]
    [InlineData("vi", "Trẻ dưới 6 tuổi phụ thu vé tàu.")]
    [InlineData("vi", "Trẻ em 5-10 tuổi giảm 50%.")]
    [InlineData("vi", "Nên đi thứ 3 đến thứ 5 cho vắng.")]
    [InlineData("vi", "Ngày thứ ba thăm đèo Ô Quy Hồ.")]
    [InlineData("vi", "Khởi hành 29/4, còn ít chỗ.")]
    [InlineData("vi", "Khó quên nhất là bữa tối trên thuyền.")]
    [InlineData("vi", "Giá cho đoàn từ 60 học sinh.")]
    [InlineData("vi", "Giá tính cho 1 khách.")]
    [InlineData("vi", "gia tinh cho 1 khach")]
    [InlineData("vi", "Phòng gia đình cho 4 người.")]
    [InlineData("vi", "phong gia dinh cho 4 nguoi")]
    [InlineData("vi", "Tham gia cho 4 người.")]
    [InlineData("vi", "tham gia cho 4 nguoi")]
    [InlineData("vi", "Giá áp dụng cho 10 khách đầu tiên.")]
    [InlineData("vi", "Giá áp dụng cho 10 khách.")]
    [InlineData("vi", "Giảm giá cho 4 người.")]
    [InlineData("vi", "Giá cho 2 người lớn và 1 bé.")]
    [InlineData("vi", "Giá vé cho 2 người mua riêng.")]
    [InlineData("en", "Lobster dinner: 15 USD supplement.")]
    [InlineData("en", "Tet departures: 40 USD supplement.")]
    [InlineData("en", "Single rooms available, lobster dinner 15 USD supplement.")]
    [InlineData("en", "Single supplement 25-30 USD.")]
    [InlineData("en", "Single supplement $10 per day.")]
    [InlineData("en", "Single supplement 45.")]
    [InlineData("vi", "Phụ thu lễ Tết 40 USD.")]
    [InlineData("vi", "phu thu le tet 500k")]
    [InlineData("vi", "Phụ thu phòng đơn 300-500k.")]
    [InlineData("vi", "Khởi hành hằng ngày trừ thứ 2.")]
    [InlineData("vi", "khoi hanh hang ngay tru thu 2")]
    [InlineData("vi", "Khởi hành hằng ngày. Trừ thứ 2.")]
    [InlineData("vi", "Khởi hành hằng ngày, nghỉ thứ hai.")]
    [InlineData("vi", "Khởi hành hằng ngày. Không khởi hành thứ 2.")]
    [InlineData("vi", "Khởi hành thứ 7 đầu tháng.")]
    [InlineData("vi", "Khởi hành thứ 7 cuối tháng.")]
    [InlineData("vi", "Không khởi hành thứ 7.")]
    [InlineData("vi", "Khởi hành tối thứ 6, sáng thứ 7.")]
    [InlineData("vi", "Khởi hành sáng thứ 7 hoặc chiều chủ nhật.")]
    [InlineData("en", "Daily departures except Monday.")]
    [InlineData("en", "No daily departures in winter.")]
    [InlineData("en", "Departs on the first Saturday of the month.")]
    [InlineData("en", "Departs Saturday, last of the month.")]
    [InlineData("en", "Departs Friday evening or Saturday morning.")]
    [InlineData("en", "Departs daily. Except Mondays.")]
    [InlineData("en", "Private room for 3 nights.")]
    [InlineData("en", "There is room for 4 bags.")]
    [InlineData("vi", "Lễ hội 9/2026 Bắc Hà.")]
    [InlineData("vi", "le hoi 9/2026 Bac Ha")]
    [InlineData("vi", "Năm 2026 Bắc Hà mở hội.")]
    [InlineData("vi", "nam 2026 bac ha mo hoi")]
    [InlineData("vi", "Nhận đoàn 30 bác hưu trí.")]
    [InlineData("vi", "nhan doan 30 bac huu tri")]
    [InlineData("en", "Walkers count 10,000 steps a day.")]
    [InlineData("vi", "Trẻ dưới 6 tuổi miễn phí vé cáp treo.")]
    [InlineData("vi", "tre duoi 6 tuoi mien phi ve cap treo")]
    [InlineData("en", "Children under 5 free entrance to the museum.")]
    [InlineData("en", "Children under 5 free breakfast.")]
    [InlineData("en", "Children 5-11 20% cheaper.")]
    [InlineData("vi", "Trẻ 5-11 tuổi rẻ hơn 20%.")]
    [InlineData("vi", "Trẻ 5-11 tuổi 50% vé.")]
    [InlineData("en", "Easy, hard on day 2.")]
    [InlineData("en", "Moderate, with a steep climb on the last day.")]
    [InlineData("vi", "Nhẹ nhàng, ngày 2 khá khó.")]
    [InlineData("vi", "de di, ngay 2 kho di")]
    [InlineData("en", "Price for 1 person.")]
    [InlineData("en", "Price for 2 nights.")]
    [InlineData("en", "Price for 4 people or more.")]
    public void and_not_what_only_looks_like_it(string language, string notes) => Of(Tour(language, notes)).ShouldBeEmpty();

    [Theory]
    [InlineData("Khởi hành tối thứ 5 và thứ 6.", "📅 Sets off: Thursday, Friday, in the evening")]
    [InlineData("Khởi hành thứ 7 hàng tuần.", "📅 Sets off: Saturday")]
    [InlineData("Khởi hành sáng thứ 7 và sáng chủ nhật.", "📅 Sets off: Saturday, Sunday")]
    [InlineData("Khởi hành hằng ngày. Không khởi hành mùng 1-3 Tết.", "📅 Sets off: every day")]
    [InlineData("Phụ thu phòng đơn 500k.", "🛏 Single room or travelling alone: 500,000 ₫ more")]
    [InlineData("Phụ thu phòng đơn: 900.000đ, báo trước.", "🛏 Single room or travelling alone: 900,000 ₫ more")]
    [InlineData("phu thu phong don 900.000d", "🛏 Single room or travelling alone: 900,000 ₫ more")]
    [InlineData("Phụ thu phòng đơn 900.000.", "🛏 Single room or travelling alone: 900,000 ₫ more")]
    [InlineData("Phụ thu phòng đơn là 1,2 triệu.", "🛏 Single room or travelling alone: 1,200,000 ₫ more")]
    [InlineData("Phụ thu đi một mình 45 USD.", "🛏 Single room or travelling alone: $45 more")]
    [InlineData("Phụ thu phòng đơn 300.000đ/đêm.", "🛏 Single room or travelling alone: 300,000 ₫ a night more")]
    [InlineData("Phụ thu phòng đơn 30%.", "🛏 Single room or travelling alone: 30% more")]
    [InlineData("Leo 689 bậc tới chân thác.", "🪜 Steps: 689")]
    [InlineData("leo 689 bac toi chan thac", "🪜 Steps: 689")]
    [InlineData("Trẻ dưới 5 tuổi miễn phí ngủ chung.", "🧒 Children: under 5: free")]
    [InlineData("Trẻ em 5-9 tuổi 75% giá.", "🧒 Children: 5–9: 75% of the price")]
    [InlineData("Nhẹ nhàng, không khó đi.", "🥾 How hard: easy")]
    [InlineData("Khó, đường dốc.", "🥾 How hard: hard")]
    [InlineData("Cần thể lực trung bình.", "🥾 How hard: average fitness needed")]
    public void in_plain_words(string notes, string line) => Of(Tour("vi", notes)).ShouldHaveSingleItem().ShouldBe(line);

    [Theory]
    [InlineData("Single supplement $45, more in summer.", "🛏 Phòng đơn, đi một mình: phụ thu 45 USD")]
    [InlineData("Solo travellers pay a 45 USD supplement.", "🛏 Phòng đơn, đi một mình: phụ thu 45 USD")]
    [InlineData("Single room supplement: 25 USD per night.", "🛏 Phòng đơn, đi một mình: phụ thu 25 USD/đêm")]
    [InlineData("Cabins for 4 people.", "🛏 Phòng: 4 người một phòng")]
    [InlineData("Easy, nothing steep.", "🥾 Độ khó: nhẹ nhàng")]
    [InlineData("Children under 5 go free, 5-11 half price.", "🧒 Trẻ em: dưới 5 tuổi: miễn phí; 5–11 tuổi: 50% giá")]
    [InlineData("Supplement for a single room 1,200,000 VND.", "🛏 Phòng đơn, đi một mình: phụ thu 1.200.000 ₫")]
    public void and_in_vietnamese(string notes, string line) => Of(Tour("en", notes)).ShouldHaveSingleItem().ShouldBe(line);

    [Theory]
    [InlineData(PricePer.Person, "vi", "Giá tính cho 2 khách.", "👥 Per person, when 2 travel together")]
    [InlineData(PricePer.Person, "vi", "gia tour tinh cho hai khach", "👥 Per person, when 2 travel together")]
    [InlineData(PricePer.Person, "en", "Price per person for two people.", "👥 Giá mỗi người khi đi 2 khách")]
    [InlineData(PricePer.Group, "vi", "Giá tính cho 4 người.", "👥 The price is for 4 together")]
    [InlineData(PricePer.Group, "en", "Price is for 4 people.", "👥 Giá tính cho cả 4 khách")]
    public void and_whom_a_price_is_for_by_what_it_is_per(PricePer per, string language, string notes, string line) =>
        Of(Tour(language, notes) with { PricePer = per }).ShouldHaveSingleItem().ShouldBe(line);

    [Theory]
    [InlineData("vi", "Giá mỗi khách khi ở phòng gia đình 4 người.", "👥 Price per person, when 4 share a room", "👥 Giá mỗi người khi 4 người ở chung một phòng")]
    [InlineData("vi", "Giá người lớn khi đi 4 khách.", "👥 Per person, when 4 travel together", "👥 Giá mỗi người khi đi 4 khách")]
    [InlineData("en", "Price per person for two people.", "👥 Per person, when 2 travel together", "👥 Giá mỗi người khi đi 2 khách")]
    [InlineData("en", "Half price for children.", null, null)]
    public void for_how_many_a_price_is_stands_on_a_card_in_either_language(string language, string notes, string? english, string? vietnamese)
    {
        HardFacts.PriceCondition(Tour(language, notes), "en").ShouldBe(english);
        HardFacts.PriceCondition(Tour(language, notes), "vi").ShouldBe(vietnamese);
    }

    [Fact]
    public void in_ones_own_language_its_words_are_enough() => HardFacts.Of(Tour("en", "Hard. 486 steps."), "en", new TourTexts()).ShouldBeEmpty();

    private static IReadOnlyList<string> Of(TourPackage package) => HardFacts.Of(package, package.Language == "en" ? "vi" : "en", new TourTexts());

    private static TourPackage Tour(string language, string notes) => new() { Id = "x~1", SourceId = "1", ProviderId = "x", Title = "T", ContentHash = "h", Language = language, Notes = notes };
}
