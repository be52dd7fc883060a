using System.Globalization;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Recommendations.Reasons;

/// <summary>Why a package stands where it does, the weightiest first, from what was found in its own facts; also what speaks against it.</summary>
public static class ReasonFinder
{
    /// <summary>What no text has to say: the price tells what is cheap, and nobody asks an agency whether it suits teachers.</summary>
    private static readonly HashSet<string> NeedlessToSay = new(["budget", "couple", "parents", "teachers", "students", "group-of-friends", "best-friends", "women", "women-only", "men-only", "solo", "school-kids", "teenagers", "company", "whole-family", "weekend-getaway"], StringComparer.Ordinal);

    private const int MostPlaces = 4;
    private const int MostThings = 4;
    private const int MostInPart = 2;
    private const int MostOfPlaces = 2;
    private const int MostAgainst = 3;
    private const double Noticeable = .05;
    private const string WithChildren = "family-with-kids";
    private const string Assumed = "assumed";
    private const string Unsaid = "unsaid";

    /// <summary>Among the arguments of <see cref="ReasonCodes.StairsOfPlace"/>: there is a lift or a cable car.</summary>
    internal const string WithLift = "lift";

    /// <summary>Among the same: the tour has a word of steps or of a lift itself.</summary>
    internal const string Spoken = "spoken";

    /// <summary>What a place has, whether or not a tour there makes anything of it.</summary>
    private static readonly HashSet<string> OfPlaces = new(["beach-holiday", "sea-bathing", "rice-terraces"], StringComparer.Ordinal);
    private static readonly HashSet<string> OfFaith = new(["halal", "kosher", "no-alcohol"], StringComparer.Ordinal);
    private static readonly HashSet<string> BySea = new(["beach-holiday", "sea-bathing"], StringComparer.Ordinal);
    private const string Beach = "beach";

    /// <summary>Whom a tour for women alone suits as it is.</summary>
    private const string WomanAlone = "solo-woman";
    private const string WomenOnly = "women-only";

    /// <summary>Whether a reason is about those who travel: whom the tour is made for, their number, their ages, what is too much for them.</summary>
    public static bool IsOfTravellers(Reason reason) => reason.Code is ReasonCodes.MadeForOthers or ReasonCodes.MadeForSome or ReasonCodes.GroupOnly or ReasonCodes.NotAdmitted or ReasonCodes.Unsuited or ReasonCodes.Children or ReasonCodes.ChildrenHard;

