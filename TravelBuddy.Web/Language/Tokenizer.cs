namespace TravelBuddy.Web.Language;

/// <summary>A word of a text: its normalised and folded spelling and its half-open span in UTF-16 units of the text as given.</summary>
public readonly record struct Token(string Normalized, string Folded, bool Accented, int Start, int End);

/// <summary>Splits text into words: runs of letters, marks and digits; the star of a hotel's "3*" belongs to its digit.</summary>
public static class Tokenizer
{
    /// <summary>The words of a text in lower case without diacritics, one space between.</summary>
    public static string Folded(string text) => string.Join(' ', Tokens(text).Select(token => token.Folded));

    /// <summary>The words of a text in order; spans point into the text exactly as it was given, composed or not.</summary>
    public static IReadOnlyList<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        var spellings = new Dictionary<string, Spelling>(StringComparer.Ordinal);
        var known = spellings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark))
            {
                i++;
            }

            if (i == start)
            {
                i++;
                continue;
            }

            if (i < text.Length && text[i] == '*' && char.IsAsciiDigit(text[i - 1]))
            {
                i++;
            }

            if (!known.TryGetValue(text.AsSpan(start, i - start), out var spelling))
            {
                spelling = Spelling.Of(text[start..i]);
                known[text.AsSpan(start, i - start)] = spelling;
            }

            tokens.Add(new Token(spelling.Normalized, spelling.Folded, spelling.Accented, start, i));
        }

        return tokens;
    }

    /// <summary>A word's spellings, worked out once for each word of a text.</summary>
    private readonly record struct Spelling(string Normalized, string Folded, bool Accented)
    {
        public static Spelling Of(string word)
        {
            var normalized = TextFolding.Normalize(word);
            var accented = TextFolding.HasDiacritics(normalized);
            return new Spelling(normalized, accented ? TextFolding.FoldNormalized(normalized) : normalized, accented);
        }
    }
}
