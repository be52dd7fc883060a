using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Pages.Accommodation;

namespace TravelBuddy.Tests.Pages.Accommodation;

public sealed class when_a_place_has_left_the_gazetteer
{
    [Theory]
    [InlineData("was-once"), InlineData("hue", "was-once")]
    public void the_houses_of_a_stored_search_there_are_still_shown(params string[] places)
    {
        var house = new Stay { Id = "a", Source = "test", Name = "Nhà An", Kind = StayKind.Hotel, PlaceId = "was-once", Latitude = 16, Longitude = 108, Checked = new(2026, 11, 3) };
        var ranked = new RankedStay("a", 1, new StayScores(1, null, null, 1, 1), "was-once", 1, null, [], [], 0);
        var search = new StaySearch { Id = Guid.NewGuid(), TravellerId = Guid.NewGuid(), At = DateTimeOffset.UtcNow, Wishes = new StayWishes { Places = places }, Found = [ranked] };
        var card = new StayCard(FoundStay.OfDirectory(house), ranked, search.Wishes, "en", new StayReadings(Repository.Gazetteer, Repository.Lexicon), Repository.Gazetteer, Repository.Lexicon, Repository.Rates);

        StayArea.Of(search, [card], "en", Repository.Gazetteer)[^1].ShouldSatisfyAllConditions(area => area.Cards.ShouldBe([card]), area => area.Places.ShouldBeEmpty());
    }
}
