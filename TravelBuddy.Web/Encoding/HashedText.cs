using System.Runtime.InteropServices;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// Words as hashed character n-grams (Bojanowski et al., "Enriching word vectors with subword information", TACL 2017; signs as in Weinberger et al.,
/// "Feature hashing for large scale multitask learning", ICML 2009): a word that no list knows still equals itself and resembles its inflections.
/// Diacritics do not count here.
/// </summary>
public static class HashedText
{
    private const int Shortest = 3;
    private const int Longest = 5;

    /// <summary>Adds a random direction of the given length that depends on nothing but the text.</summary>
    public static void AddDirection(ReadOnlySpan<char> text, Span<float> into, float length)
    {
        if (length <= 0 || into.IsEmpty)
        {
            return;
        }

        var state = Hash(text);
        var each = length / MathF.Sqrt(into.Length);
        for (var i = 0; i < into.Length; i++)
        {
            state = Mix(state + 0x9E3779B97F4A7C15);
            into[i] += (state & 1) == 0 ? each : -each;
        }
    }

    /// <summary>The unit vector of a phrase: the mean of its words', normalised; all zero if the phrase has no word.</summary>
    public static float[] Phrase(string text, int dimensions)
    {
        var vector = new float[dimensions];
        foreach (var token in Tokenizer.Tokens(text))
        {
            AddWord(token.Folded, vector);
        }

        Normalise(vector);
        return vector;
    }

    internal static void Normalise(Span<float> vector)
    {
        var norm = MathF.Sqrt(System.Numerics.Tensors.TensorPrimitives.SumOfSquares<float>(vector));
        if (norm > 0)
        {
            System.Numerics.Tensors.TensorPrimitives.Divide(vector, norm, vector);
        }
    }

    private static void AddWord(string folded, Span<float> into)
    {
        // The whole word weighs as much as all its pieces together, so that kin resembles and only the same word equals.
        AddDirection(folded, into, 1);
        var marked = "<" + folded + ">";
        var pieces = 0;
        for (var n = Shortest; n <= Longest; n++)
        {
            pieces += Math.Max(0, marked.Length - n + 1);
        }

        for (var n = Shortest; n <= Longest; n++)
        {
            for (var i = 0; i + n <= marked.Length; i++)
            {
                AddDirection(marked.AsSpan(i, n), into, 1 / MathF.Sqrt(pieces));
            }
        }
    }

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        // FNV-1a over UTF-16, then mixed: the same on every machine and run.
        var hash = 14695981039346656037UL;
        foreach (var unit in MemoryMarshal.Cast<char, ushort>(text))
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return Mix(hash);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
