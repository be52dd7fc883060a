using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Short Vietnamese words that mean too many things in a sentence and only one when they stand alone between commas ("thien, chua, voi") or after a word for liking or seeing ("thich bien", "mê voi"), or for what must be ("phải chay").</summary>
internal static partial class LoneWords
{
    private static readonly Dictionary<string, (string Concept, string Spelling)> Meanings = new(StringComparer.Ordinal)
    {
        ["voi"] = ("elephant-experience", "voi"),
        ["bay"] = ("flight", "bay"),
        ["thien"] = ("meditation", "thiền"),
        ["chua"] = ("pagoda", "chùa"),
        ["hoa"] = ("flower-viewing", "hoa"),
        ["cuu"] = ("sheep-farm-visit", "cừu"),
        ["hang"] = ("cave", "hang"),
    };

    public static IEnumerable<PhraseMatch<Concept>> Find(FoldedText text, Lexicon lexicon) => BetweenCommas(text, lexicon).Concat(Liked(text, lexicon)).Concat(text.Accented ? Meatless(text, lexicon) : []);

    // "Bữa nào cũng phải chay"; unaccented it may as well be running.
    private static IEnumerable<PhraseMatch<Concept>> Meatless(FoldedText text, Lexicon lexicon) =>
        from Match match in Must().Matches(text.Folded)
        let word = match.Groups["word"]
        let vegetarian = lexicon.Find("vegetarian")
        where text.Written(word) == "chay" && vegetarian is not null
        let span = text.Span(word.Index, word.Length)
        select new PhraseMatch<Concept>(vegetarian, span.Start, span.End);

    private static IEnumerable<PhraseMatch<Concept>> Liked(FoldedText text, Lexicon lexicon) =>
        from Match match in LikedWord().Matches(text.Folded)
        where !text.Accented || text.Written(match.Groups["verb"]) is "thích" or "mê" or "khoái" or "yêu" or "ghiền" or "nghiện" or "ngắm" or "thăm" or "ghé" or "coi" or "xem"
        let word = match.Groups["word"]
        let meant = Meanings.TryGetValue(word.Value, out var lone) ? text.MayBe(word, lone.Spelling) ? lexicon.Find(lone.Concept) : null : lexicon.Named(text.Written(word)) is [var named] ? named : null
        where meant is { Kind: ConceptKind.Nature or ConceptKind.Culture or ConceptKind.Activity or ConceptKind.Food }
        let span = text.Span(word.Index, word.Length)
        select new PhraseMatch<Concept>(meant, span.Start, span.End);

    private static IEnumerable<PhraseMatch<Concept>> BetweenCommas(FoldedText text, Lexicon lexicon)
    {
        foreach (Match match in Alone().Matches(text.Folded))
        {
            var (id, spelling) = Meanings[match.Groups["word"].Value];
            var (start, end) = text.Span(match.Groups["word"].Index, match.Groups["word"].Length);
            if (text.MayBe(match.Groups["word"], spelling) && lexicon.Find(id) is { } concept)
            {
                yield return new PhraseMatch<Concept>(concept, start, end);
            }
        }
    }

    [GeneratedRegex(@"\b(?:phai|toan|deu|hoan toan)\s+(?<word>chay)\b")]
    private static partial Regex Must();

    [GeneratedRegex(@"\b(?<verb>thich|me|khoai|yeu|ghien|nghien|ngam|tham|ghe|coi|xem)\s+(?<word>[a-z]{2,})\b")]
    private static partial Regex LikedWord();

    [GeneratedRegex(@"(?:^|[,;.])\s*(?<word>voi|bay|thien|chua|cuu)(?=\s*(?:[,;.]|$))")]
    private static partial Regex Alone();
}
