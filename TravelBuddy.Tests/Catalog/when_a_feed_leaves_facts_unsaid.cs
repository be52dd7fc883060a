using System.Text.Json;
using System.Text.Json.Nodes;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Feeds;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Catalog;

/// <summary>Small agencies write facts into titles and texts instead of fields of their own; whoever reads the feed has to find them there.</summary>
public sealed class when_a_feed_leaves_facts_unsaid
{
    private static readonly PackageFactory Factory = new(Repository.Gazetteer, Repository.Rates, new TourTexts());

    [Theory]
    [InlineData("Sa Pa 3N2Đ: Fansipan, bản Cát Cát", 3)]
    [InlineData("Mekong Delta 2 Days 1 Night", 2)]
    [InlineData("Ha Long Bay Day Cruise", 1)]
    [InlineData("Hội An Half-Day Cooking Class", .5)]
    [InlineData("Ăn vặt phố cổ buổi tối, 4 tiếng đi bộ", .5)]
    [InlineData("Xuyên Việt 12 ngày 11 đêm", 12)]
    public void the_length_is_read_from_the_title(string title, double days) => Read(new { title }).DurationDays.ShouldBe(days);

    [Theory]
    [InlineData("Thời gian: 4 ngày 3 đêm. Xe giường nằm", 4)]
    [InlineData("Tour length: 5 days. Two hours' drive to the lake, one night on board.", 5)]
    [InlineData("A three-day trek between villages, two hours from the road.", 3)]
    [InlineData("Hành trình 2 ngày qua ruộng bậc thang, đi bộ 3 tiếng mỗi ngày.", 2)]
    public void the_length_is_read_from_what_the_description_calls_so(string description, double days) => Read(new { title = "Tour", description }).DurationDays.ShouldBe(days);

    [Theory]
    [InlineData("Two hours by boat, lunch and a swim.")]
    [InlineData("Lặn biển 2 tiếng, nghỉ trưa trên đảo.")]
    [InlineData("Fares for stays of 2-4 days on request.")]
    public void hours_on_the_way_are_no_length(string description) => Read(new { title = "Tour", description }).DurationDays.ShouldBeNull();

    [Theory]
    [InlineData(4, "Day 1: Arrival", "Day 2-3: Loop", "Day 4: Back")]
    [InlineData(2, "Ngày 1: Lên đường", "Ngày 2: Về")]
    [InlineData(1, "Ngày 1: Đi chùa, ăn trưa, về")]
    [InlineData(.5, "8:30 pick-up, market, cooking, back 13:00")]
    [InlineData(1, "7h30 đón khách, thăm đảo, ăn trưa, về 16h30")]
    public void the_length_is_counted_in_the_day_plan(double days, params string[] itinerary) => Read(new { title = "Tour", itinerary }).DurationDays.ShouldBe(days);

    [Theory]
    [InlineData("3N2Đ", 3)]
    [InlineData("5 days / 4 nights", 5)]
    [InlineData("8 hours", 1)]
    [InlineData("2.5", 2.5)]
    public void the_length_may_be_words_in_its_field(string duration_days, double days) => Read(new { title = "Tour 9 ngày", duration_days }).DurationDays.ShouldBe(days);

    [Theory]
    [InlineData("3.590.000đ", null, 3_590_000, "VND")]
    [InlineData("3,590,000 VNĐ/khách", null, 3_590_000, "VND")]
    [InlineData("từ 2 triệu rưỡi", null, 2_500_000, "VND")]
    [InlineData("from $120 pp", null, 120, "USD")]
    [InlineData("1.250", "USD", 1_250, "USD")]
    public void the_price_may_be_words_in_its_field(string price_amount, string? price_currency, double amount, string currency) =>
        Read(new { title = "Tour", price_amount, price_currency }).Price.ShouldBe(new Money((decimal)amount, currency));

    [Theory]
    [InlineData(3_590_000, "vnđ", "VND")]
    [InlineData(3_590_000, "đồng", "VND")]
    [InlineData(120, "$", "USD")]
    [InlineData(120, "US$", "USD")]
    [InlineData(120, null, "USD")]
    [InlineData(3_590_000, null, "VND")]
    public void a_currency_is_known_by_its_everyday_names_and_a_missing_one_by_the_size(double price_amount, string? price_currency, string currency) =>
        Read(new { title = "Tour", price_amount, price_currency }).Price.ShouldBe(new Money((decimal)price_amount, currency));

    [Theory]
    [InlineData("Giá tour: 3.590.000đ/khách, trẻ em 50%", 3_590_000, "VND")]
    [InlineData("Price from 89 USD, single supplement 30 USD", 89, "USD")]
    public void a_price_is_read_where_a_text_calls_it_so(string notes, double amount, string currency) => Read(new { title = "Tour", notes }).Price.ShouldBe(new Money((decimal)amount, currency));

