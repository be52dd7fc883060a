using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Recommendations;

/// <summary>How a package came by its score, for whoever asks why: the similarities by their weights, what its facts add and deduct, and what the list deducts for repeating itself.</summary>
/// <param name="Weights">Of the seven criteria, 0 where nothing was wished; they sum to 1.</param>
/// <param name="Exact">Sum of weight times (similarity + 1) / 2.</param>
/// <param name="Parts">What is added to it.</param>
/// <param name="Divisor">What the sum is divided by, so that the best that these wishes allow is 1.</param>
/// <param name="Adjusted">The quotient.</param>
/// <param name="Placed">The score shown: less what the package repeats of those above it; near 0 drawn together.</param>
public sealed record Working(IReadOnlyList<double> Weights, double Exact, IReadOnlyList<AdjustmentPart> Parts, double Divisor, double Adjusted, double Placed)
{
    public static Working Of(JudgedPackage judged, Placed placed)
    {
        var parts = new List<AdjustmentPart>();
        Adjustment.Of(judged.Context, judged.Found, judged.Facts, judged.Similarities, judged.Weights, parts);
        return new Working(judged.Weights, judged.ExactScore, parts, 1 + Adjustment.Most(judged.Context, judged.Weights), judged.AdjustedScore, placed.Score);
    }
}
