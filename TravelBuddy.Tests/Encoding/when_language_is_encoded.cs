using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Tests.Encoding;

public sealed class when_language_is_encoded
{
    private static Wishes Activity(string concept) => new() { Activities = new ConceptWishes([concept], []) };

    private static TourPackage Doing(params string[] activities) => Similarity.Package("Tour") with { Activities = activities };

    [Fact]
    public void english_and_vietnamese_words_for_one_thing_are_one_vector() =>
        Repository.Encoder.Encode(Doing("snorkelling")).ShouldBe(Repository.Encoder.Encode(Doing("lặn ngắm san hô")));

    [Fact]
    public void a_tour_with_many_activities_answers_a_wish_for_one_of_them()
    {
        Similarity.Of(Activity("kayaking"), Doing("kayaking"), Criterion.Activities).ShouldBe(1, .1);
        Similarity.Of(Activity("kayaking"), Doing("kayaking", "cooking class", "cycling", "museum", "waterfall", "golf"), Criterion.Activities).ShouldBe(1, .15);
    }

    [Fact]
    public void a_wish_for_a_broad_thing_is_answered_by_a_kind_of_it_better_than_the_reverse()
    {
        var kindForBroad = Similarity.Of(Activity("water-activity"), Doing("snorkelling"), Criterion.Activities);
        var broadForKind = Similarity.Of(Activity("snorkelling"), Doing("water sports"), Criterion.Activities);

        kindForBroad.ShouldBeGreaterThan(.7);
        broadForKind.ShouldBeLessThan(kindForBroad);
    }

    [Fact]
    public void unrelated_things_are_not_similar() => Similarity.Of(Activity("golf"), Doing("cooking class", "museum"), Criterion.Activities).ShouldBeInRange(-.15, .15);

    [Fact]
    public void a_wish_said_under_the_wrong_heading_counts_where_it_belongs() =>
        Repository.Encoder.Encode(new Wishes { Activities = new ConceptWishes(["seafood"], []) }).Alternatives[(int)Criterion.Food].Count.ShouldBe(1);

    [Fact]
    public void what_a_package_says_it_lacks_is_not_found_in_it()
    {
        var package = Similarity.Package("Tour") with { Notes = "No snorkelling. Suits everyone." };

        PackageConcepts.Of(package, Repository.Lexicon, Repository.Gazetteer).Denies.ShouldContain("snorkelling");
        PackageConcepts.Of(package, Repository.Lexicon, Repository.Gazetteer).Has.Keys.ShouldNotContain("snorkelling");
    }

    [Theory]
    [InlineData("Local riders from Hmong and Tày families take you pillion.", false)]
    [InlineData("Evenings mean long tables, corn wine and a family's spring rolls.", false)]
    [InlineData("A K'Ho family roasts its coffee for you.", false)]
    [InlineData("Ăn trưa cùng gia đình người Giáy.", false)]
    [InlineData("Good for families with small children.", true)]
    [InlineData("A great family day out. Your family will love it.", true)]
    [InlineData("A family adventure in Hue. Whole family welcome.", true)]
    [InlineData("Phù hợp gia đình có trẻ nhỏ.", true)]
    [InlineData("Tour cho gia đình cuối tuần.", true)]
    public void families_who_are_hosts_say_nothing_of_who_a_tour_is_for(string description, bool isForFamilies) =>
        PackageConcepts.Of(Similarity.Package("Hue", "hue") with { Description = description }, Repository.Lexicon, Repository.Gazetteer).Has.ContainsKey("family-with-kids").ShouldBe(isForFamilies);

    [Theory]
    [InlineData("The road is all bends: bring something for travel sickness.", "motion-sickness")]
    [InlineData("Đường đèo nhiều cua, ai say xe nên mang thuốc.", "motion-sickness")]
    [InlineData("Đi cầu kính cho người không sợ độ cao.", "fear-of-heights")]
    public void what_is_warned_of_is_nothing_a_tour_offers(string notes, string trouble)
    {
        var said = PackageConcepts.Of(Similarity.Package("Hue", "hue") with { Notes = notes }, Repository.Lexicon, Repository.Gazetteer);

        said.Has.Keys.ShouldNotContain(trouble);
        said.Denies.ShouldContain(trouble);
    }

