using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Web.Recommendations;

/// <summary>Which tours of a list a person reads before more is asked for: those that are what was asked for first, then those that come near.</summary>
public static class ListedTours
{
    /// <summary>So many of the best at most are cards.</summary>
    public const int MostCards = 3;

    /// <summary>So many are cards or rows before more is asked for.</summary>
    public const int Shown = 10;

    /// <summary>So many rows at most follow where all there is lies elsewhere.</summary>
    private const int MostElsewhere = 4;

    /// <summary>At so many times the price of a cheap one nobody who asked for cheap ones is shown, unasked, a tour that does not fit.</summary>
    private const decimal ManyTimes = 3;

    /// <summary>So many per cent over a budget are still about as much as was said.</summary>
    public const double AboutPerCent = 10;

    /// <summary>
    /// A list in the order in which it is read, to be recorded so that the numbers that people see run without holes: cards, rows, what comes when more is asked for, and what is shown to nobody. What was asked for
    /// comes before what only comes near.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="priceOf">Where it was to cost little, what of each package's price is compared: of those that fit the cheaper comes first, and what does not fit and costs many times as much as the cheap ones is no row.</param>
    public static RecommendationList InOrder(RecommendationList list, Func<string, decimal?>? priceOf = null)
    {
        if (list.Packages.Count == 0)
        {
            return list;
        }

        list = list with { Packages = [.. Ranks(list, 1, list.Packages.Count).OrderBy(rank => Nearness(list, rank)).ThenBy(rank => Answers(list, rank) ? Price(rank) ?? decimal.MaxValue : 0).Select(rank => list.Packages[rank - 1])] };
        decimal[] prices = [.. Ranks(list, 1, list.Packages.Count).Where(rank => IsThere(list.Packages[rank - 1])).Select(Price).OfType<decimal>().Order()];
        var dear = prices.Length == 0 ? null : ManyTimes * prices[(prices.Length - 1) / 3] as decimal?;
        List<int> first = [.. Ranks(list, 1, Cards(list)), .. Next(list).Where(rank => Answers(list, rank) || !(Price(rank) > dear))];
        List<int> there = [.. first, .. Others(list)];
        List<RankedPackage> packages = [.. there.Concat(Ranks(list, 1, list.Packages.Count).Except(there)).Select(rank => list.Packages[rank - 1])];
        for (var i = 1; i < packages.Count; i++)
        {
            packages[i] = packages[i] with { Score = Math.Min(packages[i].Score, packages[i - 1].Score) }; // No score is above the one before.
        }

        var cards = CardsAmong(packages.Take(first.Count));
        return list with { Packages = packages, Layout = new ListLayout(cards, first.Count - cards) };

        decimal? Price(int rank) => priceOf?.Invoke(list.Packages[rank - 1].PackageId);
    }

    /// <summary>The ranks of one message of rows.</summary>
    /// <param name="list">The list.</param>
    /// <param name="from">The first rank that may be a row; above <see cref="Shown"/> it counts what was shown before.</param>
    /// <param name="disliked">The packages that were turned down.</param>
    public static IReadOnlyList<int> Rows(RecommendationList list, int from, IReadOnlyCollection<string> disliked) => Liked(list, disliked, from <= Shown
        ? Ranks(list, from, Cards(list)).Concat(Next(list))
        : Others(list).Skip(from - Shown - 1).Take(Shown - MostCards));

    /// <summary>The ranks of the tours that can still be asked for once so many were shown.</summary>
    public static IReadOnlyList<int> Left(RecommendationList list, int shown, IReadOnlyCollection<string> disliked) =>
        Liked(list, disliked, Others(list).Skip(Math.Max(0, shown - Shown)));

    /// <summary>The ranks of all that a person has before them: cards and rows.</summary>
    public static IReadOnlyList<int> Before(RecommendationList list, int shown, IReadOnlyCollection<string> disliked) => Liked(list, disliked,
    [
        .. Ranks(list, 1, Cards(list)),
        .. shown <= MostCards ? [] : Next(list),
        .. Others(list).Take(Math.Max(0, shown - Shown)),
    ]);

    /// <summary>How many of the best may be cards. What only comes near is one only where nothing fits better; what lies elsewhere, or has what is to be avoided, only where nothing else is there, and then one.</summary>
    public static int Cards(RecommendationList list) => list.Layout?.Cards ?? CardsAmong(list.Packages);

    private static int CardsAmong(IEnumerable<RankedPackage> packages)
    {
        List<RankedPackage> best = [.. packages.Take(MostCards)];
        var most = best is [{ Standing: < Standing.NearMiss }, ..] ? Standing.NearMiss : Standing.Elsewhere;
        return Math.Max(1, best.TakeWhile(ranked => ranked.Standing < most).Count());
    }

    /// <summary>Whether the tour of a rank is what was asked for: its card says of nothing that was asked for that it lacks it. What taking part asks of everybody is no such thing, nor is a price of which nobody said anything.</summary>
    public static bool Answers(RecommendationList list, int rank) =>
        list.Packages[rank - 1] is var ranked && Shortfalls.IsAllAsked(ranked.Standing, ranked.Reasons, list.Packages.Any(other => OverBudget(other) is not null));

