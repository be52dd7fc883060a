namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>
/// Where a price stands among those of the candidates that go where was wished, for wishes that speak of price in words and name no number: "cheap" is the cheapest
/// third of them, "luxury" the dearest. It is no limit.
/// </summary>
public sealed class PriceRanks
{
    private const double Third = 1 / 3.0;
    private static readonly HashSet<string> OfLittle = new(StringComparer.Ordinal) { "budget", "cheap-tour" };

    private readonly IReadOnlyList<decimal> _prices;
    private readonly bool _cheap;

    private PriceRanks(IReadOnlyList<decimal> prices, bool cheap) => (_prices, _cheap) = (prices, cheap);

    /// <summary>No word of a price.</summary>
    public static readonly PriceRanks None = new([], false);

    /// <summary>Whether nothing can be said of prices.</summary>
    public bool IsEmpty => _prices.Count < 2;

    public static PriceRanks Of(RankingContext context, IReadOnlyList<PackageFacts> candidates)
    {
        var words = context.Things.SelectMany(things => things).Select(thing => thing.Concept).OfType<string>().ToList();
        var (cheap, fine) = (words.Any(OfLittle.Contains), words.Contains("luxury"));
        return context.BudgetVnd is not null || cheap == fine ? None
            : new PriceRanks([.. candidates.Where(facts => context.Places.Count == 0 || context.Places.Any(wished => wished.IsAnsweredBy(facts.Places))).Select(facts => PriceOf(context, facts)).OfType<decimal>().Order()], cheap);
    }

    /// <summary>1 for a price in the third that is wished for, falling to 0 at the other end; 0 without a price.</summary>
    public double ShareOf(RankingContext context, PackageFacts facts)
    {
        if (IsEmpty || PriceOf(context, facts) is not { } price)
        {
            return 0;
        }

        var below = _prices.Count(other => other < price) / (_prices.Count - 1.0);
        return 1 - Math.Clamp(((_cheap ? below : 1 - below) - Third) / (1 - Third), 0, 1);
    }

    /// <summary>Whether a price of the cheapest third is what a word of little money asks for, whatever the tour says of itself.</summary>
    public bool Answers(WishedThing thing, RankingContext context, PackageFacts facts) => _cheap && IsOfLittle(thing) && ShareOf(context, facts) >= 1;

    /// <summary>Whether a thing wished is a word of little money, of which a tour's silence says nothing.</summary>
    public static bool IsOfLittle(WishedThing thing) => thing.Concept is { } concept && OfLittle.Contains(concept);

    private static decimal? PriceOf(RankingContext context, PackageFacts facts) => Assessment.PriceVnd(context.Wishes.Party, facts.Package, context.Rates) is { } price and > 0 ? price : null;
}
