using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Long English words of the lexicon, misspelt by a letter or two: "vegeterian", "snorkling". Where something else is understood, a word is taken as written.</summary>
internal sealed class MisspeltConcepts(Lexicon lexicon)
{
    private const int LeastLetters = 7;
    private const int LettersForTwo = 9;

    private readonly ILookup<char, (string Word, Concept Concept)> _byInitial = lexicon.Concepts
        .SelectMany(concept => concept.En.SelectMany(form => new[] { form, form + "s" }).Select(TextFolding.Fold).Where(form => form.Length >= LeastLetters && form.All(char.IsAsciiLetter)).Select(form => (form, concept)))
        .ToLookup(entry => entry.form[0], entry => (entry.form, entry.concept));

    /// <param name="taken">Spans that mean something else.</param>
    public IEnumerable<PhraseMatch<Concept>> Find(string text, IReadOnlyList<(int Start, int End)> taken)
    {
        foreach (var token in Tokenizer.Tokens(text).Where(token => token.Folded.Length >= LeastLetters && !token.Accented && token.Folded.All(char.IsAsciiLetter)))
        {
            if (StopWords.Contains(token.Folded) || VietnameseSyllable.Fits(token.Folded) || char.IsUpper(text[token.Start]) && token.Start > 0 || taken.Any(span => span.Start < token.End && token.Start < span.End))
            {
                continue;
            }

            var most = token.Folded.Length >= LettersForTwo ? 2 : 1;
            var nearest = _byInitial[token.Folded[0]]
                .Where(entry => Math.Abs(entry.Word.Length - token.Folded.Length) <= most)
                .Select(entry => (entry.Concept, Distance: Misspellings.EditDistance(token.Folded, entry.Word)))
                .Where(entry => entry.Distance <= most)
                .OrderBy(entry => entry.Distance).ThenBy(entry => entry.Concept.Id, StringComparer.Ordinal)
                .FirstOrDefault();
            if (nearest.Concept is { } concept)
            {
                yield return new PhraseMatch<Concept>(concept, token.Start, token.End);
            }
        }
    }
}
