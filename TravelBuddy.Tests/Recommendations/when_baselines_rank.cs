using System.Text.Json;
using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations.Api;
using TravelBuddy.Web.Recommendations.Evaluation;

namespace TravelBuddy.Tests.Recommendations;

public class when_baselines_rank
{
    private static readonly ExchangeRates Rates = ExchangeRates.Load(Repository.DataFile("exchange-rates.json"));
    private static readonly Lexicon Lexicon = Lexicon.Load(Repository.DataFile("lexicon.jsonl"));
    private static readonly WishReader Reader = new(Gazetteer.Load(Repository.DataFile("places.jsonl")), Lexicon, Repository.Roles);
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Fact]
    public void bm25_is_what_is_worked_out_by_hand()
    {
        var index = new Bm25();
        index.Add(["hoi", "an", "beach"]);
        index.Add(["hoi", "an", "an", "old", "town"]);
        index.Add(["sapa"]);

        // Mean length 3. idf of "an" (two of three) ln(1 + 1.5/2.5) = .470004, of "beach" ln(1 + 2.5/1.5) = .980829.
        // First: both once at the mean length, each over 1.2 + 1. Second: "an" twice at length 5, 2 / (1.2 · (.25 + .75 · 5/3) + 2) = 2/3.8.
        var scores = index.Scores(["an", "beach", "unheard"]);

        scores[0].ShouldBe((.470004 + .980829) / 2.2, 1e-6);
        scores[1].ShouldBe(.470004 * 2 / 3.8, 1e-6);
        scores[2].ShouldBe(0);
        index.Scores(["an", "an"])[1].ShouldBe(2 * .470004 * 2 / 3.8, 1e-6);
        new Bm25().Scores(["an"]).ShouldBeEmpty();
    }

    [Fact]
    public void cosines_of_bags_are_what_is_worked_out_by_hand()
    {
        var bags = new BagOfWords();
        bags.Add(["beach", "beach", "seafood"]);
        bags.Add(["seafood"]);
        bags.Add(["trek"]);
        bags.Add([]);

        // ln(1 + 4/1) = 1.609438 for "beach", ln(1 + 4/2) = 1.098612 for "seafood"; "beach" twice counts 1 + ln 2 = 1.693147.
        // The first bag is (2.725015, 1.098612) of length 2.938138.
        bags.Cosines(["seafood", "unheard"]).ShouldBe([1.098612 / 2.938138, 1, 0, 0], 1e-6);
        // The query (1.609438, 1.098612) has length 1.948651.
        bags.Cosines(["beach", "seafood"])[0].ShouldBe((2.725015 * 1.609438 + 1.098612 * 1.098612) / (2.938138 * 1.948651), 1e-6);
        bags.Cosines([]).ShouldBe([0, 0, 0, 0]);
    }

    [Fact]
    public void a_budget_has_the_word_of_every_price_within_it_and_a_length_of_every_length()
    {
        Words.OfBudget(null, 8_000_000).ShouldContain(Words.OfPrice(8_000_000).Single());
        Words.OfBudget(null, 8_000_000).ShouldContain(Words.OfPrice(100_000).Single());
        Words.OfBudget(null, 8_000_000).ShouldNotContain(Words.OfPrice(8_000_001).Single());
        Words.OfBudget(6_500_000, null).ShouldNotContain(Words.OfPrice(3_000_000).Single());
        Words.OfBudget(6_500_000, null).ShouldContain(Words.OfPrice(900_000_000).Single());
        Words.OfPrice(null).ShouldBeEmpty();
        Words.OfDays(2, 3).ShouldBe(["2d", "2.5d", "3d"]);
        Words.OfDays(1.5).ShouldBe(["1.5d"]);
        Words.OfDays(200, 365).Count().ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void a_free_text_is_cut_up_as_our_reader_reads_it_in_the_travellers_own_words()
    {
        var words = WordsOf("""{"free_text":"3 days in Saigon by train, must be halal, snorkelling, no trekking, under 8 million VND"}""");

        words[(int)Criterion.Locations].ShouldBe(["saigon"]);
        words[(int)Criterion.Duration].ShouldBe(["3d"]);
        words[(int)Criterion.Budget].ShouldBe(Words.OfBudget(null, 8_000_000));
        words[(int)Criterion.Transportation].ShouldContain("train");
        words[(int)Criterion.Food].ShouldContain("halal");
        words[(int)Criterion.Activities].ShouldBe(["snorkelling"]);
    }

    [Fact]
    public void what_is_filled_in_stands_under_its_criterion_and_exclusions_under_none()
    {
        var words = WordsOf(
            """
            {"locations":["Hội An",{"name":"Huế","notes":"near the river"}],"transportation":["xe lửa"],"food":["chay"],"activities":["tắm biển"],"accommodation":"Homestay",
            "notes":"yên tĩnh","essentials":["halal","a view"],"exclusions":["leo núi"],"language":"vi"}
            """);

        words[(int)Criterion.Locations].ShouldBe(["hoi", "an", "hue"]);
        words[(int)Criterion.Transportation].ShouldBe(["xe", "lua"]);
        words[(int)Criterion.Food].ShouldBe(["chay", "halal"]);
        words[(int)Criterion.Activities].ShouldBe(["tam", "bien"]);
        words[(int)Criterion.Accommodation].ShouldBe(["homestay", "yen", "tinh", "near", "the", "river", "a", "view"]);
        words[(int)Criterion.Duration].ShouldBeEmpty();
        words[(int)Criterion.Budget].ShouldBeEmpty();
    }

    [Fact]
    public void criteria_count_by_their_weights_and_what_a_firm_budget_forbids_is_left_out()
    {
        var baselines = new Baselines(Rates);
        baselines.Add(Package("place", ["Hội An"], 2, 5_000_000));
        baselines.Add(Package("length", ["Sa Pa"], 3, 5_000_000));
        baselines.Add(Package("dear", ["Hội An"], 3, 9_000_000));
        var wishes = new Wishes { Durations = [new DurationWish(3, 3)], Budget = new BudgetWish(null, 6_000_000, "VND", Firm: true) };
        IReadOnlyList<string>[] words = [["hoi", "an"], ["3d"], [], [], [], [], []];

        var ranked = baselines.ByCriteria(words, wishes, 10);

        // Locations weigh 10 of the 14 that places and length make up, and one half is everybody's.
        ranked.Select(scored => (scored.PackageId, Math.Round(scored.Score, 6))).ShouldBe([("place", Math.Round(.5 + 10 / 28.0, 6)), ("length", Math.Round(.5 + 4 / 28.0, 6))]);
        baselines.ByCriteria(words, wishes with { Weights = [0, 1, 0, 0, 0, 0, 0] }, 10)[0].PackageId.ShouldBe("length");
        baselines.ByText(["hoi"], 10).Select(scored => scored.PackageId).ShouldBe(["dear", "place"], ignoreOrder: true);
    }

    [Fact]
    public void every_word_of_a_wish_is_searched_by_bm25()
    {
        var wishes = Parse("""{"locations":["Hue",{"name":"Hoi An","notes":"quiet"}],"durations":[2,"3N2Đ"],"start_location":"Hanoi","food":["pho"],"exclusions":["bus"],"free_text":"slow","notes":"old towns","language":"en"}""");

        WishWords.OfAll(wishes).ShouldBe(["hue", "hoi", "an", "quiet", "hanoi", "2", "days", "3n2d", "pho", "old", "towns", "bus", "slow"]);
    }

    private static TourPackage Package(string id, string[] places, double days, decimal price) => new()
    {
        Id = id,
        SourceId = id,
        ProviderId = "p",
        Title = id,
        ContentHash = id,
        Locations = [.. places.Select(place => new NamedPlace(place, null))],
        DurationDays = days,
        PriceVnd = price,
    };

    private static Preferences Parse(string json) => PreferencesParser.Parse(JsonDocument.Parse(json).RootElement, new MemberErrors());

    private static IReadOnlyList<IReadOnlyList<string>> WordsOf(string json)
    {
        var preferences = Parse(json);
        var wishes = new PreferencesReader(Gazetteer.Load(Repository.DataFile("places.jsonl")), Lexicon, Rates, Reader).Read(preferences, Today, new MemberErrors());
        return new WishWords(Reader, Lexicon, Rates).ByCriterion(preferences, wishes, Today);
    }
}
