using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Wishes measured against a list: "quieter", "less crowded", "more adventurous", "yên tĩnh hơn".</summary>
internal static partial class Comparatives
{
    private const int LeastLetters = 6;

    /// <summary>Concepts whose English word is compared: "quieter" is quiet, "easier" easy.</summary>
    /// <param name="taken">Spans that mean something else.</param>
    public static IEnumerable<PhraseMatch<Concept>> Find(string text, Lexicon lexicon, IReadOnlyList<(int Start, int End)> taken) =>
        from token in Tokenizer.Tokens(text)
        where token.Folded.Length >= LeastLetters && token.Folded.EndsWith("er", StringComparison.Ordinal) && !token.Accented && !taken.Any(span => span.Start < token.End && token.Start < span.End)
        let concept = Positives(token.Folded).SelectMany(lexicon.FindIn).Select(match => match.Value).FirstOrDefault(concept => concept.Kind is ConceptKind.Theme or ConceptKind.Difficulty or ConceptKind.Amenity)
        where concept is not null
        select new PhraseMatch<Concept>(concept, token.Start, token.End);

    /// <summary>Whether any of these spans is compared with what was shown before.</summary>
    public static bool Any(FoldedText text, IEnumerable<(int Start, int End)> spans) => spans.Any(span =>
    {
        var (start, end) = (text.FoldedIndex(span.Start), text.FoldedIndex(span.End));
        return Compared().IsMatch(text.Folded[start..end]) || text.Before(MoreOrLess(), start).Success || Than().IsMatch(text.After(span.End));
    });

    private static IEnumerable<string> Positives(string comparative)
    {
        yield return comparative[..^2];
        yield return comparative[..^1];
        if (comparative[^3] == 'i')
        {
            yield return comparative[..^3] + "y";
        }

        if (comparative[^3] == comparative[^4])
        {
            yield return comparative[..^3];
        }
    }

    [GeneratedRegex(@"^(?:less|fewer|more)\b|^[a-z]+er$")]
    private static partial Regex Compared();

    [GeneratedRegex(@"\b(?:more|less|fewer)\s+$")]
    private static partial Regex MoreOrLess();

    [GeneratedRegex(@"^\s*(?:hon\b(?!\s*\d)|nua\s*(?:$|[,.!?]|di\b|nha\b|nhe\b))")]
    private static partial Regex Than();
}
