using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Concepts that share words: "resort có hồ bơi riêng" is a resort with a pool, and a pool of one's own; "villa có hồ bơi" is a villa too.</summary>
internal static class ConceptsBeside
{
    /// <summary>How far beyond a match a phrase that begins in it is looked for; no form of the lexicon is longer.</summary>
    private const int Reach = 80;

    /// <summary>The matches, those that begin inside one and reach beyond it, and lodgings inside phrases of their amenities; a concept whose narrower one begins inside it gives way.</summary>
    public static IReadOnlyList<PhraseMatch<Concept>> Complete(string text, Lexicon lexicon, IReadOnlyList<PhraseMatch<Concept>> found)
    {
        var all = new List<PhraseMatch<Concept>>(found);
        foreach (var match in found.Where(match => match.Value.Kind == ConceptKind.Amenity || text.AsSpan(match.Start, match.End - match.Start).Contains(' ')))
        {
            foreach (var token in Tokenizer.Tokens(text[match.Start..match.End]))
            {
                var from = match.Start + token.Start;
                all.AddRange(lexicon.FindIn(text[from..Math.Min(text.Length, match.End + Reach)])
                    .TakeWhile(other => other.Start == 0)
                    .Where(other => from > match.Start && from + other.End > match.End && !found.Any(later => later.Start < from + other.End && match.End <= later.Start && later.End - later.Start > other.End))
                    .Select(other => new PhraseMatch<Concept>(other.Value, from, from + other.End)));
                if (match.Value.Kind == ConceptKind.Amenity)
                {
                    all.AddRange(lexicon.FindIn(text[from..(match.Start + token.End)]).Where(other => other.Value.Kind == ConceptKind.Lodging).Select(other => new PhraseMatch<Concept>(other.Value, from, from + other.End)));
                }
            }
        }

        all.RemoveAll(match => all.Any(other => match.Start < other.Start && other.Start < match.End && match.End < other.End && other.Value.Broader.Contains(match.Value.Id)));
        // "No party boat" refuses the boat, though "no party" is a wish by itself.
        all.RemoveAll(match => match.Value.Kind != ConceptKind.Diet && ConceptGrammar.AfterDenial(text[match.Start..match.End]) is > 0 and var denial && all.Any(other => other.Start == match.Start + denial && match.End < other.End));
        return [.. all.Distinct().OrderBy(match => match.Start).ThenBy(match => match.End)];
    }
}
