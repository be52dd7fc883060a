using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>Which concepts are related to a concept, in either direction.</summary>
public sealed class ConceptKin
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    private readonly Dictionary<string, HashSet<string>> _kin = new(StringComparer.Ordinal);

    public ConceptKin(Lexicon lexicon)
    {
        foreach (var concept in lexicon.Concepts)
        {
            foreach (var related in concept.Related)
            {
                Add(concept.Id, related);
                Add(related, concept.Id);
            }
        }
    }

    public IReadOnlySet<string> Of(string concept) => _kin.TryGetValue(concept, out var kin) ? kin : None;

    private void Add(string concept, string related) => (_kin.TryGetValue(concept, out var kin) ? kin : _kin[concept] = []).Add(related);
}
