using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>What a package is to a traveller, said beside its score: a score is a sum, and does not tell what is missing.</summary>
public enum Standing
{
    /// <summary>It goes where was wished, for as long as far as it says, and has every diet and essential.</summary>
    Answer,

    /// <summary>It would be an answer, but does not say that it has them, or has nothing at all of what was wished to ride, eat and do, or speaks against those who travel, or is sold to a few more than they are, or has every diet and is up to two days too long or too short, or does not say what it costs where no more than a price may be paid.</summary>
    LacksNeed,

    /// <summary>It goes there or near, yet not quite there, or more than a day too long or too short, or for more than half as much again as the budget, or only for larger groups or others' ages, or a day out from another part of the country; or it does not say where it goes, or nothing at all.</summary>
    NearMiss,

    /// <summary>It goes somewhere else.</summary>
    Elsewhere,

    /// <summary>It does not say what it costs, where something cheaper was asked for.</summary>
    Unpriced,

    /// <summary>It has what the traveller wants to avoid, cannot have what they cannot do without, could harm somebody who travels or does not take a child for its age, or was turned down before.</summary>
    Unwanted,
}

/// <summary>Gives packages their standing.</summary>
public static class Standings
{
    private const double FarOverBudget = 1.5;
    private const double MostDaysOffForDiet = 2;

    private static readonly Criterion[] RideEatAndDo = [Criterion.Transportation, Criterion.Food, Criterion.Activities];
    private static readonly Criterion[] Do = [Criterion.Activities];

    public static Standing Of(RankingContext context, PackageFacts facts, Assessment found)
    {
        var there = context.Places.Count == 0 || found.PlacesHit.Count > 0;
        return found.ExcludedSurely || found.EssentialImpossible || found.CouldHarm || found.TooYoung is not null ? Standing.Unwanted
            : !there && !found.PlaceNear && facts.Places.Count > 0 ? Standing.Elsewhere
            : !there || (Math.Abs(found.DaysOff ?? 0) > 1 && !IsWorthItForDiet(context, facts, found)) || found.OfBudget > FarOverBudget || found.GroupOnly || found.NotAdmitted || found.OutOfReach || facts.TellsNothing ? Standing.NearMiss
            : Math.Abs(found.DaysOff ?? 0) > 1 || found.DietsSilent + found.DietsNear + found.DietsContradicted.Count + found.EssentialsMissing.Count + found.EssentialsContradicted.Count > 0 || found.UnsuitedSurely || found.TooFew || found.TooHardForChildren || HasNoneOfTheThings(context, found) || IsPriceMissing(context, found) ? Standing.LacksNeed
            : Standing.Answer;
    }

    /// <summary>Whoever must not eat otherwise rather stays two days longer than to ask everywhere, but no three days for one.</summary>
    public static bool IsWorthItForDiet(RankingContext context, PackageFacts facts, Assessment found) =>
        found.HasDiets(context) && found.DaysOff is { } off && Math.Abs(off) <= MostDaysOffForDiet && Math.Abs(off) < facts.Package.DurationDays - off;

    /// <summary>Things were wished and it has none of them nor anything related; where nothing says where to, the things to do stand for the place.</summary>
    private static bool HasNoneOfTheThings(RankingContext context, Assessment found)
    {
        return Lacks(RideEatAndDo) || context.Places.Count == 0 && Lacks(Do);

        bool Lacks(Criterion[] criteria) => criteria.Any(c => context.Things[(int)c].Any(IsThing)) && !criteria.Any(c => Has(c, found.ThingsHit) || Has(c, found.ThingsNear));

        bool Has(Criterion c, IReadOnlyList<IReadOnlyList<int>> things) => things[(int)c].Any(i => IsThing(context.Things[(int)c][i]));

        // Words beyond the lexicon may be no wish at all, and diets and travellers are looked at for themselves.
        static bool IsThing(WishedThing thing) => thing is { Concept: not null, IsDiet: false, IsTraveller: false };
    }

    /// <summary>A price that may not be passed was named ("cheaper"), and nobody can say that the package keeps to it.</summary>
    public static bool IsPriceMissing(RankingContext context, Assessment found) =>
        context is { BudgetVnd: not null, Wishes.Budget: { Firm: true, Max: not null } } && found.OfBudget is null;
}
