using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TravelBuddy.Ranking;

/// <summary>
/// The score of one row: <c>Σ w_c · (sim_c + 1) / 2</c> over the blocks with alternatives, in block order, where <c>sim_c</c> is the largest inner
/// product of the row's block with any of the alternatives.
/// </summary>
internal static class RowScore
{
    // Far above what rounding can make of a few thousand products and sums, far below what tells two rows apart.
    private const double Rounding = 1e-9;

    /// <summary>The most that the terms after each one can add to a score, a little more for rounding; rows' blocks are at most <paramref name="longest"/> long.</summary>
    public static void MostAfter(ReadOnlySpan<QueryTerm> terms, ReadOnlySpan<double> longest, Span<double> rest)
    {
        var sum = Rounding;
        for (var t = terms.Length - 1; t >= 0; t--)
        {
            rest[t] = sum;
            sum += Weighted(terms[t].Weight, terms[t].Longest * longest[terms[t].Block]) * (1 + Rounding);
        }
    }

    /// <summary>Whether a score so far cannot reach another even with the most that may follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBelow(double least, double score, double rest) => score + Math.Abs(score) * Rounding + rest < least;

    /// <summary>The score and every block's similarity; <paramref name="allFinite"/> turns false if anything in the row that was read is NaN or infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of<TKernel>(ref float row, ReadOnlySpan<QueryTerm> terms, Span<float> similarities, out bool allFinite)
        where TKernel : struct, IInnerProduct
    {
        similarities.Clear();
        var score = 0.0;
        var sum = 0.0;
        foreach (ref readonly var term in terms)
        {
            var similarity = Similarity<TKernel>(ref Unsafe.Add(ref row, term.Offset), in term);
            if (!similarities.IsEmpty)
            {
                similarities[term.Block] = (float)similarity;
            }

            sum += similarity;
            if (term.Weight > 0)
            {
                score += Weighted(term.Weight, similarity);
            }
        }

        // Sums of float32 products cannot overflow a double, so only a NaN or an infinity in the row can make this one.
        allFinite = double.IsFinite(sum);
        return score;
    }

    /// <summary>What a similarity adds to a score.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Weighted(double weight, double similarity) => weight * ((similarity + 1) * 0.5);

    /// <summary>The similarity of a row's block, given where the block begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Similarity<TKernel>(ref float block, ref readonly QueryTerm term)
        where TKernel : struct, IInnerProduct
    {
        ref var vectors = ref MemoryMarshal.GetArrayDataReference(term.Vectors);
        var best = TKernel.Of(ref block, ref vectors, term.Length);
        for (var at = term.Length; at < term.Vectors.Length; at += term.Length)
        {
            // Math.Max keeps a NaN, which a comparison would lose.
            best = Math.Max(best, TKernel.Of(ref block, ref Unsafe.Add(ref vectors, at), term.Length));
        }

        return best;
    }
}
