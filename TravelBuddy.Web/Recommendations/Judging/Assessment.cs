using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>How a package's facts stand to the wishes: what the score does not tell but a travel agent would look at.</summary>
public sealed record Assessment
{
    /// <summary>Indices of the wished places it visits.</summary>
    public required IReadOnlyList<int> PlacesHit { get; init; }

    /// <summary>It visits none of them, yet a near miss.</summary>
    public required bool PlaceNear { get; init; }

    /// <summary>How much of it is on the way between the two ends that were wished; 0 if it does not go to both or none were.</summary>
    public required double OnTheWay { get; init; }

    /// <summary>Days beside the nearest wished length, signed (longer is above 0); 0 inside a wish; null if either is unknown.</summary>
    public required double? DaysOff { get; init; }

    /// <summary>Price divided by the budget; null if either is unknown.</summary>
    public required double? OfBudget { get; init; }

    /// <summary>How many whole per cent the price is over the budget: at least 1 if it is over at all, 0 if it is not or either is unknown.</summary>
    public double PerCentOver => OfBudget is { } share and > 1 ? Math.Max(1, Math.Round(share * 100 - 100)) : 0;

    /// <summary>Per criterion, indices of the wished things it has.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> ThingsHit { get; init; }

    /// <summary>Per criterion, indices of the wished things it lacks while it has something related.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> ThingsNear { get; init; }

    /// <summary>Indices of the exclusions it has, and whether any of them is stated rather than told in passing.</summary>
    public required IReadOnlyList<int> Excluded { get; init; }

    public required bool ExcludedSurely { get; init; }
    public required IReadOnlyList<int> EssentialsMet { get; init; }
    public required IReadOnlyList<int> EssentialsMissing { get; init; }

    /// <summary>Indices of the essentials it says it does not have, or whose opposite it states: a summit on foot for a wheelchair.</summary>
    public required IReadOnlyList<int> EssentialsContradicted { get; init; }

    /// <summary>It cannot have one of the essentials: it says so, or speaks against one that is no diet, which a kitchen could still cook for.</summary>
    public required bool EssentialImpossible { get; init; }

    /// <summary>How many of the diets and allergies asked for it does not mention at all, or answers with something related.</summary>
    public required int DietsSilent { get; init; }

    public required int DietsNear { get; init; }

    /// <summary>Indices of the diets and allergies asked for that it plainly does not cater for.</summary>
    public required IReadOnlyList<int> DietsContradicted { get; init; }

    /// <summary>It is made for people of another diet than the one asked for, of which it says nothing: halal food is no vegetarian food.</summary>
    public required bool ForOtherDiet { get; init; }

    /// <summary>Diets were asked for and it caters for them all.</summary>
    public bool HasDiets(RankingContext context) => context.Diets.Count > 0 && DietsSilent + DietsNear + DietsContradicted.Count == 0;

    /// <summary>How many of the diets and essentials asked for it has only in part: on request, for some meals.</summary>
    public required int NeedsInPart { get; init; }

    /// <summary>It is sold to more people than are known to travel, though to no large group: strangers may still make up the number.</summary>
    public required bool TooFew { get; init; }

    /// <summary>Indices of the conditions of taking part that those who travel did not say they meet.</summary>
    public required IReadOnlyList<int> Unmet { get; init; }

    /// <summary>It is sold to classes, companies and other groups larger than the traveller's.</summary>
    public required bool GroupOnly { get; init; }

    /// <summary>It is made for others than those who travel.</summary>
    public required bool MadeForOthers { get; init; }

    /// <summary>It is made for some people, and nobody said to be one of them.</summary>
    public required bool MadeForSome { get; init; }

    /// <summary>It starts where the traveller wants to go, as tours without the journey there do.</summary>
    public required bool StartsAtWishedPlace { get; init; }

    /// <summary>Kilometres from the wished start to where it starts; null if either is unknown.</summary>
    public required double? StartKm { get; init; }

