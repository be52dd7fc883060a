using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.Questions;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What was asked of a tour, to be asked of another: what the answer was, and of what it told where it came from the tour's own text.</summary>
public sealed partial record AskedAgain(MessageKind Kind, AskedOfTours? Of = null)
{
    /// <summary>For how many a price was asked, and how many of those are children; null where that was not said.</summary>
    public int? People { get; init; }

    public int Children { get; init; }

    /// <summary>Whether a text asks of another tour what was asked before: "and number 2?", "what about the second?", "còn số 2 thì sao?".</summary>
    public static bool IsMeant(string text) => Same().IsMatch(Tokenizer.Folded(text));

    [GeneratedRegex(@"^(?:(?:and|or|ok|so) )*(?:and|what about|how about|(?:the )?same (?:question )?(?:for|about|with))(?: for| in| about| with)? (?:the )?(?:(?:number|no|nr|tour|option) )*(?:\d{1,2}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?: (?:one|tour))?$"
        + @"|^(?:(?:the|vay|va|roi|a) )*con (?:(?:tour |cai |so |thu )*\d{1,2}|(?:tour |cai |so |thu )+(?:nhat|dau tien|hai|ba|bon|tu|nam|cuoi|cuoi cung))(?: (?:thi|sao|the nao|nhu nao|a|nhi|nhe|vay|ban|shop|em))*$"
        + @"|^(?:tour |cai |so |thu )+(?:\d{1,2}|nhat|dau tien|hai|ba|bon|tu|nam|cuoi|cuoi cung)(?: thi)? (?:sao|the nao|nhu nao)(?: (?:a|nhi|nhe|vay|ban|shop|em))*$")]
    private static partial Regex Same();
}
