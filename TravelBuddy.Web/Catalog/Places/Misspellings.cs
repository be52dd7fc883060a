using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Catalog.Places;

/// <summary>
/// Finds the place meant by a slip of the keyboard: names are compared without diacritics and spaces. Good Vietnamese syllables are taken at their word,
/// however near they come: Thanh Hà is not Thanh Hóa, misspelt. Only what some parts of the country say alike is taken for the other.
/// </summary>
public sealed class Misspellings
{
    /// <summary>The popularity of places that people write about; most of the gazetteer are sights that few do.</summary>
    public const double WellKnown = .8;

    private const int ShortestName = 4;
    private const int ShortestText = 5;

    /// <summary>Words and names of their own that stand a letter beside a short name: nobody from Maine means Mũi Né.</summary>
    private static readonly HashSet<string> NoSlips = new(StringComparer.Ordinal) { "maine", "dalai", "chaps", "canto", "banal" };

    private readonly NearestNames<Place> _all = new();
    private readonly NearestNames<Place> _wellKnown = new();
    private readonly Dictionary<string, Place> _heard = new(StringComparer.Ordinal);

    /// <param name="places">Places by their names; those of fewer than four letters are too near to everything.</param>
    public Misspellings(IEnumerable<(string Name, Place Place)> places)
    {
        foreach (var (name, place) in places.OrderByDescending(entry => entry.Place.Popularity))
        {
            var words = Tokenizer.Tokens(name);
            var letters = Letters(words);
            if (letters.Length < ShortestName)
            {
                continue;
            }

            _all.Add(letters, place);
            if (place.Popularity >= WellKnown)
            {
                _wellKnown.Add(letters, place);
                if (AreSyllables(words))
                {
                    _heard.TryAdd(Heard(words), place);
                }
            }
        }
    }

    /// <summary>The place whose name a text comes nearest to, the most popular of several; null if none is near enough or the text is good Vietnamese.</summary>
    public Place? Find(string text)
    {
        var words = Tokenizer.Tokens(text);
        var letters = Letters(words);
        return MayBeMisspelt(words, letters) ? _all.Find(letters) : WrittenByEar(words);
    }

    /// <summary>The same for words that stand together in running text, if a well-known place is nearest; quick where none is near.</summary>
    public Place? FindWellKnown(IReadOnlyList<Token> words)
    {
        var letters = Letters(words);
        return _wellKnown.Find(letters) is not null && MayBeMisspelt(words, letters) && _all.Find(letters) is { Popularity: >= WellKnown } place ? place : null;
    }

    /// <summary>The well-known place that sounds like two or three good syllables to some of those who speak Vietnamese: "Nha Chang", "Xa Pa", "Đà Lạc"; null if none does.</summary>
    public Place? WrittenByEar(IReadOnlyList<Token> words) => AreSyllables(words) ? _heard.GetValueOrDefault(Heard(words)) : null;

    private static bool AreSyllables(IReadOnlyList<Token> words) => words.Count is 2 or 3 && words.All(word => VietnameseSyllable.Fits(word.Folded));

    private static string Heard(IEnumerable<Token> words) => string.Join(' ', words.Select(word => VietnameseSyllable.Heard(word.Folded)));

    private static bool MayBeMisspelt(IReadOnlyList<Token> words, string letters) =>
        letters.Length >= ShortestText && letters.All(char.IsAsciiLetter) && !NoSlips.Contains(letters) && !words.All(word => VietnameseSyllable.Fits(word.Folded));

    private static string Letters(IEnumerable<Token> words) => string.Concat(words.Select(word => word.Folded));
}
