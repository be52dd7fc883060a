using System.Buffers;

namespace TravelBuddy.Ranking;

/// <summary>
/// How good a ranking is, against judgements. All values are means to be averaged over queries; a query for which nothing is relevant counts 0, as in
/// trec_eval. An id that a ranking repeats counts at its first place only.
/// </summary>
public static class RankingMetrics
{
    /// <summary>
    /// Normalised discounted cumulated gain of the first k: <c>Σ (2^grade − 1) / log2(place + 1)</c> over that of the best possible order, 0 to 1.
    /// The measure: Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20(4), 2002; the exponential gain: Burges et al.,
    /// "Learning to rank using gradient descent", ICML 2005.
    /// </summary>
    /// <param name="ranking">Ids, best first.</param>
    /// <param name="grades">Judged ids; one that is not listed has grade 0.</param>
    /// <param name="k">How many places count, at least 1.</param>
    /// <exception cref="ArgumentException">k below 1 or a negative grade.</exception>
    public static double NdcgAt<T>(ReadOnlySpan<T> ranking, IReadOnlyDictionary<T, int> grades, int k)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(grades);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        foreach (var (id, grade) in grades)
        {
            if (grade < 0)
            {
                throw new ArgumentException($"The grade of {id} is {grade}; it must be at least 0.", nameof(grades));
            }
        }

        var ideal = 0.0;
        var place = 0;
        foreach (var grade in grades.Values.OrderDescending().Take(k))
        {
            ideal += DiscountedGain(grade, ++place);
        }

        if (ideal == 0)
        {
            return 0;
        }

        var gain = 0.0;
        var seen = new HashSet<T>();
        for (var i = 0; i < Math.Min(k, ranking.Length); i++)
        {
            if (seen.Add(ranking[i]) && grades.TryGetValue(ranking[i], out var grade))
            {
                gain += DiscountedGain(grade, i + 1);
            }
        }

        return gain / ideal;
    }

    /// <summary>
    /// Share of the relevant ids that are among the first k, 0 to 1 (Manning, Raghavan and Schütze, "Introduction to Information Retrieval", 2008, chapter 8).
    /// With the ids of an exact search as the relevant ones, it is the recall of an approximate search.
    /// </summary>
    /// <param name="ranking">Ids, best first.</param>
    /// <param name="relevant">All relevant ids.</param>
    /// <param name="k">How many places count, at least 1.</param>
    /// <exception cref="ArgumentException">k below 1.</exception>
    public static double RecallAt<T>(ReadOnlySpan<T> ranking, IReadOnlySet<T> relevant, int k)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(relevant);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        if (relevant.Count == 0)
        {
            return 0;
        }

        var found = new HashSet<T>();
        foreach (var id in ranking[..Math.Min(k, ranking.Length)])
        {
            if (relevant.Contains(id))
            {
                found.Add(id);
            }
        }

        return (double)found.Count / relevant.Count;
    }

    /// <summary>
    /// One over the place of the first relevant id, 0 if there is none; its mean over queries is MRR (Voorhees, "The TREC-8 question answering track report", 1999).
    /// </summary>
    /// <param name="ranking">Ids, best first.</param>
    /// <param name="relevant">All relevant ids.</param>
    public static double ReciprocalRank<T>(ReadOnlySpan<T> ranking, IReadOnlySet<T> relevant)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(relevant);
        for (var i = 0; i < ranking.Length; i++)
        {
            if (relevant.Contains(ranking[i]))
            {
                return 1.0 / (i + 1);
            }
        }

        return 0;
    }

    /// <summary>
    /// Mean of <c>1 − cosine</c> over all pairs of a list: 0 for equal rows, 1 for unrelated ones, 2 for two opposite ones; 0 for fewer than two rows
    /// (Smyth and McClave, "Similarity vs. diversity", ICCBR 2001; the counterpart of the intra-list similarity of Ziegler et al., WWW 2005).
    /// </summary>
    /// <param name="rows">The rows of the list, one after the other.</param>
    /// <param name="dimensions">Length of a row, at least 1.</param>
    /// <exception cref="ArgumentException">Not a whole number of rows, or a NaN or an infinity in one.</exception>
    public static double IntraListDiversity(ReadOnlySpan<float> rows, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        var (count, rest) = Math.DivRem(rows.Length, dimensions);
        if (rest != 0)
        {
            throw new ArgumentException($"{rows.Length} numbers are not a whole number of rows of {dimensions}.", nameof(rows));
        }

        return RankingKernels.InUse switch
        {
            RankingKernel.Vector512 => IntraListDiversity<Vector512InnerProduct>(rows, dimensions, count),
            RankingKernel.Vector256 => IntraListDiversity<Vector256InnerProduct>(rows, dimensions, count),
            RankingKernel.Vector128 => IntraListDiversity<Vector128InnerProduct>(rows, dimensions, count),
            _ => IntraListDiversity<ScalarInnerProduct>(rows, dimensions, count),
        };
    }

    /// <summary>Mean of <c>1 − similarity</c> over all pairs of a list of <paramref name="count"/> entries; 0 for fewer than two.</summary>
    /// <param name="count">Number of entries, at least 0.</param>
    /// <param name="similarity">Called once per pair, the lower index first.</param>
    public static double IntraListDiversity(int count, Func<int, int, double> similarity)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var sum = 0.0;
        for (var j = 1; j < count; j++)
        {
            for (var i = 0; i < j; i++)
            {
                sum += 1 - similarity(i, j);
            }
        }

        return count < 2 ? 0 : sum / Pairs(count);
    }

    /// <summary>
    /// Share of the catalogue that was shown to anybody: different ids over all lists, divided by the size of the catalogue, 0 to 1
    /// (Ge, Delgado-Battenfeld and Jannach, "Beyond accuracy: evaluating recommender systems by coverage and serendipity", RecSys 2010).
    /// </summary>
    /// <param name="shown">The ids of all lists, in any order, repeated as often as they were shown.</param>
    /// <param name="catalogueSize">Number of ids there are, at least as many as were shown; an empty catalogue has coverage 0.</param>
    /// <exception cref="ArgumentException">More different ids were shown than the catalogue has.</exception>
    public static double CatalogueCoverage<T>(IEnumerable<T> shown, int catalogueSize)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentOutOfRangeException.ThrowIfNegative(catalogueSize);
        var different = shown.ToHashSet().Count;
        if (different > catalogueSize)
        {
            throw new ArgumentException($"{different} different ids were shown, but the catalogue has {catalogueSize}.", nameof(catalogueSize));
        }

        return catalogueSize == 0 ? 0 : (double)different / catalogueSize;
    }

    private static double DiscountedGain(int grade, int place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 1);

    private static double Pairs(int count) => count * (count - 1.0) / 2;

    private static double IntraListDiversity<TKernel>(ReadOnlySpan<float> rows, int dimensions, int count)
        where TKernel : struct, IInnerProduct
    {
        var rented = ArrayPool<double>.Shared.Rent(RowCosines<TKernel>.ScratchFor(count, dimensions));
        try
        {
            var cosines = new RowCosines<TKernel>(rows, dimensions, rented);
            var sum = 0.0;
            for (var j = 1; j < count; j++)
            {
                cosines.CompareWith(j);
                for (var i = 0; i < j; i++)
                {
                    sum += 1 - cosines.Of(i);
                }
            }

            return count < 2 ? 0 : sum / Pairs(count);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }
}