    public static IReadOnlyList<Reason> Of(RankingContext context, Assessment found, PackageFacts facts, ReadOnlySpan<float> similarities, bool likeOneAbove = false)
    {
        var reasons = new List<Reason>(8);
        var climb = Climb.Matters(context) ? facts.Climb : null;
        var (ridesOneself, isDriven) = Riding.IsRefused(context) ? (Riding.IsOneself(facts), Riding.IsDriven(facts)) : (false, false);
        if (found.Excluded.Any(i => !(ridesOneself && context.Exclusions[i].Concept == Riding.Oneself)) && !(climb?.Steps is not null && found.Excluded.All(i => context.Exclusions[i].Concept == Climb.Stairs) && !found.ExcludedSurely))
        {
            reasons.Add(new Reason(found.ExcludedSurely ? ReasonCodes.Excluded : ReasonCodes.ExcludedInPassing, [.. ExcludedOf(context, found, facts).Where(id => !(ridesOneself && id == Riding.Oneself))]));
        }

        if (ridesOneself || isDriven)
        {
            reasons.Add(new Reason(ridesOneself ? ReasonCodes.RidesOneself : ReasonCodes.IsDriven, []));
        }

        var (inPart, covering) = InPart(context, found, facts);
        Add(reasons, ReasonCodes.EssentialMet, [.. Answers(context.Essentials, found.EssentialsMet.Where(i => context.Essentials[i].CoveredBy(facts) is null), facts).Except(inPart.Select(reserved => reserved.Id))]);
        reasons.AddRange(Covered(context, facts, [.. inPart.Select(reserved => reserved.Id), .. covering]));
        // Vegan food on request is no word about an allergy to seafood.
        Add(reasons, ReasonCodes.DietUnsaid, [.. Assessment.Needs(context).Where(need => need.CoveredBy(facts) is { } answer && covering.Contains(answer)).Select(need => need.Concept!).Distinct()]);
        reasons.AddRange(inPart.Take(MostInPart).Select(reserved => new Reason(ReasonCodes.InPart, [reserved.How.Of.ToString(), reserved.Id, .. reserved.How.Says is { } says ? [says] : Array.Empty<string>()])));
        var missing = found.EssentialsMissing.Where(i => context.Essentials[i].SpokenOfIn(facts) is null && context.Essentials[i].CoveredBy(facts) is null).ToList();
        if (missing.Count > 0)
        {
            reasons.Add(new Reason(ReasonCodes.EssentialMissing, Concepts(context.Essentials, missing)));
        }

        Add(reasons, ReasonCodes.EssentialContradicted, Concepts(context.Essentials, found.EssentialsContradicted));
        var against = found.DietsContradicted.Select(i => context.Diets[i].Concept).OfType<string>().ToList();
        Add(reasons, ReasonCodes.DietContradicted, against);
        AgainstDiets(context, facts, [.. against, .. Concepts(context.Essentials, found.EssentialsContradicted)], reasons);
        Places(context, found, facts, similarities, reasons);
        Days(context, found, facts.Package, reasons);
        Price(context, found, facts.Package, reasons);
        if (context.Prices.IsDear(facts))
        {
            reasons.Add(new Reason(ReasonCodes.PriceDear, []));
        }

        Things(context, found, facts, [.. inPart.Select(reserved => reserved.Id)], against, reasons);
        Add(reasons, ReasonCodes.FoodUnsaid, Concepts(context.Exclusions, Enumerable.Range(0, context.Exclusions.Count).Where(i => context.Exclusions[i] is { IsFood: true } food && food.In(facts) == 0 && food.IsNear(facts) && !food.IsDeniedBy(facts))));
        Add(reasons, ReasonCodes.LodgingUnsaid, Concepts(context.Exclusions, Enumerable.Range(0, context.Exclusions.Count).Where(i => context.Exclusions[i].IsLeftOpenIn(facts))));
        if (found.Excluded.Count == 0)
        {
            // A trek says nothing of long walks, and yet is one to whoever wants none: where it has something related, nothing is promised.
            var absent = Enumerable.Range(0, context.Exclusions.Count).Where(i => !(isDriven && context.Exclusions[i].Concept == Riding.Oneself) && (!context.Exclusions[i].IsNear(facts) && !context.Exclusions[i].IsLeftOpenIn(facts) || context.Exclusions[i].IsDeniedBy(facts)));
            Add(reasons, ReasonCodes.ExcludedAbsent, Concepts(context.Exclusions, absent));
        }

        if (context.Start is not null && facts.Start is null)
        {
            reasons.Add(new Reason(ReasonCodes.StartUnknown, []));
        }
        else if (found.StartKm is { } km && facts.Start is { } start)
        {
            reasons.Add(km <= 40 ? new Reason(ReasonCodes.StartsHere, [start.Id]) : new Reason(ReasonCodes.StartsElsewhere, [start.Id, Number(Math.Round(km))]));
        }

        if (climb?.Steps is { } steps)
        {
            reasons.Add(new Reason(ReasonCodes.Steps, [Number((decimal)steps)]));
        }
        else if ((climb ?? (found.GoodForChildren || context.Wishes.Party is not { Children: > 0 } ? null : facts.Climb))?.MetresADay is { } metres)
        {
            reasons.Add(new Reason(ReasonCodes.ClimbADay, [Number((decimal)metres)]));
        }

        if (climb?.Steps is null && Climb.Matters(context) && StairsOf(facts) is { } stairs)
        {
            reasons.Add(stairs);
        }

        if (found.MadeForSome)
        {
            MadeFor(facts, reasons, Audience.IsOfOthers(facts.MadeFor, context.Travellers, context.TravellersTold) ? ReasonCodes.MadeForOthers : ReasonCodes.MadeForSome);
        }

        reasons.AddRange(facts.Conditions.Where(condition => !(ridesOneself && condition == Condition.MotorbikeLicence)).Where(condition => Judging.Conditions.IsTold(condition, context.Wished, context.Wishes.Language))
            .Select(condition => new Reason(ReasonCodes.Condition, [condition.ToString(), .. Judging.Conditions.IsSaid(condition, context.Wished, context.Wishes.Language) ? Array.Empty<string>() : [Unsaid]])));
        if (found.GroupOnly || found.TooFew || context.Wishes.Party is null && facts.Package.GroupLeast > PricePerPerson.AssumedParty)
        {
            reasons.Add(new Reason(ReasonCodes.GroupOnly, facts.Package.GroupLeast is { } least ? [Number((decimal)least)] : []));
        }

        // Where nobody told how old the children are, from which age they are taken is theirs to judge.
        if (found.NotAdmitted || context.Wishes.Party is { Children: > 0, AllAgesTold: false } && facts.Admission.Least is not null)
        {
            reasons.Add(Ages(facts, found.TooYoung));
        }

        var hardForThem = found.Unsuited.Where(id => !(found.TooHardForChildren && id == WithChildren)).ToList();
        Add(reasons, ReasonCodes.Unsuited, hardForThem);
        if ((found.TooHardForChildren && !found.NotAdmitted && hardForThem.Count == 0) || found.GoodForChildren && (facts.Admission.Least is null || context.Wishes.Party is { AllAgesTold: true }))
        {
            reasons.Add(new Reason(found.TooHardForChildren ? ReasonCodes.ChildrenHard : ReasonCodes.Children, []));
        }

        if (likeOneAbove)
        {
            reasons.Add(new Reason(ReasonCodes.LikeOneAbove, []));
        }

        return reasons;
    }

