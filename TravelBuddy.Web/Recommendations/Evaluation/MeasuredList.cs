using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>A list and what was measured of it; <c>Shown</c> are the packages of its first ten. Milliseconds are null where no time was taken.</summary>
public sealed record MeasuredList(RunList List, IReadOnlyList<string> Shown, double Diversity, Quality? Quality, double? Milliseconds = null);

/// <summary>A query, what we understood of it, our list and those of the two baselines.</summary>
public sealed record AnsweredQuery(EvaluatedQuery Query, Wishes Wishes, MeasuredList Ours, MeasuredList Text, MeasuredList Bags)
{
    /// <summary>"en" or "vi" (or another code as given).</summary>
    public string Language => Wishes.Language.Split('-', '_')[0].ToLowerInvariant();
}
