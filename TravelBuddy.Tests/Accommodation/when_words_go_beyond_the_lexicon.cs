using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Tests.Accommodation;

/// <summary>Whatever no concept stands for is compared with what houses say of themselves.</summary>
public sealed class when_words_go_beyond_the_lexicon(AppFixture app)
{
    private const string Alike = "sample~da-lat-monthly-mist-studios", Said = "a laundry and a shared table";

    private static readonly DateOnly Today = new(2026, 11, 29);
    private static readonly StayRanker Ranker = new(new StayReadings(Repository.Gazetteer, Repository.Lexicon), Repository.Gazetteer, Repository.Lexicon, Repository.Rates);
    private static readonly StayWishReader Reader = new(new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles), Repository.Gazetteer, Repository.Lexicon);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "Hotel in Da Lat, somewhere to rinse the wetsuits", "Behind the yard is a tap to rinse wetsuits.")]
    [InlineData("vi", "Khách sạn ở Đà Lạt, chỗ vá săm thủng", "Sân sau rộng, đủ chỗ vá săm thủng.")]
    [InlineData("vi", "khach san o Da Lat, cho va sam thung", "Sân sau rộng, đủ chỗ vá săm thủng.")]
    public void a_house_that_says_so_comes_before_one_that_is_otherwise_near_it(string language, string text, string words)
    {
        Stay[] stays = [House("a"), House("b", language == "vi" ? null : words, language == "vi" ? words : null), .. Neighbours(language)];

        var ranked = Ranked(Reader.Read(text, new StayWishes { Language = language }, Today), stays);

        ranked[0].StayId.ShouldBe("b");
        ranked[0].Scores.Words.ShouldBeGreaterThan(0);
        ranked[0].Scores.Words.ShouldBe(ranked.Max(stay => stay.Scores.Words));
    }

    [Fact]
    public void what_denies_it_does_not_say_it() =>
        (Ranked(Asking("tap to rinse wetsuits"), [House("b", "There is no tap to rinse wetsuits."), .. Neighbours("en")])).Single(stay => stay.StayId == "b").Scores.Words.ShouldBe(0);

    [Fact]
    public void words_that_nobody_says_change_nothing()
    {
        Stay[] stays = [House("a"), .. Neighbours("en")];

        (Ranked(Asking("zither kaleidoscope quux"), stays)).Select(stay => stay.Score).ShouldBe(Ranker.Rank(stays, Asking(), Today).Select(stay => stay.Score));
    }

    [Fact]
    public void what_must_be_and_what_is_refused_comes_before_all_words()
    {
        Stay[] stays = [House("untold"), House("with") with { Things = ["lift"], Rating = 6 }, House("loud") with { Things = ["party-hostel", "lift"] }];
        var wishes = Asking() with { Essentials = ["lift"], Exclusions = ["party-hostel"], Said = new Dictionary<string, double> { ["untold"] = 1, ["loud"] = 1 } };

        Ranker.Rank(stays, wishes, Today).Select(stay => stay.Score).ShouldBe(Ranker.Rank(stays, wishes with { Said = new Dictionary<string, double>() }, Today).Select(stay => stay.Score));
    }

    [Theory]
    [InlineData("My name is Zorblax Quandry. Hotel in Hue, somewhere to rinse the wetsuits", "rinse the wetsuits")]
    [InlineData("Hotel in Hue under 50 US dollars, for 14 boys, somebody at the desk around midnight", "desk around midnight")]
    public void they_hold_nothing_of_a_person_and_no_measure(string text, string words)
    {
        var read = Reader.Read(text, new StayWishes(), Today);

        read.Words.ShouldBe([words]);
        JsonSerializer.Serialize(read).ShouldNotContain(words.Split(' ')[^1], Case.Insensitive, "words are kept nowhere");
    }

    [Fact]
    public async Task the_same_wishes_in_other_words_are_another_search_and_what_was_said_before_still_counts()
    {
        var searches = app.Services.GetRequiredService<IStaySearches>();
        var traveller = Guid.CreateVersion7();

        var plain = await searches.SearchAsync(traveller, null, new StayWishes { Places = ["da-lat"] }, Ct);
        var worded = await searches.SearchAsync(traveller, null, plain.Wishes with { Words = [Said] }, Ct);
        var twice = await searches.SearchAsync(traveller, null, plain.Wishes with { Words = [Said] }, Ct);
        var later = await searches.SearchAsync(traveller, null, Reader.Read("with breakfast", worded.Wishes, Today), Ct);

        worded.Id.ShouldNotBe(plain.Id);
        worded.Wishes.Said.Count.ShouldBeGreaterThan(1, "houses that say so are stored in another order than they are found in");
        twice.Id.ShouldBe(worded.Id);
        later.Found.Single(stay => stay.StayId == Alike).Scores.Words.ShouldBeGreaterThan(0);
    }

    private static IReadOnlyList<RankedStay> Ranked(StayWishes wishes, IReadOnlyList<Stay> stays) =>
        Ranker.Rank(stays, wishes with { Said = new StayWords(new PassageVectors(Repository.Lexicon, null, TimeProvider.System)).Said(wishes, stays) }, Today);

    private static StayWishes Asking(params string[] words) => new() { Places = ["da-lat"], Words = words };

    /// <summary>What the houses around say, from the sample directory.</summary>
    private static IEnumerable<Stay> Neighbours(string language) =>
        StayFiles.Stays.Where(stay => stay.PlaceId == "da-lat").Take(12).Select((stay, i) => House($"neighbour-{i}", language == "vi" ? null : stay.En, language == "vi" ? stay.Vi : null) with { Rating = 7 });

    private static Stay House(string id, string? en = null, string? vi = null)
    {
        var place = Repository.Place("da-lat");
        return new Stay { Id = id, Source = "test", Name = id, Kind = StayKind.Hotel, PlaceId = place.Id, Latitude = place.Lat, Longitude = place.Lon, Rating = 8, Ratings = 50, En = en, Vi = vi, Checked = Today.AddDays(-30) };
    }
}
