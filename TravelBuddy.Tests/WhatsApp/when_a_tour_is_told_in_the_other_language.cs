using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Tests.WhatsApp;

/// <summary>Without a model to tell it, a tour in the other language is told by the things of the lexicon that its lists name.</summary>
public sealed class when_a_tour_is_told_in_the_other_language
{
    [Fact]
    public void an_english_reader_sees_what_a_vietnamese_tour_has() => Known(Tour("vi", ["xe 16 chỗ", "cano"], ["lặn ngắm san hô", "chợ đêm"], ["hải sản"], ["ăn sáng", "hướng dẫn viên"], "khách sạn 4 sao"), "en")
        .ShouldSatisfyAllConditions(
            lines => lines.ShouldContain(line => line.StartsWith("🚌 Transport: ", StringComparison.Ordinal) && line.Contains("speedboat")),
            lines => lines.ShouldContain(line => line.StartsWith("🎒 To do: ", StringComparison.Ordinal) && line.Contains("snorkelling")),
            lines => lines.ShouldContain("🍽 Food: seafood"),
            lines => lines.ShouldContain(line => line.StartsWith("🛏 Nights: ", StringComparison.Ordinal) && line.Contains("hotel")),
            lines => lines.ShouldAllBe(line => !line.Contains("included", StringComparison.Ordinal)));

    [Fact]
    public void a_vietnamese_reader_sees_what_an_english_tour_has() => Known(Tour("en", ["van", "boat"], ["snorkelling", "night market"], ["seafood"], ["breakfast included", "guide"], "3-star hotel"), "vi")
        .ShouldSatisfyAllConditions(
            lines => lines.ShouldContain(line => line.StartsWith("🎒 Hoạt động: ", StringComparison.Ordinal) && line.Contains("chợ đêm")),
            lines => lines.ShouldContain("🍽 Ăn uống: hải sản"),
            lines => lines.ShouldAllBe(line => !line.Contains("bao gồm", StringComparison.Ordinal)));

    [Fact]
    public void in_ones_own_language_its_words_are_enough() => Known(Tour("en", ["van"], ["snorkelling"], ["seafood"], ["guide"], "hotel"), "en").ShouldBeEmpty();

    [Fact]
    public void what_it_has_only_in_part_is_left_to_its_own_words() => Known(Tour("en", [], [], ["vegetarian on request", "seafood"], [], "hotel"), "vi").ShouldContain("🍽 Ăn uống: hải sản");

    [Theory]
    [InlineData("vi", "1 đêm trên tàu|4 bữa ăn|Vé vịnh|Kayak", "✓ Included: 1 night, 4 meals, entrance fees, kayaking")]
    [InlineData("vi", "2 đêm nhà vườn|7 bữa chay", "✓ Included: 2 nights, 7 meals")]
    [InlineData("vi", "4 bữa chính, 1 bữa sáng", "✓ Included: 5 meals")]
    [InlineData("en", "3 nights|Meals as listed|Bay fees", "✓ Bao gồm: 3 đêm, các bữa ăn, vé tham quan")]
    [InlineData("en", "1 night|1 dinner", "✓ Bao gồm: 1 đêm, 1 bữa ăn")]
    public void nights_and_meals_are_told_by_their_number_and_fees_as_fees(string language, string includes, string line) =>
        Known(Tour(language, [], [], [], includes.Split('|'), ""), language == "vi" ? "en" : "vi").ShouldContain(line);

    [Theory]
    [InlineData("en", "5-star suite with balcony and bathtub", "vi", "khách sạn", "5 sao")]
    [InlineData("en", "garden homestay", "vi", "farmstay", "homestay")]
    [InlineData("vi", "khách sạn 5 sao", "en", "5-star,", "5-star hotel")]
    public void where_one_sleeps_is_told_by_no_more_than_the_words_say(string language, string lodging, string reader, string never, string said) =>
        Known(Tour(language, [], [], [], [], lodging), reader).Single(line => line.StartsWith("🛏 ", StringComparison.Ordinal)).ShouldSatisfyAllConditions(line => line.ShouldContain(said), line => line.ShouldNotContain(never));

    private static IReadOnlyList<string> Known(TourPackage package, string language) => KnownThings.Of(PackageFacts.Of(package, Repository.Gazetteer, Repository.Lexicon), language, Repository.Lexicon);

    private static TourPackage Tour(string language, string[] transport, string[] activities, string[] food, string[] includes, string lodging) =>
        new() { Id = "x~1", SourceId = "1", ProviderId = "x", Title = "T", ContentHash = "h", Language = language, Transportation = transport, Activities = activities, Food = food, Includes = includes, Accommodation = lodging };
}
