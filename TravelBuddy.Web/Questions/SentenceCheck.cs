using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions;

/// <summary>
/// Whether a sentence that a model wrote says no more than the passages it cites. A sentence in their language must use their words; one in another language their things, names and numbers. Nothing a
/// provider did not say gets through: no address, no number, no name, and no yes made of a no.
/// </summary>
public sealed partial class SentenceCheck(Lexicon lexicon)
{
    private const int Longest = 300;
    private const double ShareOfWords = .7;
    private const int Stem = 4;

    public bool IsSaid(string sentence, string language, IReadOnlyList<Passage> cited)
    {
        var said = string.Join("\n", cited.Select(passage => passage.Text)).Normalize();
        sentence = sentence.Normalize();
        if (cited.Count == 0 || sentence.Length is 0 or > Longest || !Hosting.PlainText.Is(sentence) || Markup().IsMatch(sentence) || WebAddresses.MayBeIn(sentence) || sentence.Contains('@'))
        {
            return false;
        }

        var numbers = Numbers(said);
        if (!Numbers(sentence).IsSubsetOf(numbers) || Denies(sentence) != cited.Any(passage => Denies(passage.Text)))
        {
            return false;
        }

        return cited.All(passage => passage.Language == language) ? UsesWordsOf(sentence, said) : UsesThingsOf(sentence, said);
    }

    private static bool UsesWordsOf(string sentence, string said)
    {
        var stems = Tokenizer.Tokens(said).Select(token => StemOf(token.Folded)).ToHashSet(StringComparer.Ordinal);
        var words = Tokenizer.Tokens(sentence).Where(token => !Question.IsFiller(token.Folded)).Select(token => StemOf(token.Folded)).ToList();
        return words.Count > 0 && words.Count(stems.Contains) >= ShareOfWords * words.Count && NamesOf(sentence).All(name => stems.Contains(StemOf(name)));
    }

    private bool UsesThingsOf(string sentence, string said)
    {
        var things = lexicon.FindIn(said).SelectMany(match => match.Value.Broader.Append(match.Value.Id)).ToHashSet(StringComparer.Ordinal);
        var named = lexicon.FindIn(sentence).Select(match => match.Value.Id).Distinct().ToList();
        var words = Tokenizer.Tokens(said).Select(token => token.Folded).ToHashSet(StringComparer.Ordinal);
        var names = NamesOf(sentence).ToList();
        return named.All(things.Contains) && names.All(words.Contains) && named.Count + names.Count + Numbers(sentence).Count > 0;
    }

    /// <summary>Words written large that begin no sentence.</summary>
    private static IEnumerable<string> NamesOf(string sentence)
    {
        var tokens = Tokenizer.Tokens(sentence);
        for (var i = 1; i < tokens.Count; i++)
        {
            var between = sentence.AsSpan(tokens[i - 1].End, tokens[i].Start - tokens[i - 1].End);
            if (char.IsUpper(sentence[tokens[i].Start]) && between.IndexOfAny(".!?:") < 0 && !Question.IsFiller(tokens[i].Folded))
            {
                yield return tokens[i].Folded;
            }
        }
    }

    private static string StemOf(string word) => word.Length > Stem ? word[..Stem] : word;

    private static HashSet<string> Numbers(string text) => [.. Number().Matches(text).Select(match => match.Value.TrimStart('0'))];

    private static bool Denies(string text) => Denial().IsMatch(Tokenizer.Folded(text));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"[<>{}\[\]`|\\]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\b(?:no|not|none|never|without|cannot|can t|don t|doesn t|isn t|aren t|won t|except|excluded|extra|optional|unless|khong|chua|chang|ngoai tru|mien phi|tinh rieng|tuy chon)\b")]
    private static partial Regex Denial();
}