    /// <summary>Reasons where nothing was wished.</summary>
    public static IReadOnlyList<Reason> OfPopular(PackageFacts facts)
    {
        var loved = facts.Places.Select(visited => visited.Place).OfType<Place>().OrderByDescending(place => place.Popularity).Take(3).Select(place => place.Id).ToList();
        return [.. loved.Count == 0 ? Array.Empty<Reason>() : [new Reason(ReasonCodes.Popular, loved)], .. Terms(facts)];
    }

    /// <summary>The steps that a place it goes to is known for; null where none are, or the tour has none to climb.</summary>
    public static Reason? StairsOf(PackageFacts facts) => facts.Stairs is { Place: { Stairs: { } stairs } place } told && facts.Concepts.GetValueOrDefault(Climb.StepFree) < 1
        ? new Reason(ReasonCodes.StairsOfPlace, [place.Id, stairs.About is { } about ? Number((decimal)about) : "", .. stairs.Lift ? [WithLift] : Array.Empty<string>(), .. told.AreSpokenOf ? [Spoken] : Array.Empty<string>()])
        : null;

    /// <summary>What everybody has to know, whoever reads: whom it is made for, what taking part asks for, how many and how old they have to be.</summary>
    public static IReadOnlyList<Reason> Terms(PackageFacts facts)
    {
        var terms = new List<Reason>();
        MadeFor(facts, terms, ReasonCodes.MadeForOthers);
        terms.AddRange(facts.Conditions.Select(condition => new Reason(ReasonCodes.Condition, [condition.ToString()])));
        if (facts.Package.GroupLeast is > PricePerPerson.AssumedParty and { } least)
        {
            terms.Add(new Reason(ReasonCodes.GroupOnly, [Number((decimal)least)]));
        }

        if (facts.Admission is not { Least: null, Most: null })
        {
            terms.Add(Ages(facts, null));
        }

        return terms;
    }

