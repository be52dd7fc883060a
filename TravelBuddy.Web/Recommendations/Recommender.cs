using Marten;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;
using TravelBuddy.Web.Recommendations.Reasons;

namespace TravelBuddy.Web.Recommendations;

/// <summary>Ranks, explains and records.</summary>
public sealed class Recommender(RankingEngine engine, ITrips trips, ICatalog catalog, IDocumentStore store, RecommendationOptions options, TimeProvider time) : IRecommender
{
    private const int MostTogether = 3;

    /// <summary>So much of a budget is a little over it, and worth a word where nothing within it is what was asked for.</summary>
    private const double LittleOver = 1.25;

    /// <summary>So many offers come with a tour.</summary>
    private const int MostNearest = 2;

    /// <summary>As far beyond a wish as what does not say how far.</summary>
    private const double Far = 1000;

    public Task<RankingResult> RankAsync(Wishes wishes, int count, CancellationToken ct) => RankAsync(wishes, count, Thumbs.None, null, ct);

    public Task<RankingResult> ExplainAsync(Wishes wishes, int count, CancellationToken ct) => RankAsync(wishes, count, Thumbs.None, null, ct, explain: true);

    private async Task<RankingResult> RankAsync(Wishes wishes, int count, Thumbs thumbs, Comparison? beside, CancellationToken ct, bool explain = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var judged = await engine.JudgeAsync(wishes, count, ct);
        judged = judged with { Packages = beside?.Applied(judged.Packages) ?? judged.Packages };
        var nothingFits = !judged.WithoutWishes && !judged.Packages.Any(package => package.Fits);
        var relaxations = judged.WithoutWishes ? [] : nothingFits ? await RelaxAsync(wishes, MainWish.None, ct) : await LeaveOutNeedsAsync(wishes, judged.Packages, ct);
        var noneSays = relaxations.Count == 0 && Relaxing.NamesAllergy(wishes) && !judged.Packages.Any(package => package.Standing == Standing.Answer);
        judged = judged with { Packages = thumbs.Applied(judged.Packages) };
        var placeRepeats = judged.WithoutWishes ? .05 : wishes.Places.Count == 0 ? .01 : 0;
        var order = Diversity.Order(judged.Packages, count, placeRepeats);
        return new RankingResult(
            [.. order.Select(chosen => Ranked(judged.Packages[chosen.Index], chosen, judged.WithoutWishes))],
            relaxations,
            wishes.Weights ?? VectorLayout.DefaultWeights,
            judged.Encoder,
            await catalog.VersionAsync(ct),
            judged.WithoutWishes)
        {
            NothingFits = nothingFits,
            NoneSays = noneSays,
            Workings = explain ? [.. order.Select(chosen => Working.Of(judged.Packages[chosen.Index], chosen))] : [],
        };
    }

    public async Task<RecommendationList> RecommendAsync(Guid tripId, Guid travellerId, CancellationToken ct) =>
        await RecommendAsync(await trips.FindAsync(tripId, travellerId, ct) ?? throw new KeyNotFoundException("There is no such trip of this traveller."), ct);

    public Task<RecommendationList> RecommendAsync(Trip trip, CancellationToken ct) => RecommendAsync(trip, null, ct);

    public async Task<RecommendationList> RecommendAsync(Trip trip, Comparison? beside, CancellationToken ct)
    {
        var wishes = await trips.WishesAsync(trip, ct);
        var result = await WithNearestAsync(await RankAsync(wishes, options.Recorded, new Thumbs(trip.Liked, trip.Disliked), beside, ct), wishes, trip.Disliked, ct);
        var list = new RecommendationList
        {
            Id = Guid.CreateVersion7(),
            TripId = trip.Id,
            TravellerId = trip.TravellerId,
            TripVersion = trip.Version,
            Weights = result.Weights,
            Encoder = result.Encoder,
            CatalogVersion = result.CatalogVersion,
            RecordedAt = time.GetUtcNow(),
            Language = wishes.Language,
            Currency = wishes.Currency,
            Packages = result.Packages,
            Relaxations = result.Relaxations,
            Beside = beside,
            WithoutWishes = result.WithoutWishes,
            NothingFits = result.NothingFits,
            NoneSays = result.NoneSays,
        };
        list = ListedTours.InOrder(list, await ComparedPricesAsync(wishes, result.Packages, ct));
        return await OptimisticConcurrency.RetriedAsync(token => RecordAsync(list, token), ct);
    }