    /// <summary>It takes a day or less and sets off too far from the wished start to be joined.</summary>
    public required bool OutOfReach { get; init; }

    /// <summary>It is hard or says it is not for children, and children travel.</summary>
    public required bool TooHardForChildren { get; init; }

    /// <summary>It takes nobody of the age of one who travels, as far as that can be guessed or is told.</summary>
    public required bool NotAdmitted { get; init; }

    /// <summary>The age of the youngest child, where that was told and it takes nobody so young.</summary>
    public required int? TooYoung { get; init; }

    /// <summary>Concepts of those who travel that what it says speaks against: a summit on foot for a baby.</summary>
    public required IReadOnlyList<string> Unsuited { get; init; }

    /// <summary>Whether it does not suit somebody for what it is, rather than for saying candidly what every road there is: tours that keep silent of their bends are no better for whoever gets sick on them.</summary>
    public required bool UnsuitedSurely { get; init; }

    /// <summary>Whether somebody among them could come to harm.</summary>
    public bool CouldHarm => Unsuited.Any(Frail.Contains);

    /// <summary>Whom a hard tour could harm.</summary>
    private static readonly HashSet<string> Frail = new(["over-eighty", "pregnant", "post-surgery"], StringComparer.Ordinal);

    public required bool GoodForChildren { get; init; }

    /// <summary>Diets that another one is no step towards, as a vegan kitchen is to whoever bears no milk.</summary>
    private static readonly HashSet<string> OfConviction = new(["halal", "hindu-veg", "jain", "kosher", "vegan", "vegetarian"], StringComparer.Ordinal);

    /// <summary>From this size on a group is not one that strangers are put together in.</summary>
    private const int LeastClosed = 10;

    private const string Sickness = "motion-sickness";

    /// <summary>What shakes by itself, whatever is said of it.</summary>
    private const string ByWave = "speedboat";

    private const int Toddler = 2;
    private const int GrownChild = 14;
    private const int Elderly = 65;
    private const int VeryOld = 80;

    private const double DayTrip = 1.5;
    private const double DayTripKm = 150;

    private static readonly HashSet<string> OfGroups = new(StringComparer.Ordinal) { "big-group", "company", "students", "team-building", "team-games" };

    private static int? People(PartyWish? party) => party?.Adults + party?.Children;

    /// <summary>How many share the price of a group.</summary>
    public static int Sharing(PartyWish? party, TourPackage package) => PricePerPerson.Sharing(package, People(party));

    /// <summary>What one of the party pays.</summary>
    public static decimal? PriceVnd(PartyWish? party, TourPackage package, ExchangeRates rates) => PricePerPerson.OfVnd(package, People(party), rates);