    private static void MadeFor(PackageFacts facts, List<Reason> reasons, string code) => Add(reasons, code, [.. facts.MadeFor.Keys.Take(MostThings)]);

    private static Reason Ages(PackageFacts facts, int? tooYoung) =>
        new(ReasonCodes.NotAdmitted, [Years(facts.Admission.Least), Years(facts.Admission.Most), .. tooYoung is { } age ? [Years(age)] : Array.Empty<string>()]);

    /// <summary>What was asked for and it has only in part, what cannot be done without first; and rooms of one's own where a dorm beside them was refused.</summary>
    private static (IReadOnlyList<(string Id, Reservation How)> Asked, IReadOnlySet<string> Covering) InPart(RankingContext context, Assessment found, PackageFacts facts)
    {
        var things = Assessment.Needs(context).Concat(context.Things.SelectMany(some => some)).ToList();
        var answers = things.Select(thing => thing.AnsweredBy(facts)).OfType<string>()
            .Concat(found.Excluded.Any(i => context.Exclusions[i].IsAvoidableIn(facts)) ? [WishedThing.PrivateRoom] : Array.Empty<string>())
            .Distinct().Where(facts.Reserved.ContainsKey).ToLookup(id => things.Exists(thing => thing.Concept == id) || !things.Exists(thing => thing.CoveredBy(facts) == id && Relaxing.IsAllergy(thing.Concept!)));
        return ([.. answers[true].Select(id => (id, facts.Reserved[id]))], answers[false].ToHashSet(StringComparer.Ordinal));
    }

    private static void Places(RankingContext context, Assessment found, PackageFacts facts, ReadOnlySpan<float> similarities, List<Reason> reasons)
    {
        if (context.Places.Count == 0)
        {
            return;
        }

        var visited = facts.Places.Where(place => !place.IsStartOnly).Select(place => place.Place).OfType<Place>().ToList();
        if (facts.Places.Count == 0)
        {
            reasons.Add(new Reason(ReasonCodes.PlacesUnknown, []));
            return;
        }

        var named = found.PlacesHit.Where(i => !context.Wishes.Places[i].IsOfTour).Select(i => context.Places[i]).ToList();
        var spots = named.Where(wished => wished.Place is { } place && !LocationSimilarity.IsArea(place)).ToLookup(wished => wished.IsVisitedBy(facts));
        if (spots[true].Any())
        {
            reasons.Add(new Reason(ReasonCodes.PlacesVisited, [Number((decimal)context.Wishes.Places.Count(place => !place.IsOfTour)), .. spots[true].Take(MostPlaces).Select(wished => wished.Place!.Id)]));
        }

        foreach (var wished in spots[false].Take(MostPlaces).Select(wished => wished.Place!))
        {
            var (nearest, km) = visited.Select(place => (place, Gazetteer.DistanceKm(wished, place))).MinBy(pair => pair.Item2);
            reasons.Add(new Reason(ReasonCodes.PlaceNear, [nearest.Id, wished.Id, Number(Math.Round(km))]));
        }

        Add(reasons, ReasonCodes.PlacesAlike, [.. found.PlacesHit.Where(i => context.Wishes.Places[i].IsOfTour).Select(i => context.Places[i]).Where(wished => wished.IsVisitedBy(facts)).Select(wished => wished.Place?.Id).OfType<string>().Take(MostPlaces)]);
        foreach (var wished in named.Where(wished => wished.Place is { } place && LocationSimilarity.IsArea(place)))
        {
            if (wished.Zones.Count > 0 && !wished.IsTravelledBy(facts.Places))
            {
                Add(reasons, ReasonCodes.PlacesOfOnePart, [.. visited.Take(MostPlaces).Select(place => place.Id)]);
                continue;
            }

            reasons.Add(new Reason(ReasonCodes.PlacesInside, [wished.Place!.Id, .. visited.Where(place => (wished.There.Contains(place.Id) || wished.IsTravelledBy(facts.Places)) && place.Id != wished.Place.Id).Take(MostPlaces).Select(place => place.Id)]));
        }

        if (found.PlacesHit.Count == 0)
        {
            if (found.PlaceNear && Nearest(context, visited) is { } near)
            {
                reasons.Add(new Reason(ReasonCodes.PlaceNear, [near.Place.Id, near.Wished.Id, Number(Math.Round(near.Km))]));
            }
            else if (visited.Count > 0)
            {
                reasons.Add(new Reason(ReasonCodes.PlacesElsewhere, [.. visited.Take(3).Select(place => place.Id)]));
            }
        }
        else if (Adjustment.Elsewhere(context, facts, similarities) > Noticeable)
        {
            var others = visited.Where(place => !context.Places.Any(wished => wished.There.Contains(place.Id))).Take(3).Select(place => place.Id).ToList();
            Add(reasons, ReasonCodes.PlacesMostlyOthers, others);
        }
    }

