using System.Numerics.Tensors;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Language.Embeddings;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// Learns of a catalogue's packages what a model's similarities mean: the lexicon's concepts are the wishes; packages that state one in so many words are
/// matches for it, packages that nowhere mention it are not.
/// </summary>
public sealed class ModelCalibration(string encoder, TextVectors texts, Lexicon lexicon, Gazetteer gazetteer)
{
    /// <summary>Packages that must state a concept before it counts.</summary>
    private const int LeastMatches = 3;

    private const double UsualMatch = 1;

    public async Task<EncoderCalibration> OverAsync(IReadOnlyList<TourPackage> packages, CancellationToken ct)
    {
        var offered = packages.Select(package => OfferedTexts.Of(package, lexicon, gazetteer)).ToList();
        var said = await texts.KeptAsync(TextRole.Passage, offered.SelectMany(of => of.Values).SelectMany(of => of.Texts).Concat(lexicon.Concepts.SelectMany(ConceptNames.Of)), ct);
        var asked = await texts.KeptAsync(TextRole.Query, lexicon.Concepts.SelectMany(ConceptNames.Of), ct);
        var width = said.Values.First().Length;
        if (said.Values.Concat(asked.Values).Any(vector => vector.Length != width))
        {
            throw new EmbeddingException(EmbeddingFault.WrongAnswer, "vectors of several lengths");
        }

        var centred = ModelEncoder.Criteria.Select(criterion => new CriterionCalibration(
            criterion,
            Mean(Names(criterion).Select(name => asked[name]), width),
            Mean(Names(criterion).Concat(offered.SelectMany(of => of[criterion].Texts)).Distinct(StringComparer.Ordinal).Select(text => said[text]), width),
            new Spread(0, UsualMatch),
            new Dictionary<string, Spread>())).ToList();
        var blocks = centred.Select(of => new ModelBlock(of, width, 0)).ToList();
        var wished = await ConceptNames.FeaturesAsync(texts, TextRole.Query, lexicon, blocks, ct);
        var concepts = await ConceptNames.FeaturesAsync(texts, TextRole.Passage, lexicon, blocks, ct);
        return new EncoderCalibration
        {
            Id = encoder,
            Width = width,
            Criteria = [.. centred.Zip(blocks, (of, block) => Measured(of, block, offered, said, wished, concepts))],
        };
    }

    private IEnumerable<string> Names(Criterion criterion) => lexicon.Concepts.Where(concept => PackageConcepts.CriterionOf(concept.Kind) == criterion).SelectMany(ConceptNames.Of);

    private static CriterionCalibration Measured(
        CriterionCalibration centred,
        ModelBlock block,
        IReadOnlyList<IReadOnlyDictionary<Criterion, OfferedTexts>> offered,
        IReadOnlyDictionary<string, float[]> said,
        IReadOnlyDictionary<string, float[]> wished,
        IReadOnlyDictionary<string, float[]> concepts)
    {
        var length = VectorLayout.Blocks[(int)block.Criterion].Length;
        var known = new List<(float[] Block, Dictionary<string, double> Has)>();
        foreach (var of in offered.Select(package => package[block.Criterion]).Where(of => of.Stated))
        {
            var vector = new float[length];
            block.Encode([.. of.Texts.Select(text => (block.Feature(TextRole.Passage, said[text]), 1.0)), .. of.Concepts.Select(concept => (concepts[concept.Concept], concept.Strength))], true, vector);
            known.Add((vector, of.Concepts.ToDictionary(concept => concept.Concept, concept => concept.Strength, StringComparer.Ordinal)));
        }

        var spreads = new Dictionary<string, Spread>(StringComparer.Ordinal);
        foreach (var concept in known.SelectMany(package => package.Has).Where(has => has.Value >= 1).GroupBy(has => has.Key).Where(group => group.Count() >= LeastMatches).Select(group => group.Key))
        {
            var query = block.Query(wished[concept]);
            spreads[concept] = new Spread(
                Median([.. known.Where(package => !package.Has.ContainsKey(concept)).Select(package => (double)TensorPrimitives.Dot<float>(query, package.Block))]),
                known.Where(package => package.Has.GetValueOrDefault(concept) >= 1).Average(package => TensorPrimitives.Dot<float>(query, package.Block)));
        }

        return spreads.Count == 0 ? centred : centred with
        {
            Typical = new Spread(Median([.. spreads.Values.Select(spread => spread.NonMatch)]), Median([.. spreads.Values.Select(spread => spread.Match)])),
            Concepts = spreads,
        };
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values.Count == 0 ? 0 : values[values.Count / 2];
    }

    private static float[] Mean(IEnumerable<float[]> vectors, int width)
    {
        var (mean, count) = (new float[width], 0);
        foreach (var vector in vectors)
        {
            TensorPrimitives.Add(mean, vector, mean);
            count++;
        }

        TensorPrimitives.Divide(mean, Math.Max(1, count), mean);
        return mean;
    }
}
