using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Long English words of the lexicon, misspelt by a letter or two: "vegeterian", "snorkling". Where something else is understood, a word is taken as written.</summary>
internal sealed class MisspeltConcepts
{
    private const int LeastLetters = 7;

    private readonly NearestNames<Concept> _words = new();

    public MisspeltConcepts(Lexicon lexicon)
    {
        foreach (var concept in lexicon.Concepts.OrderBy(concept => concept.Id, StringComparer.Ordinal))
        {
            foreach (var word in concept.En.SelectMany(form => new[] { form, form + "s" }).Select(TextFolding.Fold).Where(LongWord))
            {
                _words.Add(word, concept);
            }
        }
    }

    /// <param name="taken">Spans that mean something else.</param>
    public IEnumerable<PhraseMatch<Concept>> Find(string text, IReadOnlyList<(int Start, int End)> taken) =>
        from token in Tokenizer.Tokens(text)
        where LongWord(token.Folded) && !token.Accented && !StopWords.Contains(token.Folded) && !VietnameseSyllable.Fits(token.Folded)
            && !(char.IsUpper(text[token.Start]) && token.Start > 0) && !taken.Any(span => span.Start < token.End && token.Start < span.End)
        let concept = _words.Find(token.Folded)
        where concept is not null
        select new PhraseMatch<Concept>(concept, token.Start, token.End);

    private static bool LongWord(string folded) => folded.Length >= LeastLetters && folded.All(char.IsAsciiLetter);
}
