namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>How what a night costs answers what is known of the money for it.</summary>
public static class NightPrice
{
    /// <summary>Who hides the price has less than one that is a little over.</summary>
    private const double Untold = .4;

    /// <summary>What each doubling above a level takes, and each halving below half of it: who has much does not look for a bed among eight.</summary>
    private const double Above = .35, Below = .15;

    private static readonly HashSet<string> Cheap = new(["budget", "cheap-tour", "simple-lodging", "students", "backpackers"], StringComparer.Ordinal);
    private static readonly HashSet<string> Dear = new(["luxury", "ultra-luxury", "upscale-lodging", "honeymoon", "hotel-5-star"], StringComparer.Ordinal);

    /// <summary>Whether wishes say that it should be cheap, or that it should be fine.</summary>
    public static bool IsNamedIn(IReadOnlyCollection<string> concepts) => concepts.Any(Cheap.Contains) != concepts.Any(Dear.Contains);

    /// <summary>Within the limit is fine, a little over less so; whoever says cheap or fine wants the cheaper or dearer of what there is; else a level counts. Null where nothing is known.</summary>
    /// <param name="night">What it costs; null where that is not known.</param>
    /// <param name="concepts">What is wished for.</param>
    /// <param name="prices">What all houses there cost, in order.</param>
    /// <param name="within">How far it keeps to the limit, 0 to 1; null where there is none.</param>
    /// <param name="level">What a night may cost by the budget of the trip.</param>
    public static double? Score(decimal? night, IReadOnlyCollection<string> concepts, decimal[] prices, double? within, decimal? level)
    {
        var isNamed = IsNamedIn(concepts);
        if (within is null && !isNamed && level is null)
        {
            return null;
        }

        if (night is not { } price)
        {
            return Untold;
        }

        if (!isNamed)
        {
            return within ?? Beside(price, level!.Value);
        }

        var dearer = prices.Length < 2 ? .5 : prices.Count(other => other < price) / (prices.Length - 1.0);
        return (within ?? 1) * (concepts.Any(Cheap.Contains) ? 1 - dearer : dearer);
    }

    /// <summary>1 from half the level up to it; concave over the doublings, so that a house gains on every dearer one as the level falls. Below 0 where it is far over.</summary>
    public static double Beside(decimal night, decimal level)
    {
        var doublings = Math.Log2((double)(night / level));
        return 1 - Above * Math.Max(0, doublings) - Below * Math.Max(0, -doublings - 1);
    }
}
