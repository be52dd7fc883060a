using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>What a concept has to do with others: which are related to it and which speak against it, in either direction.</summary>
public sealed class ConceptKin
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    private readonly Dictionary<string, HashSet<string>> _related = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _opposite = new(StringComparer.Ordinal);

    public ConceptKin(Lexicon lexicon)
    {
        foreach (var concept in lexicon.Concepts)
        {
            foreach (var related in concept.Related)
            {
                AddBoth(_related, concept.Id, related);
            }
        }

        AddOpposites(lexicon);
    }

    /// <summary>The concepts related to one.</summary>
    public IReadOnlySet<string> Of(string concept) => _related.TryGetValue(concept, out var kin) ? kin : None;

    /// <summary>The concepts that speak against one. Kinds inherit it: what opposes trekking opposes climbing a mountain, and a vegan minds meat as a vegetarian does.</summary>
    public IReadOnlySet<string> OppositeOf(string concept) => _opposite.TryGetValue(concept, out var opposite) ? opposite : None;

    private void AddOpposites(Lexicon lexicon)
    {
        var kinds = lexicon.Concepts.ToDictionary(concept => concept.Id, concept => new HashSet<string>([concept.Id]), StringComparer.Ordinal);
        foreach (var concept in lexicon.Concepts)
        {
            foreach (var above in Above(concept, lexicon))
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
                    AddBoth(_opposite, kind, against);
                }
            }
        }
    }

    /// <summary>The broader concepts of one, and theirs.</summary>
    private static HashSet<string> Above(Concept concept, Lexicon lexicon)
    {
        HashSet<string> above = new(StringComparer.Ordinal);
        Queue<string> open = new(concept.Broader);
        while (open.TryDequeue(out var id))
        {
            if (lexicon.Find(id) is { } broader && above.Add(id))
            {
                foreach (var next in broader.Broader)
                {
                    open.Enqueue(next);
                }
            }
        }

        return above;
    }

    private static void AddBoth(Dictionary<string, HashSet<string>> kin, string one, string other)
    {
        Add(kin, one, other);
        Add(kin, other, one);
    }

    private static void Add(Dictionary<string, HashSet<string>> kin, string one, string other) =>
        (kin.TryGetValue(one, out var others) ? others : kin[one] = new HashSet<string>(StringComparer.Ordinal)).Add(other);
}
