using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Recommendations.Api;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>Forms that hold what a person means rather than what a field is for.</summary>
public class when_preferences_are_loosely_filled_in
{
    private static readonly DateOnly Today = new(2026, 11, 28);
    private static readonly WishReader Texts = new(Repository.Gazetteer, Repository.Lexicon, Repository.Roles);

    private static (Wishes Wishes, MemberErrors Told) Read(string json)
    {
        var told = new MemberErrors();
        var preferences = PreferencesParser.Parse(System.Text.Json.JsonDocument.Parse(json).RootElement, told);
        return (new PreferencesReader(Repository.Gazetteer, Repository.Lexicon, Repository.Rates, Texts).Read(preferences, Today, told), told);
    }

    [Theory]
    [InlineData("a quiet beach", "quiet-beach")]
    [InlineData("biển vắng", "quiet-beach")]
    [InlineData("any national park", "national-park")]
    public void a_kind_of_place_among_the_places_is_something_to_do_there(string kind, string concept)
    {
        var (wishes, told) = Read($$"""{"locations":["{{kind}}"]}""");

        wishes.Places.ShouldBeEmpty();
        wishes.Activities.Concepts.ShouldBe([concept]);
        told.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void so_it_is_where_the_place_has_a_priority() =>
        Read("""{"locations":[{"name":"a quiet beach","priority":2},"Huế"]}""").Wishes.Places.Single().PlaceId.ShouldBe("hue");

    [Theory]
    [InlineData("Qwertzlang pottery village")]
    [InlineData("Beach Garden Xyz")]
    public void a_name_that_nobody_knows_stays_a_place_though_it_holds_such_a_word(string name) =>
        Read($$"""{"locations":["{{name}}"]}""").Wishes.Places.Single().Text.ShouldBe(name);

    [Theory]
    [InlineData("Hanoi or Ho Chi Minh City")]
    [InlineData("Hà Nội hoặc TP.HCM")]
    [InlineData("Ha Noi / Sai Gon")]
    public void whoever_can_set_off_from_either_town_minds_neither(string start) =>
        Read($$"""{"start_location":"{{start}}","locations":["Huế"]}""").Wishes.Start.ShouldBeNull();

    [Theory]
    [InlineData("Two or three days in any national park, it can be out of Hanoi or out of Saigon, birdwatching")]
    [InlineData("Muốn đi vườn quốc gia nào cũng được, từ Hà Nội hay từ Sài Gòn đều tiện, 2-3 ngày")]
    [InlineData("muon di vuon quoc gia nao cung duoc, tu Ha Noi hay tu Sai Gon deu tien, 2-3 ngay")]
    public void neither_does_who_says_so_in_a_text(string text)
    {
        var wishes = Texts.Read(text, null, Today).Wishes;

        wishes.Start.ShouldBeNull();
        wishes.Places.ShouldBeEmpty();
    }

    [Fact]
    public void who_will_not_ride_elephants_may_still_see_them()
    {
        var (wishes, _) = Read("""{"activities":["elephants"],"exclusions":["riding elephants","cưỡi voi"]}""");

        wishes.Activities.Concepts.ShouldBe(["elephant-experience"]);
        wishes.Exclusions.Concepts.ShouldBe(["elephant-riding"]);
    }
}
