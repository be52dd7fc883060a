namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>Whoever asks for something cheap is not shown a tour before one that fits as well for two thirds of its price or less: between two cheap ones no score tells which is cheaper.</summary>
internal static class CheaperFirst
{
    private const decimal Clearly = 2 / 3m;

    /// <summary>By so much the cheaper one may score less: the traveller's own language and a repeated provider make no more of a difference.</summary>
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

        bool IsBefore(Placed cheaper, Placed dearer) => cheaper.Score > dearer.Score - Hardly && !cheaper.LikeOneAbove && FitsAlike(judged[cheaper.Index], judged[dearer.Index]) && Price(judged[cheaper.Index]) <= Clearly * Price(judged[dearer.Index]);
    }

    private static bool FitsAlike(JudgedPackage one, JudgedPackage other) =>
        AsksForCheap(one.Context) && one.Standing == other.Standing && one.Tier == other.Tier && (other.ForOthersAlone || !one.ForOthersAlone)
            && Math.Abs(one.Found.DaysOff ?? 0) <= Math.Abs(other.Found.DaysOff ?? 0) && one.Found.PlacesHit.Count >= other.Found.PlacesHit.Count
            && one.Context.Rarity.ShareMissed(one.Found) <= other.Context.Rarity.ShareMissed(other.Found);

    private static bool AsksForCheap(RankingContext context) => context.Things.Any(things => things.Any(PriceRanks.IsOfLittle));

    private static decimal? Price(JudgedPackage judged) => Assessment.PriceVnd(judged.Context.Wishes.Party, judged.Facts.Package, judged.Context.Rates) is { } price and > 0 ? price : null;
}
