using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TravelBuddy.Ranking;

/// <summary>
/// The score of one row: <c>Σ w_c · (sim_c + 1) / 2</c> over the blocks with alternatives, in block order, where <c>sim_c</c> is the largest inner
/// product of the row's block with any of the alternatives.
/// </summary>
internal static class RowScore
{
    /// <summary>The score alone; blocks of weight 0 are not even read, which changes no bit of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of<TKernel>(ref float row, ReadOnlySpan<QueryTerm> terms)
        where TKernel : struct, IInnerProduct
    {
        var score = 0.0;
        foreach (ref readonly var term in terms)
        {
            if (term.Weight > 0)
            {
                score += term.Weight * ((Similarity<TKernel>(ref row, in term) + 1) * 0.5);
            }
        }

        return score;
    }

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
            var similarity = Similarity<TKernel>(ref row, in term);
            similarities[term.Block] = (float)similarity;
            sum += similarity;
            if (term.Weight > 0)
            {
                score += term.Weight * ((similarity + 1) * 0.5);
            }
        }

        // Sums of float32 products cannot overflow a double, so only a NaN or an infinity in the row can make this one.
        allFinite = double.IsFinite(sum);
        return score;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Similarity<TKernel>(ref float row, ref readonly QueryTerm term)
        where TKernel : struct, IInnerProduct
    {
        ref var block = ref Unsafe.Add(ref row, term.Offset);
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
