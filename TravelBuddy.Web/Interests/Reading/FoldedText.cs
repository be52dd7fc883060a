using System.Text;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>
/// A text beside its folded form (lower case, no diacritics, one kind of dash, quote and space), each folded character knowing where it stood.
/// The rules are written against the folded form; where an accent decides (đô, đó), <see cref="Written"/> gives what stood there.
/// </summary>
internal sealed class FoldedText
{
    public const char Claimed = '\u0001';

    /// <summary>How far from a word its neighbours matter, in characters.</summary>
    private const int Reach = 60;

    private readonly int[] _origin;
    private readonly StringBuilder _open;

    public FoldedText(string text)
    {
        Original = text;
        var folded = new StringBuilder(text.Length);
        var origin = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var c in Fold(text[i]))
            {
                folded.Append(c);
                origin.Add(i);
            }
        }

        Folded = folded.ToString();
        _open = folded;
        origin.Add(text.Length);
        _origin = [.. origin];
        Accented = TextFolding.HasDiacritics(text);
    }

    /// <summary>The text as it was given.</summary>
    public string Original { get; }

    /// <summary>The whole text, folded.</summary>
    public string Folded { get; }

    /// <summary>Whether any diacritics are used.</summary>
    public bool Accented { get; }

    /// <summary>The folded text with everything already understood blotted out.</summary>
    public string Open => _open.ToString();

    /// <summary>Blots out a folded span, so that no later rule reads it again.</summary>
    public void Claim(int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            _open[i] = Claimed;
        }
    }

    /// <summary>Blots out a folded half-open span that a rule understood.</summary>
    public Found<T> Claim<T>(int start, int end, T value)
    {
        Claim(start, end - start);
        var span = Span(start, end - start);
        return new Found<T>(value, span.Start, span.End);
    }

    /// <summary>The same for a capture.</summary>
    public Found<T> Claim<T>(Capture capture, T value) => Claim(capture.Index, capture.Index + capture.Length, value);

    /// <summary>The half-open span in the original text of a folded span.</summary>
    public (int Start, int End) Span(int start, int length) => (_origin[start], length == 0 ? _origin[start] : _origin[start + length]);

    /// <summary>The original text's spans of a capture's words: all of them, then without the last, and so on.</summary>
    public IEnumerable<(int Start, int End)> Shortened(Capture capture)
    {
        for (var words = capture.Value; words.Length > 0; words = words[..Math.Max(0, words.LastIndexOf(' '))])
        {
            yield return Span(capture.Index, words.Length);
        }
    }

    /// <summary>The folded position at or after a position of the original text.</summary>
    public int FoldedIndex(int original)
    {
        var found = Array.BinarySearch(_origin, original);
        if (found < 0)
        {
            return ~found;
        }

        while (found > 0 && _origin[found - 1] == original)
        {
            found--;
        }

        return found;
    }

    /// <summary>What a rule that ends in $ finds right before a folded position; captures count in the whole text.</summary>
    public Match Before(Regex rule, int at) => rule.Match(Folded, Math.Max(0, at - Reach), Math.Min(at, Reach));

    /// <summary>The folded text after a position of the original one, as far as a phrase goes.</summary>
    public string After(int original)
    {
        var at = FoldedIndex(original);
        return Folded[at..Math.Min(Folded.Length, at + Reach)];
    }

    /// <summary>What stood in the text for a folded capture, normalised; counted from a folded position.</summary>
    public string Written(Capture capture, int from = 0)
    {
        var (start, end) = Span(from + capture.Index, capture.Length);
        return TextFolding.Normalize(Original[start..end]);
    }

    /// <summary>Whether a folded capture may stand for a Vietnamese word: written so, or written without accents in a text or word that has none.</summary>
    public bool MayBe(Capture capture, string word)
    {
        var written = Written(capture);
        return written == word || (written == capture.Value && !Accented);
    }

    private static string Fold(char c) => c switch
    {
        < (char)0x80 => char.ToLowerInvariant(c) is var lower && char.IsWhiteSpace(lower) ? " " : lower.ToString(),
        '–' or '—' or '−' or '‑' => "-",
        '’' or '‘' or '´' or 'ʼ' => "'",
        _ when char.IsWhiteSpace(c) => " ",
        _ when char.IsSurrogate(c) => " ",
        _ when char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark => TextFolding.Fold(c.ToString()),
        _ => c.ToString(),
    };
}
