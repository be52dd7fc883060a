using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>What there is to climb by the numbers of a tour's own text.</summary>
/// <param name="Steps">The most steps it counts; null where none are worth a word.</param>
/// <param name="MetresADay">How many metres a day; null where it does not say.</param>
public sealed partial record Climb(int? Steps, int? MetresADay)
{
    /// <summary>The concept of stairs.</summary>
    public const string Stairs = "many-stairs";

    /// <summary>The concept of what wheelchairs get to.</summary>
    public const string StepFree = "accessible";

    private const int LeastMetres = 300;

    private static readonly string[] HardlyClimb = ["elderly", "over-eighty", "post-surgery", "pregnant", "weak-legs", StepFree];
    private static readonly HashSet<string> Refused = new([Stairs, "mountain-climbing", "steep-climb", "hard"], StringComparer.Ordinal);

    public static Climb? Of(TourPackage package)
    {
        var steps = CountedSteps.Of(package);
        int[] metres = [.. package.Itinerary.Concat([package.Description, package.Notes]).SelectMany(text => Metres().Matches(TextFolding.Fold(text ?? "")))
            .Select(match => int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture)).Where(n => n >= LeastMetres)];
        return steps is null && metres.Length == 0 ? null : new Climb(steps, metres.Length == 0 ? null : metres.Max());
    }

    /// <summary>Whether somebody who travels can hardly climb, or wants to climb nothing.</summary>
    public static bool Matters(RankingContext context) =>
        HardlyClimb.Any(id => context.Told.Contains(id) || context.Wished.Contains(id)) || context.Exclusions.Any(thing => thing.Concept is { } id && IsRefusing(id));

    /// <summary>Whether whoever avoids this may climb nothing.</summary>
    public static bool IsRefusing(string concept) => Refused.Contains(concept);

    [GeneratedRegex(@"\b(?<n>\d{3,4}) ?m(?:et(?:re|er)s?)? (?:of )?(?:climb(?:ing)?|ascent|uphill|elevation(?: gain)?)[^.;,]{0,12}\b(?:a|per|each|every) day\b|\bleo (?:cao )?(?<n>\d{3,4}) ?m (?:moi|mot) ngay\b", RegexOptions.CultureInvariant)]
    private static partial Regex Metres();
}
