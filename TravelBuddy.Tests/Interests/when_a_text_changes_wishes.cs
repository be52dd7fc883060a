using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Interests;

public sealed class when_a_text_changes_wishes
{
    private static readonly WishReader Reader = new(Encoding.Repository.Gazetteer, Encoding.Repository.Lexicon, Encoding.Repository.Roles);

    private static readonly Wishes Now = new() { Places = [new PlaceWish("da-nang", null, 2)], Food = new ConceptWishes(["seafood"], ["crab soup"]) };

    [Theory]
    [InlineData("Huế instead", "hue")]
    [InlineData("Huế", "hue")]
    [InlineData("cà phê ở Huế", "hue")]
    [InlineData("add Huế too", "da-nang hue")]
    [InlineData("thêm Huế nữa", "da-nang hue")]
    [InlineData("them Hue nua", "da-nang hue")]
    [InlineData("cả Huế", "da-nang hue")]
    [InlineData("Huế as well", "da-nang hue")]
    [InlineData("also Da Nang", "da-nang")]
    [InlineData("Huế instead of Da Nang", "hue")]
    [InlineData("Huế instead of Hoi An", "da-nang hue")]
    [InlineData("4 ngày", "da-nang")]
    [InlineData("thêm Huế, bỏ Đà Nẵng", "hue")]
    [InlineData("add Huế, not Da Nang", "hue")]
    [InlineData("Huế, too", "da-nang hue")]
    [InlineData("Huế nhé, nữa", "da-nang hue")]
    [InlineData("we would also like Huế, for 3 days", "da-nang hue")]
    [InlineData("Huế cũng được", "da-nang hue")]
    [InlineData("also 2 days in Huế", "da-nang hue")]
    [InlineData("how about Huế, also must be vegetarian", "hue")]
    [InlineData("how about Huế also must be vegetarian", "hue")]
    [InlineData("Huế, 4 days, vegetarian too", "hue")]
    [InlineData("còn Huế thì sao, cũng phải ăn chay nha", "hue")]
    [InlineData("con Hue thi sao, them hai san nua", "hue")]
    [InlineData("Huế, thêm hải sản nữa", "hue")]
    [InlineData("thêm Huế, ăn chay", "da-nang hue")]
    [InlineData("cả nhà đi Huế", "hue")]
    [InlineData("Huế, if it's not too far", "hue")]
    public void places_said_anew_replace_and_places_added_add(string text, string places) =>
        After(text).Places.Select(place => place.PlaceId).ShouldBe(places.Split(' '));

    [Fact]
    public void likes_add_up_and_what_is_not_wanted_any_more_goes()
    {
        After("vegetarian").Food.ShouldSatisfyAllConditions(food => food.Concepts.ShouldBe(["seafood", "vegetarian"]), food => food.Phrases.ShouldBe(["crab soup"]));
        var without = After("no seafood");
        without.Food.Concepts.ShouldBeEmpty();
        without.Exclusions.Concepts.ShouldBe(["seafood"]);
        var again = WishUpdate.Apply(without, Read("seafood"), "seafood");
        again.Food.Concepts.ShouldBe(["seafood"]);
        again.Exclusions.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("we don't need seafood any more")]
    [InlineData("không cần hải sản nữa")]
    [InlineData("khong can hai san nua")]
    public void what_is_not_needed_goes_and_is_not_unwanted(string text)
    {
        After(text).Food.Concepts.ShouldBeEmpty();
        After(text).Exclusions.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void an_answer_said_anew_replaces_and_the_others_stay()
    {
        var after = After("4 ngày, dưới 5 triệu");
        after.Durations.ShouldBe([new DurationWish(4, 4)]);
        after.Budget!.Max.ShouldBe(5_000_000);
        after.Food.Concepts.ShouldBe(Now.Food.Concepts);
        after.Food.Phrases.ShouldBe(Now.Food.Phrases);
    }

    [Fact]
    public void a_place_that_was_refused_is_allowed_again_when_it_is_named()
    {
        var without = After("thêm Huế, bỏ Đà Nẵng");
        without.Exclusions.Phrases.ShouldBe(["Đà Nẵng"]);

        WishUpdate.Apply(without, Read("thêm Đà Nẵng"), "thêm Đà Nẵng").Exclusions.IsEmpty.ShouldBeTrue();
    }

    private static Wishes After(string text) => WishUpdate.Apply(Now, Read(text), text);

    private static WishReading Read(string text) => Reader.Read(text, null, new DateOnly(2026, 3, 10));
}