    [Theory]
    [InlineData("Plastic stools and uneven pavements; not suitable for wheelchairs.", "accessible")]
    [InlineData("Đường nhiều bậc, không phù hợp với xe lăn.", "accessible")]
    [InlineData("Children under 8 are not accepted.", "family-with-kids")]
    [InlineData("Kayaking is not included.", "kayaking")]
    public void what_is_not_suitable_not_accepted_or_not_included_is_not_found_in_it_either(string notes, string concept)
    {
        var said = PackageConcepts.Of(Similarity.Package("Tour") with { Notes = notes }, Repository.Lexicon, Repository.Gazetteer);

        said.Denies.ShouldContain(concept);
        said.Has.Keys.ShouldNotContain(concept);
    }

    [Theory]
    [InlineData("Người lớn tuổi đi được, động Thiên Cung khoảng 100 bậc.", true), InlineData("About 450 stone steps to the pagoda.", true)]
    [InlineData("A few steps from the beach. 12 steps.", false)]
    public void stairs_that_are_counted_are_many_stairs(string notes, bool many) =>
        PackageConcepts.Of(Similarity.Package("Tour") with { Notes = notes }, Repository.Lexicon, Repository.Gazetteer).Implied.ContainsKey("many-stairs").ShouldBe(many);

    [Theory]
    [InlineData("Not only for couples: kayaking for all.", "kayaking"), InlineData("Kayaking and lunch, drinks not included.", "kayaking"), InlineData("Suitable for wheelchairs.", "accessible")]
    public void what_another_word_turns_round_is_found_in_it(string notes, string concept) =>
        PackageConcepts.Of(Similarity.Package("Tour") with { Notes = notes }, Repository.Lexicon, Repository.Gazetteer).Has.Keys.ShouldContain(concept);

    [Fact]
    public void a_lone_word_in_a_list_of_means_of_transport_is_one_of_them()
    {
        PackageConcepts.Of(Similarity.Package("Tour") with { Transportation = ["Van", "Bè"] }, Repository.Lexicon, Repository.Gazetteer).Has.Keys.ShouldBe(["minibus", "bamboo-raft"], ignoreOrder: true);
        PackageConcepts.Of(Similarity.Package("Tour") with { Description = "Ban van chua goi lai." }, Repository.Lexicon, Repository.Gazetteer).Has.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("may-ngan-du-ky-sapa-08", "a field of carved rocks in a valley")]
    [InlineData("basalt-pine-tadung-10", "a lake called the Hạ Long bay of the highlands")]
    [InlineData("song-hong-journeys-ninhbinh-03", "Hạ Long on land")]
    public void a_tour_that_stays_far_from_the_sea_has_none(string id, string why)
    {
        var package = Repository.Packages.Single(package => package.Id.EndsWith(id, StringComparison.Ordinal));

        PackageConcepts.Of(package, Repository.Lexicon, Repository.Gazetteer).Has.Keys.ShouldNotContain(concept => concept == "sea" || concept == "beach" || concept == "bay", why);
    }

    [Fact]
    public void a_tour_by_the_sea_or_to_places_nobody_knows_keeps_it()
    {
        Has("hoi-an").ShouldContain("beach");
        Has("mekong-delta").ShouldContain("beach");
        Has("da-lat", "nha-trang").ShouldContain("beach");
        Has().ShouldContain("beach");
        PackageConcepts.Of(Similarity.Package("A tour", "da-lat") with { Locations = [new Web.Catalog.NamedPlace("Bãi Không Tên", null)], Activities = ["Beach"] }, Repository.Lexicon, Repository.Gazetteer).Has.Keys.ShouldContain("beach");

        IEnumerable<string> Has(params string[] places) => PackageConcepts.Of(Similarity.Package("A tour", places) with { Activities = ["Beach"] }, Repository.Lexicon, Repository.Gazetteer).Has.Keys;
    }

