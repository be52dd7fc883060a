namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>A tour that says it suits the children or older people who travel comes before one that is silent of them and hardly better.</summary>
internal static class SuitedFirst
{
    /// <summary>By so much the one that suits them may score less, whatever it repeats.</summary>
    private const double Hardly = .06;

    /// <param name="order">Those shown together, best first; scores are left as they are.</param>
    /// <param name="judged">What their indices are of.</param>
    public static void Apply(List<Placed> order, IReadOnlyList<JudgedPackage> judged)
    {
        for (var from = 1; from < order.Count; from++)
        {
            for (var i = from; i > 0 && IsBefore(order[i], order[i - 1]); i--)
            {
                (order[i - 1], order[i]) = (order[i], order[i - 1]);
            }
        }

        bool IsBefore(Placed one, Placed other) => !one.LikeOneAbove && IsBetter(judged[one.Index], judged[other.Index]);
    }

    private static bool IsBetter(JudgedPackage one, JudgedPackage other) =>
        one.SuitsThem && !other.SuitsThem && one.Standing <= other.Standing && one.Tier <= other.Tier && one.AdjustedScore > other.AdjustedScore - Hardly;
}
