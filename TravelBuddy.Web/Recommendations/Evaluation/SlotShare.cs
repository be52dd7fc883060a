namespace TravelBuddy.Web.Recommendations.Evaluation;

/// <summary>
/// How often a slot is read from texts as their filled-in forms have it. A slot with one value is right or wrong where either side fills it; of a slot with concepts,
/// <c>Right</c> are those on both sides, <c>Said</c> those of the forms and <c>Read</c> those of the texts (null where there is one value).
/// </summary>
public sealed record SlotShare(string Name, int Right, int Said, int? Read)
{
    /// <summary>The share of what was said that was read.</summary>
    public double Found => Said == 0 ? 1 : (double)Right / Said;

    /// <summary>The share of what was read that was said; null for a slot with one value.</summary>
    public double? Precise => Read is { } read ? read == 0 ? 1 : (double)Right / read : null;
}
