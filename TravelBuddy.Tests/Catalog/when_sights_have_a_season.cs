using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Tests.Catalog;

public sealed class when_sights_have_a_season
{
    private static readonly SeasonalSights Sights = SeasonalSights.Load(Repository.DataFile("sights.tsv"), Repository.Lexicon);

    [Theory]
    [InlineData("hoa tam giác mạch", "vi", "Hoa tam giác mạch nở vào tháng 10 và tháng 11."), InlineData("hoa tam giac mach", "vi", "Hoa tam giác mạch nở vào tháng 10 và tháng 11.")]
    [InlineData("buckwheat flowers", "en", "Buckwheat flowers bloom in October and November."), InlineData("mùa nước nổi", "vi", "từ tháng 9 đến tháng 11"), InlineData("mua nuoc noi", "vi", "từ tháng 9 đến tháng 11")]
    [InlineData("hoa mận", "vi", "giữa tháng 2"), InlineData("peach blossom", "en", "January"), InlineData("hoa sen", "vi", "tháng 8"), InlineData("turtle hatching", "en", "from May to October"), InlineData("lúa chín", "vi", "tháng 9"), InlineData("mùa nước đổ", "vi", "tháng 5, 6")]
    public void it_is_told_where_no_day_is_said(string thing, string language, string told) =>
        Sights.OutOfSeason(Named(thing), null, null, language).ShouldHaveSingleItem().ShouldContain(told);

    [Theory]
    [InlineData("2026-10-05", "2026-10-09", false), InlineData("2026-09-20", "2026-10-02", false), InlineData("2027-03-01", "2027-03-31", true), InlineData("2026-12-05", null, true), InlineData("2026-12-05", "2027-12-04", false)]
    public void and_where_the_days_are_outside_of_it(string from, string? to, bool told) =>
        Sights.OutOfSeason(Named("buckwheat flowers"), Day(from), to is null ? null : Day(to), "en").Count.ShouldBe(told ? 1 : 0);

    [Fact]
    public void what_is_there_all_year_has_none() => Sights.OutOfSeason(Named("trekking"), null, null, "en").ShouldBeEmpty();

    [Theory]
    [InlineData("no-such-flower\t1-2\tIt blooms.\tHoa nở.", "no-such-flower"), InlineData("lotus\t5-13\tIt blooms.\tHoa nở.", "5-13"), InlineData("lotus\t8-5\tIt blooms.\tHoa nở.", "8-5"), InlineData("lotus\t5-8\tIt blooms.", "line 1")]
    public void a_line_that_is_none_stops_the_start(string line, string named)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, line);

        Should.Throw<InvalidDataException>(() => SeasonalSights.Load(path, Repository.Lexicon)).Message.ShouldContain(named);
    }

    private static IReadOnlyList<string> Named(string text) => [.. Repository.Lexicon.FindIn(text).Select(match => match.Value.Id)];

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
