using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Tests.Accommodation.Search;

public sealed class when_an_area_has_no_house_of_its_own
{
    private static readonly Place Hue = Repository.Place("hue"), DaLat = Repository.Place("da-lat");

    [Fact]
    public void with_houses_everywhere_none_is_bare() => Of([In(Hue), In(DaLat)], In(Hue), In(DaLat)).ShouldBeEmpty();

    [Fact]
    public void houses_that_fit_not_are_known() => Of([In(Hue)], In(Hue), In(DaLat)).ShouldBe([new BareArea("da-lat", IsKnown: true)]);

    [Fact]
    public void a_house_near_two_places_of_one_area_is_known_once()
    {
        var (hoiAn, daNang) = (Repository.Place("hoi-an"), Repository.Place("da-nang"));
        var between = In(hoiAn) with { Latitude = (hoiAn.Lat + daNang.Lat) / 2, Longitude = (hoiAn.Lon + daNang.Lon) / 2 };

        BareArea.Of([hoiAn, daNang], [], new Dictionary<string, Stay> { [between.Id] = between }).ShouldBe([new BareArea("hoi-an", IsKnown: true)]);
    }

    [Fact]
    public void where_no_house_is_known_so_is_none() => Of([In(Hue)], In(Hue)).ShouldBe([new BareArea("da-lat", IsKnown: false)]);

    [Fact]
    public void those_shown_under_another_place_are_named_with_it_and_how_far_the_nearest_is()
    {
        var between = In(DaLat) with { Latitude = DaLat.Lat + .1 };

        var bare = BareArea.Of([Hue, DaLat], [Shown(between, Hue)], new Dictionary<string, Stay> { [between.Id] = between }).ShouldHaveSingleItem();

        (bare.PlaceId, bare.IsKnown, bare.UnderPlaceId).ShouldBe(("da-lat", true, "hue"));
        bare.Km.ShouldBe(11.1, .1);
    }

    private static IReadOnlyList<BareArea> Of(Stay[] shown, params Stay[] all) =>
        BareArea.Of([Hue, DaLat], [.. shown.Select(stay => Shown(stay, Repository.Place(stay.PlaceId)))], all.ToDictionary(stay => stay.Id));

    private static RankedStay Shown(Stay stay, Place near) => new(stay.Id, 1, new StayScores(1, null, null, 1, 1), near.Id, 1, null, [], [], 0);

    private static Stay In(Place place) => new()
    {
        Id = place.Id,
        Source = "test",
        Name = place.Name,
        Kind = StayKind.Hotel,
        PlaceId = place.Id,
        Latitude = place.Lat,
        Longitude = place.Lon,
        Checked = new(2026, 11, 3),
    };
}
