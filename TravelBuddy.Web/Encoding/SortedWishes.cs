using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Encoding;

/// <summary>A traveller's language wishes, each concept under the criterion it serves wherever it was said ("seafood" among the activities is about food).</summary>
public static class SortedWishes
{
    public static IReadOnlyDictionary<Criterion, ConceptWishes> Of(Wishes wishes, Lexicon lexicon)
    {
        (Criterion Criterion, ConceptWishes Wishes)[] said =
        [
            (Criterion.Transportation, wishes.Transportation), (Criterion.Food, wishes.Food), (Criterion.Activities, wishes.Activities), (Criterion.Accommodation, wishes.Accommodation),
        ];
        var concepts = said
            .SelectMany(entry => entry.Wishes.Concepts)
            .Concat(wishes.Essentials.Concepts)
            .Distinct()
            .Select(lexicon.Find)
            .OfType<Concept>()
            .ToLookup(concept => PackageConcepts.CriterionOf(concept.Kind), concept => concept.Id);
        return said.ToDictionary(entry => entry.Criterion, entry => new ConceptWishes([.. concepts[entry.Criterion]], entry.Wishes.Phrases));
    }
}
