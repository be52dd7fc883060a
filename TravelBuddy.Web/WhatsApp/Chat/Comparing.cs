using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>"Compare 1 and 3", "so sánh hai cái đầu", "which is better, the first or the last?".</summary>
public static partial class Comparing
{
    private static readonly Dictionary<string, int> Ordinals = new(StringComparer.Ordinal)
    {
        ["first"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["fourth"] = 4,
        ["fifth"] = 5,
        ["last"] = WishReading.LastOfList,
        ["dau tien"] = 1,
        ["dau"] = 1,
        ["thu nhat"] = 1,
        ["thu hai"] = 2,
        ["thu ba"] = 3,
        ["thu tu"] = 4,
        ["thu nam"] = 5,
        ["cuoi"] = WishReading.LastOfList,
        ["cuoi cung"] = WishReading.LastOfList,
    };

    /// <summary>The ranks of the tours to compare, as far as the words name them, in their order, negative where counted from the end; null if the text asks for no comparison.</summary>
    public static IReadOnlyList<int>? Find(string text)
    {
        var folded = Tokenizer.Folded(text);
        if (!Asked().IsMatch(folded))
        {
            return null;
        }

        return FirstTwo().IsMatch(folded) ? [1, 2]
            : LastTwo().IsMatch(folded) ? [WishReading.LastOfList - 1, WishReading.LastOfList]
            : [.. Ranks().Matches(folded).Select(match => Ordinals.TryGetValue(match.Value, out var rank) ? rank : int.Parse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture)).Where(rank => rank != 0).Distinct().Take(2)];
    }

    [GeneratedRegex(@"\b(?:compare|comparison|(?:what s |what is )?the differences? between|how do (?:they|these|the \w+) differ|so sanh|khac nhau (?:the nao|cho nao|gi|sao|o dau)|khac gi (?:nhau|cai|so|tour))\b|\bwhich (?:one )?(?:of (?:the )?(?:two|them) )?(?:is|would be) (?:the )?better\b|\b(?:cai|tour) nao (?:tot|hop|dang|hay|ngon)(?: \w+)? hon\b|^(?:tour |cai |so |number )?\d{1,2} (?:or|hay|hay la|vs|versus) (?:the |tour |cai |so |number )?\d{1,2}$")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\b(?:(?:the )?(?:first|top|best) (?:two|2)|(?:2|hai) (?:cai|tour|goi|chuyen)(?: \w+)? dau|(?:2|hai) (?:cai|tour|goi) dau tien|both|them|ca hai|ca 2)\b")]
    private static partial Regex FirstTwo();

    [GeneratedRegex(@"\b(?:the )?last (?:two|2)\b|\b(?:2|hai) (?:cai|tour|goi|chuyen)(?: \w+)? cuoi\b")]
    private static partial Regex LastTwo();

    // "Ở đâu" asks where: it is no first one.
    [GeneratedRegex(@"\b(?:[0-9]{1,2}(?! ?(?:days?|nights?|people|persons?|adults?|ngay|dem|nguoi|trieu|tr|cu|chai|lit|xi|k|usd|million))|first|second|third|fourth|fifth|last|dau tien|thu (?:nhat|hai|ba|tu|nam)|cuoi cung|cuoi|(?<!\bo )dau)\b")]
    private static partial Regex Ranks();
}
