using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Roles;

/// <summary>A folded text as words and punctuation, with each mention of a place or a thing as one word and every number as another.</summary>
internal sealed partial class MentionWords
{
    /// <summary>The word that stands for a place.</summary>
    public const string Place = "<place>";

    private const int WordsBefore = 14;
    private const int WordsAfter = 12;

    private readonly List<string> _words = [];
    private readonly int[] _at;

    /// <param name="text">The text.</param>
    /// <param name="mentions">The mentions in their order, each with the word that stands for it.</param>
    public MentionWords(FoldedText text, IReadOnlyList<(int Start, int End, string Word)> mentions)
    {
        _at = new int[mentions.Count];
        var read = 0;
        for (var i = 0; i < _at.Length; i++)
        {
            var start = text.FoldedIndex(mentions[i].Start);
            if (start >= read)
            {
                Add(text.Folded[read..start]);
                _words.Add(mentions[i].Word);
                read = text.FoldedIndex(mentions[i].End);
            }

            // A name inside another ("Ha Long" in "Ha Long Bay") stands where that one does.
            _at[i] = _words.Count - 1;
        }

        Add(text.Folded[read..]);
    }

    /// <summary>How many words there are, punctuation left out.</summary>
    public int Count => _words.Count(word => word.Length > 1 || char.IsLetterOrDigit(word[0]) || word == "#");

    /// <summary>Cues of the words around a mention: the nearest singly and in pairs, and those of its sentence as a bag.</summary>
    public void AddCues(int mention, List<string> cues)
    {
        for (var offset = 1; offset <= 4; offset++)
        {
            cues.Add($"b{offset}={Beside(mention, -offset)}");
        }

        for (var offset = 1; offset <= 3; offset++)
        {
            cues.Add($"a{offset}={Beside(mention, offset)}");
        }

        cues.Add($"b21={Beside(mention, -2)} {Beside(mention, -1)}");
        cues.Add($"b32={Beside(mention, -3)} {Beside(mention, -2)}");
        cues.Add($"b321={Beside(mention, -3)} {Beside(mention, -2)} {Beside(mention, -1)}");
        cues.Add($"a12={Beside(mention, 1)} {Beside(mention, 2)}");
        cues.Add($"a23={Beside(mention, 2)} {Beside(mention, 3)}");
        cues.Add($"ba={Beside(mention, -1)} {Beside(mention, 1)}");
        AddBag("before", Before(mention), cues);
        AddBag("after", After(mention), cues);
    }

    /// <summary>The word so many before (negative) or after a mention.</summary>
    public string Beside(int mention, int offset) => _at[mention] + offset is var i && i < 0 ? "<start>" : i < _words.Count ? _words[i] : "<end>";

    /// <summary>The words between a mention and the one before it.</summary>
    public IReadOnlyList<string> Between(int mention) => _at[mention] > _at[mention - 1] ? _words[(_at[mention - 1] + 1).._at[mention]] : [];

    /// <summary>Which quarter of the text a mention stands in, 0 to 3.</summary>
    public int Quarter(int mention) => 4 * _at[mention] / _words.Count;

    private static void AddBag(string side, IReadOnlyList<string> words, List<string> cues)
    {
        cues.AddRange(words.Distinct().Select(word => $"{side}={word}"));
        cues.AddRange(words.Zip(words.Skip(1)).Distinct().Select(pair => $"{side}={pair.First} {pair.Second}"));
    }

    // The words before a mention in its sentence, the nearest first.
    private IReadOnlyList<string> Before(int mention)
    {
        var end = _at[mention];
        var start = end;
        while (start > 0 && end - start < WordsBefore && !EndsSentence(_words[start - 1]))
        {
            start--;
        }

        return [.. Enumerable.Reverse(_words[start..end])];
    }

    // The words after a mention in its sentence, the nearest first.
    private IReadOnlyList<string> After(int mention)
    {
        var start = _at[mention] + 1;
        var end = start;
        while (end < _words.Count && end - start < WordsAfter && !EndsSentence(_words[end]))
        {
            end++;
        }

        return _words[start..end];
    }

    private static bool EndsSentence(string word) => word is "." or "!" or "?" or ";";

    private void Add(string folded)
    {
        foreach (Match word in Word().Matches(folded))
        {
            _words.Add(char.IsAsciiDigit(word.ValueSpan[0]) ? "#" : word.Value);
        }
    }

    [GeneratedRegex(@"[0-9]+[a-z]*|[a-z'][a-z0-9']*|[.,;:!?()/&+→-]", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
