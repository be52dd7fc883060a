using System.Numerics.Tensors;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Embeddings;

namespace TravelBuddy.Web.Encoding;

/// <summary>Concepts as a model sees them: the mean of their English and their Vietnamese name, so that neither language is nearer.</summary>
internal static class ConceptNames
{
    /// <summary>The unit vectors of all concepts in the blocks of their criteria, by id.</summary>
    public static async Task<IReadOnlyDictionary<string, float[]>> FeaturesAsync(TextVectors texts, TextRole role, Lexicon lexicon, IReadOnlyList<ModelBlock> blocks, CancellationToken ct)
    {
        var vectors = await texts.KeptAsync(role, lexicon.Concepts.SelectMany(Of), ct);
        return lexicon.Concepts.ToDictionary(concept => concept.Id, concept => Feature(concept), StringComparer.Ordinal);

        float[] Feature(Concept concept)
        {
            var block = blocks.Single(of => of.Criterion == PackageConcepts.CriterionOf(concept.Kind));
            var names = Of(concept).Select(name => block.Feature(role, vectors[name])).ToList();
            var feature = names[0];
            foreach (var other in names.Skip(1))
            {
                TensorPrimitives.Add(feature, other, feature);
            }

            HashedText.Normalise(feature);
            return feature;
        }
    }

    /// <summary>A concept's first name in each language.</summary>
    public static IEnumerable<string> Of(Concept concept) => concept.En.Take(1).Concat(concept.Vi.Take(1)).DefaultIfEmpty(concept.Id);
}
