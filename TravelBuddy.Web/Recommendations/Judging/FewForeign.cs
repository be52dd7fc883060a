namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>Of the first few tours one at most is told in another language than the traveller's, as long as hardly worse ones are told in theirs.</summary>
internal static class FewForeign
{
    private const double Hardly = .06;

    /// <param name="order">Those shown together, best first; scores are left as they are.</param>
    /// <param name="judged">What their indices are of.</param>
    public static void Apply(List<Placed> order, IReadOnlyList<JudgedPackage> judged)
    {
        var foreign = false;
        for (var place = 0; place < Math.Min(ListedTours.MostCards, order.Count); place++)
        {
            var late = order[place];
            if (foreign && judged[late.Index].IsForeign && order.FindIndex(place + 1, other => IsAsGood(other, late)) is > 0 and var own)
            {
                var chosen = order[own];
                order.RemoveAt(own);
                order.Insert(place, chosen);
            }

            foreign |= judged[order[place].Index].IsForeign;
        }

        bool IsAsGood(Placed one, Placed other) => one.Score > other.Score - Hardly && !one.LikeOneAbove && FitsAlike(judged[one.Index], judged[other.Index]);
    }

    private static bool FitsAlike(JudgedPackage one, JudgedPackage other) =>
        !one.IsForeign && one.Standing <= other.Standing && one.Tier <= other.Tier && (one.SuitsThem || !other.SuitsThem) && (other.ForOthersAlone || !one.ForOthersAlone)
            && one.Found.PlacesHit.Count >= other.Found.PlacesHit.Count && Math.Abs(one.Found.DaysOff ?? 0) <= Math.Abs(other.Found.DaysOff ?? 0)
            && one.Context.Rarity.ShareMissed(one.Found) <= other.Context.Rarity.ShareMissed(other.Found);
}
