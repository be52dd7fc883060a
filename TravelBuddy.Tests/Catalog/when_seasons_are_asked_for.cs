using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Tests.Catalog;

public sealed class when_seasons_are_asked_for
{
    private static readonly Seasons Seasons = Seasons.Load(Repository.DataFile("seasons.jsonl"), Repository.Gazetteer);

    [Theory]
    [InlineData("da-nang", "rain from September to December"), InlineData("hoi-an", "floods in Hoi An"), InlineData("my-khe-beach", "from May to August")]
    [InlineData("sa-pa", "near 0 to 4 °C"), InlineData("ha-long", "storms cancel boats"), InlineData("lan-ha", "storms cancel boats"), InlineData("ha-noi", "drizzle"), InlineData("ninh-binh", "drizzle")]
    [InlineData("phu-quoc", "rough sea"), InlineData("can-tho", "showers"), InlineData("con-dao", "from March to September"), InlineData("da-lat", "waterfalls"), InlineData("nha-trang", "October to December")]
    [InlineData("ly-son", "rough sea from October"), InlineData("mui-ne", "from November to April"), InlineData("phong-nha", "floods close caves")]
    public void a_place_has_those_of_the_smallest_part_that_holds_it(string place, string said)
    {
        Seasons.Of(place, "en").ShouldNotBeNull().ShouldContain(said);
        Seasons.Of(place, "vi").ShouldNotBeNull().ShouldContain("tháng");
    }

    [Theory]
    [InlineData("viet-nam"), InlineData("centre"), InlineData("th-bangkok"), InlineData("nowhere")]
    public void nothing_is_said_of_what_has_several_climates_or_is_not_known(string place) => Seasons.Of(place, "en").ShouldBeNull();

    [Fact]
    public void an_unknown_place_stops_the_start()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, """{"of":["atlantis"],"en":"wet","vi":"ướt"}""");

        Should.Throw<InvalidDataException>(() => Seasons.Load(path, Repository.Gazetteer)).Message.ShouldContain("atlantis");
    }
}
