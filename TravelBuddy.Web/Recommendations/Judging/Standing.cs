namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>Where a package stands before scores are compared, best first. A score is a sum, in which a virtue could make up for what nothing makes up for.</summary>
public enum Standing
{
    /// <summary>It goes where and for as long as was wished, as far as it says, and has every diet and essential.</summary>
    Answer,

    /// <summary>It would be an answer, but does not say that it has them, or what it costs where no more than a price may be paid.</summary>
    LacksNeed,

    /// <summary>It goes there or near, yet not quite there, or more than a day too long or too short, or for more than half as much again as the budget, or only for larger groups, or a day out from another part of the country; or it tells nothing at all.</summary>
    NearMiss,

    /// <summary>It goes somewhere else.</summary>
    Elsewhere,

    /// <summary>It does not say what it costs, where something cheaper was asked for.</summary>
    Unpriced,

    /// <summary>It has what the traveller wants to avoid, cannot have what they cannot do without, or was turned down before.</summary>
    Unwanted,
}

/// <summary>Gives packages their standing.</summary>
public static class Standings
{
    private const double FarOverBudget = 1.5;

    public static Standing Of(RankingContext context, PackageFacts facts, Assessment found)
    {
        var there = context.Places.Count == 0 || facts.Places.Count == 0 || found.PlacesHit.Count > 0;
        return found.ExcludedSurely || found.EssentialImpossible ? Standing.Unwanted
            : !there && !found.PlaceNear ? Standing.Elsewhere
            : !there || Math.Abs(found.DaysOff ?? 0) > 1 || found.OfBudget > FarOverBudget || found.GroupOnly || found.OutOfReach || facts.TellsNothing ? Standing.NearMiss
            : found.DietsSilent + found.DietsNear + found.DietsContradicted.Count + found.EssentialsMissing.Count + found.EssentialsContradicted.Count > 0 || IsPriceMissing(context, found) ? Standing.LacksNeed
            : Standing.Answer;
    }

    /// <summary>A price that may not be passed was named ("cheaper"), and nobody can say that the package keeps to it.</summary>
    private static bool IsPriceMissing(RankingContext context, Assessment found) =>
        context is { BudgetVnd: not null, Wishes.Budget: { Firm: true, Max: not null } } && found.OfBudget is null;
}
