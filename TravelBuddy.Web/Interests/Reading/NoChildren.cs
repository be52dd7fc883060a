using System.Text.RegularExpressions;

namespace TravelBuddy.Web.Interests.Reading;

/// <summary>That the children stay at home: "no kids after all", "we go without the kids", "không dẫn bé theo nữa".</summary>
internal static partial class NoChildren
{
    /// <summary>The words that say so; null if none do.</summary>
    public static (int Start, int End)? Find(FoldedText text) =>
        Said().Match(text.Folded) is { Success: true } match && (!match.Groups["child"].Success || text.MayBe(match.Groups["child"], Spellings.GetValueOrDefault(match.Groups["child"].Value, match.Groups["child"].Value)))
            ? text.Span(match.Index, match.Length)
            : null;

    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal) { ["be"] = "bé", ["chau"] = "cháu", ["nhoc"] = "nhóc" };

    private const string Own = "(?:kids?|child(?:ren)?|baby|toddler|sons?|daughters?|little ones?)";

    [GeneratedRegex(@"\b(?:no|without)(?: the| our| my| any)? " + Own + @"(?= *(?:after all|any ?more|this time|now|then|with us|$|[.,;!?]))|\b(?:the |our |my )?" + Own + @" (?:(?:are|is)(?: not|n't)|won't|will not|(?:do|does)(?: not|n't)) (?:be )?(?:com(?:e|ing)|go(?:ing)?|join(?:ing)?|travel(?:l?ing)?)\b|\b(?:the |our |my )?" + Own + @" (?:will )?(?:stay(?:s|ing)?|(?:are|is) staying) (?:at )?(?:home|with)\b"
        + @"|\b(?:khong|ko|k|thoi)(?: (?:co|dan|dat|mang|dua|cho|di cung|di voi|di chung voi|them))+(?: (?:may|cac|hai|em))? (?:(?<child>be|con|chau|nhoc)|tre em|tre con|tre nho|tui nho|con nit)(?= *(?:theo|di|cung|nua|dau|het|nao|nhe|nha|$|[.,;!?])\b| *$| *[.,;!?])(?: (?:theo|di|cung|nua|dau|het|nao))*")]
    private static partial Regex Said();
}
