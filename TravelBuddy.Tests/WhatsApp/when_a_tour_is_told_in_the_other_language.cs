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

    private static IReadOnlyList<string> Known(TourPackage package, string language) => KnownThings.Of(PackageFacts.Of(package, Repository.Gazetteer, Repository.Lexicon), language, Repository.Lexicon);

    private static TourPackage Tour(string language, string[] transport, string[] activities, string[] food, string[] includes, string lodging) =>
        new() { Id = "x~1", SourceId = "1", ProviderId = "x", Title = "T", ContentHash = "h", Language = language, Transportation = transport, Activities = activities, Food = food, Includes = includes, Accommodation = lodging };
}