    /// <summary>What of the prices is compared where it was to cost little: all of it, or, where nobody said how long and it is beside no other, a day; null where price was no wish.</summary>
    private async Task<Func<string, decimal?>?> ComparedPricesAsync(Wishes wishes, IReadOnlyList<RankedPackage> ranked, CancellationToken ct)
    {
        var beside = wishes.Budget?.CheaperThan is not null;
        if (!beside && !PriceRanks.AsksForLittle(wishes))
        {
            return null;
        }

        var packages = await catalog.PackagesAsync([.. ranked.Select(package => package.PackageId)], ct);
        return id => packages.GetValueOrDefault(id) is { } package && Assessment.PriceVnd(wishes.Party, package, catalog.Rates) is > 0 and var price
            ? beside || wishes.Durations.Count > 0 ? price : PriceRanks.ADay(price, package)
            : null;
    }

    public async Task<RecommendationList?> CopyAsync(Guid listId, Guid travellerId, string language, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<RecommendationList>(listId, ct) is not { } list || await trips.FindAsync(list.TripId, list.TravellerId, list.TripVersion, ct) is not { } original)
        {
            return null;
        }

        var wishes = (await trips.WishesAsync(original, ct)).WithoutWords() with { Language = language };
        var tripId = await trips.StartAsync(travellerId, wishes, ct);
        var trip = await trips.FindAsync(tripId, travellerId, ct) ?? throw new InvalidOperationException($"Trip {tripId} was started but is not there.");
        var copy = list with { Id = Guid.CreateVersion7(), TripId = tripId, TravellerId = travellerId, TripVersion = trip.Version, RecordedAt = time.GetUtcNow(), Language = language };
        return await OptimisticConcurrency.RetriedAsync(token => RecordAsync(copy, token), ct);
    }

    public async Task<RecommendationList?> FindAsync(Guid listId, Guid travellerId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<RecommendationList>(listId, ct) is { } list && list.TravellerId == travellerId ? list : null;
    }

    public async Task<bool> IsRecordedAsync(Guid listId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<RecommendationList>().AnyAsync(list => list.Id == listId, ct);
    }

    public async Task<Guid?> OwnerAsync(Guid listId, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var owners = await session.Query<RecommendationList>().Where(list => list.Id == listId).Select(list => list.TravellerId).ToListAsync(ct);
        return owners.Count == 0 ? null : owners[0];
    }

    private async Task<RecommendationList> RecordAsync(RecommendationList list, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var stream = await session.Events.FetchForExclusiveWriting<Trip>(list.TripId, ct); // A blind append would leave the snapshot without its version.
        if (stream.Aggregate is null)
        {
            throw new KeyNotFoundException("The trip was erased meanwhile.");
        }

        stream.AppendOne(new ToursRecommended(list.Id));
        session.Insert(list);
        await session.SaveChangesAsync(ct);
        return list;
    }

    public async Task<IReadOnlyList<Relaxation>> RelaxAsync(Wishes wishes, MainWish kind, CancellationToken ct)
    {
        // The kind itself may be what gives way.
        var other = kind.Concepts.Count == 0 ? [] : await RelaxAsync(Relaxing.Things(wishes).Where(thing => thing.Wish == kind.Wish), package => package.Fits, ct);
        // Nobody is asked to eat after all what they must not.
        var mayBringWhatIsRefused = !engine.RefusesOfNeed(wishes);
        for (var many = 1; many <= Relaxing.Count(wishes, mayBringWhatIsRefused); many++)
        {
            IReadOnlyList<Relaxation> offers = [.. await RelaxAsync(Relaxing.Some(wishes, many, mayBringWhatIsRefused), package => package.Fits && kind.IsOf(package), ct), .. many == 1 ? other : []];
            if (offers.Count > 0)
            {
                return [.. (many == 1 ? offers : offers.Take(MostTogether)).Select(offer => offer with { OfCheaper = wishes.Budget?.CheaperThan is not null })];
            }
        }

        return [];
    }

    /// <summary>
    /// The same with the best tour of each of the first offers to give up a wish. Where nothing fits these come first of their places, those that a limit of the price had kept out as well: who may give up a wish is to see what for.
    /// </summary>
    private async Task<RankingResult> WithNearestAsync(RankingResult result, Wishes wishes, IReadOnlyCollection<string> disliked, CancellationToken ct)
    {
        if (result.Relaxations.Count == 0)
        {
            return result;
        }

        var open = (await engine.JudgeAsync(Opened(wishes), options.Recorded, ct)).Packages;
        var offers = await NearestAsync(result.Relaxations, wishes, open, package => result.NothingFits ? package.Fits : package.Standing == Standing.Answer, MainWish.None, disliked, ct);
        return result with { Relaxations = offers, Packages = result.NothingFits ? WithFirst(result.Packages, offers, open) : WithLast(result.Packages, offers, open) };
    }

    public async Task<IReadOnlyList<Relaxation>> NearestAsync(IReadOnlyList<Relaxation> offers, Wishes wishes, MainWish kind, IReadOnlyCollection<string> disliked, CancellationToken ct) =>
        offers.Count == 0 ? offers : await NearestAsync(offers, wishes, (await engine.JudgeAsync(Opened(wishes), options.Recorded, ct)).Packages, package => package.Fits, kind, disliked, ct);

    /// <param name="open">The tours against the same wishes, but for the limit that lets no such tour in; one that does not run on the days wished is named by none.</param>
    /// <param name="inPart">What an offer counts whose tours only come near.</param>
    private async Task<IReadOnlyList<Relaxation>> NearestAsync(
        IReadOnlyList<Relaxation> offers, Wishes wishes, IReadOnlyList<JudgedPackage> open, Func<JudgedPackage, bool> inPart, MainWish kind, IReadOnlyCollection<string> disliked, CancellationToken ct)
    {
        var named = new List<(Relaxation Offer, bool FarShorter)>();
        var left = MostNearest;
        foreach (var offer in offers)
        {
            var parts = Relaxing.Parts(offer.Wish);
            if (left == 0 || (offer.OfCheaper && parts.Contains(Relaxing.Budget))) // Who asked for cheaper ones wants no dearer one.
            {
                named.Add((offer, false));
                continue;
            }

            var brought = (await engine.JudgeAsync(Relaxing.Without(wishes, offer.Wish), options.Recorded, ct)).Packages
                .Where(package => (parts.Contains(kind.Wish) || kind.IsOf(package)) && (offer.InPart ? inPart(package) : IsAllAsked(package))).Select(package => package.Facts.Package.Id).Except(disliked).ToHashSet(StringComparer.Ordinal);
            var nearest = Nearest(open.Where(package => brought.Contains(package.Facts.Package.Id)), offer.Wish);
            named.Add((offer with { Nearest = nearest?.Facts.Package.Id }, nearest is not null && IsFarShorter(nearest)));
            left--;
        }

        // Half a day is nothing near three days while something else is that lacks nothing anybody needs.
        var isNear = named.Exists(some => some is { Offer.Nearest: not null, FarShorter: false } && !Relaxing.Parts(some.Offer.Wish).Any(wish => Relaxing.IsOfDiets(wish) || wish == Relaxing.Essentials));
        return [.. named.Select(some => isNear && some.FarShorter ? some.Offer with { Nearest = null } : some.Offer)];
    }

    private static bool IsFarShorter(JudgedPackage package) => package is { Found.DaysOff: { } off, Facts.Package.DurationDays: { } days } && Shortfalls.IsFarShorter(days, off);

    /// <summary>Of tours that giving up a wish would bring, the one that goes least beyond it.</summary>
    private static JudgedPackage? Nearest(IEnumerable<JudgedPackage> brought, string wish)
    {
        var parts = Relaxing.Parts(wish);
        return brought.OrderBy(IsFarShorter)
            .ThenBy(package => package.Tier)
            .ThenBy(package => Climb.Matters(package.Context) && (package.Facts.Climb is not null || package.Facts.Stairs is { Place.Stairs: { Lift: false } }))
            .ThenBy(package => (parts.Contains(Relaxing.Durations) ? BeyondLength(package) : 0) + (parts.Contains(Relaxing.Budget) ? package.Found.OfBudget ?? Far : 0))
            .ThenByDescending(package => package.AdjustedScore)
            .FirstOrDefault();
    }

    /// <summary>By how much of the length that was wished it is longer or shorter.</summary>
    private static double BeyondLength(JudgedPackage package) =>
        package is { Found.DaysOff: { } off, Facts.Package.DurationDays: { } days } ? Math.Abs(off) / Math.Max(1, days - off) : Far;

    /// <summary>With those behind all others that a limit or what was to be avoided had kept out: they are named, and never before what keeps to it.</summary>
    private static IReadOnlyList<RankedPackage> WithLast(IReadOnlyList<RankedPackage> packages, IReadOnlyList<Relaxation> offers, IReadOnlyList<JudgedPackage> open) =>
        [.. packages, .. open.Where(package => offers.Any(offer => offer.Nearest == package.Facts.Package.Id) && !packages.Any(other => other.PackageId == package.Facts.Package.Id)).Select(package => Ranked(package, new Placed(0, Math.Min(package.AdjustedScore, packages.Count > 0 ? packages[^1].Score : package.AdjustedScore), false), false))];

    private static IReadOnlyList<RankedPackage> WithFirst(IReadOnlyList<RankedPackage> packages, IReadOnlyList<Relaxation> offers, IReadOnlyList<JudgedPackage> open)
    {
        var named = offers.Select(offer => offer.Nearest).OfType<string>().Distinct().ToList();
        var first = packages.Where(package => named.Contains(package.PackageId)).ToList();
        first.AddRange(open.Where(package => named.Contains(package.Facts.Package.Id) && !first.Exists(other => other.PackageId == package.Facts.Package.Id)).Select(package => Ranked(package, new Placed(0, package.AdjustedScore, false), false)).ToList());
        first = [.. first.OrderBy(package => package.Standing).ThenBy(package => named.IndexOf(package.PackageId))];
        var others = packages.Where(package => !first.Contains(package)).ToList();
        return [.. first.Where(IsThere), .. others.Where(IsThere), .. first.Where(package => !IsThere(package)), .. others.Where(package => !IsThere(package))];

        static bool IsThere(RankedPackage package) => package.Standing is not (Standing.Elsewhere or Standing.Unwanted);
    }

    /// <summary>What brings tours that have all of the rest first, then what brings most.</summary>
    private static IReadOnlyList<Relaxation> Sorted(IEnumerable<Relaxation> offers) => [.. offers.OrderBy(offer => offer.InPart).ThenByDescending(offer => offer.Brings)];

    /// <summary>Whether it is what its wishes ask for, by what would be said of it.</summary>
    private static bool IsAllAsked(JudgedPackage package) => package.Standing == Standing.Answer // Reasons are worked out for no other: this is asked of every package for every wish given up.
        && Shortfalls.IsAllAsked(package.Standing, ReasonFinder.Of(package.Context, package.Found, package.Facts, package.Similarities), package.Context.BudgetVnd is not null);

    private async Task<IReadOnlyList<Relaxation>> RelaxAsync(IEnumerable<(string Wish, Wishes Without)> relaxed, Func<JudgedPackage, bool> brought, CancellationToken ct)
    {
        var relaxations = new List<Relaxation>();
        foreach (var (wish, without) in relaxed)
        {
            var near = await engine.OfKindAsync(without, brought, ct);
            var all = near.Count(IsAllAsked);
            relaxations.Add(new Relaxation(wish, all > 0 ? all : near.Count) { InPart = all == 0 });
        }

        return Sorted(relaxations.Where(relaxation => relaxation.Brings > 0));
    }

    /// <summary>
    /// Where tours fit but none answers: the diets that none says it caters for, or the length where tours of another one do; else what none has of the things to ride, to eat and to do, beside the
    /// places, which may be what keeps them away.
    /// </summary>
    private async Task<IReadOnlyList<Relaxation>> LeaveOutNeedsAsync(Wishes wishes, IReadOnlyList<JudgedPackage> judged, CancellationToken ct)
    {
        if (judged.Count == 0 || judged.Any(IsAnswer))
        {
            return judged.Count == 0 || !HasLimits(wishes, judged[0].Context) || judged.Any(IsAllAsked) ? [] : await LeaveOutLimitsAsync(wishes, judged[0].Context, ct);
        }

        var diets = Relaxing.Diets(judged[0].Context.Diets.Select(diet => diet.Concept).OfType<string>().Where(diet => !Relaxing.IsAllergy(diet)));
        string[] needless = wishes.Durations.Count > 0 ? [diets, Relaxing.Durations] : [diets];
        if (diets.Length > 0 && await RelaxAsync(needless.Select(wish => (wish, Relaxing.Without(wishes, wish))), IsAnswer, ct) is { Count: > 0 } withoutDiets)
        {
            return withoutDiets;
        }

        if (await RelaxAsync(Relaxing.Things(wishes), IsAnswer, ct) is not { Count: > 0 } things)
        {
            return await LeaveOutLimitsAsync(wishes, judged[0].Context, ct);
        }

        var places = wishes.Places.Count == 0 ? [] : await RelaxAsync([(Relaxing.Places, Relaxing.Without(wishes, Relaxing.Places))], IsAnswer, ct);
        return Sorted(things.Concat(places));
    }

    /// <summary>
    /// Where what is shown comes near but is not all that was asked for: a limit of the price that is passed by little, and what was to be avoided, if without them there is all of it. Nobody would tell a traveller of a tour
    /// a day shorter and hide the very one that costs a little more.
    /// </summary>
    private async Task<IReadOnlyList<Relaxation>> LeaveOutLimitsAsync(Wishes wishes, RankingContext context, CancellationToken ct)
    {
        var offers = new List<Relaxation>();
        if (HasPriceLimit(wishes) && (await engine.OfKindAsync(Opened(wishes), package => package.Found.OfBudget is > 1 and <= LittleOver && package.Standing == Standing.Answer, ct)).Any(IsAllButDearer))
        {
            offers.AddRange(await RelaxAsync([(Relaxing.Budget, Relaxing.Without(wishes, Relaxing.Budget))], IsAnswer, ct));
        }

        if (MayBeBorne(wishes, context))
        {
            offers.AddRange(await RelaxAsync([(Relaxing.Exclusions, Relaxing.Without(wishes, Relaxing.Exclusions))], IsAnswer, ct));
        }

        return Sorted(offers.Where(offer => !offer.InPart));

        static bool IsAllButDearer(JudgedPackage package) => Shortfalls.IsAllAsked(
            package.Standing, [.. ReasonFinder.Of(package.Context, package.Found, package.Facts, package.Similarities).Where(reason => reason.Code is not (ReasonCodes.PriceOver or ReasonCodes.PriceSharedOver))], priceNamed: true);
    }

    /// <summary>Whether there is a limit that could be left out.</summary>
    private static bool HasLimits(Wishes wishes, RankingContext context) => HasPriceLimit(wishes) || MayBeBorne(wishes, context);

    private static bool HasPriceLimit(Wishes wishes) => wishes.Budget is { Firm: true, Max: not null, CheaperThan: null };

    /// <summary>Whether what was to be avoided is nothing that somebody has to.</summary>
    private static bool MayBeBorne(Wishes wishes, RankingContext context) => !wishes.Exclusions.IsEmpty && !context.Exclusions.Any(thing => thing.IsForced);

    private static bool IsAnswer(JudgedPackage package) => package.Standing == Standing.Answer;

    /// <summary>The same wishes without the limit that lets in no dearer tour.</summary>
    private static Wishes Opened(Wishes wishes) => wishes with { Budget = wishes.Budget is { } budget ? budget with { Firm = false } : null };

    private static RankedPackage Ranked(JudgedPackage judged, Placed placed, bool withoutWishes)
    {
        var wished = judged.Context;
        var similarities = new double?[judged.Similarities.Length];
        for (var c = 0; c < similarities.Length; c++)
        {
            similarities[c] = IsWished(wished, (Criterion)c) ? Math.Round(Math.Clamp(judged.Similarities[c], -1f, 1f), 3) + 0.0 : null; // The database reads -0 as 0.
        }

        return new RankedPackage(
            judged.Facts.Package.Id,
            Math.Round(placed.Score, 4),
            similarities,
            withoutWishes ? ReasonFinder.OfPopular(judged.Facts) : ReasonFinder.Of(wished, judged.Found, judged.Facts, judged.Similarities, placed.LikeOneAbove))
        {
            Standing = withoutWishes ? Standing.Answer : judged.Standing,
        };
    }

    private static bool IsWished(RankingContext context, Criterion criterion) => criterion switch
    {
        Criterion.Locations => context.Places.Count > 0,
        Criterion.Duration => context.Wishes.Durations.Count > 0,
        Criterion.Budget => context.BudgetVnd is not null,
        _ => context.Things[(int)criterion].Count > 0,
    };
}
