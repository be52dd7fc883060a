namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>
/// Where a price stands among those of the candidates that go where was wished for about as long as was wished (by the day, where no length was or hardly any other goes there for so long), for wishes that speak of price in words and name no
/// number: "cheap" is the cheapest third of them, "luxury" the dearest. It is no limit.
/// </summary>
public sealed class PriceRanks
{
    private const double Third = 1 / 3.0;
    private const string Fine = "luxury";

    /// <summary>At so many times the price of the dearest cheap one a tour is clearly none.</summary>
    private const int FarDearer = 2;

    /// <summary>So much of the wished length beside it is about as long.</summary>
    private const double About = Third;

    /// <summary>The concept of a tour that costs little.</summary>
    public const string Cheap = "cheap-tour";

    private static readonly HashSet<string> OfLittle = new(StringComparer.Ordinal) { "budget", Cheap };

    // By identity: records are compared member by member.
    private readonly Dictionary<PackageFacts, double> _shares = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PackageFacts> _dear = new(ReferenceEqualityComparer.Instance);
    private readonly bool _cheap;

    private PriceRanks(IReadOnlyList<Priced> priced, IReadOnlyList<Priced> like, bool cheap)
    {
        _cheap = cheap;
        decimal[] prices = [.. like.Select(other => other.Compared).Order()], wholes = [.. like.Select(other => other.Whole).Order()];
        foreach (var (facts, whole, compared) in like.Count < 2 ? [] : priced)
        {
            var below = prices.TakeWhile(other => other < compared).Count() / (prices.Length - 1.0);
            _shares[facts] = 1 - Math.Clamp(((cheap ? below : 1 - below) - Third) / (1 - Third), 0, 1);
            // A day out may cost more a day than a journey, and yet cost little.
            if (cheap && compared >= FarDearer * prices[(prices.Length - 1) / 3] && whole >= wholes[wholes.Length / 2])
            {
                _dear.Add(facts);
            }
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

        List<Priced> priced = [.. candidates.Select(facts => Priced.Of(context, facts)).Where(candidate => candidate.Whole > 0)];
        List<Priced> asLong = context.Wishes.Durations.Count == 0 ? [] : [.. priced.Where(candidate => IsAboutAsLong(context, candidate.Facts.Package.DurationDays))];
        // That half a day costs less than a whole one says nothing.
        List<Priced> compared = asLong.Count(candidate => IsThere(context, candidate.Facts)) > 1 ? asLong : [.. priced.Select(candidate => candidate.ADay()).OfType<Priced>()];
        return new PriceRanks(compared, [.. compared.Where(candidate => IsThere(context, candidate.Facts))], cheap);
    }

    /// <summary>1 for a price in the third that is wished for, falling to 0 at the other end; 0 without a price that can be compared.</summary>
    public double ShareOf(PackageFacts facts) => _shares.GetValueOrDefault(facts);

    /// <summary>Whether little was to be spent, and it costs far more than what is cheap there.</summary>
    public bool IsDear(PackageFacts facts) => _dear.Contains(facts);

    /// <summary>Whether a price of the cheapest third is what a word of little money asks for, whatever the tour says of itself.</summary>
    public bool Answers(WishedThing thing, PackageFacts facts) => _cheap && IsOfLittle(thing) && ShareOf(facts) >= 1;

    /// <summary>Whether a thing wished is a word of little money, of which a tour's silence says nothing.</summary>
    public static bool IsOfLittle(WishedThing thing) => thing.Concept is { } concept && OfLittle.Contains(concept);

    /// <summary>Whether a word of little money is among some wishes.</summary>
    public static bool AsksForLittle(Interests.Wishes wishes) => wishes.Accommodation.Concepts.Concat(wishes.Activities.Concepts).Concat(wishes.Essentials.Concepts).Any(OfLittle.Contains);

    /// <summary>Whether a concept says in a word what may be spent, little or much.</summary>
    public static bool IsOfPrice(string concept) => concept == Fine || OfLittle.Contains(concept);

    /// <summary>What of a price a day costs, which half a day takes all the same; null where the tour does not say how long it takes.</summary>
    public static decimal? ADay(decimal price, Catalog.TourPackage package) => package.DurationDays is { } days ? price / (decimal)Math.Max(1, days) : null;

    private static bool IsThere(RankingContext context, PackageFacts facts) => context.Places.Count == 0 || context.Places.Any(wished => wished.IsAnsweredBy(facts.Places));

    private static bool IsAboutAsLong(RankingContext context, double? days) => Assessment.DaysBeside(context, days) is { } off && Math.Abs(off) <= About * (days - off);

    /// <summary>What a package costs, and what of that is compared.</summary>
    private sealed record Priced(PackageFacts Facts, decimal Whole, decimal Compared)
    {
        public static Priced Of(RankingContext context, PackageFacts facts) => Assessment.PriceVnd(context.Wishes.Party, facts.Package, context.Rates) is { } price ? new(facts, price, price) : new(facts, 0, 0);

        /// <summary>The same by the day; null where it does not say how long it takes.</summary>
        public Priced? ADay() => PriceRanks.ADay(Whole, Facts.Package) is { } price ? this with { Compared = price } : null;
    }
}
