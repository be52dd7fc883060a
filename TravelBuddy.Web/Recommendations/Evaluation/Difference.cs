namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>
/// Mean difference in nDCG@10 over pairs, and half the width of its 95 % interval (1.96 standard errors of the paired differences; NaN for a single pair),
/// so that a difference of two small sets is not taken for more than it is.
/// </summary>
public sealed record Difference(double Mean, double HalfWidth, string To)
{
    private const double Normal95 = 1.96;

    /// <summary>Of pairs judged on both sides; null if there is none.</summary>
    public static Difference? Of(IEnumerable<(Quality? These, Quality? Those)> pairs, string to)
    {
        double[] differences = [.. pairs.Where(pair => pair.These is not null && pair.Those is not null).Select(pair => pair.These!.Ndcg - pair.Those!.Ndcg)];
        if (differences.Length == 0)
        {
            return null;
        }

        var mean = differences.Average();
        var variance = differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Length - 1);
        return new Difference(mean, Normal95 * Math.Sqrt(variance / differences.Length), to);
    }
}
