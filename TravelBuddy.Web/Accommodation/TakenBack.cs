using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation;

/// <summary>What was wished for before and is no longer: "no pool needed", "we don't need breakfast after all", "không cần hồ bơi nữa". Whoever does not need a thing does not refuse it either.</summary>
internal static partial class TakenBack
{
    /// <param name="text">What is written now.</param>
    /// <param name="before">Concepts wished for before.</param>
    /// <param name="lexicon">What they are called.</param>
    public static IReadOnlyList<string> Of(string text, IEnumerable<string> before, Lexicon lexicon)
    {
        var folded = Tokenizer.Folded(text);
        string[] needless = [.. Before().Matches(folded).Select(match => match.Groups["thing"].Value), .. Behind().Matches(folded).Select(match => match.Groups["thing"].Value)];
        return needless.Length == 0 ? [] : [.. before.Where(id => lexicon.Find(id) is { } concept && concept.En.Concat(concept.Vi).Select(Tokenizer.Folded).Any(form => needless.Any(thing => $" {thing} ".Contains($" {form} ", StringComparison.Ordinal))))];
    }

    /// <summary>Whether what a night may cost is let go of: "forget the budget", "bỏ ngân sách đi".</summary>
    public static bool IsPrice(string text) => Price().IsMatch(Tokenizer.Folded(text));

    [GeneratedRegex(@"\b(?:forget(?: about)?|never mind|ignore|drop|remove|leave out) (?:(?:the|my|our|that) )?(?:budget|price)(?: limit)?\b|\b(?:no|without a) (?:budget|price) limit\b|\b(?:budget|price) (?:doesn t|does not) matter\b|\b(?:bo|khong can|khoi can|khong quan tam|khong gioi han)(?: (?:qua|den|toi|muc|gioi han))* (?:ngan sach|gia ca|gia tien)\b|\bbo (?:muc|gioi han) gia\b")]
    private static partial Regex Price();

    [GeneratedRegex(@"\b(?:(?:do not|don t|dont|no longer|doesn t have to|does not have to) (?:need|want|have)|no need for|without needing|forget(?: about)?|never mind|leave out|drop|khong can(?: den)?|khoi can|bo qua)(?: (?:a|an|any|the|co|phai|wish for))* (?<thing>\w+(?: \w+){0,4})")]
    private static partial Regex Before();

    [GeneratedRegex(@"\b(?:no|the|a) (?<thing>\w+(?: \w+){0,3}?) (?:is not |isn t |not )?(?:needed|necessary|required|important)\b|(?<thing>\w+(?: \w+){0,3}?) (?:khong can(?: thiet)?|khong quan trong)\b")]
    private static partial Regex Behind();
}
