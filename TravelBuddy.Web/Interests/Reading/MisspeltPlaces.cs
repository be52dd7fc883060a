using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>Well-known places in running text, misspelt by a letter or two ("3 days in halogn bay", "hanoy food tour") or by ear ("Nha Chang"), where nothing else was understood.</summary>
internal static class MisspeltPlaces
{
    private const int MostWords = 3;
    private const int LeastLetters = 6;
    private const int LeastLettersOfOneWord = 5;

    /// <param name="taken">Spans that mean something else.</param>
    public static IEnumerable<Found<PlaceWish>> Find(string text, Gazetteer gazetteer, IReadOnlyList<(int Start, int End)> taken)
    {
        var words = Tokenizer.Tokens(text);
        for (var i = 0; i < words.Count; i++)
        {
            for (var count = Math.Min(MostWords, words.Count - i); count > 0; count--)
            {
                Token[] some = [.. words.Skip(i).Take(count)];
                if (Stand(some, text, taken) && Meant(some) is { Kind: not "country" } place && !PlaceGrammar.NeedCapitals.Contains(TextFolding.Fold(place.Name)))
                {
                    yield return new Found<PlaceWish>(new PlaceWish(place.Id, null), some[0].Start, some[^1].End);
                    i += count - 1;
                    break;
                }
            }
        }

        Place? Meant(Token[] some) =>
            (IsLongEnough(some, text) && (IsName(some, text) || !some.Any(word => StopWords.Contains(word.Folded))) ? gazetteer.ResolveMisspelt(some) : null) ?? (IsName(some, text) ? gazetteer.ResolveHeard(some) : null);
    }

    // Two words of five letters together ("he noi") come near to a name by chance, and so does a surname ("Mike Hogan").
    private static bool IsLongEnough(Token[] words, string text) => words.Sum(word => word.Folded.Length) >= (words.Length == 1 && !IsName(words, text) ? LeastLettersOfOneWord : LeastLetters);

    // "Một cháu" is no Mộc Châu.
    private static bool IsName(Token[] words, string text) => words.All(word => char.IsUpper(text[word.Start]) && (word.End - word.Start < 2 || char.IsLower(text[word.Start + 1])));

    private static bool Stand(Token[] words, string text, IReadOnlyList<(int Start, int End)> taken) =>
        words.All(word => !taken.Any(span => span.Start < word.End && word.Start < span.End))
        && words.Zip(words.Skip(1)).All(pair => string.IsNullOrWhiteSpace(text[pair.First.End..pair.Second.Start]));
}
