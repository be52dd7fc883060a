using System.Text.Json;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Tests.Recommendations;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Catalog;

public sealed class when_places_lie_abroad
{
    private static readonly Gazetteer Gazetteer = Repository.Gazetteer;
    private static readonly Place[] Abroad = [.. File.ReadLines(Repository.DataFile(Path.Combine("restored", "world-cities.jsonl")))
        .Select(line => JsonSerializer.Deserialize<Place>(line, new JsonSerializerOptions(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower })!)];

    private static Wishes Read(string text) => new WishReader(Gazetteer, Repository.Lexicon, Repository.Roles).Read(text, null, new DateOnly(2026, 3, 10)).Wishes;

    [Fact]
    public void the_larger_cities_of_every_country_are_known_and_stand_on_the_globe()
    {
        Abroad.Count(place => place.Kind == "city").ShouldBeGreaterThan(4_000);
        Abroad.Count(place => place.Kind == "country").ShouldBeGreaterThan(200);
        Abroad.ShouldAllBe(place => Math.Abs(place.Lat) <= 90 && Math.Abs(place.Lon) <= 180 && place.Popularity >= 0 && place.Popularity <= 1);
        Abroad.Where(place => place.Kind == "city").ShouldAllBe(place => place.Parents.All(country => Gazetteer.Find(country)!.Kind == "country"));
        Abroad.Select(place => place.Id).ShouldBeUnique();
        Abroad.ShouldAllBe(place => Gazetteer.IsAbroad(place));
    }

    [Theory]
    [InlineData("Bangkok", "th-bangkok")]
    [InlineData("Băng Cốc", "th-bangkok")]
    [InlineData("bang coc", "th-bangkok")]
    [InlineData("Singapore", "country-sg")]
    [InlineData("Luang Prabang", "la-luang-prabang")]
    [InlineData("Nhật Bản", "country-jp")]
    [InlineData("nhat ban", "country-jp")]
    [InlineData("New York", "us-new-york-city")]
    [InlineData("Seoul", "kr-seoul")]
    public void they_are_found_by_their_names_in_both_languages(string name, string id)
    {
        var place = Gazetteer.Resolve(name).ShouldNotBeNull();
        (place.Id == id || id == "country-sg" && place.NameEn == "Singapore").ShouldBeTrue(place.Id);
        Gazetteer.IsAbroad(place).ShouldBeTrue();
    }

    [Fact]
    public void a_name_that_viet_nam_has_too_means_the_one_in_viet_nam() =>
        Repository.Gazetteer.Places.ShouldAllBe(place => !Gazetteer.IsAbroad(Gazetteer.Resolve(place.Name)!));

    [Theory]
    [InlineData("flying from sydney to Hanoi, 5 days in Ha Long", "au-sydney")]
    [InlineData("bay từ Seoul, 4 ngày ở Đà Nẵng", "kr-seoul")]
    [InlineData("4 days Phu Quoc, coming from germany", "country-de")]
    [InlineData("We live in Melbourne and want a week on Phú Quốc", "au-melbourne")]
    public void travellers_set_off_from_there(string text, string start)
    {
        Read(text).Start.ShouldBe(new PlaceWish(start, null));
        Read(text).Places.ShouldAllBe(place => place.PlaceId != null && !Gazetteer.IsAbroad(Gazetteer.Find(place.PlaceId)!));
    }

    [Theory]
    [InlineData("a nice hotel in Hoi An, reading by the pool")]
    [InlineData("our mobile phones, an orange bath, from time to time")]
    [InlineData("món Hàn Quốc ở Đà Nẵng")]
    public void their_names_are_other_words_anywhere_else(string text)
    {
        Read(text).Start.ShouldBeNull();
        Read(text).Places.ShouldAllBe(place => place.PlaceId != null && !Gazetteer.IsAbroad(Gazetteer.Find(place.PlaceId)!));
    }

    [Fact]
    public void setting_off_abroad_speaks_against_no_tour()
    {
        var wishes = new Wishes { Start = new PlaceWish("au-sydney", null), Places = [new PlaceWish("ha-long", null)] };
        Samples.Assess(wishes, Samples.Facts("a", "p", 2, "ha-long") with { Start = Repository.Place("ha-noi") }).StartKm.ShouldBeNull();
    }

    [Theory]
    [InlineData("th-bangkok", "th-bangkok", true)]
    [InlineData("country-th", "th-bangkok", true)]
    [InlineData("th-bangkok", "kh-siem-reap", false)]
    [InlineData("th-bangkok", "ha-noi", false)]
    public void a_tour_there_answers_the_wish_for_it_or_its_country(string wished, string visited, bool answers) =>
        (Samples.Assess(new Wishes { Places = [new PlaceWish(wished, null)] }, Samples.Facts("a", "p", 5, visited)).PlacesHit.Count > 0).ShouldBe(answers);

    [Fact]
    public void tours_there_are_nearer_to_the_wish_than_tours_of_viet_nam()
    {
        double Of(string visited) => Similarity.Of(new Wishes { Places = [new PlaceWish("th-bangkok", null)] }, Similarity.Package(Gazetteer.Find(visited)!.NameEn, visited), Criterion.Locations);

        Of("th-bangkok").ShouldBeGreaterThan(.9);
        Repository.Packages.Where(package => package.Locations.Count > 0)
            .Max(package => Similarity.Of(new Wishes { Places = [new PlaceWish("th-bangkok", null)] }, package, Criterion.Locations)).ShouldBeLessThan(Of("th-bangkok"));
    }

    [Fact]
    public void suggestions_name_viet_nam_first()
    {
        Gazetteer.Suggest("ha", 8).ShouldAllBe(place => !Gazetteer.IsAbroad(place));
        Gazetteer.Suggest("sydn", 8).Select(place => place.Id).ShouldContain("au-sydney");
    }
}
