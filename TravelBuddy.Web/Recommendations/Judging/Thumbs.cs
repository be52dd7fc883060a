namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>What a traveller said of packages on earlier lists of the same trip.</summary>
public sealed record Thumbs(IReadOnlyList<string> Liked, IReadOnlyList<string> Disliked)
{
    /// <summary>Enough other packages to leave the disliked ones out altogether: as many as are shown at first sight.</summary>
    private const int EnoughOthers = 3;

    private const double Lift = .05;

    public static readonly Thumbs None = new([], []);

    /// <summary>Liked packages a little higher (never above 1), disliked ones left out, or below all others where few others are left.</summary>
    public IReadOnlyList<JudgedPackage> Applied(IReadOnlyList<JudgedPackage> judged)
    {
        if (Liked.Count == 0 && Disliked.Count == 0)
        {
            return judged;
        }

        var disliked = Disliked.ToHashSet(StringComparer.Ordinal);
        var liked = Liked.ToHashSet(StringComparer.Ordinal);
        var others = judged
            .Where(package => !disliked.Contains(package.Facts.Package.Id))
            .Select(package => liked.Contains(package.Facts.Package.Id) ? package with { AdjustedScore = Math.Min(1, package.AdjustedScore + Lift) } : package)
            .ToList();
        return others.Count >= EnoughOthers
            ? others
            : [.. others, .. judged.Where(package => disliked.Contains(package.Facts.Package.Id)).Select(package => package with { Standing = Standing.Unwanted, Behind = true })];
    }
}