    public static Assessment Of(RankingContext context, PackageFacts facts)
    {
        var hits = Which(context.Places, wished => wished.IsAnsweredBy(facts.Places));
        var excluded = Which(context.Exclusions, thing => thing.In(facts) > 0 && !thing.IsDeniedBy(facts) && !(thing.Concept == Riding.Oneself && Riding.IsDriven(facts)) || IsTold(thing, facts));
        var unmet = context.Diets.Where(diet => diet.In(facts) == 0).ToList();
        var contradicted = Which(context.Diets, diet => diet.IsContradictedBy(facts));
        var nearDiets = unmet.Count(diet => !diet.IsContradictedBy(facts) && diet.IsNear(facts));
        var startsAtWishedPlace = facts.Start is { } setsOff && context.Places.Any(wished => wished.There.Contains(setsOff.Id) || wished.Near.Contains(setsOff.Id));
        var startKm = context.Start is { } from && facts.Start is { } start
            ? LocationSimilarity.IsArea(from) && start.Id != from.Id ? null : (double?)Gazetteer.DistanceKm(from, start)
            : null;
        var children = context.Wishes.Party is { Children: > 0 };
        var tooYoung = context.Wishes.Party?.Ages is { Count: > 0 } ages && ages[0] < facts.Admission.Least ? ages[0] : (int?)null;
        var conditions = Which(facts.Conditions, condition => !Conditions.IsMet(condition, context.Wished, context.Wishes.Language));
        List<string> unsuited = [.. Unsuits(context, facts)];
        return new Assessment
        {
            PlacesHit = hits,
            PlaceNear = hits.Count == 0 && context.Places.Any(wished => facts.Places.Any(visited => visited is { IsStartOnly: false, Place: { } place } && wished.Near.Contains(place.Id))),
            OnTheWay = context.Route?.ShareOf(facts) ?? 0,
            DaysOff = DaysBeside(context, facts.Package.DurationDays),
            OfBudget = context.BudgetVnd is { } budget && PriceVnd(context.Wishes.Party, facts.Package, context.Rates) is { } price ? (double)(price / budget) : null,
            GroupOnly = IsClosed(context, facts) && !context.Things.Any(some => some.Any(thing => thing.Concept is not null && OfGroups.Contains(thing.Concept))),
            MadeForOthers = conditions.Count > 0 || Audience.IsOfOthers(facts.MadeFor, context.Travellers, context.TravellersTold),
            NeedsInPart = Needs(context).Count(need => need.ReservedIn(facts) is not null),
            TooFew = facts.Package.GroupLeast is < LeastClosed && People(context.Wishes.Party) is { } people && !AreEnough(people, facts.Package),
            Unmet = conditions,
            MadeForSome = facts.MadeFor.Count > 0 && !facts.MadeFor.Keys.Any(context.Travellers.Contains),
            ThingsHit = OfEach(context.Things, thing => thing.In(facts) > 0 || context.Prices.Answers(thing, facts)),
            ThingsNear = OfEach(context.Things, thing => thing.In(facts) == 0 && !context.Prices.Answers(thing, facts) && thing.IsNear(facts)),
            Excluded = excluded,
            ExcludedSurely = excluded.Any(i => IsTold(context.Exclusions[i], facts) || context.Exclusions[i].In(facts) >= 1 && !context.Exclusions[i].IsAvoidableIn(facts)),
            EssentialsMet = Which(context.Essentials, thing => thing.In(facts) > 0),
            EssentialsMissing = Which(context.Essentials, thing => thing.In(facts) == 0 && !thing.IsContradictedBy(facts)),
            EssentialsContradicted = Which(context.Essentials, thing => thing.IsContradictedBy(facts)),
            EssentialImpossible = context.Essentials.Any(thing => thing.IsContradictedBy(facts) && (!thing.IsDiet || thing.IsDeniedBy(facts))),
            DietsContradicted = contradicted,
            DietsNear = nearDiets,
            ForOtherDiet = facts.DietsMadeFor.Count > 0 && Needs(context).Any(need => need.Concept is { } id && OfConviction.Contains(id) && need.In(facts) == 0 && !need.KindsOfDiet.Overlaps(facts.DietsMadeFor)) && !facts.MadeFor.Keys.Any(context.Travellers.Contains),
            DietsSilent = unmet.Count - contradicted.Count - nearDiets,
            StartsAtWishedPlace = startsAtWishedPlace,
            OutOfReach = !startsAtWishedPlace && facts.Package.DurationDays <= DayTrip && (startKm ?? KmToNearest(context, facts)) > DayTripKm,
            StartKm = startKm,
            TooHardForChildren = children && (facts.Denies.Contains("family-with-kids") || facts.Concepts.ContainsKey("hard") || facts.Concepts.ContainsKey("very-hard")),
            NotAdmitted = tooYoung is not null || IsNotAdmitted(facts.Admission, children, context),
            TooYoung = tooYoung,
            Unsuited = unsuited,
            UnsuitedSurely = unsuited.Exists(id => id != Sickness || facts.Concepts.GetValueOrDefault(ByWave) >= 1),
            GoodForChildren = children && facts.Concepts.ContainsKey("family-with-kids") && !(facts.Admission.Least > (context.Wishes.Party is { AllAgesTold: true, Ages: [var youngest, ..] } ? youngest : Toddler)),
        };
    }

