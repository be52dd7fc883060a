using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Encoding;

/// <summary>The steps that a tour's text counts. Those that it leaves out or looks at from below are none.</summary>
public static partial class CountedSteps
{
    private const int Hundreds = 100;

    /// <summary>The most it counts; null where it counts none, or too few to speak of.</summary>
    public static int? Of(TourPackage package)
    {
        int[] counts = [.. package.Itinerary.Concat([package.Title, package.Description, package.Notes]).SelectMany(Sentences.Of)
            .Where(sentence => !AreSparedIn(sentence)).SelectMany(sentence => Counted().Matches(sentence).Where(match => !Avoided().IsMatch(sentence[..match.Index])))
            .Select(match => match.Groups["n"].Success ? int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) : Hundreds)];
        return counts.Length == 0 ? null : counts.Max();
    }

    /// <summary>Whether a sentence leaves out what there is to climb, or looks at it from below.</summary>
    internal static bool AreSparedIn(string sentence) => Spared().IsMatch(TextFolding.Fold(sentence));

    /// <summary>From thirty on whoever climbs no stairs has to know.</summary>
    [GeneratedRegex(@"\b(?:(?<n>[3-9]\d|\d?[1-9]\d{2})|hundreds of|(?:a|several) hundred|hàng trăm|mấy trăm)\s+(?:(?:stone|steep)\s+)?(?:steps|stairs|bậc)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(?:(?:seen |viewed )?from below|we leave (?:\w+ )*out|(?:is|are) left out|without (?:climbing|(?:the |any )?(?:\d+ )?(?:climb|steps|stairs))|no need to (?:climb|walk up|go up)|nobody climbs|(?:not|\w+n['’]t) (?:have to )?climb|(?:nhin|ngam) tu duoi|khong (?:phai |can )?leo(?! duoc| noi)|khong (?:phai|can) di)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Spared();

    /// <summary>Before steps that are avoided themselves, and no crowd on them.</summary>
    [GeneratedRegex(@"(?<!\b(?i:đừng|không|chớ|nên|not|never|\w+n['’]t)\s)\b(?i:avoid\w*|skip\w*|instead of|rather than|thay vì|thay cho|bỏ qua|tránh)\s+(?:(?:(?i:climbing|the|all|its|those|their|these|of|with|leo|các|những|cả|hang|động|đảo|núi|chùa|cave|island|pagoda|tomb)|\p{Lu}[\p{L}'’]*)\s+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Avoided();
}
