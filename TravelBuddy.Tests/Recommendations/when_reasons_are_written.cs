using System.Reflection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Recommendations;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_reasons_are_written
{
    private static readonly ReasonWriter Writer = new(Repository.Gazetteer, Repository.Lexicon);

    private static string En(string code, params string[] arguments) => Writer.Sentence(new Reason(code, arguments), "en");

    private static string Vi(string code, params string[] arguments) => Writer.Sentence(new Reason(code, arguments), "vi");

    [Fact]
    public void places_are_named_as_the_reader_names_them()
    {
        En(ReasonCodes.PlacesVisited, "3", "hoi-an", "ba-na").ShouldBe("Visits Hoi An and Ba Na, both on your list");
        Vi(ReasonCodes.PlacesVisited, "1", "hoi-an").ShouldBe("Đến Hội An, đúng nơi bạn chọn");
        En(ReasonCodes.PlaceNear, "hoi-an", "da-nang", "23").ShouldBe("Hoi An is about 23 km from Da Nang");
    }

    [Fact]
    public void days_and_prices_are_written_as_people_write_them()
    {
        En(ReasonCodes.DaysWished, "3").ShouldBe("3 days, as you asked");
        Vi(ReasonCodes.DaysWished, "0.5").ShouldBe("nửa ngày, đúng như bạn muốn");
        En(ReasonCodes.DaysOff, "4", "1").ShouldBe("4 days, 1 day longer than you asked");
        En(ReasonCodes.PriceWithin, "6900000", "VND", "8000000", "VND").ShouldBe("6,900,000 ₫, within your 8 million");
        En(ReasonCodes.PriceOver, "275", "USD", "10").ShouldBe("$275, 10% over your budget");
        Vi(ReasonCodes.PriceOver, "275", "USD", "10").ShouldBe("275 USD, vượt ngân sách của bạn 10%");
        Vi(ReasonCodes.PriceWithin, "6900000", "VND", "8500000", "VND").ShouldBe("6.900.000 ₫, trong mức 8,5 triệu của bạn");
        En(ReasonCodes.PriceUnknown).ShouldBe("No price given; ask the agency");
    }

    [Fact]
    public void every_code_has_a_sentence_in_both_languages()
    {
        string[] arguments = ["3", "2", "25", "USD"];
        foreach (var code in typeof(ReasonCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!))
        {
            var (en, vi) = (En(code, arguments), Vi(code, arguments));
            en.ShouldNotBeEmpty(code);
            vi.ShouldNotBeEmpty(code);
            vi.ShouldNotBe(en, code);
        }
    }

    [Theory]
    [InlineData("places")]
    [InlineData("durations")]
    [InlineData("budget")]
    [InlineData("dates")]
    [InlineData("exclusions")]
    [InlineData("essentials")]
    public void a_relaxation_names_the_wish_and_what_dropping_it_brings(string wish)
    {
        Writer.Sentence(new Relaxation(wish, 12), "en").ShouldContain("12 tours");
        Writer.Sentence(new Relaxation(wish, 12), "vi").ShouldContain("12 tour");
        Writer.Sentence(new Relaxation(wish, 12), "en").ShouldNotContain("this wish");
    }
}
