using System.Text.RegularExpressions;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>A message that puts the trip so far aside: <paramref name="Rest"/> is what it says of the next one. Not <paramref name="Outright"/> ("never mind, ..."), it does so only if that names a trip.</summary>
public sealed partial record FreshStart(string Rest, bool Outright)
{
    /// <summary>Reads "new trip: Sapa 2 days", "start over", "thôi bỏ qua, giờ tôi muốn đi Sapa"; null for any other text.</summary>
    public static FreshStart? Find(string text)
    {
        var folded = new FoldedText(text);
        var match = Beginning().Match(folded.Folded);
        return match.Success ? new FreshStart(text[folded.Span(match.Index, match.Length).End..].Trim(), match.Groups["outright"].Success) : null;
    }

    [GeneratedRegex(
        @"^\s*(?:(?:ok|okay|no|well|actually|please|sorry|let'?s|i want to|i'?d like to|can (?:we|i)|now|a|ok em|thoi|khong|cho (?:minh|em|toi)|(?:minh|em|toi) muon)[\s,.!:]+)*" +
        @"(?:(?<outright>(?:(?:plan|start|begin|make|try|do)\s+)?(?:a\s+|an\s+)?(?:new|another|different|fresh)\s+(?:trip|journey|holiday|vacation|search)\b(?!\s+(?:to\s+)?(?:tours?|option))|start(?:ing)?\s+(?:over|again|afresh|anew|from scratch)\b|reset\b|" +
        @"bat dau lai\b|lam lai tu dau\b|(?:chuyen(?: di)?|lich trinh|hanh trinh)\s+(?:moi|khac)\b|tim lai tu dau\b)|" +
        @"(?:forget (?:that|it|about (?:that|it)|all that)|never ?mind|scrap (?:that|it)|bo qua|quen di|bo het)\b(?:\s+(?:di|nhe|nha|het|cai (?:do|nay)|tour (?:do|nay)))*)" +
        @"(?:[\s,.:;!-]+(?:now|then|instead|please|gio thi|bay gio|gio|nhe|nha|di nhe)\b)*[\s,.:;!-]*")]
    private static partial Regex Beginning();
}
