using System.Globalization;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Accommodation;

/// <summary>Holidays are full everywhere, months by where a house is.</summary>
public sealed class when_houses_are_full
{
    private static readonly HighSeasons Seasons = new(Repository.Gazetteer);

    [Theory]
    [InlineData("ha-noi", "2027-02-04", "2027-02-08", HighSeason.Tet)]
    [InlineData("hoi-an", "2028-01-26", "2028-01-26", HighSeason.Tet)]
    [InlineData("da-lat", "2026-12-23", "2026-12-27", HighSeason.YearsEnd)]
    [InlineData("da-lat", "2027-01-01", "2027-01-03", HighSeason.YearsEnd)]
    [InlineData("ha-giang-city", "2027-04-30", "2027-05-03", HighSeason.AprilHolidays)]
    [InlineData("ha-noi", "2027-09-01", "2027-09-03", HighSeason.NationalDay)]
    [InlineData("nha-trang", "2027-07-10", "2027-07-14", HighSeason.Summer)]
    [InlineData("my-khe-beach", "2027-06-01", "2027-06-30", HighSeason.Summer)]
    [InlineData("co-to", "2027-06-10", "2027-06-13", HighSeason.Summer)]
    [InlineData("phan-thiet", "2027-07-10", "2027-07-14", HighSeason.Summer)]
    [InlineData("tuy-hoa", "2027-07-10", "2027-07-14", HighSeason.Summer)]
    [InlineData("song-cau", "2027-07-10", "2027-07-14", HighSeason.Summer)]
    [InlineData("ta-van", "2027-08-01", "2027-08-03", HighSeason.Summer)]
    [InlineData("phu-quoc", "2027-01-20", "2027-01-24", HighSeason.DrySeason)]
    [InlineData("sao-beach", "2026-12-15", "2026-12-20", HighSeason.DrySeason)]
    [InlineData("mu-cang-chai", "2027-09-15", "2027-09-18", HighSeason.RipeRice)]
    public void every_place_has_its_seasons(string place, string from, string to, HighSeason season) => Told(Then(place, from, to)).ShouldBe((season, true));

    [Theory]
    [InlineData("phu-quoc", "2027-07-10", "2027-07-14", "it rains there in summer"), InlineData("ha-noi", "2027-07-10", "2027-07-14", "nobody goes there from the heat"), InlineData("hoi-an", "2027-03-10", "2027-03-14", "nothing is on"), InlineData("hoi-an", "2027-05-04", "2027-05-07", "the holidays are over")]
    public void otherwise_none_is(string place, string from, string to, string why) => Then(place, from, to).ShouldBeNull(why);

    [Theory]
    [InlineData("2026-12-01", "2026-12-31", HighSeason.YearsEnd), InlineData("2027-04-27", "2027-05-01", HighSeason.AprilHolidays)]
    public void of_some_days_it_is_said_that_they_are(string from, string to, HighSeason season) => Told(Then("ha-noi", from, to)).ShouldBe((season, false));

    [Theory]
    [InlineData("2027-04-29", "2027-04-29"), InlineData("2027-04-29", null)]
    public void behind_a_day_of_arrival_every_night_is_looked_at(string from, string? to) =>
        Seasons.Of(Repository.Place("hue"), new DatesWish(Day(from), to is null ? null : Day(to)), 3).ShouldBe(new SeasonThen(HighSeason.AprilHolidays, IsHigh: true, HighNights: 2, Nights: 3));

    [Fact]
    public void an_open_end_tells_none()
    {
        Seasons.Of(Repository.Place("ha-noi"), new DatesWish(new(2027, 2, 6), null), null).ShouldBeNull();
        Seasons.Of(Repository.Place("ha-noi"), new DatesWish(new(2027, 1, 1), new(2029, 12, 31)), null).ShouldBeNull();
        Seasons.Of(Repository.Place("ha-noi"), null, 3).ShouldBeNull();
    }

    [Theory]
    [InlineData("en"), InlineData("vi")]
    public void each_has_a_name(string language) => Enum.GetValues<HighSeason>().Select(season => season.Label(language)).ShouldBeUnique();

    [Fact]
    public void days_that_are_over_are_none_to_search_for()
    {
        var today = new DateOnly(2026, 11, 29);

        After(today.AddDays(-9), today.AddDays(-5)).ShouldBeNull();
        After(today.AddDays(-9), null).ShouldBeNull();
        After(null, today.AddDays(-1)).ShouldBeNull();
        After(today.AddDays(-2), today.AddDays(3)).ShouldBe(new DatesWish(today, today.AddDays(3)));
        After(today, today.AddDays(3)).ShouldBe(new DatesWish(today, today.AddDays(3)));
        After(today.AddDays(1), null).ShouldBe(new DatesWish(today.AddDays(1), null));

        DatesWish? After(DateOnly? from, DateOnly? to) => new StayWishes { Dates = new DatesWish(from, to) }.Ahead(today).Dates;
    }

    private static SeasonThen? Then(string place, string from, string to) => Seasons.Of(Repository.Place(place), new DatesWish(Day(from), Day(to)), null);

    private static (HighSeason Season, bool IsHigh)? Told(SeasonThen? then) => then is null ? null : (then.Season, then.IsHigh);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
