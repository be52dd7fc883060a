using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;
using static TravelBuddy.Web.Encoding.PackageInterpolation;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// One language criterion. Concepts activate their broader and related concepts with falling strength (Collins and Loftus, "A spreading-activation theory of
/// semantic processing", 1975), the less the more kinds a broader concept has (the fan effect, Anderson 1974); the cosine of two activations is how alike two concepts are, and <see cref="LandmarkFeatures"/> turns that into vectors. A
/// package is the smallest vector that answers each concept it has with that concept's strength (kernel interpolation), times a constant: so a tour with six
/// activities answers a wish for one of them as fully as a tour with that one alone. Whatever is left to unit length goes into a coordinate that no wish asks.
/// Words beyond the lexicon share some of the remainder's dimensions as hashed pieces.
/// </summary>
public sealed class ConceptEncoder
{
    private const double BroaderStrength = .5;
    private const double RelatedStrength = .15;
    private const double InheritedStrength = .9;
    private const int MostConcepts = 24;

    private readonly Lexicon _lexicon;
    private readonly double _unknown;
    private readonly int _landmarks;
    private readonly int _remainder;
    private readonly int _words;
    private readonly Concept[] _concepts;
    private readonly Dictionary<string, int> _index;
    private readonly (int[] Concepts, double[] Strengths)[] _activations;
    private readonly LandmarkFeatures _features;