    /// <summary>
    /// What is read first whatever the scores: 0 for what was asked for, 2 for what tells of steps or climbs to people who cannot, of food that somebody is allergic to, or of what a diet that has to be kept forbids, 1 for all between, whose scores know better. Where it is said of all that none fits,
    /// the nearest were put first.
    /// </summary>
    private static int Nearness(RecommendationList list, int rank) =>
        list.Packages[rank - 1].Reasons.Any(reason => reason.Code is ReasonCodes.Steps or ReasonCodes.ClimbADay || reason.Code == ReasonCodes.StairsOfPlace && !reason.Arguments.Contains(ReasonFinder.WithLift) || reason.Code is ReasonCodes.EssentialContradicted or ReasonCodes.DietContradicted && reason.Arguments.Any(Relaxing.IsAllergy)) && !list.WithoutWishes || IsAgainstMust(list.Packages[rank - 1]) ? 2
        : list.WithoutWishes || list.NothingFits || Answers(list, rank) ? 0
        : 1;

    /// <summary>Whether its text names what a diet that has to be kept forbids, and nothing says that it is kept.</summary>
    private static bool IsAgainstMust(RankedPackage ranked) =>
        ranked.Reasons.Any(reason => reason is { Code: ReasonCodes.AgainstDiet, Arguments: [var need, ..] } && Musts(ranked).Contains(need));

    /// <summary>What somebody cannot do without, as far as a tour does not speak of it.</summary>
    private static IEnumerable<string> Musts(RankedPackage ranked) => ranked.Reasons.Where(reason => reason.Code == ReasonCodes.EssentialMissing).SelectMany(reason => reason.Arguments);

    /// <summary>Whether a tour has, if only in part, what others do not speak of and somebody cannot do without.</summary>
    private static bool HasMust(RankedPackage ranked, IReadOnlySet<string> musts) =>
        !Musts(ranked).Any() && ranked.Reasons.Any(reason => reason.Code is ReasonCodes.EssentialMet or ReasonCodes.InPart && reason.Arguments.Any(musts.Contains));

    /// <summary>How many per cent a tour is over the budget, 0 if it is not; null if that is not known or there is none.</summary>
    public static double? OverBudget(RankedPackage ranked) => ranked.Reasons.Select(reason => reason switch
    {
        { Code: ReasonCodes.PriceWithin or ReasonCodes.PriceShared or ReasonCodes.PriceCheaper or ReasonCodes.PriceSharedCheaper } => 0,
        { Code: ReasonCodes.PriceOver, Arguments: [_, _, var over] } => Shortfalls.Figure(over),
        { Code: ReasonCodes.PriceSharedOver, Arguments: [_, _, _, var over, ..] } => Shortfalls.Figure(over),
        _ => null,
    }).FirstOrDefault(over => over is not null);

    /// <summary>What comes behind all that may be cards, whether they were cards or rows: of what is there the nearest, and what lies elsewhere where nothing at all is.</summary>
    private static List<int> Next(RecommendationList list)
    {
        var cards = Cards(list);
        if (list.Layout is { } layout)
        {
            return [.. Ranks(list, cards + 1, cards + layout.Rows)];
        }

        var behind = Ranks(list, cards + 1, list.Packages.Count).ToList();
        var musts = list.Packages.SelectMany(Musts).ToHashSet(StringComparer.Ordinal);
        var near = behind.Where(rank => IsThere(list.Packages[rank - 1])).OrderBy(rank => Nearness(list, rank)).ThenByDescending(rank => HasMust(list.Packages[rank - 1], musts)).Take(Shown - cards).Order().ToList();
        return near.Count > 0 || IsThere(list.Packages[0]) ? near : [.. behind.Take(MostElsewhere)];
    }

    /// <summary>Those that are neither cards nor rows at first and yet are there. Which these are does not change with what is turned down, so that pages do not shift.</summary>
    private static List<int> Others(RecommendationList list) =>
        [.. Ranks(list, Cards(list) + 1, list.Packages.Count).Except(Next(list)).Where(rank => IsThere(list.Packages[rank - 1]))];

    private static IReadOnlyList<int> Liked(RecommendationList list, IReadOnlyCollection<string> disliked, IEnumerable<int> ranks) =>
        [.. ranks.Where(rank => !disliked.Contains(list.Packages[rank - 1].PackageId))];

    /// <summary>Whether a tour goes about where was wished and is not to be avoided.</summary>
    private static bool IsThere(RankedPackage ranked) =>
        ranked.Standing is not (Standing.Elsewhere or Standing.Unwanted) && !(ranked.Standing == Standing.Unpriced && ranked.Reasons.Any(reason => reason.Code == ReasonCodes.PlacesElsewhere));

    private static IEnumerable<int> Ranks(RecommendationList list, int from, int to) =>
        Enumerable.Range(from, Math.Max(0, Math.Min(to, list.Packages.Count) - from + 1)).Where(rank => rank >= 1);
}
