using TravelBuddy.Tests.Encoding;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Tests.Recommendations;

/// <summary>Wishes at random, the same for the same seed.</summary>
public sealed class RandomWishes(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A wish in every criterion, several in most.</summary>
    public Wishes Full() => Sparse() with
    {
        Budget = new BudgetWish(null, 1_000_000 * _random.Next(1, 20), "VND"),
        Transportation = Concepts(Criterion.Transportation, 2),
        Food = Concepts(Criterion.Food, 2),
        Activities = Concepts(Criterion.Activities, 3),
        Accommodation = Concepts(Criterion.Accommodation, 2),
    };

    /// <summary>Places and lengths only.</summary>
    public Wishes Sparse()
    {
        var places = Repository.Gazetteer.Places.Where(place => place.Popularity > .4 && place.Kind != "country").ToArray();
        var days = _random.Next(1, 6);
        return new Wishes
        {
            Places = [.. _random.GetItems(places, 2).DistinctBy(place => place.Id).Select(place => new PlaceWish(place.Id, null))],
            Durations = [new(days, days), new(days + 3, days + 3)],
        };
    }

    private ConceptWishes Concepts(Criterion criterion, int count)
    {
        Concept[] concepts = [.. Repository.Lexicon.Concepts.Where(concept => PackageConcepts.CriterionOf(concept.Kind) == criterion)];
        return new ConceptWishes([.. _random.GetItems(concepts, count).Select(concept => concept.Id).Distinct()], []);
    }
}