    /// <summary>The pair of a wished and a visited place that lie nearest to each other; a route through the country has no one spot.</summary>
    private static (Place Wished, Place Place, double Km)? Nearest(RankingContext context, List<Place> visited) => context.Places
        .Where(wished => wished.Zones.Count == 0)
        .Select(wished => wished.Place)
        .OfType<Place>()
        .SelectMany(_ => visited, (wished, place) => ((Place, Place, double Km)?)(wished, place, Gazetteer.DistanceKm(wished, place)))
        .MinBy(pair => pair!.Value.Km);

    private static void Days(RankingContext context, Assessment found, TourPackage package, List<Reason> reasons)
    {
        if (context.Wishes.Durations.Count == 0)
        {
            return;
        }

        reasons.Add((package.DurationDays, found.DaysOff) switch
        {
            ({ } days, { } off) when Math.Abs(off) < .25 => new Reason(ReasonCodes.DaysWished, [Number(days)]),
            ({ } days, { } off) => new Reason(ReasonCodes.DaysOff, [Number(days), Number(off)]),
            _ => new Reason(ReasonCodes.DaysUnknown, []),
        });
    }

    private static void Price(RankingContext context, Assessment found, TourPackage package, List<Reason> reasons)
    {
        if (package.Price is not { } price)
        {
            reasons.Add(new Reason(ReasonCodes.PriceUnknown, []));
        }
        else if (context.Wishes.Budget is { Max: { } max } budget && found.OfBudget is not null)
        {
            string[] told = [Number(price.Amount), price.Currency];
            string[] over = found.PerCentOver > 0 ? [Number(found.PerCentOver)] : [];
            string[] assumed = context.Wishes.Party is null ? [Assumed] : [];
            reasons.Add((package.PricePer, found.PerCentOver) switch
            {
                (PricePer.Group, <= 0) when budget.CheaperThan is { } than => new Reason(ReasonCodes.PriceSharedCheaper, [.. told, Number((decimal)Assessment.Sharing(context.Wishes.Party, package)), Number((decimal)than), .. assumed]),
                (_, <= 0) when budget.CheaperThan is { } than => new Reason(ReasonCodes.PriceCheaper, [.. told, Number((decimal)than), .. budget.Shared is { } shared ? [Number((decimal)shared)] : Array.Empty<string>()]),
                (PricePer.Group, _) => new Reason(
                    over.Length > 0 ? ReasonCodes.PriceSharedOver : ReasonCodes.PriceShared,
                    [.. told, Number((decimal)Assessment.Sharing(context.Wishes.Party, package)), .. over, .. assumed]),
                (_, > 0) => new Reason(ReasonCodes.PriceOver, [.. told, .. over]),
                _ => new Reason(ReasonCodes.PriceWithin, [.. told, Number(max), budget.Currency, .. budget.Min is { } min ? [Number(min)] : Array.Empty<string>()]),
            });
        }
        else if (context.Wishes.Budget is not null && package.PricePer == PricePer.Group)
        {
            reasons.Add(new Reason(ReasonCodes.PriceOfGroup, [Number(price.Amount), price.Currency]));
        }
    }

