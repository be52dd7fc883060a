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
    private sealed record Entry(string[] Tokens, bool SingleFolds, bool UpperOnly, bool Folds, T Value);

    /// <summary>The phrases that share their first folded words.</summary>
    private sealed class Branch
    {
        public Dictionary<string, Branch> Next { get; } = new(StringComparer.Ordinal);

        public List<Entry> Entries { get; } = [];
    }

    private readonly Branch _root = new();

    /// <summary>An English phrase with the regular endings of its last word.</summary>
    public void AddEnglish(string phrase, T value)
    {
        foreach (var ending in EnglishEndings.Of(phrase))
        {
            Add(phrase + ending, value);
        }
    }

    /// <summary>Adds a phrase; one without a letter ("2*") is left out, for its bare digits would be found in every number. <paramref name="singleFolds"/>: a one-word phrase may match without its diacritics; <paramref name="upperOnly"/>: shorthand such as "HN", only when written in capitals. Without <paramref name="folds"/> it matches only with its diacritics.</summary>
    public void Add(string phrase, T value, bool singleFolds = true, bool upperOnly = false, bool folds = true)
    {
        var tokens = Tokenizer.Tokens(phrase).Select(token => token.Normalized).ToArray();
        if (!phrase.Any(char.IsLetter))
        {
            return;
        }

        var branch = _root;
        foreach (var token in tokens)
        {
            var folded = TextFolding.Fold(token);
            branch = branch.Next.TryGetValue(folded, out var next) ? next : branch.Next[folded] = new Branch();
        }

        branch.Entries.Add(new Entry(tokens, singleFolds, upperOnly, folds, value));
    }

    /// <summary>All matches, left to right, not overlapping, the longest at each position; several values of one span all come.</summary>
    public IReadOnlyList<PhraseMatch<T>> FindIn(string text)
    {
        var tokens = Tokenizer.Tokens(text);
        var accented = TextFolding.HasDiacritics(text);
        var found = new List<PhraseMatch<T>>();
        var path = new List<Branch>();
        for (var i = 0; i < tokens.Count;)
        {
            Follow(text, tokens, i, path);
            var length = path.Count;
            while (length > 0 && !Match(text, tokens, i, length, accented, path[length - 1].Entries, found))
            {
                length--;
            }

            i += Math.Max(length, 1);
        }

        return found;
    }

    /// <summary>The values whose phrase is the whole text, exact spelling before folded.</summary>
    public IReadOnlyList<T> FindWhole(string text)
    {
        var tokens = Tokenizer.Tokens(text);
        var branch = _root;
        foreach (var token in tokens)
        {
            if (!branch.Next.TryGetValue(token.Folded, out branch!))
            {
                return [];
            }
        }

        var exact = branch.Entries.Where(entry => IsExact(entry, tokens, 0)).ToList();
        return [.. (exact.Count > 0 ? exact : branch.Entries.Where(entry => IsFolded(entry, tokens, 0))).Select(entry => entry.Value)];
    }

    /// <summary>The branches that the words from <paramref name="at"/> on lead along, as far as punctuation and the phrases go.</summary>
    private void Follow(string text, IReadOnlyList<Token> tokens, int at, List<Branch> path)
    {
        path.Clear();
        var branch = _root;
        for (var k = at; k < tokens.Count && (k == at || Joins(text.AsSpan(tokens[k - 1].End, tokens[k].Start - tokens[k - 1].End), tokens[k - 1])) && branch.Next.TryGetValue(tokens[k].Folded, out branch!); k++)
        {
            path.Add(branch);
        }
    }

    private static bool Match(string text, IReadOnlyList<Token> tokens, int at, int length, bool accented, List<Entry> entries, List<PhraseMatch<T>> found)
    {
        var start = tokens[at].Start;
        var end = tokens[at + length - 1].End;
        var before = found.Count;
        foreach (var entry in entries)
        {
            var fits = IsExact(entry, tokens, at) || (length > 1 || entry.SingleFolds && !accented) && IsFolded(entry, tokens, at);
            if (fits && (!entry.UpperOnly || IsUpper(text.AsSpan(start, end - start))))
            {
                found.Add(new PhraseMatch<T>(entry.Value, start, end));
            }
        }

        return found.Count > before;
    }

    private static bool IsUpper(ReadOnlySpan<char> text) => text.ToString() is var written && written == written.ToUpperInvariant();

    /// <summary>Punctuation ends a phrase, but not the dot of an abbreviation (TP. Hồ Chí Minh).</summary>
    private static bool Joins(ReadOnlySpan<char> between, Token before) =>
        between.IndexOfAny(",;:!?()[]|\"\n\r") < 0 && (!between.Contains('.') || before.End - before.Start <= 2 || between is ".");

    private static bool IsExact(Entry entry, IReadOnlyList<Token> tokens, int at)
    {
        for (var k = 0; k < entry.Tokens.Length; k++)
        {
            if (entry.Tokens[k] != tokens[at + k].Normalized)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether each word is spelt as in the phrase or without its diacritics; that they fold to the same is known from the branch.</summary>
    private static bool IsFolded(Entry entry, IReadOnlyList<Token> tokens, int at)
    {
        if (!entry.Folds)
        {
            return false;
        }

        for (var k = 0; k < entry.Tokens.Length; k++)
        {
            if (tokens[at + k].Accented && entry.Tokens[k] != tokens[at + k].Normalized)
            {
                return false;
            }
        }

        return true;
    }
}
