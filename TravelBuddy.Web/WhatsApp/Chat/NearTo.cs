using System.Text.RegularExpressions;
using TravelBuddy.Web.Interests.Reading;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What something is to be nearer to, where it is said: "closer to the beach", "gần sân bay hơn".</summary>
public static partial class NearTo
{
    /// <summary>The wish in the text's own words ("near the beach", "gần sân bay"); null if nothing is named but the person themselves or their home.</summary>
    public static string? Find(string text)
    {
        var folded = new FoldedText(text);
        var match = Named().Match(folded.Folded);
        if (!match.Success || Home().IsMatch(match.Groups["what"].Value))
        {
            return null;
        }

        var (start, end) = folded.Span(match.Groups["what"].Index, match.Groups["what"].Length);
        return (match.Groups["vi"].Success ? "gần " : "near ") + text[start..end].Trim();
    }

    [GeneratedRegex(@"\b(?:(?:nearer|closer) to|(?:less|not so|too) far (?:away )?from) (?<what>[a-z][a-z' -]{2,40}?)(?=\s*(?:$|[,.!?;]|\b(?:and|but|please|with|if|than)\b))|(?<vi>\bgan) (?<what>(?:[a-z]+ ){1,3})hon\b")]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:(?:my |our )?(?:home|house|place)\b|me\b|us\b|here\b|where\b|nha\b(?! (?:ga|tho|hang))|minh\b|toi\b|em\b|day\b|cho (?:minh|toi|em)\b|(?:mot )?(?:chut|ti|xiu)\b)")]
    private static partial Regex Home();
}
