namespace TravelBuddy.Web.Language;

/// <summary>A phrase found in a text: what it names and the half-open span [<paramref name="Start"/>, <paramref name="End"/>) in UTF-16 units of the text as given.</summary>
public readonly record struct PhraseMatch<T>(T Value, int Start, int End);

/// <summary>
/// Finds known phrases in running text, longest first, with or without Vietnamese diacritics. A token written with diacritics matches only
/// that spelling; a token without matches the folded form of a phrase of several words. A folded single word (chay for chạy) counts only
/// where the phrase allows it and the text has no diacritics at all, because single folded syllables collide.
/// </summary>
public sealed class PhraseIndex<T>
{
    private sealed record Entry(string[] Tokens, bool SingleFolds, bool UpperOnly, T Value);

    private readonly Dictionary<string, List<Entry>> _entries = new(StringComparer.Ordinal);
    private int _longest;

    /// <summary>An English phrase with its regular inflections: the last word with s, es or ing.</summary>
    public void AddEnglish(string phrase, T value)
    {
        foreach (var ending in (ReadOnlySpan<string>)["", "s", "es", "ing"])
        {
            Add(phrase + ending, value);
        }
    }

    /// <summary>Adds a phrase; one without a letter ("2*") is left out, for its bare digits would be found in every number. <paramref name="singleFolds"/>: a one-word phrase may match without its diacritics; <paramref name="upperOnly"/>: shorthand such as "HN", only when written in capitals.</summary>
    public void Add(string phrase, T value, bool singleFolds = true, bool upperOnly = false)
    {
        var tokens = Tokenizer.Tokens(phrase).Select(token => token.Normalized).ToArray();
        if (!phrase.Any(char.IsLetter))
        {
            return;
        }

        var key = string.Join(' ', tokens.Select(TextFolding.Fold));
        (_entries.TryGetValue(key, out var list) ? list : _entries[key] = []).Add(new Entry(tokens, singleFolds, upperOnly, value));
        _longest = Math.Max(_longest, tokens.Length);
    }

    /// <summary>All matches, left to right, not overlapping, the longest at each position; several values of one span all come.</summary>
    public IReadOnlyList<PhraseMatch<T>> FindIn(string text)
    {
        var tokens = Tokenizer.Tokens(text);
        var accented = TextFolding.HasDiacritics(text);
        var found = new List<PhraseMatch<T>>();
        for (var i = 0; i < tokens.Count;)
        {
            var consumed = 0;
            for (var length = Math.Min(_longest, PhraseEnd(text, tokens, i) - i); length > 0 && consumed == 0; length--)
            {
                consumed = Match(text, tokens, i, length, accented, found) ? length : 0;
            }

            i += Math.Max(consumed, 1);
        }

        return found;
    }

    /// <summary>The values whose phrase is the whole text, exact spelling before folded.</summary>
    public IReadOnlyList<T> FindWhole(string text)
    {
        var tokens = Tokenizer.Tokens(text);
        if (tokens.Count == 0 || !_entries.TryGetValue(Key(tokens, 0, tokens.Count), out var entries))
        {
            return [];
        }

        var exact = entries.Where(entry => entry.Tokens.Select((token, k) => token == tokens[k].Normalized).All(same => same)).ToList();
        return [.. (exact.Count > 0 ? exact : entries.Where(entry => Compatible(entry, tokens, 0))).Select(entry => entry.Value)];
    }

    private bool Match(string text, IReadOnlyList<Token> tokens, int at, int length, bool accented, List<PhraseMatch<T>> found)
    {
        if (!_entries.TryGetValue(Key(tokens, at, length), out var entries))
        {
            return false;
        }

        var start = tokens[at].Start;
        var end = tokens[at + length - 1].End;
        var before = found.Count;
        foreach (var entry in entries)
        {
            var exact = entry.Tokens.Select((token, k) => token == tokens[at + k].Normalized).All(same => same);
            var folded = !exact && Compatible(entry, tokens, at) && (length > 1 || (entry.SingleFolds && !accented));
            var written = text.AsSpan(start, end - start);
            if ((exact || folded) && (!entry.UpperOnly || written.ToString() == written.ToString().ToUpperInvariant()))
            {
                found.Add(new PhraseMatch<T>(entry.Value, start, end));
            }
        }

        return found.Count > before;
    }

    /// <summary>The token after the last that a phrase beginning at <paramref name="at"/> can reach: punctuation ends a phrase, but not the dot of an abbreviation (TP. Hồ Chí Minh).</summary>
    private static int PhraseEnd(string text, IReadOnlyList<Token> tokens, int at)
    {
        var end = at + 1;
        while (end < tokens.Count && Joins(text.AsSpan(tokens[end - 1].End, tokens[end].Start - tokens[end - 1].End), tokens[end - 1]))
        {
            end++;
        }

        return end;
    }

    private static bool Joins(ReadOnlySpan<char> between, Token before) =>
        between.IndexOfAny(",;:!?()[]|\"\n\r") < 0 && (!between.Contains('.') || before.End - before.Start <= 2 || between is ".");

    private static bool Compatible(Entry entry, IReadOnlyList<Token> tokens, int at) =>
        entry.Tokens.Select((token, k) => token == tokens[at + k].Normalized
            || (!tokens[at + k].Accented && TextFolding.Fold(token) == tokens[at + k].Normalized)).All(same => same);

    private static string Key(IReadOnlyList<Token> tokens, int at, int length) =>
        string.Join(' ', Enumerable.Range(at, length).Select(k => tokens[k].Folded));
}
