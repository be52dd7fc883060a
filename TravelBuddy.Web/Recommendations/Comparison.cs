using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Recommendations.Judging;

namespace TravelBuddy.Web.Recommendations;

/// <summary>What a list was asked for beside: "cheaper", "like this", than the tour it came from, or than those that were shown (null).</summary>
public sealed record Comparison(Refinement To, string? PackageId)
{
    /// <summary>Without the tour it came from, which its reader knows; and what is not known to be cheaper, shorter or longer after what is.</summary>
    public IReadOnlyList<JudgedPackage> Applied(IReadOnlyList<JudgedPackage> judged) => [.. judged.Where(package => package.Facts.Package.Id != PackageId).Select(Placed)];

    private JudgedPackage Placed(JudgedPackage package)
    {
        Standing? least = To switch
        {
            Refinement.Cheaper when package.Found.OfBudget is null => Standing.Unpriced,
            Refinement.Shorter when package.Found.DaysOff is null or > 0 => Standing.NearMiss,
            Refinement.Longer when package.Found.DaysOff is null or < 0 => Standing.NearMiss,
            _ => null,
        };
        return least is not { } standing ? package : package with { Standing = package.Standing < standing ? standing : package.Standing, Behind = true };
    }
}