    /// <summary>Exclusions it has: concepts, and the visited places that were to be avoided, whose names the wishes hold as they were written.</summary>
    private static IReadOnlyList<string> ExcludedOf(RankingContext context, Assessment found, PackageFacts facts)
    {
        var places = facts.Places.Select(visited => visited.Place).OfType<Place>().Where(place => found.Excluded.Any(i => context.Exclusions[i].Spots.Contains(place.Id)));
        return [.. Concepts(context.Exclusions, found.Excluded).Concat(places.Select(place => place.Id)).Distinct().Take(MostThings)];
    }

    /// <summary>What its texts name that an allergy, or a diet that holds everywhere, speaks against, where it does not cater for it and that is not told already: a rice wine at the fire, a dinner of prawns.</summary>
    private static void AgainstDiets(RankingContext context, PackageFacts facts, IReadOnlyCollection<string> told, List<Reason> reasons)
    {
        foreach (var need in Assessment.Needs(context).Where(need => need.Concept is { } id && (Relaxing.IsAllergy(id) || OfFaith.Contains(id)) && !told.Contains(id) && need.AnsweredBy(facts) is null).DistinctBy(need => need.Concept))
        {
            List<string> named = [.. facts.Named.Where(id => need.Opposite.Contains(id) && !facts.Denies.Contains(id)).Order(StringComparer.Ordinal).Take(MostAgainst)];
            if (named.Count > 0)
            {
                reasons.Add(new Reason(ReasonCodes.AgainstDiet, [need.Concept!, .. named]));
            }
        }
    }

