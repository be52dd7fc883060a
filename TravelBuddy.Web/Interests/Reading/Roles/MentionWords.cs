using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading.Roles;

/// <summary>A folded text as words and punctuation, with each place as one word and every number as another.</summary>
internal sealed partial class MentionWords
{
    private const string Place = "<place>";

    private readonly List<string> _words = [];
    private readonly int[] _at;

    public MentionWords(NamedPlaces places)
    {
        var text = places.Text;
        _at = new int[places.Named.Count];
        var read = 0;
        for (var i = 0; i < _at.Length; i++)
        {
            var start = text.FoldedIndex(places.Named[i].Start);
            if (start >= read)
            {
                Add(text.Folded[read..start]);
                _words.Add(Place);
                read = text.FoldedIndex(places.Named[i].End);
            }

            // A name inside another ("Ha Long" in "Ha Long Bay") stands where that one does.
            _at[i] = _words.Count - 1;
        }

        Add(text.Folded[read..]);
    }

    /// <summary>How many words there are, punctuation left out.</summary>
    public int Count => _words.Count(word => word.Length > 1 || char.IsLetterOrDigit(word[0]) || word == "#");

    /// <summary>The word so many before (negative) or after a place.</summary>
    public string Beside(int place, int offset) => _at[place] + offset is var i && i < 0 ? "<start>" : i < _words.Count ? _words[i] : "<end>";

    /// <summary>The words before a place in its sentence, the nearest first.</summary>
    public IReadOnlyList<string> Before(int place, int longest)
    {
        var end = _at[place];
        var start = end;
        while (start > 0 && end - start < longest && !EndsSentence(_words[start - 1]))
        {
            start--;
        }

        return [.. Enumerable.Reverse(_words[start..end])];
    }

    /// <summary>The words after a place in its sentence, the nearest first.</summary>
    public IReadOnlyList<string> After(int place, int longest)
    {
        var start = _at[place] + 1;
        var end = start;
        while (end < _words.Count && end - start < longest && !EndsSentence(_words[end]))
        {
            end++;
        }

        return _words[start..end];
    }

    /// <summary>The words between a place and the one before it.</summary>
    public IReadOnlyList<string> Between(int place) => _at[place] > _at[place - 1] ? _words[(_at[place - 1] + 1).._at[place]] : [];

    /// <summary>Which quarter of the text a place stands in, 0 to 3.</summary>
    public int Quarter(int place) => 4 * _at[place] / _words.Count;

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
