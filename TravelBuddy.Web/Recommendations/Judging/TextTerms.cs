namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>
/// How often each word and each two neighbouring words stand in a text: hashes in order and their counts, small enough to keep for every package. Most terms that are asked for do not stand in a text, which a
/// bit for each of 2,048 classes of hashes nearly always tells (Bloom, Communications of the ACM 13, 1970).
/// </summary>
public sealed class TextTerms
{
    private const int Classes = 2048;

    private readonly uint[] _terms;
    private readonly byte[] _times;
    private readonly ulong[] _classes = new ulong[Classes / 64];

    private TextTerms(uint[] terms, byte[] times, int words)
    {
        _terms = terms;
        _times = times;
        Words = words;
        foreach (var term in terms)
        {
            _classes[term % Classes / 64] |= 1UL << (int)term;
        }
    }

    /// <summary>The length of the text in words.</summary>
    public int Words { get; }

    /// <summary>Of the words of a text in order, folded.</summary>
    public static TextTerms Of(IReadOnlyList<string> words)
    {
        uint[] all = [.. TermsOf(words)];
        Array.Sort(all);
        var terms = new List<uint>(all.Length);
        var times = new List<byte>(all.Length);
        foreach (var term in all)
        {
            if (terms.Count > 0 && terms[^1] == term)
            {
                times[^1] = (byte)Math.Min(times[^1] + 1, byte.MaxValue);
            }
            else
            {
                terms.Add(term);
                times.Add(1);
            }
        }

        return new TextTerms([.. terms], [.. times], words.Count);
    }

    /// <summary>How often a term stands in the text, at most 255.</summary>
    public byte Times(uint term) => (_classes[term % Classes / 64] >> (int)term & 1) != 0 && Array.BinarySearch(_terms, term) is >= 0 and var at ? _times[at] : (byte)0;

    /// <summary>The terms of a phrase: its words, and each two that stand side by side.</summary>
    public static IEnumerable<uint> TermsOf(IReadOnlyList<string> words) =>
        words.Select(Term).Concat(words.Skip(1).Select((word, i) => Term(words[i], word)));

    private static uint Term(string word) => Hash(word, 2166136261);

    private static uint Term(string first, string second) => Hash(second, (Hash(first, 2166136261) ^ ' ') * 16777619);

    // FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv): of a few hundred terms in a text hardly two ever meet.
    private static uint Hash(string word, uint hash)
    {
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash;
    }
}