    private static void Things(RankingContext context, Assessment found, PackageFacts facts, IReadOnlyList<string> inPart, IReadOnlyList<string> against, List<Reason> reasons)
    {
        var has = new List<string>();
        var mentioned = new List<string>();
        var silent = new List<string>();
        var words = false;
        for (var c = 0; c < context.Things.Count; c++)
        {
            var stated = found.ThingsHit[c].Where(i => context.Things[c][i] is var thing && (thing.IsDiet || thing.IsTraveller || thing.In(facts) >= 1)).ToList();
            has.AddRange(Answers(context.Things[c], stated.Where(i => context.Things[c][i].CoveredBy(facts) is null), facts));
            has.AddRange(Ids(context.Things[c], found.ThingsHit[c].Where(i => context.Prices.Answers(context.Things[c][i], facts))));
            // What only its places have is not said, but for the beach that it speaks of.
            var ofPlaces = found.ThingsHit[c].Except(stated).Where(i => context.Things[c][i].Concept is { } id && OfPlaces.Contains(id) && facts.Unsaid.Contains(id)).ToLookup(i => BySea.Contains(context.Things[c][i].Concept!) && facts.Concepts.ContainsKey(Beach));
            mentioned.AddRange(Concepts(context.Things[c], found.ThingsHit[c].Except(stated).Except(ofPlaces[false]).Except(ofPlaces[true])));
            mentioned.AddRange(ofPlaces[true].Take(1).Select(_ => Beach));
            silent.AddRange(Ids(context.Things[c], ofPlaces[false]));
            // A tour for older people suits one's parents; but a mountain is no cable car.
            var near = found.ThingsNear[c].Where(i => context.Things[c][i].IsTraveller);
            // "3 or 4 stars", "homestay or lodge": one of them is enough.
            var sleeps = found.ThingsHit[c].Any(i => context.Things[c][i].IsLodging);
            silent.AddRange(Ids(context.Things[c], Enumerable.Range(0, context.Things[c].Count).Except(found.ThingsHit[c]).Except(near)
                .Where(i => context.Things[c][i].CoveredBy(facts) is null && !(sleeps && context.Things[c][i].IsLodging) && !PriceRanks.IsOfLittle(context.Things[c][i]) && !(context.Things[c][i].Concept == WomanAlone && facts.MadeFor.ContainsKey(WomenOnly)) && !context.Things[c][i].Broader.Any(id => facts.Concepts.GetValueOrDefault(id) >= 1))));
            words |= found.ThingsHit[c].Any(i => context.Things[c][i].Concept is null);
        }

        var essential = context.Essentials.Select(thing => thing.Concept).ToHashSet();
        var told = found.GoodForChildren ? WithChildren : null;
        has.RemoveAll(inPart.Contains);
        mentioned.RemoveAll(inPart.Contains);
        has.InsertRange(0, context.Diets.Concat(context.Essentials).Select(diet => diet.SpokenOfIn(facts)).OfType<string>());
        // No text has to say what a place of the tour is.
        var places = silent.Count == 0 ? [] : silent.Distinct().Where(id => !facts.Denies.Contains(id) && facts.ThingsOfPlaces.Value.ContainsKey(id)).ToList();
        silent.RemoveAll(places.Contains);
        reasons.AddRange(places.Take(MostOfPlaces).Select(id => new Reason(ReasonCodes.OfPlace, [id, facts.ThingsOfPlaces.Value[id]])));
        // Spoken of in passing, and had by its price, is had.
        mentioned.RemoveAll(has.Contains);
        Add(reasons, ReasonCodes.Has, [.. has.Where(id => !essential.Contains(id) && id != told).Distinct().Take(MostThings)]);
        Add(reasons, ReasonCodes.Mentions, [.. mentioned.Where(id => !essential.Contains(id) && id != told).Take(MostThings)]);
        var diets = context.Diets.Select(thing => thing.Concept).ToHashSet();
        silent.RemoveAll(id => context.Diets.Any(diet => diet.Concept == id && diet.SpokenOfIn(facts) is not null));
        var unsaid = silent.Where(id => !essential.Contains(id) && !against.Contains(id) && !found.Unsuited.Contains(id)).Distinct().ToLookup(diets.Contains);
        Add(reasons, ReasonCodes.DietUnsaid, [.. unsaid[true]]);
        Add(reasons, ReasonCodes.DoesNotSay, [.. unsaid[false].Where(id => !NeedlessToSay.Contains(id))]);
        if (words)
        {
            reasons.Add(new Reason(ReasonCodes.OwnWords, []));
        }
    }

    private static IEnumerable<Reason> Covered(RankingContext context, PackageFacts facts, IReadOnlyCollection<string> inPart) =>
        Assessment.Needs(context).Where(need => need.CoveredBy(facts) is { } answer && !inPart.Contains(answer)).DistinctBy(need => need.Concept).Select(need => new Reason(ReasonCodes.DietCovered, [need.CoveredBy(facts)!, need.Concept!]));

    private static IReadOnlyList<string> Answers(IReadOnlyList<WishedThing> things, IEnumerable<int> which, PackageFacts facts) => [.. which.Select(i => things[i].AnsweredBy(facts)).OfType<string>().Distinct().Take(MostThings)];

    private static IReadOnlyList<string> Concepts(IReadOnlyList<WishedThing> things, IEnumerable<int> which) => [.. Ids(things, which).Take(MostThings)];

    private static IEnumerable<string> Ids(IReadOnlyList<WishedThing> things, IEnumerable<int> which) => which.Select(i => things[i].Concept).OfType<string>();

    private static void Add(List<Reason> reasons, string code, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
        {
            reasons.Add(new Reason(code, ids));
        }
    }

    private static string Years(int? age) => age?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
