using System.Collections.Frozen;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>What a concept has to do with others: which are related to it and which speak against it, in either direction.</summary>
public sealed class ConceptKin
{
    private readonly Dictionary<string, FrozenSet<string>> _related;
    private readonly Dictionary<string, FrozenSet<string>> _opposite;
    private readonly Dictionary<string, FrozenSet<string>> _covering;

    public ConceptKin(Lexicon lexicon)
    {
        var kin = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var concept in lexicon.Concepts)
        {
            foreach (var related in concept.Related)
            {
                AddBoth(kin, concept.Id, related);
            }
        }

        _related = Frozen(kin);
        _opposite = Frozen(Opposites(lexicon));
        var covering = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (concept, covered) in lexicon.Concepts.SelectMany(concept => concept.Covers, (concept, covered) => (concept.Id, covered)))
        {
            Add(covering, covered, concept);
        }

        _covering = Frozen(covering);
    }

    /// <summary>The concepts related to one.</summary>
    public FrozenSet<string> Of(string concept) => _related.GetValueOrDefault(concept, FrozenSet<string>.Empty);

    /// <summary>The diets that have one in them.</summary>
    public FrozenSet<string> CoveringOf(string concept) => _covering.GetValueOrDefault(concept, FrozenSet<string>.Empty);

    /// <summary>The concepts that speak against one. Kinds inherit it: what opposes trekking opposes climbing a mountain, and a vegan minds meat as a vegetarian does.</summary>
    public FrozenSet<string> OppositeOf(string concept) => _opposite.GetValueOrDefault(concept, FrozenSet<string>.Empty);

    private static Dictionary<string, FrozenSet<string>> Frozen(Dictionary<string, HashSet<string>> kin) =>
        kin.ToDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private Dictionary<string, HashSet<string>> Opposites(Lexicon lexicon)
    {
        var opposites = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var kinds = lexicon.Concepts.ToDictionary(concept => concept.Id, concept => new HashSet<string>([concept.Id]), StringComparer.Ordinal);
        foreach (var concept in lexicon.Concepts)
        {
            foreach (var above in lexicon.WithBroader(concept.Broader))
            {
                kinds[above].Add(concept.Id);
            }
        }

        foreach (var (one, other) in lexicon.Concepts.SelectMany(concept => concept.Opposite.Where(kinds.ContainsKey).Select(other => (concept.Id, other))))
        {
            foreach (var kind in kinds[one])
            {
                foreach (var against in kinds[other].Where(against => !kinds[kind].Contains(against) && !kinds[against].Contains(kind) && !Of(kind).Contains(against)))
                {
                    AddBoth(opposites, kind, against);
                }
            }
        }

        return opposites;
    }

    private static void AddBoth(Dictionary<string, HashSet<string>> kin, string one, string other)
    {
        Add(kin, one, other);
        Add(kin, other, one);
    }

    private static void Add(Dictionary<string, HashSet<string>> kin, string one, string other) =>
        (kin.TryGetValue(one, out var others) ? others : kin[one] = new HashSet<string>(StringComparer.Ordinal)).Add(other);
}
