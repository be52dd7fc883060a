using System.ComponentModel;

namespace TravelBuddy.Web.Recommendations.Api;

/// <summary>What the API answers.</summary>
public sealed record RecommendationResponse(
    [property: Description("The ranked packages, best first; those of a better match always come before those of a worse one.")]
    IReadOnlyList<RecommendedPackage> Results,
    [property: Description("True if no package answers every wish that can be answered with yes or no; the results then are what comes closest.")]
    bool NothingFits,
    [property: Description("Where nothing fits, or none of what fits says that it caters for the diets asked for: wishes to give up, the one that costs most first, and how many packages would fit then.")]
    IReadOnlyList<OfferedRelaxation> Relaxations,
    [property: Description("By member of the request, such as locations[1], what was taken but is hardly meant: a place or a language that is not known, dates in the past or that do not exist. Empty if there is nothing to say.")]
    IDictionary<string, string[]> Warnings);

/// <summary>A package in the interchange format and how it answers the wishes.</summary>
public sealed record RecommendedPackage(
    InterchangePackage Package,
    [property: Description("0 to 1.")]
    double Score,
    [property: Description("For each criterion how well it fits, about -1 to 1: 0 as what was not asked for, 1 as what was; null where nothing was wished.")]
    IReadOnlyDictionary<string, double?> Scores,
    [property: Description("Why it stands here, the weightiest first, in the language of the wishes.")]
    IReadOnlyList<string> Reasons,
    [property: Description(Matches.Description)]
    Match Match);

/// <summary>Wishes to give up together and what that would bring.</summary>
public sealed record OfferedRelaxation(
    [property: Description("One or more of places, durations, budget, dates, exclusions, essentials; or one or more diets, such as diet:kosher.")]
    IReadOnlyList<string> Drop,
    [property: Description("How many packages fit the other wishes.")]
    int Brings,
    [property: Description("The offer as a sentence in the language of the wishes.")]
    string Sentence);
