using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Interests;

public sealed class when_wishes_are_put_into_labels
{
    private static readonly WishSummary Summary = new(Repository.Gazetteer, Repository.Lexicon);

    [Theory]
    [InlineData("en", "Hoi An")]
    [InlineData("vi", "Hội An")]
    public void a_place_that_no_map_has_stands_among_the_places_as_it_was_written_for_tours_are_looked_for_by_it(string language, string known)
    {
        var wishes = new Wishes { Places = [new PlaceWish("hoi-an", null), new PlaceWish(null, "Xóm Mới Tinh")] };

        Summary.PartsOf(wishes, language).ShouldBe([(WishOf.Places, known), (WishOf.Places, "Xóm Mới Tinh")]);
        Summary.ThingsOf(wishes, language).ShouldBe([known], "what a person wrote is for nobody else");
    }
}
