using TravelBuddy.Web.Language;

namespace TravelBuddy.Tests.Language;

/// <summary>Finds phrases the plain way: every run of words against every phrase, longest first.</summary>
internal sealed class PhraseSearchReference(IReadOnlyList<(string Phrase, bool SingleFolds)> phrases)
{
    private readonly List<(Token[] Tokens, bool SingleFolds, string Phrase)> _phrases = [.. phrases.Select(entry => (Tokenizer.Tokens(entry.Phrase).ToArray(), entry.SingleFolds, entry.Phrase))];

    public IReadOnlyList<PhraseMatch<string>> FindIn(string text)
    {
        var tokens = Tokenizer.Tokens(text);
        var accented = TextFolding.HasDiacritics(text);
        var found = new List<PhraseMatch<string>>();
        for (var i = 0; i < tokens.Count;)
        {
            var length = tokens.Count - i;
            for (; length > 0; length--)
            {
                var some = tokens.Skip(i).Take(length).ToArray();
                var matches = Unbroken(text, some) ? _phrases.Where(phrase => Fits(phrase.Tokens, phrase.SingleFolds, some, accented)).ToList() : [];
                found.AddRange(matches.Select(match => new PhraseMatch<string>(match.Phrase, some[0].Start, some[^1].End)));
                if (matches.Count > 0)
                {
                    break;
                }
            }

            i += Math.Max(1, length);
        }

        return found;
    }

    private static bool Fits(Token[] phrase, bool singleFolds, Token[] words, bool accented) =>
        phrase.Length == words.Length
        && (phrase.Zip(words).All(pair => pair.First.Normalized == pair.Second.Normalized)
            || (phrase.Length > 1 || singleFolds && !accented) && phrase.Zip(words).All(pair => pair.First.Normalized == pair.Second.Normalized || !pair.Second.Accented && pair.First.Folded == pair.Second.Normalized));

    private static bool Unbroken(string text, Token[] words) => words.Zip(words.Skip(1)).All(pair =>
        text[pair.First.End..pair.Second.Start] is var between && between.IndexOfAny([',', ';', ':', '!', '?', '(', ')', '[', ']', '|', '"', '\n', '\r']) < 0
        && (!between.Contains('.', StringComparison.Ordinal) || pair.First.End - pair.First.Start <= 2 || between == "."));
}
