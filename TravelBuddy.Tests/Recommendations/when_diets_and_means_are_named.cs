using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Tests.Recommendations;

public sealed class when_diets_and_means_are_named
{
    /// <summary>Names of packages in the order of a list.</summary>
    private static IReadOnlyList<string> Ordered(params JudgedPackage[] judged) =>
        [.. Diversity.Order(judged, 10).Select(placed => judged[placed.Index].Facts.Package.SourceId)];

    [Theory]
    [InlineData("Halal food in Hue, 3 days", "halal meals")]
    [InlineData("đồ ăn halal ở Huế 3 ngày", "halal meals")]
    [InlineData("do an halal o hue 3 ngay", "suất ăn halal")]
    [InlineData("vegetarian food, 3 days in Hue", "buffet chay")]
    [InlineData("Huế 3 ngày ăn chay", "vegetarian restaurant")]
    [InlineData("hue 3 ngay an chay", "cơm chay")]
    [InlineData("Kosher food in Hue for 3 days", "kosher meals")]
    [InlineData("đồ ăn kosher ở Huế 3 ngày", "kosher meals")]
    [InlineData("gluten free food in Hue, 3 days", "gluten-free menu")]
    [InlineData("Huế 3 ngày không gluten", "gluten-free menu")]
    public void whoever_caters_for_the_diet_leads_however_well_the_others_fit(string text, string food)
    {
        var wishes = new WishReader(Repository.Gazetteer, Repository.Lexicon, Repository.Roles).Read(text, null, new DateOnly(2026, 6, 1)).Wishes;
        wishes.Places.Select(place => place.PlaceId).ShouldBe(["hue"]);
        wishes.Accommodation.Phrases.ShouldBeEmpty();
        var caters = Samples.Facts(Similarity.Package("Huế", "hue", "chau-doc") with { Id = "p~caters", SourceId = "caters", DurationDays = 4, Food = [food] });
        var related = Samples.Facts(Similarity.Package("Huế party", "hue") with { Id = "q~party", SourceId = "party", DurationDays = 3, Food = ["seafood", "special diets on request"] });

        Ordered(Samples.Scored(wishes, related, .9), Samples.Scored(wishes, Samples.Facts("silent", "r", 3, "hue"), .9), Samples.Scored(wishes, caters, .8))[0].ShouldBe("caters");
    }

    [Fact]
    public void where_nobody_caters_for_it_nothing_changes()
    {
        var wishes = new Wishes { Places = [new PlaceWish("hue", null)], Durations = [new(3, 3)], Food = new ConceptWishes(["kosher"], []) };

        Ordered(Samples.Judged(wishes, Samples.Facts("good", "p", 3, "hue"), .8), Samples.Judged(wishes, Samples.Facts("better", "q", 3, "hue"), .9)).ShouldBe(["better", "good"]);
    }

    [Fact]
    public void by_train_is_not_by_bus()
    {
        var wishes = new Wishes { Places = [new PlaceWish("sa-pa", null)], Durations = [new(2, 2)], Transportation = new ConceptWishes(["train"], []) };
        TourPackage Going(string by, double days) => Similarity.Package("Sa Pa", "sa-pa") with { DurationDays = days, Transportation = [by] };

        var (train, longer, bus) = (Going("night train", 2), Going("night train", 3), Going("sleeper bus", 2));
        Total(wishes, train, bus).ShouldBeGreaterThan(Total(wishes, bus, train) + .1);
        // An agent offers the train a day longer before a bus.
        Total(wishes, longer, bus).ShouldBeGreaterThan(Total(wishes, bus, longer));
    }

    [Fact]
    public void quiet_that_several_offer_does_not_make_up_for_the_walk_one_came_for()
    {
        var wishes = new Wishes { Places = [new PlaceWish("sa-pa", null)], Durations = [new(2, 2)], Activities = new ConceptWishes(["trekking"], []), Accommodation = new ConceptWishes(["quiet"], []) };
        var walk = Similarity.Package("Sa Pa", "sa-pa") with { DurationDays = 2, Activities = ["trekking"], Accommodation = "homestay" };
        var quiet = Similarity.Package("Sa Pa", "sa-pa") with { DurationDays = 2, Activities = ["karaoke"], Accommodation = "quiet lodge" };

        Total(wishes, walk, quiet, quiet, quiet).ShouldBeGreaterThan(Total(wishes, quiet, quiet, quiet, walk));
    }

    /// <summary>What a package scores in the criteria wished for and what its facts add.</summary>
    private static double Total(Wishes wishes, TourPackage package, params TourPackage[] beside)
    {
        var facts = Samples.Facts(package);
        var context = Samples.Context(wishes, [facts, .. beside.Select(Samples.Facts)]);
        var similarities = new float[7];
        var weights = new double[7];
        foreach (var criterion in Enum.GetValues<Criterion>().Where(criterion => Repository.Encoder.Encode(wishes).Alternatives[(int)criterion].Count > 0))
        {
            similarities[(int)criterion] = (float)Similarity.Of(wishes, package, criterion);
            weights[(int)criterion] = VectorLayout.DefaultWeights[(int)criterion];
        }

        var sum = weights.Sum();
        weights = [.. weights.Select(weight => weight / sum)];
        return weights.Zip(similarities, (weight, similarity) => weight * (similarity + 1) / 2).Sum() + Adjustment.Of(context, Assessment.Of(context, facts), facts, similarities, weights);
    }
}