    [Theory]
    [InlineData("sea-bathing")]
    [InlineData("beach-holiday")]
    public void a_tour_at_a_seaside_place_offers_what_one_goes_to_the_sea_for_and_an_inland_one_does_not(string concept)
    {
        foreach (var place in new[] { "nha-trang", "quy-nhon", "hon-tre", "mui-ne", "co-to" })
        {
            Of(Similarity.Package("A tour", place)).Keys.ShouldContain(concept, place);
        }

        foreach (var place in new[] { "sa-pa", "dien-bien-phu", "con-son-islet", "da-lat" })
        {
            Of(Similarity.Package("A tour", place) with { Activities = ["Beach", "Swimming"] }).Keys.ShouldNotContain(concept, place);
        }

        Of(Similarity.Package("A tour", "nha-trang") with { Notes = "No swimming." }).ShouldBeEmpty();
        Of(Similarity.Package("A tour", "ha-noi", "ninh-binh", "sa-pa", "nha-trang")).ShouldBeEmpty();
        Of(Similarity.Package("A tour", "ninh-binh", "ha-long")).ShouldBeEmpty();

        static IReadOnlyDictionary<string, double> Of(Web.Catalog.TourPackage package) => PackageConcepts.Of(package, Repository.Lexicon, Repository.Gazetteer).Implied;
    }

    [Theory]
    [InlineData("Hanoi street food walk")]
    [InlineData("Ăn vặt phố cổ Hà Nội: 9 món, 4 tiếng đi bộ")]
    public void a_tour_about_street_food_is_a_food_tour_and_one_that_also_serves_it_is_none(string title)
    {
        PackageConcepts.Of(Similarity.Package(title), Repository.Lexicon, Repository.Gazetteer).Implied.Keys.ShouldBe(["food-tour"]);
        PackageConcepts.Of(Similarity.Package("Hà Nội") with { Food = ["street food"] }, Repository.Lexicon, Repository.Gazetteer).Implied.ShouldBeEmpty();
    }

    [Fact]
    public void a_tour_without_helicopters_that_says_so_has_none()
    {
        var said = PackageConcepts.Of(Similarity.Package("Grand Vietnam at a helicopter-free pace"), Repository.Lexicon, Repository.Gazetteer);

        said.Denies.ShouldContain("helicopter");
        said.Has.Keys.ShouldNotContain("helicopter");
    }

    [Fact]
    public void words_beyond_the_lexicon_match_themselves_and_their_inflections()
    {
        var package = Doing("qzorbing");
        double Wish(string words) => Similarity.Of(new Wishes { Activities = new ConceptWishes([], [words]) }, package, Criterion.Activities);

        Wish("qzorbing").ShouldBe(1, .1);
        Wish("qzorbings").ShouldBeGreaterThan(.3);
        Wish("qzorbings").ShouldBeGreaterThan(Wish("falconry") + .2);
    }

    [Fact]
    public void a_package_without_a_word_on_it_is_unknown() =>
        Similarity.Of(new Wishes { Food = new ConceptWishes(["seafood"], []) }, Similarity.Package("Tour"), Criterion.Food).ShouldBe(.3, .001);

    /// <summary>The calibration of the design, over the sample catalogue: what has the thing is near 1, what does not is near 0.</summary>
    [Theory]
    [InlineData("seafood", Criterion.Food)]
    [InlineData("vegetarian", Criterion.Food)]
    [InlineData("snorkelling", Criterion.Activities)]
    [InlineData("trekking", Criterion.Activities)]
    [InlineData("kayaking", Criterion.Activities)]
    [InlineData("homestay", Criterion.Accommodation)]
    [InlineData("honeymoon", Criterion.Accommodation)]
    [InlineData("train", Criterion.Transportation)]
    [InlineData("flight", Criterion.Transportation)]
    public void over_the_catalogue_a_match_is_near_one_and_a_typical_other_near_zero(string concept, Criterion criterion)
    {
        var wishes = Activity(concept);
        var judged = Repository.Packages.Select(package => (Has: PackageConcepts.Of(package, Repository.Lexicon, Repository.Gazetteer).Has.GetValueOrDefault(concept), Similarity: Similarity.Of(wishes, package, criterion))).ToList();
        var stated = judged.Where(entry => entry.Has >= 1).ToList();
        var others = judged.Where(entry => entry.Has == 0).Select(entry => entry.Similarity).Order().ToList();

        stated.Count.ShouldBeGreaterThan(3);
        stated.Average(entry => entry.Similarity).ShouldBeGreaterThan(.85);
        others[others.Count / 2].ShouldBeLessThan(.2);
    }
}
