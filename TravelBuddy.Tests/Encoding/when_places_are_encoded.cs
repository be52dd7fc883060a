using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Encoding;

public sealed class when_places_are_encoded
{
    [Theory]
    [InlineData("hoi-an")]
    [InlineData("da-nang")]
    [InlineData("ha-long")]
    [InlineData("phu-quoc")]
    [InlineData("da-lat")]
    public void a_tour_of_nothing_but_the_wished_place_scores_one(string id) => Similarity.OfPlace(id, id).ShouldBe(1, .03);

    [Fact]
    public void every_spot_of_the_gazetteer_finds_itself() =>
        Repository.Gazetteer.Places.Where(place => !LocationSimilarity.IsArea(place)).ShouldAllBe(place => Math.Abs(Similarity.OfPlace(place.Id, place.Id) - 1) < .05);

    [Fact]
    public void hoi_an_is_near_da_nang_but_is_not_da_nang()
    {
        Similarity.OfPlace("da-nang", "hoi-an").ShouldBeInRange(.35, .7);
        Similarity.OfPlace("hoi-an", "da-nang").ShouldBeInRange(.35, .7);
    }

    [Theory]
    [InlineData("hoi-an", "ha-noi")]
    [InlineData("sa-pa", "phu-quoc")]
    [InlineData("da-lat", "ha-long")]
    public void far_away_is_not_similar(string wished, string visited) => Similarity.OfPlace(wished, visited).ShouldBeInRange(-.12, .12);

    [Theory]
    [InlineData("can-tho")]
    [InlineData("ben-tre")]
    [InlineData("chau-doc")]
    public void a_region_holds_everything_inside(string inside) => Similarity.OfPlace("mekong-delta", inside).ShouldBe(1, .15);

    [Fact]
    public void a_region_does_not_hold_what_lies_outside() => Similarity.OfPlace("mekong-delta", "da-nang").ShouldBeLessThan(.15);

    [Fact]
    public void the_whole_country_holds_every_spot() =>
        Repository.Gazetteer.Places.Where(place => !LocationSimilarity.IsArea(place)).Average(place => Similarity.OfPlace("viet-nam", place.Id)).ShouldBe(1, .05);

    [Fact]
    public void a_tour_that_mostly_goes_elsewhere_scores_lower_than_one_centred_on_the_wish()
    {
        var centred = Similarity.OfPlace("hoi-an", "hoi-an");
        var shared = Similarity.OfPlace("hoi-an", "hoi-an", "hue");
        var passing = Similarity.OfPlace("hoi-an", "hoi-an", "hue", "ha-noi", "ha-long");
        centred.ShouldBeGreaterThan(shared + .2);
        shared.ShouldBeGreaterThan(passing + .1);
    }

    [Fact]
    public void of_several_wished_places_a_tour_of_one_scores_as_high_as_a_tour_of_all()
    {
        Similarity.OfPlaces(["hoi-an", "hue"], "hoi-an").ShouldBe(1, .08);
        Similarity.OfPlaces(["hoi-an", "hue"], "hoi-an", "hue").ShouldBe(1, .08);
        Similarity.OfPlaces(["hoi-an", "hue"], "ha-noi").ShouldBeLessThan(.12);
    }

    /// <summary>Only distances that differ plainly are compared: 127 numbers cannot hold a map of 800 places without rounding.</summary>
    [Fact]
    public void a_plainly_nearer_place_is_never_plainly_less_similar()
    {
        var spots = Repository.Gazetteer.Places.Where(place => !LocationSimilarity.IsArea(place) && place.Popularity >= .5).ToList();
        spots.Count.ShouldBeGreaterThan(50);
        foreach (var wished in spots)
        {
            var byDistance = spots.Select(visited => (Km: Gazetteer.DistanceKm(wished, visited), Similarity: Similarity.OfPlace(wished.Id, visited.Id), visited.Id)).OrderBy(entry => entry.Km).ToList();
            var wishedInside = byDistance.Where(entry => !Repository.Gazetteer.Contains(wished.Id, entry.Id)).ToList();
            foreach (var (nearer, farther) in wishedInside.SelectMany(a => wishedInside.Where(b => b.Km > 2 * a.Km + 30), (a, b) => (a, b)))
            {
                nearer.Similarity.ShouldBeGreaterThanOrEqualTo(farther.Similarity - .15, $"{wished.Id}: {nearer.Id} at {nearer.Km:F0} km against {farther.Id} at {farther.Km:F0} km");
            }
        }
    }

    [Fact]
    public void a_place_that_the_gazetteer_lacks_still_matches_its_own_name()
    {
        var package = Similarity.Package() with { Locations = [new NamedPlace("Xóm Lạ Lùng", null)] };
        double Wish(string text) => Similarity.Of(new Wishes { Places = [new PlaceWish(null, text)] }, package, Criterion.Locations);

        Wish("Xom La Lung").ShouldBe(1, .05);
        Wish("Xóm Lạ Lùng").ShouldBe(1, .05);
        Wish("Quarzazate").ShouldBeLessThan(.5);
    }

    [Fact]
    public void a_package_that_does_not_say_where_it_goes_gets_the_similarity_of_the_unknown() =>
        Similarity.Of(new Wishes { Places = [new PlaceWish("hue", null)] }, Similarity.Package("Special offer"), Criterion.Locations).ShouldBe(.3, .001);

    [Fact]
    public void the_town_a_tour_sets_off_from_counts_little()
    {
        var package = Similarity.Package("Sa Pa 2N1Đ", "ha-noi", "sa-pa") with { Start = new NamedPlace("Hà Nội", "ha-noi") };

        Similarity.Of(new Wishes { Places = [new PlaceWish("sa-pa", null)] }, package, Criterion.Locations).ShouldBeGreaterThan(.75);
    }

    [Fact]
    public void a_walk_that_stays_in_the_town_it_sets_off_from_is_all_about_that_town()
    {
        var package = Similarity.Package("A walk", "ha-noi", "hanoi-old-quarter") with { Start = new NamedPlace("Hà Nội", "ha-noi") };

        PackagePlaces.Of(package, Repository.Gazetteer).ShouldAllBe(visited => visited.Share == .5);
    }

    [Theory]
    [InlineData("Phố cổ", "Hà Nội")]
    [InlineData("pho co", "Ha Noi")]
    [InlineData("Old Quarter", "Hanoi")]
    public void a_name_that_many_towns_have_is_read_beside_the_towns_own(string quarter, string town)
    {
        var package = Similarity.Package("A walk") with { Locations = [new NamedPlace(town, null), new NamedPlace(quarter, null)] };

        PackagePlaces.Of(package, Repository.Gazetteer).Select(visited => visited.Place?.Id).ShouldBe(["ha-noi", "hanoi-old-quarter"], ignoreOrder: true);
    }
}
