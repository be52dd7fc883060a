using System.Text.Json;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Recommendations.Api;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_preferences_are_parsed
{
    private static readonly PreferencesReader Reader = new(Repository.Gazetteer, Repository.Lexicon, Repository.Rates, new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles));

    private static (Wishes Wishes, MemberErrors Errors) Read(string json)
    {
        var errors = new MemberErrors();
        using var document = JsonDocument.Parse(json);
        return (Reader.Read(PreferencesParser.Parse(document.RootElement, errors), new DateOnly(2026, 6, 1), errors), errors);
    }

    [Fact]
    public void names_are_resolved_with_and_without_diacritics()
    {
        var (wishes, errors) = Read("""{"locations":["Hội An",{"name":"da nang","priority":2}],"activities":["snorkeling"],"durations":[3,"2N1Đ"],"budget":{"max":400,"currency":"usd","firm":true}}""");

        errors.Any.ShouldBeFalse(errors.ToString());
        wishes.Places.Select(place => place.PlaceId).ShouldBe(["hoi-an", "da-nang"]);
        wishes.Places[1].Priority.ShouldBe(2);
        wishes.Activities.Concepts.ShouldBe(["snorkelling"]);
        wishes.Durations.ShouldBe([new(3, 3), new(2, 2)]);
        wishes.Budget.ShouldBe(new BudgetWish(null, 400, "USD", true));
    }

    [Fact]
    public void one_text_may_hold_several_lengths() => Read("""{"durations":["3N2Đ hoặc 1 tuần"]}""").Wishes.Durations.ShouldBe([new(3, 3), new(7, 7)]);

    [Theory]
    [InlineData("""{"budget":{"max":-1}}""", "budget.max")]
    [InlineData("""{"budget":{"max":5,"currency":"XXX"}}""", "budget.currency")]
    [InlineData("""{"budget":{"min":5,"max":4}}""", "budget.min")]
    [InlineData("""{"budget":"lots"}""", "budget")]
    [InlineData("""{"durations":["soon"]}""", "durations[0]")]
    [InlineData("""{"durations":[-2]}""", "durations[0]")]
    [InlineData("""{"durations":[400]}""", "durations[0]")]
    [InlineData("""{"dates":{"from":"2026-05-09","to":"2026-05-01"}}""", "dates.from")]
    [InlineData("""{"dates":{"from":"31/31/2026"}}""", "dates.from")]
    [InlineData("""{"party":{"children":-1}}""", "party.children")]
    [InlineData("""{"locations":[7]}""", "locations[0]")]
    [InlineData("""{"locations":[{"priority":1}]}""", "locations[0].name")]
    [InlineData("""{"food":[{}]}""", "food[0]")]
    [InlineData("""{"weights":{"food":-1}}""", "weights.food")]
    [InlineData("""{"weights":{"locations":0,"duration":0,"budget":0,"transportation":0,"food":0,"activities":0,"accommodation":0}}""", "weights")]
    [InlineData("""{"language":5}""", "language")]
    [InlineData("[]", "$")]
    public void what_is_wrong_is_named(string json, string member) => Read(json).Errors.ToDictionary().Keys.ShouldContain(member);

    [Theory]
    [InlineData("rusty boats", "", "rusty boats")]
    [InlineData("chợ nhếch nhác", "", "chợ nhếch nhác")]
    [InlineData("the trekking", "trekking", "")]
    [InlineData("trekking or homestay", "trekking homestay", "")]
    [InlineData("ngủ homestay, xe máy", "homestay motorbike", "")]
    [InlineData("crowded beaches, big group tours, noisy hotel", "group-tour", "crowded beaches noisy hotel")]
    [InlineData("rusty boats; karaoke", "karaoke", "rusty boats")]
    public void what_is_refused_is_refused_no_further_than_it_was_said(string refused, string concepts, string phrase)
    {
        var exclusions = Read($$"""{"exclusions":["{{refused}}"]}""").Wishes.Exclusions;

        string.Join(' ', exclusions.Concepts).ShouldBe(concepts);
        string.Join(' ', exclusions.Phrases).ShouldBe(phrase);
    }

    [Fact]
    public void notes_of_ten_thousand_characters_are_read_and_more_are_refused()
    {
        Read($$"""{"notes":"{{new string('a', 10_000)}}"}""").Errors.Any.ShouldBeFalse();
        Read($$"""{"notes":"{{new string('a', 10_001)}}"}""").Errors.ToDictionary().Keys.ShouldBe(["notes"]);
    }

    [Fact]
    public void what_is_filled_in_wins_over_the_free_text()
    {
        var (wishes, _) = Read("""{"locations":["Huế"],"free_text":"3 days in Da Nang"}""");

        wishes.Places.Select(place => place.PlaceId).ShouldBe(["hue"]);
        wishes.Durations.ShouldBe([new(3, 3)]);
    }
}