    [Theory]
    [InlineData("Single supplement 30 USD, tips from 5 USD")]
    [InlineData("Đã tặng hơn 200 vé, thuyền 48 chỗ")]
    public void other_amounts_are_no_price(string notes) => Read(new { title = "Tour", notes }).Price.ShouldBeNull();

    [Theory]
    [InlineData("Ha Long Day Cruise from Hanoi", "ha-noi")]
    [InlineData("Sa Pa 3N2Đ khởi hành từ Hà Nội", "ha-noi")]
    [InlineData("Từ SÀI GÒN: Cát Bà - Lan Hạ 4N3Đ", "ho-chi-minh-city")]
    public void the_start_is_read_from_the_title(string title, string start) => Read(new { title }).Start?.PlaceId.ShouldBe(start);

    [Theory]
    [InlineData("Departs from Da Nang on Mondays.", "da-nang")]
    [InlineData("Điểm đón: TP.HCM, 21h00", "ho-chi-minh-city")]
    [InlineData("Xuất phát từ Hà Nội sáng thứ bảy.", "ha-noi")]
    public void the_start_is_read_from_words_for_setting_off(string description, string start) => Read(new { title = "Tour", description }).Start?.PlaceId.ShouldBe(start);

    [Theory]
    [InlineData("ha-noi", "Ngày 1: Hà Nội - Mai Châu", "Ngày 2: Mai Châu")]
    [InlineData("ho-chi-minh-city", "Day 1: Boat on the river", "Day 2: Market, van to Saigon 15:30 (B)")]
    [InlineData("ha-noi", "Ngày 1: Rừng", "Ngày 2: Thác - Hà Nội 16h")]
    public void the_start_is_read_from_the_ends_of_the_day_plan(string start, params string[] itinerary) => Read(new { title = "Tour", itinerary }).Start?.PlaceId.ShouldBe(start);

    [Theory]
    [InlineData("Half an hour by speedboat from Cửa Đại to the islands.")]
    [InlineData("You walk from Mai Châu to Pù Luông.")]
    public void a_place_in_the_middle_of_the_way_is_no_start(string description) => Read(new { title = "Tour", description }).Start.ShouldBeNull();

    [Fact]
    public void the_places_are_those_of_the_title_or_else_of_the_day_plan()
    {
        Read(new { title = "Hue and Hoi An 4D3N from Da Nang", itinerary = new[] { "Day 1: My Son" } }).Locations.Select(place => place.PlaceId).ShouldBe(["hue", "hoi-an"]);
        Read(new { title = "Vietnam at a Gentle Pace 5D4N", itinerary = new[] { "Day 1: Hanoi", "Day 3: Hue" } }).Locations.Select(place => place.PlaceId).ShouldContain("hue");
        Read(new { title = "Gentle days", description = "Places: Hoi An, Hue. Lunch in Da Nang." }).Locations.Select(place => place.PlaceId).ShouldBe(["hoi-an", "hue"]);
    }

    [Fact]
    public void what_was_read_from_a_text_is_told_to_whoever_imports()
    {
        const string line = """{"id":"x","title":"Ha Long 2D1N from Hanoi","price_amount":"call us"}""";

        Factory.Create(FeedPackage.Parse(line), line, null).Problems.ShouldBe(
        [
            "price_amount 'call us' is no amount; write it as a number, and its price_currency.",
            "start_location is missing; Hanoi read from the title.",
            "duration_days is missing; 2 read from the title.",
        ], ignoreOrder: true);
    }

    [Fact]
    public void of_the_sample_catalogue_nearly_all_lengths_and_starts_that_are_read_are_those_its_fields_say()
    {
        int lengths = 0, rightLengths = 0, starts = 0, rightStarts = 0;
        foreach (var (line, told) in File.ReadLines(Repository.DataFile("catalogue.jsonl")).Zip(Repository.Packages))
        {
            var record = JsonNode.Parse(line)!.AsObject();
            foreach (var member in new[] { "duration_days", "nights", "start_location" })
            {
                record.Remove(member);
            }

            var read = Read(record);
            lengths += read.DurationDays is null ? 0 : 1;
            rightLengths += read.DurationDays is { } days && days == told.DurationDays ? 1 : 0;
            starts += read.Start is null ? 0 : 1;
            rightStarts += read.Start is { } start && start.PlaceId == told.Start?.PlaceId ? 1 : 0;
        }

        lengths.ShouldBeGreaterThan(Repository.Packages.Count * 98 / 100);
        rightLengths.ShouldBeGreaterThan(lengths * 98 / 100);
        starts.ShouldBeGreaterThan(Repository.Packages.Count * 70 / 100);
        rightStarts.ShouldBeGreaterThan(starts * 95 / 100);
    }

    private static TourPackage Read(object record)
    {
        var line = JsonSerializer.Serialize(record);
        return Factory.Create(FeedPackage.Parse(line), line, null).Package!;
    }
}
