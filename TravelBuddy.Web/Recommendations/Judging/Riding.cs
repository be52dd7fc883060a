namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>Who drives: whoever does not want to drive themselves can sit behind somebody, and is out of place where everybody rides a motorbike of their own.</summary>
public static class Riding
{
    /// <summary>The concept of driving oneself.</summary>
    public const string Oneself = "self-drive";

    private const string Pillion = "easy-rider";

    /// <summary>Whether travellers said that they do not drive themselves.</summary>
    public static bool IsRefused(RankingContext context) => context.Exclusions.Any(thing => thing.Concept == Oneself);

    /// <summary>Whether somebody else rides on a tour, if the traveller wants that.</summary>
    public static bool IsDriven(PackageFacts facts) => facts.Concepts.ContainsKey(Pillion);

    /// <summary>Whether a tour leaves no choice but to ride or drive oneself.</summary>
    public static bool IsOneself(PackageFacts facts) => !IsDriven(facts) && (facts.Conditions.Contains(Condition.MotorbikeLicence) || facts.Concepts.GetValueOrDefault(Oneself) >= 1);
}
