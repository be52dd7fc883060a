using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading.Model;

/// <summary>Things as a model names them, resolved by the lexicon and put where their kind belongs; an unknown one is kept in the words of the text.</summary>
internal sealed class ModelTerms(Lexicon lexicon, Quotations quotes)
{
    private const int LongestPhrase = 80;
    private const int MostOfOneTerm = 3;

    /// <summary>Fills the slots that are empty in <paramref name="wishes"/>; exclusions and essentials first, as they are more than wishes.</summary>
    public Wishes Fill(Wishes wishes, IReadOnlyDictionary<string, IReadOnlyList<ModelTerm>> answers)
    {
        var exclusions = wishes.Exclusions;
        var essentials = wishes.Essentials;
        var before = new Dictionary<string, ConceptWishes>
        {
            [ConceptSlots.Transport] = wishes.Transportation,
            [ConceptSlots.Food] = wishes.Food,
            [ConceptSlots.Activities] = wishes.Activities,
            [ConceptSlots.Stay] = wishes.Accommodation,
        };
        var wanted = before.Values.SelectMany(answer => answer.Concepts).ToHashSet(StringComparer.Ordinal);
        if (exclusions.IsEmpty)
        {
            exclusions = Resolved(answers["exclusions"], "exclusions", concept => !wanted.Contains(concept.Id));
        }

        if (essentials.IsEmpty)
        {
            essentials = Resolved(answers["essentials"], "essentials", concept => !exclusions.Concepts.Contains(concept.Id));
        }

        var after = new Dictionary<string, ConceptWishes>(before);
        Add(essentials with { Phrases = [] });
        foreach (var slot in before.Keys)
        {
            Add(Resolved(answers[slot], slot, concept => !exclusions.Concepts.Contains(concept.Id) && before[ConceptSlots.Of(concept.Kind)].Concepts.Count == 0), slot);
        }

        return wishes with
        {
            Exclusions = exclusions,
            Essentials = essentials,
            Transportation = after[ConceptSlots.Transport],
            Food = after[ConceptSlots.Food],
            Activities = after[ConceptSlots.Activities],
            Accommodation = after[ConceptSlots.Stay],
        };

        void Add(ConceptWishes found, string? slot = null)
        {
            foreach (var concept in found.Concepts.Where(id => before[ConceptSlots.Of(lexicon.Find(id)!.Kind)].Concepts.Count == 0))
            {
                var home = ConceptSlots.Of(lexicon.Find(concept)!.Kind);
                after[home] = after[home] with { Concepts = [.. after[home].Concepts.Union([concept])] };
            }

            if (slot is not null && before[slot].IsEmpty)
            {
                after[slot] = after[slot] with { Phrases = [.. after[slot].Phrases.Union(found.Phrases)] };
            }
        }
    }

    private ConceptWishes Resolved(IReadOnlyList<ModelTerm> terms, string slot, Func<Concept, bool> may)
    {
        List<string> concepts = [], phrases = [];
        foreach (var term in terms)
        {
            if (quotes.Find(term.Words) is not { Value.Length: <= LongestPhrase } quote)
            {
                continue;
            }

            var known = Known(term.Meaning);
            var meant = known.Where(may).ToList();
            foreach (var concept in meant)
            {
                quotes.TakeAlso(slot is "exclusions" or "essentials" ? slot : ConceptSlots.Of(concept.Kind), quote, concept.Id);
                concepts.Add(concept.Id);
            }

            if (known.Count == 0)
            {
                quotes.TakeAlso(slot, quote, quote.Value);
                phrases.Add(quote.Value);
            }
        }

        return new ConceptWishes([.. concepts.Distinct()], [.. phrases.Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private IReadOnlyList<Concept> Known(string? meaning) =>
        meaning is not { Length: > 0 and <= LongestPhrase } ? []
        : lexicon.Find(meaning.Trim().ToLowerInvariant().Replace(' ', '-')) is { } named ? [named]
        : [.. lexicon.FindIn(meaning).Select(match => match.Value).Distinct().Take(MostOfOneTerm)];
}
