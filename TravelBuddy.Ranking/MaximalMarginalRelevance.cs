using System.Buffers;

namespace TravelBuddy.Ranking;

/// <summary>
/// A list that trades score against sameness: each next pick is the row with the largest
/// <c>λ · score − (1 − λ) · max similarity to what is already picked</c>
/// (Carbonell and Goldstein, "The use of MMR, diversity-based reranking for reordering documents and producing summaries", SIGIR 1998).
/// <para>λ = 1 is the order of <see cref="TopK"/>; λ = 0 starts with the best score and then only avoids repetition. Of equal values the higher score wins, then
/// the lower index. Every one of k picks looks at all n rows: meant for the some hundred best, not for a whole catalogue.</para>
/// </summary>
public static class MaximalMarginalRelevance
{
    /// <summary>Similarity of two rows is their cosine on the scale of the scores, <c>(cos + 1) / 2</c>; the cosine with a row of zeros is 0.</summary>
    /// <param name="scores">n finite scores.</param>
    /// <param name="rows">n rows of <paramref name="dimensions"/> finite numbers.</param>
    /// <param name="dimensions">Length of a row, at least 1.</param>
    /// <param name="lambda">Between 0 (only difference) and 1 (only score).</param>
    /// <param name="order">Receives the indices in the order picked; its length is k.</param>
    /// <returns>How many indices were written: k, or the number of rows if that is smaller.</returns>
    /// <exception cref="ArgumentException">λ or a score out of range, lengths that do not fit, or a row with a NaN or an infinity.</exception>
    public static int Select(ReadOnlySpan<double> scores, ReadOnlySpan<float> rows, int dimensions, double lambda, Span<int> order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        if (rows.Length != (long)scores.Length * dimensions)
        {
            throw new ArgumentException($"{scores.Length} rows of {dimensions} are {(long)scores.Length * dimensions} numbers, not {rows.Length}.", nameof(rows));
        }

        return RankingKernels.InUse switch
        {
            RankingKernel.Vector512 => Select<Vector512InnerProduct>(scores, rows, dimensions, lambda, order),
            RankingKernel.Vector256 => Select<Vector256InnerProduct>(scores, rows, dimensions, lambda, order),
            RankingKernel.Vector128 => Select<Vector128InnerProduct>(scores, rows, dimensions, lambda, order),
            _ => Select<ScalarInnerProduct>(scores, rows, dimensions, lambda, order),
        };
    }

    /// <summary>The same with any similarity; it should be symmetric, finite and on the scale of the scores.</summary>
    /// <param name="scores">n finite scores.</param>
    /// <param name="similarity">Called with two different indices below n.</param>
    /// <param name="lambda">Between 0 (only difference) and 1 (only score).</param>
    /// <param name="order">Receives the indices in the order picked; its length is k.</param>
    /// <returns>How many indices were written: k, or the number of scores if that is smaller.</returns>
    /// <exception cref="ArgumentException">λ or a score out of range, or a similarity that is NaN or infinite.</exception>
    public static int Select(ReadOnlySpan<double> scores, Func<int, int, double> similarity, double lambda, Span<int> order)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        return Select(scores, new Given(similarity), lambda, order);
    }

    private static int Select<TKernel>(ReadOnlySpan<double> scores, ReadOnlySpan<float> rows, int dimensions, double lambda, Span<int> order)
        where TKernel : struct, IInnerProduct
    {
        var rented = ArrayPool<double>.Shared.Rent(RowCosines<TKernel>.ScratchFor(scores.Length, dimensions));
        try
        {
            var cosines = new RowCosines<TKernel>(rows, dimensions, rented);
            return Select(scores, new Cosines<TKernel>(cosines), lambda, order);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static int Select<TSimilarity>(ReadOnlySpan<double> scores, TSimilarity similarity, double lambda, Span<int> order)
        where TSimilarity : ISimilarity, allows ref struct
    {
        if (!(lambda is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "λ must lie between 0 and 1.");
        }

        for (var i = 0; i < scores.Length; i++)
        {
            if (!double.IsFinite(scores[i]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Score {i} is {scores[i]}; it must be finite."), nameof(scores));
            }
        }

        var k = Math.Min(scores.Length, order.Length);
        if (k == 0)
        {
            return 0;
        }

        // How like the picked ones each row is so far; NaN marks a row that is picked itself.
        var rented = ArrayPool<double>.Shared.Rent(scores.Length);
        var likeness = rented.AsSpan(0, scores.Length);
        try
        {
            likeness.Fill(double.NegativeInfinity);
            for (var picked = 0; picked < k; picked++)
            {
                var pick = Best(scores, likeness, lambda, picked == 0);
                order[picked] = pick;
                likeness[pick] = double.NaN;
                if (picked + 1 < k && lambda < 1)
                {
                    similarity.Raise(pick, likeness);
                }
            }

            return k;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static int Best(ReadOnlySpan<double> scores, ReadOnlySpan<double> likeness, double lambda, bool first)
    {
        var best = -1;
        var bestValue = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (double.IsNaN(likeness[i]))
            {
                continue;
            }

            var value = lambda == 1 || first ? scores[i] : lambda * scores[i] - (1 - lambda) * likeness[i];
            if (best < 0 || value > bestValue || (value == bestValue && scores[i] > scores[best]))
            {
                (best, bestValue) = (i, value);
            }
        }

        return best;
    }

    private interface ISimilarity
    {
        /// <summary>Raises the likeness of every row that is not picked to at least its similarity to <paramref name="pick"/>.</summary>
        void Raise(int pick, Span<double> likeness);
    }

    private readonly struct Given(Func<int, int, double> similarity) : ISimilarity
    {
        public void Raise(int pick, Span<double> likeness)
        {
            for (var i = 0; i < likeness.Length; i++)
            {
                if (double.IsNaN(likeness[i]))
                {
                    continue;
                }

                var value = similarity(i, pick);
                if (!double.IsFinite(value))
                {
                    throw new ArgumentException(FormattableString.Invariant($"The similarity of {i} and {pick} is {value}; it must be finite."), nameof(similarity));
                }

                likeness[i] = Math.Max(likeness[i], value);
            }
        }
    }

    private readonly ref struct Cosines<TKernel>(RowCosines<TKernel> cosines) : ISimilarity
        where TKernel : struct, IInnerProduct
    {
        private readonly RowCosines<TKernel> cosines = cosines;

        public void Raise(int pick, Span<double> likeness)
        {
            cosines.CompareWith(pick);
            for (var i = 0; i < likeness.Length; i++)
            {
                if (!double.IsNaN(likeness[i]))
                {
                    likeness[i] = Math.Max(likeness[i], (cosines.Of(i) + 1) / 2);
                }
            }
        }
    }
}
