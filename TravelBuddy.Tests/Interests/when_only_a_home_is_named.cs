using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Interests;

/// <summary>Messages in which the one town named is where people live, and refusals whose words stand beside what is wished.</summary>
public class when_only_a_home_is_named
{
    private static readonly DateOnly Today = new(2026, 11, 28);
    private static readonly WishReader Reader = new(Repository.Gazetteer, Repository.Lexicon, Repository.Roles);

    [Theory]
    [InlineData("My wife and I are two tired teachers in Saigon looking for a quiet beach in March, 3-4 days", "ho-chi-minh-city")]
    [InlineData("Five of us in Hanoi want to climb a mountain, 2 or 3 days of trekking", "ha-noi")]
    [InlineData("Ba chị em em ở Hà Nội, chưa biết đi đâu, chỗ nào hoa đẹp là đi", "ha-noi")]
    [InlineData("ba chi em em o Ha Noi, chua biet di dau, cho nao hoa dep la di", "ha-noi")]
    public void it_is_where_they_set_off_and_not_where_they_want_to_go(string text, string home)
    {
        var wishes = Reader.Read(text, null, Today).Wishes;

        wishes.Places.ShouldBeEmpty();
        wishes.Start!.PlaceId.ShouldBe(home);
    }

    [Theory]
    [InlineData("We are looking for a city tour for 4 people in Hanoi, half a day", "ha-noi")]
    [InlineData("mình ở Hà Nội 2 ngày, muốn ăn uống", "ha-noi")]
    [InlineData("New Year's Eve in Saigon", "ho-chi-minh-city")]
    [InlineData("a cooking class for a family of four in Hoi An", "hoi-an")]
    public void a_stay_or_an_outing_there_is_a_wish(string text, string place) =>
        Reader.Read(text, null, Today).Wishes.Places.Select(wish => wish.PlaceId).ShouldBe([place]);

    [Fact]
    public void the_kind_of_boat_that_is_not_wanted_is_no_refusal_of_boats()
    {
        var wishes = Reader.Read("We look for a boat to sleep on, Lan Ha or Bai Tu Long. Please not the kind of boat that opens karaoke till midnight", null, Today).Wishes;

        wishes.Exclusions.Concepts.ShouldBe(["karaoke"]);
        wishes.Transportation.Concepts.ShouldContain("boat-transport");
    }

    [Fact]
    public void the_pronoun_that_is_written_like_no_refuses_nothing()
    {
        var wishes = Reader.Read("Bon no me tau hoa lam nen di tau nhe, 4n3d", null, Today).Wishes;

        wishes.Exclusions.IsEmpty.ShouldBeTrue();
        wishes.Transportation.Concepts.ShouldBe(["train"]);
    }

    [Fact]
    public void the_word_that_drops_a_place_only_does_so_at_the_end_of_its_clause()
    {
        Reader.Read("Vk thích Phú Quốc, thôi bên nào deal xịn hơn thì book bên đó", null, Today).Wishes.Places.Select(wish => wish.PlaceId).ShouldBe(["phu-quoc"]);
        Reader.Read("Phú Quốc, thôi. Đi Nam Du", null, Today).Wishes.Places.Select(wish => wish.PlaceId).ShouldBe(["nam-du"]);
    }
}
