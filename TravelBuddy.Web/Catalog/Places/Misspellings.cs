using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Catalog.Places;

/// <summary>
/// Finds the place meant by a slip of the keyboard: names are compared without diacritics and spaces by restricted Damerau-Levenshtein distance (Damerau 1964:
/// a letter too many, missing, wrong, or two exchanged), at most one in five to eight letters and two in longer ones, the first letter right.
/// Good Vietnamese syllables are taken at their word, however near they come: Thanh Hà is not Thanh Hóa, misspelt.
/// </summary>
public sealed class Misspellings
{
    private const int ShortestName = 4;
    private const int ShortestForOne = 5;
    private const int ShortestForTwo = 9;
    private const int Longest = 40;

    private readonly Dictionary<char, List<(string Letters, Place Place)>> _byInitial = [];

    /// <summary>Adds a name of a place; names of fewer than four letters are too near to everything.</summary>
    public void Add(string name, Place place)
    {
        var letters = Letters(Tokenizer.Tokens(name));
        if (letters.Length is >= ShortestName and <= Longest)
        {
            (_byInitial.TryGetValue(letters[0], out var list) ? list : _byInitial[letters[0]] = []).Add((letters, place));
        }
    }

    /// <summary>The place whose name a text comes nearest to, the most popular of several; null if none is near enough or the text is good Vietnamese.</summary>
    public Place? Find(string text) => Find(Tokenizer.Tokens(text));

    /// <summary>The same for words that stand together.</summary>
    public Place? Find(IReadOnlyList<Token> words)
    {
        var letters = Letters(words);
        if (letters.Length is < ShortestForOne or > Longest || !letters.All(char.IsAsciiLetter) || words.All(word => VietnameseSyllable.Fits(word.Folded)) || !_byInitial.TryGetValue(letters[0], out var names))
        {
            return null;
        }

        var most = letters.Length >= ShortestForTwo ? 2 : 1;
        var nearest = names
            .Where(entry => Math.Abs(entry.Letters.Length - letters.Length) <= most)
            .Select(entry => (entry.Place, Distance: EditDistance(letters, entry.Letters)))
            .OrderBy(entry => entry.Distance).ThenByDescending(entry => entry.Place.Popularity)
            .FirstOrDefault((Place: null!, Distance: int.MaxValue));
        return nearest.Distance <= most ? nearest.Place : null;
    }

    /// <summary>Restricted Damerau-Levenshtein distance: how many letters to insert, delete, replace or exchange with their neighbour, no letter twice.</summary>
    public static int EditDistance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[b.Length];
    }

    private static string Letters(IEnumerable<Token> words) => string.Concat(words.Select(word => word.Folded));
}
