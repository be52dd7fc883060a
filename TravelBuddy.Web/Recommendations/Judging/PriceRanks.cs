namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>
/// Where a price stands among those of the candidates that go where was wished, for wishes that speak of price in words and name no number: "cheap" is the cheapest
/// third of them, "luxury" the dearest. It is no limit.
/// </summary>
public sealed class PriceRanks
{
    private const double Third = 1 / 3.0;
    private const string Fine = "luxury";

    /// <summary>The concept of a tour that costs little.</summary>
    public const string Cheap = "cheap-tour";

    private static readonly HashSet<string> OfLittle = new(StringComparer.Ordinal) { "budget", Cheap };

    // By identity: records are compared member by member.
    private readonly Dictionary<PackageFacts, double> _shares = new(ReferenceEqualityComparer.Instance);
    private readonly bool _cheap;

    private PriceRanks(IReadOnlyList<(PackageFacts Facts, decimal Price)> priced, decimal[] there, bool cheap)
    {
        _cheap = cheap;
        foreach (var (facts, price) in there.Length < 2 ? [] : priced)
        {
            var below = there.TakeWhile(other => other < price).Count() / (there.Length - 1.0);
            _shares[facts] = 1 - Math.Clamp(((cheap ? below : 1 - below) - Third) / (1 - Third), 0, 1);
        }
    }

    /// <summary>No word of a price.</summary>
    public static readonly PriceRanks None = new([], [], false);

    /// <summary>Whether nothing can be said of prices.</summary>
    public bool IsEmpty => _shares.Count == 0;

    public static PriceRanks Of(RankingContext context, IReadOnlyList<PackageFacts> candidates)
    {
        var things = context.Things.SelectMany(things => things).ToList();
        var (cheap, fine) = (things.Any(IsOfLittle), things.Any(thing => thing.Concept == Fine || thing.Broader.Contains(Fine)));
        if (context.BudgetVnd is not null || cheap == fine)
        {
            return None;
        }

        List<(PackageFacts Facts, decimal Price)> priced = [.. candidates.Select(facts => (facts, Assessment.PriceVnd(context.Wishes.Party, facts.Package, context.Rates) ?? 0)).Where(candidate => candidate.Item2 > 0)];
        return new PriceRanks(priced, [.. priced.Where(candidate => context.Places.Count == 0 || context.Places.Any(wished => wished.IsAnsweredBy(candidate.Facts.Places))).Select(candidate => candidate.Price).Order()], cheap);
    }

    /// <summary>1 for a price in the third that is wished for, falling to 0 at the other end; 0 without a price.</summary>
    public double ShareOf(PackageFacts facts) => _shares.GetValueOrDefault(facts);

    /// <summary>Whether little was to be spent, and it is among the dearest third.</summary>
    public bool IsDear(PackageFacts facts) => _cheap && _shares.TryGetValue(facts, out var share) && share < Third;

    /// <summary>Whether a price of the cheapest third is what a word of little money asks for, whatever the tour says of itself.</summary>
    public bool Answers(WishedThing thing, PackageFacts facts) => _cheap && IsOfLittle(thing) && ShareOf(facts) >= 1;

    /// <summary>Whether a thing wished is a word of little money, of which a tour's silence says nothing.</summary>
    public static bool IsOfLittle(WishedThing thing) => thing.Concept is { } concept && OfLittle.Contains(concept);
}