    /// <summary>Whether a tour tells in other words than the lexicon's that it has what is to be avoided.</summary>
    private static bool IsTold(WishedThing thing, PackageFacts facts) => thing.Concept == Riding.Oneself && Riding.IsOneself(facts) || thing.Concept == EarlyHours.Concept && facts.IsEarly && !thing.IsDeniedBy(facts);

    /// <summary>Concepts of those who travel that what a tour says speaks against.</summary>
    private static IEnumerable<string> Unsuits(RankingContext context, PackageFacts facts) =>
        context.Things[(int)Criterion.Accommodation].Where(thing => thing.IsTraveller && thing.IsContradictedBy(facts)).Select(thing => thing.Concept).OfType<string>();

    /// <summary>Diets and essentials: what somebody cannot do without.</summary>
    public static IEnumerable<WishedThing> Needs(RankingContext context) => context.Diets.Concat(context.Essentials);

    /// <summary>A child whose age nobody told may be of any age up to the first at which nobody is called one.</summary>
    private static bool IsNotAdmitted(Admission admission, bool children, RankingContext context) =>
        (children && admission.Least >= GrownChild && context.Wishes.Party is not { AllAgesTold: true })
        || (admission.Least > Toddler && context.Told.Contains("toddlers"))
        || (admission.Most < Elderly && context.Told.Contains("elderly"))
        || (admission.Most < VeryOld && context.Told.Contains("over-eighty"));

    /// <summary>A tour that does not say where it starts does so where it goes.</summary>
    private static double? KmToNearest(RankingContext context, PackageFacts facts) =>
        context.Start is not { } from || LocationSimilarity.IsArea(from) || facts.Start is not null ? null
        : facts.Places.Select(visited => visited.Place).OfType<Place>().Select(place => (double?)Gazetteer.DistanceKm(from, place)).Min();

    private static bool IsClosed(RankingContext context, PackageFacts facts) =>
        (facts.Package.GroupLeast >= LeastClosed && !(People(context.Wishes.Party) is { } people && AreEnough(people, facts.Package)))
        || (Audience.IsOfCompanies(facts.MadeFor) && !(People(context.Wishes.Party) >= LeastClosed));

    /// <summary>A boat chartered for 25 may sail with twenty, who pay as much.</summary>
    private static bool AreEnough(int people, TourPackage package) => people * (package.PricePer == PricePer.Group ? 2 : 1) >= package.GroupLeast;

    private static IReadOnlyList<int>[] OfEach(IReadOnlyList<IReadOnlyList<WishedThing>> criteria, Func<WishedThing, bool> holds)
    {
        var each = new IReadOnlyList<int>[criteria.Count];
        for (var c = 0; c < each.Length; c++)
        {
            each[c] = Which(criteria[c], holds);
        }

        return each;
    }

    // By hand: this runs for every candidate of every wish, and most of these lists are empty.
    private static IReadOnlyList<int> Which<T>(IReadOnlyList<T> things, Func<T, bool> holds)
    {
        List<int>? which = null;
        for (var i = 0; i < things.Count; i++)
        {
            if (holds(things[i]))
            {
                (which ??= []).Add(i);
            }
        }

        return which ?? (IReadOnlyList<int>)[];
    }

    /// <summary>Days beside the nearest wished length; null if either is unknown.</summary>
    public static double? DaysBeside(RankingContext context, double? days) => days is not { } known || context.Wishes.Durations.Count == 0
        ? null
        : context.Wishes.Durations
            .Select(wish => known < wish.MinDays ? known - wish.MinDays : Math.Max(0, known - wish.MaxDays))
            .MinBy(Math.Abs);
}
