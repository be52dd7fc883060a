using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>
/// What is added to a package's score for its facts: a bounded bonus for answering several wishes of one criterion, and deductions for what would make a
/// traveller stop reading. The sizes are such that a wrong place, an exclusion or a missing essential outweighs any other virtue.
/// </summary>
public static class Adjustment
{
    private const double WrongPlace = .30;
    private const double NearPlace = .08;
    private const double MostlyElsewhere = .20;
    private const double Excluded = .45;
    private const double ExcludedInPassing = .20;
    private const double EssentialMissing = .30;
    private const double EssentialContradicted = .45;
    private const double EssentialMet = .04;
    private const double DietSilent = .18;
    private const double DietNear = .06;
    private const double DietContradicted = .30;
    private const double Hard = .10;
    private const double GoodForChildren = .02;
    private const double ForOthers = .06;
    private const double StartElsewhere = .03;
    private const double StartAtOtherEnd = .20;
    private const double OtherEndKm = 900;
    private const double DayTripFromElsewhere = .20;
    private const double StartHere = .03;
    private const double SeveralPlaces = .25;
    private const double SeveralThings = .6;
    private const double OtherTransport = .06;
    private const double OtherActivities = .04;
    private const double OwnLanguage = .004;
    private const double Near = .4;

    /// <param name="told">Where it is given, takes what is added and deducted, part by part.</param>
    public static double Of(RankingContext context, Assessment found, PackageFacts facts, ReadOnlySpan<float> similarities, ReadOnlySpan<double> weights, List<AdjustmentPart>? told = null)
    {
        var sum = 0.0;
        if (context.Places.Count > 0)
        {
            Add(AdjustmentCodes.WrongPlace, found.PlacesHit.Count > 0 ? 0 : facts.Places.Count == 0 || found.PlaceNear ? -NearPlace : -WrongPlace);
            Add(AdjustmentCodes.Elsewhere, -MostlyElsewhere * Elsewhere(context, facts, similarities));
            Add(AdjustmentCodes.SeveralPlaces, Several(SeveralPlaces * weights[(int)Criterion.Locations], found.PlacesHit.Count, 0, context.Places.Count));
        }

        for (var c = (int)Criterion.Transportation; c <= (int)Criterion.Accommodation; c++)
        {
            Add(AdjustmentCodes.SeveralThings, Several(SeveralThings * weights[c], found.ThingsHit[c].Count, found.ThingsNear[c].Count, context.Things[c].Count));
        }

        Add(AdjustmentCodes.OtherTransport, -Missed(Criterion.Transportation, OtherTransport, context, found, facts));
        Add(AdjustmentCodes.OtherActivities, -Missed(Criterion.Activities, OtherActivities, context, found, facts));
        Add(AdjustmentCodes.Days, -Days(found.DaysOff ?? 0));
        Add(AdjustmentCodes.Budget, -Budget(found.OfBudget ?? 0));
        Add(AdjustmentCodes.Excluded, found.Excluded.Count == 0 ? 0 : found.ExcludedSurely ? -Excluded : -ExcludedInPassing);
        Add(AdjustmentCodes.EssentialMissing, -EssentialMissing * Math.Min(found.EssentialsMissing.Count, 2));
        Add(AdjustmentCodes.EssentialContradicted, -EssentialContradicted * Math.Min(found.EssentialsContradicted.Count, 1));
        Add(AdjustmentCodes.EssentialMet, EssentialMet * Math.Min(found.EssentialsMet.Count, 2));
        Add(AdjustmentCodes.Diets, -DietSilent * Math.Min(found.DietsSilent, 2) - DietNear * Math.Min(found.DietsNear, 2) - DietContradicted * Math.Min(found.DietsContradicted.Count, 2));
        Add(AdjustmentCodes.ForOthers, found.MadeForOthers ? -ForOthers : 0);
        Add(AdjustmentCodes.GoodForChildren, found.GoodForChildren ? GoodForChildren : 0);
        Add(AdjustmentCodes.Hard, found.TooHardForChildren || found.NotAdmitted || found.Unsuited.Count > 0 ? -Hard : 0);
        Add(AdjustmentCodes.Start, found.StartKm switch
        {
            _ when found.OutOfReach => -DayTripFromElsewhere,
            null => 0,
            <= 40 => StartHere,
            > 80 when found.StartsAtWishedPlace => -StartElsewhere,
            > 80 and { } km => -StartElsewhere - StartAtOtherEnd * Math.Min(1, (km - 80) / (OtherEndKm - 80)),
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
    public static double Most(RankingContext context, ReadOnlySpan<double> weights)
    {
        var most = OwnLanguage + EssentialMet * Math.Min(context.Essentials.Count, 2)
            + (context.Wishes.Party is { Children: > 0 } ? GoodForChildren : 0) + (context.Start is null ? 0 : StartHere)
            + (context.Places.Count > 1 ? SeveralPlaces * weights[(int)Criterion.Locations] : 0);
        for (var c = (int)Criterion.Transportation; c <= (int)Criterion.Accommodation; c++)
        {
            most += context.Things[c].Count > 1 ? SeveralThings * weights[c] : 0;
        }

        return most;
    }

    private static double Several(double most, int hits, int near, int wished) =>
        wished < 2 || hits < 1 ? 0 : most * Math.Min(1, (hits - 1 + Near * near) / (wished - 1));

    /// <summary>Someone who names a means of transport or something to do means it more than its criterion weighs: by train is not by bus, and a quiet place without the walk one came for is none.</summary>
    private static double Missed(Criterion criterion, double all, RankingContext context, Assessment found, PackageFacts facts)
    {
        var c = (int)criterion;
        return context.Things[c].Count == 0 || found.ThingsHit[c].Count > 0 || !PackageConcepts.States(facts.Package, criterion) ? 0
            : found.ThingsNear[c].Count > 0 ? Near * all
            : all;
    }

    /// <summary>Up to a day off the score already tells; more than that sinks.</summary>
    private static double Days(double off) => Math.Abs(off) <= 1 ? 0 : Math.Min(.35, .20 + .03 * (Math.Abs(off) - 1));

    /// <summary>The budget's block cannot tell a few per cent; this does.</summary>
    private static double Budget(double share) => share <= 1 ? 0 : share <= 1.1 ? .02 : share <= 1.3 ? .06 : Math.Min(.25, .15 + .05 * (share - 1.3));
}
