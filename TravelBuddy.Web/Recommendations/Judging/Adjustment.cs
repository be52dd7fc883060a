using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>
/// What is added to a package's score for its facts, and deducted for what would make a traveller stop reading. A sum in which a wrong place, an exclusion or a
/// missing essential outweighs any other virtue, and what was wished and few tours have weighs more than what most have. The sizes were fitted to the judged needs
/// that are read (data/evaluation), each held-out eighth of them by the others, and rounded (docs/decisions/0033, 0034).
/// </summary>
public static class Adjustment
{
    private const double HalfDay = .10;
    private const double WrongPlace = .50;
    private const double NearPlace = .30;
    private const double MostlyElsewhere = .20;
    private const double SeveralPlaces = .12;
    private const double ThingsMissed = .35;
    private const double ThingsInTitle = .08;
    private const double SpeaksOfThings = .09;
    private const double Excluded = 1.00;
    private const double ExcludedInPassing = .10;
    private const double EssentialMissing = .28;
    private const double EssentialContradicted = .40;
    private const double EssentialImpossible = .40;
    private const double DietSilent = .28;
    private const double DietNear = .14;
    private const double DietContradicted = .50;
    private const double ForOtherDiet = .20;
    private const double NeedInPart = .03;
    private const double NotAdmitted = .80;
    private const double TooHard = .10;
    private const double Unsuited = .10;
    private const double UnsuitedFrail = .40;
    private const double ForGroups = .50;
    private const double TooFew = .10;
    private const double ForOthers = .04;
    private const double ForSome = .01;
    private const double GoodForChildren = .02;
    private const double TellsNothing = .15;
    private const double StartHere = .025;
    private const double StartElsewhere = .035;
    private const double StartAtOtherEnd = .20;
    private const double StartIsAll = .10;
    private const double AwayKm = 80;
    private const double FarKm = 300;
    private const double OtherEndKm = 900;
    private const double DayTripFromElsewhere = .40;
    private const double OwnLanguage = .03;

    /// <summary>0 turns it off.</summary>
    private const double PriceInWords = .10;

    /// <param name="told">Where it is given, takes what is added and deducted, part by part.</param>
    public static double Of(RankingContext context, Assessment found, PackageFacts facts, ReadOnlySpan<float> similarities, ReadOnlySpan<double> weights, List<AdjustmentPart>? told = null)
    {
        var sum = 0.0;
        if (context.Places.Count > 0)
        {
            Add(AdjustmentCodes.WrongPlace, found.PlacesHit.Count > 0 ? 0 : facts.Places.Count == 0 || found.PlaceNear ? -NearPlace : -WrongPlace);
            Add(AdjustmentCodes.Elsewhere, -MostlyElsewhere * Elsewhere(context, facts, similarities));
            Add(AdjustmentCodes.SeveralPlaces, Several(SeveralPlaces * weights[(int)Criterion.Locations], found.PlacesHit.Count, context.Places.Count));
        }

        Add(AdjustmentCodes.ThingsMissed, -ThingsMissed * context.Rarity.ShareMissed(found));
        Add(AdjustmentCodes.ThingsInTitle, ThingsInTitle * context.Rarity.ShareInTitle(context, facts));
        Add(AdjustmentCodes.SharedWords, SpeaksOfThings * context.Words.ShareOf(facts));
        Add(AdjustmentCodes.Days, -Days(Math.Abs(found.DaysOff ?? 0), Standings.IsWorthItForDiet(context, facts, found)) - (found.DaysOff < -1 && facts.Package.DurationDays < 1 ? HalfDay : 0));
        Add(AdjustmentCodes.Budget, -Budget(found.OfBudget ?? 0));
        Add(AdjustmentCodes.PriceInWords, PriceInWords * context.Prices.ShareOf(facts));
        Add(AdjustmentCodes.Excluded, found.Excluded.Count == 0 ? 0 : found.ExcludedSurely ? -Excluded : -ExcludedInPassing);
        Add(AdjustmentCodes.EssentialMissing, -EssentialMissing * Math.Min(found.EssentialsMissing.Count, 2));
        Add(AdjustmentCodes.EssentialContradicted, (found.EssentialsContradicted.Count > 0 ? -EssentialContradicted : 0) - (found.EssentialImpossible ? EssentialImpossible : 0));
        Add(AdjustmentCodes.Diets, -DietSilent * Math.Min(found.DietsSilent, 2) - DietNear * Math.Min(found.DietsNear, 2) - DietContradicted * Math.Min(found.DietsContradicted.Count, 2) - (found.ForOtherDiet ? ForOtherDiet : 0) - NeedInPart * Math.Min(found.NeedsInPart, 2));
        Add(AdjustmentCodes.ForOthers, (found.MadeForOthers ? -ForOthers : found.MadeForSome ? -ForSome : 0) - (found.GroupOnly ? ForGroups : found.TooFew ? TooFew : 0));
        Add(AdjustmentCodes.GoodForChildren, found.GoodForChildren ? GoodForChildren : 0);
        Add(AdjustmentCodes.Hard, (found.NotAdmitted ? -NotAdmitted : 0) - (found.TooHardForChildren ? TooHard : 0) - (found.CouldHarm ? UnsuitedFrail : found.UnsuitedSurely ? Unsuited : 0));
        Add(AdjustmentCodes.TellsNothing, facts.TellsNothing ? -TellsNothing : 0);
        Add(AdjustmentCodes.Start, found.StartKm switch
        {
            _ when found.OutOfReach => -DayTripFromElsewhere,
            null => 0,
            <= 40 => StartHere,
            > AwayKm when found.StartsAtWishedPlace => -StartElsewhere,
            > AwayKm and { } km => -StartElsewhere - StartAtOtherEnd * Away(km, OtherEndKm) - (context.Places.Count == 0 ? StartIsAll * Away(km, FarKm) : 0),
            _ => 0,
        });
        Add(AdjustmentCodes.OwnLanguage, facts.Package.Language == context.Wishes.Language ? OwnLanguage : 0);
        return sum;

        void Add(string code, double amount)
        {
            sum += amount;
            if (amount != 0)
            {
                told?.Add(new AdjustmentPart(code, amount));
            }
        }
    }

