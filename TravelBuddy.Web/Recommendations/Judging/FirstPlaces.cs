namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>Which packages may stand among the first few, where a sum of scores alone would let a virtue make up for what nothing makes up for.</summary>
public static class FirstPlaces
{
    /// <summary>What a traveller sees first.</summary>
    private const int First = 5;

    /// <summary>Not only level with the last of them.</summary>
    private const double Clear = .001;

    /// <summary>Enough answers for a list: with as many, but fewer than the first places, the others are left out rather than shown among them.</summary>
    private const int EnoughAnswers = 3;

    /// <summary>
    /// Those that go elsewhere or are more than a day off stand behind the first five that are not. Those that do not have a diet or an essential stand
    /// behind those that answer and have it.
    /// </summary>
    public static IReadOnlyList<JudgedPackage> ForAnswers(IReadOnlyList<JudgedPackage> judged)
    {
        var answers = judged.Where(package => package.Answers).ToList();
        var kept = answers.Count >= First ? Behind(judged, package => package.Answers) : answers.Count >= EnoughAnswers ? answers : judged;
        return kept.All(package => package.MeetsNeeds) ? kept : Behind(kept, package => package.Answers && package.MeetsNeeds);
    }

    /// <summary>The others as far down as it takes for none of them to come among the first leaders, by more than making the list diverse can turn round; their own order stays.</summary>
    private static IReadOnlyList<JudgedPackage> Behind(IReadOnlyList<JudgedPackage> judged, Func<JudgedPackage, bool> leads)
    {
        var leaders = judged.Where(leads).Select(package => package.AdjustedScore).OrderDescending().Take(First).ToList();
        if (leaders.Count == 0 || leaders.Count == judged.Count)
        {
            return judged;
        }

        var down = Math.Max(0, judged.Where(package => !leads(package)).Select(package => package.AdjustedScore).DefaultIfEmpty().Max() - (leaders[^1] - Diversity.MostForRepeats - Clear));
        return [.. judged.Select(package => leads(package) ? package : package with { AdjustedScore = package.AdjustedScore - down })];
    }
}
