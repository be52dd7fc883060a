namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>Where packages stand that tell nothing of what matters most.</summary>
public static class UnknownFacts
{
    /// <summary>A package that tells neither where, how long nor how much may suit, but those known to fit come first, and by more than making the list diverse can turn round.</summary>
    public static IReadOnlyList<JudgedPackage> BelowFitting(IReadOnlyList<JudgedPackage> judged)
    {
        var fitting = judged.Where(package => package.Fits && !package.Facts.TellsNothing).ToList();
        if (fitting.Count == 0)
        {
            return judged;
        }

        var cap = fitting.Min(package => package.AdjustedScore) - Diversity.MostForRepeats;
        return [.. judged.Select(package => package.Facts.TellsNothing ? package with { AdjustedScore = Math.Min(package.AdjustedScore, cap) } : package)];
    }
}