    /// <summary>By how much a tour that is to go somewhere goes to other places, 0 to .5 of its similarity; what lies on a route through the country is not elsewhere.</summary>
    public static double Elsewhere(RankingContext context, PackageFacts facts, ReadOnlySpan<float> similarities) =>
        context.Places.Any(wished => wished.IsTravelledBy(facts.Places)) ? 0 : Math.Max(0, .5 - similarities[(int)Criterion.Locations]);

    /// <summary>The most that can be added for these wishes: scores are divided by 1 plus this, so that they stay within 1 and in order.</summary>
    public static double Most(RankingContext context, ReadOnlySpan<double> weights) => OwnLanguage
        + (context.Rarity.Total > 0 ? ThingsInTitle : 0)
        + (context.Words.IsEmpty ? 0 : SpeaksOfThings)
        + (context.Wishes.Party is { Children: > 0 } ? GoodForChildren : 0)
        + (context.Prices.IsEmpty ? 0 : PriceInWords)
        + (context.Start is null ? 0 : StartHere)
        + (context.Places.Count > 1 ? SeveralPlaces * weights[(int)Criterion.Locations] : 0);

    /// <summary>How far away it starts, from 0 at <see cref="AwayKm"/> to 1 at so many kilometres and beyond.</summary>
    private static double Away(double km, double most) => Math.Min(1, (km - AwayKm) / (most - AwayKm));

    private static double Several(double most, int hits, int wished) => wished < 2 || hits < 1 ? 0 : most * Math.Min(1, (hits - 1.0) / (wished - 1));

    /// <summary>The score already tells a day or two for a long wish, but hardly for a short one; half a day is no answer to two or three, though hardly more than a day is lacking.</summary>
    private static double Days(double off, bool worthIt) => .09 * Math.Min(off, 1) + (off <= 1 || worthIt ? 0 : .50 + .035 * Math.Min(off - 1, 5));

    /// <summary>The budget's block cannot tell a few per cent; this does.</summary>
    private static double Budget(double share) => share <= 1.1 ? 0 : share <= 1.3 ? .15 : .25 + .10 * Math.Min(share - 1.3, 2) + (share > 1.5 ? .25 : 0);
}
