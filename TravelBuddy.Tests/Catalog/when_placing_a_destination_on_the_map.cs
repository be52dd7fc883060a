namespace TravelBuddy.Tests.Catalog;

public sealed class when_placing_a_destination_on_the_map
{
    [Fact]
    public void every_parent_and_successor_exists()
    {
        var missing = from place in PlacesFile.All
                      from above in place.Parents.Append(place.Successor).OfType<string>()
                      where !PlacesFile.ById.ContainsKey(above)
                      select $"{place.Id} -> {above}";

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void no_place_lies_in_itself() =>
        PlacesFile.All.Where(place => PlacesFile.AncestorsOf(place.Id).Contains(place.Id)).Select(place => place.Id).ShouldBeEmpty();

    [Fact]
    public void everything_lies_in_viet_nam_in_the_end() =>
        PlacesFile.All.Where(place => place.Id != "viet-nam" && !PlacesFile.AncestorsOf(place.Id).Contains("viet-nam")).Select(place => place.Id).ShouldBeEmpty();

    [Fact]
    public void everything_smaller_than_a_region_lies_in_the_north_the_centre_or_the_south()
    {
        string[] thirds = ["north", "centre", "south"];
        var lost = PlacesFile.All
            .Where(place => place.Kind is not ("country" or "region" or "province" or "route"))
            .Where(place => !PlacesFile.AncestorsOf(place.Id).Overlaps(thirds))
            .Select(place => place.Id);

        lost.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sa-pa", "lao-cai,lao-cai-province,northwest,north,viet-nam", "northeast,centre")]
    [InlineData("hoi-an", "quang-nam,da-nang-province,south-central-coast,centre", "da-nang,da-nang-municipality")]
    [InlineData("quy-nhon", "binh-dinh,gia-lai-province,south-central-coast", "gia-lai,central-highlands")]
    [InlineData("mui-ne", "binh-thuan,lam-dong-province,south-central-coast", "lam-dong,central-highlands,da-lat")]
    [InlineData("tuy-hoa", "phu-yen,dak-lak-province,south-central-coast", "dak-lak,central-highlands")]
    [InlineData("phu-quoc", "kien-giang,an-giang-province,south", "an-giang")]
    [InlineData("vung-tau", "ba-ria-vung-tau,ho-chi-minh-city-province,southeast", "ho-chi-minh-city")]
    [InlineData("con-dao", "ba-ria-vung-tau,ho-chi-minh-city-province,south", "ho-chi-minh-city,vung-tau")]
    [InlineData("phong-nha", "quang-binh,quang-tri-province,north-central-coast", "quang-tri")]
    [InlineData("dong-van", "ha-giang,tuyen-quang-province,northeast", "tuyen-quang,northwest")]
    [InlineData("mai-chau", "hoa-binh,phu-tho-province,northwest", "phu-tho")]
    [InlineData("trang-an", "ninh-binh,ninh-binh-province,red-river-delta", "ninh-binh-city")]
    [InlineData("ba-na", "da-nang,da-nang-province,centre", "quang-nam,hoi-an")]
    [InlineData("cat-ba", "hai-phong-municipality,hai-phong-province,north", "ha-long,hai-phong")]
    [InlineData("da-lat", "lam-dong,central-highlands", "south")]
    [InlineData("pu-luong", "thanh-hoa,north", "mai-chau")]
    public void it_lies_where_travellers_look_for_it_and_not_where_the_merger_put_a_namesake(string id, string inside, string outside)
    {
        var ancestors = PlacesFile.AncestorsOf(id);

        inside.Split(',').Where(place => !ancestors.Contains(place)).ShouldBeEmpty();
        outside.Split(',').Where(place => !PlacesFile.ById.ContainsKey(place)).ShouldBeEmpty("a misspelt id would prove nothing");
        outside.Split(',').Where(ancestors.Contains).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("da-nang", "hoi-an", 23)]
    [InlineData("da-nang", "ba-na", 26)]
    [InlineData("da-nang", "hue", 81)]
    [InlineData("ha-noi", "ninh-binh", 87)]
    [InlineData("ha-noi", "ha-long", 128)]
    [InlineData("ha-noi", "sa-pa", 254)]
    [InlineData("ha-noi", "ha-giang", 218)]
    [InlineData("ha-giang", "dong-van", 64)]
    [InlineData("ho-chi-minh-city", "cu-chi", 48)]
    [InlineData("ho-chi-minh-city", "my-tho", 60)]
    [InlineData("ho-chi-minh-city", "vung-tau", 63)]
    [InlineData("ho-chi-minh-city", "can-tho", 131)]
    [InlineData("ho-chi-minh-city", "mui-ne", 173)]
    [InlineData("ho-chi-minh-city", "da-lat", 229)]
    [InlineData("da-lat", "nha-trang", 88)]
    [InlineData("quy-nhon", "phu-yen", 76)]
    [InlineData("mai-chau", "moc-chau", 50)]
    [InlineData("hue", "phong-nha", 188)]
    public void known_straight_line_distances_hold_within_a_tenth(string from, string to, double kilometres) =>
        PlacesFile.Kilometres(PlacesFile.ById[from], PlacesFile.ById[to]).ShouldBe(kilometres, kilometres / 10);

    [Fact]
    public void a_sight_is_near_its_destination()
    {
        string[] wide = ["country", "region", "province", "old_province", "route", "river"];
        var far = from place in PlacesFile.All
                  from parent in place.Parents.Select(id => PlacesFile.ById[id])
                  where !wide.Contains(parent.Kind)
                  let kilometres = PlacesFile.Kilometres(place, parent)
                  where kilometres > 55
                  select $"{place.Id} is {kilometres:0} km from {parent.Id}";

        far.ShouldBeEmpty();
    }
}