    public ConceptEncoder(Lexicon lexicon, Criterion criterion, int dimensions, double unknown)
    {
        _lexicon = lexicon;
        _unknown = unknown;
        _remainder = dimensions * 3 / 5;
        _words = dimensions / 5;
        _landmarks = dimensions - 2 - _remainder;
        Criterion = criterion;
        _concepts = [.. lexicon.Concepts.Where(concept => PackageConcepts.CriterionOf(concept.Kind) == criterion).OrderBy(concept => concept.Id, StringComparer.Ordinal)];
        _index = _concepts.Select((concept, i) => (concept.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        _activations = Activations();
        // Concepts with many spellings and many kin are the ones people use.
        double[] importance = [.. _concepts.Select((concept, i) => 1.0 + concept.En.Count + concept.Vi.Count + _activations[i].Concepts.Length)];
        _features = LandmarkFeatures.Build([.. _concepts.Select(concept => concept.Id)], Kernel, importance, _landmarks, _remainder, spread: true);
    }

    public Criterion Criterion { get; }

    /// <summary>How alike two concepts of this criterion are, 0 to 1; 0 for a concept of another.</summary>
    public double Similarity(string a, string b) => _index.TryGetValue(a, out var i) && _index.TryGetValue(b, out var j) ? Kernel(i, j) : 0;

    /// <summary>Writes a package's block. <paramref name="stated"/>: the package has a field for this criterion.</summary>
    public void Encode(PackageConcepts package, bool stated, Span<float> block)
    {
        block.Clear();
        var wanted = Wanted(package);
        var phrases = package.Phrases.GetValueOrDefault(Criterion) ?? [];
        if (!stated && wanted.Count == 0 || wanted.Count == 0 && phrases.Count == 0)
        {
            block[^1] = 1;
            return;
        }

        var features = block[..(_landmarks + _remainder)];
        var weights = Weights(wanted, thing => thing.Strength, (one, other) => one.Concept == other.Concept ? 1 : TensorPrimitives.Dot(_features[one.Concept], _features[other.Concept]));
        for (var i = 0; i < wanted.Count; i++)
        {
            TensorPrimitives.MultiplyAdd(_features[wanted[i].Concept], (float)weights[i] * Scale, features, features);
        }

        var each = Scale / MathF.Sqrt(Math.Max(1, phrases.Count / 3f));
        foreach (var phrase in phrases)
        {
            TensorPrimitives.MultiplyAdd(HashedText.Phrase(phrase, _words), each, features[^_words..], features[^_words..]);
        }

        block[^1] = stated ? 0 : PartlyUnknown;
        var room = 1 - block[^1] * block[^1];
        FillUp(features, ref block[^2], room);
    }

    /// <summary>The alternatives of a wish: one vector for each concept of this criterion and each phrase.</summary>
    public IReadOnlyList<float[]> Encode(ConceptWishes wishes)
    {
        var alternatives = new List<float[]>();
        foreach (var id in wishes.Concepts.Distinct())
        {
            if (_index.TryGetValue(id, out var concept))
            {
                var vector = new float[_landmarks + _remainder + 2];
                TensorPrimitives.Divide(_features[concept], Scale, vector);
                alternatives.Add(vector);
            }
        }

        foreach (var phrase in wishes.Phrases.Where(phrase => !string.IsNullOrWhiteSpace(phrase)).Distinct())
        {
            var vector = new float[_landmarks + _remainder + 2];
            TensorPrimitives.Divide(HashedText.Phrase(phrase, _words), Scale, vector.AsSpan(_landmarks + _remainder - _words));
            alternatives.Add(vector);
        }

        foreach (var vector in alternatives)
        {
            vector[^1] = (float)_unknown;
        }

        return alternatives;
    }

    /// <summary>The package's concepts of this criterion and, a little weaker, the broader ones they are kinds of.</summary>
    private List<(int Concept, double Strength)> Wanted(PackageConcepts package)
    {
        var wanted = new Dictionary<int, double>();
        void Add(string id, double strength)
        {
            if (_index.TryGetValue(id, out var concept) && strength > wanted.GetValueOrDefault(concept))
            {
                wanted[concept] = strength;
                foreach (var broader in _concepts[concept].Broader)
                {
                    Add(broader, strength * InheritedStrength);
                }
            }
        }

        foreach (var (id, strength) in package.Has)
        {
            Add(id, strength);
        }

        foreach (var (id, strength) in package.Implied)
        {
            if (_index.TryGetValue(id, out var concept))
            {
                wanted[concept] = Math.Max(strength, wanted.GetValueOrDefault(concept));
            }
        }

        return [.. wanted.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostConcepts).Select(pair => (pair.Key, pair.Value))];
    }

    // By hand: it is called for every pair of concepts while the application starts.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Kernel(int a, int b)
    {
        if (a == b)
        {
            return 1;
        }

        var (ofA, strengthsA) = _activations[a];
        var (ofB, strengthsB) = _activations[b];
        var sum = 0.0;
        for (int i = 0, j = 0; i < ofA.Length && j < ofB.Length;)
        {
            if (ofA[i] == ofB[j])
            {
                sum += strengthsA[i++] * strengthsB[j++];
            }
            else if (ofA[i] < ofB[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }

    /// <summary>For each concept those it activates, in order.</summary>
    private (int[] Concepts, double[] Strengths)[] Activations()
    {
        var related = new HashSet<int>[_concepts.Length];
        for (var i = 0; i < _concepts.Length; i++)
        {
            related[i] = [];
        }

        for (var i = 0; i < _concepts.Length; i++)
        {
            foreach (var j in _concepts[i].Related.Where(_index.ContainsKey).Select(id => _index[id]).Where(j => j != i))
            {
                related[i].Add(j);
                related[j].Add(i);
            }
        }

        var kinds = new int[_concepts.Length];
        foreach (var broader in _concepts.SelectMany(concept => concept.Broader).Where(_index.ContainsKey))
        {
            kinds[_index[broader]]++;
        }

        return [.. _concepts.Select((_, i) =>
        {
            var active = new Dictionary<int, double> { [i] = 1 };
            Spread(i, 1, kinds, active);
            foreach (var kin in related[i])
            {
                active[kin] = Math.Max(active.GetValueOrDefault(kin), RelatedStrength);
            }

            var norm = Math.Sqrt(active.Values.Sum(value => value * value));
            int[] concepts = [.. active.Keys.Order()];
            return (concepts, concepts.Select(concept => active[concept] / norm).ToArray());
        })];
    }

    private void Spread(int concept, double strength, int[] kinds, Dictionary<int, double> active)
    {
        foreach (var broader in _concepts[concept].Broader.Where(_index.ContainsKey).Select(id => _index[id]))
        {
            var passed = strength * BroaderStrength / Math.Pow(kinds[broader], .4);
            if (passed > active.GetValueOrDefault(broader) && passed > .05)
            {
                active[broader] = passed;
                Spread(broader, passed, kinds, active);
            }
        }
    }
}
