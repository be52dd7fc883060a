using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Whole messages of people who do not know yet, or leave it to us: "don't know yet", "whatever", "chưa biết", "tùy bạn". No wish is in them.</summary>
public static partial class NotSure
{
    public static bool Is(string text) => Tokenizer.Folded(text) is var folded && (English().IsMatch(folded) || Vietnamese().IsMatch(folded));

    /// <summary>That it does not matter; before any tours were shown, what may be told instead of a place.</summary>
    public static Answer Of(ChatState state) => Answer.Saying(state, state.ListId is null ? nameof(Phrases.NotSureWhere) : nameof(Phrases.NotSureYet));

    [GeneratedRegex(@"^(?:(?:oh|um|uh|hm+|well|sorry|honestly|actually|hi|hello|ok|no|i|we|still|really|just|that s|that is|it s|it is|m|re|am|are) )*(?:(?:do not|don t|dont) (?:really )?know|dunno|idk|no (?:idea|preference|plans?)|not (?:so |quite |really |too |very |completely |100 )?(?:sure|decided|certain)|(?:have not|haven t|did not|didn t) (?:decided|decide|thought about (?:it|that))|undecided|whatever(?: (?:you like|you think|is fine|works))?|(?:does not|doesn t|dosent|does nt) matter|(?:do not|don t) (?:care|mind)|(?:all )?up to you|(?:you|u) (?:choose|decide|pick)|(?:fully |completely |very )?flexible)(?: (?:yet|about (?:it|that)|at the moment|for now|really|tbh|sorry|please|actually|now))*$")]
    private static partial Regex English();

    [GeneratedRegex(@"^(?:(?:da|u|um|uh|o|a|oi|hm+|thi|minh|em|toi|tui|anh|chi|bac|co|chu|con|chau|ma|tao|bon minh|tui minh|nha minh|ca nha|cung|that ra|noi that|hien|hien tai|bay gio|cai (?:nay|do)|van|con) )*(?:(?:chua|khong|ko|k|hong|hok|hem) (?:(?:co |dam |the )?(?:biet|ro|chac|quyet(?: dinh)?|tinh|nghi(?: ra| toi)?|chot|xac dinh|len ke hoach)|co (?:ke hoach|y dinh|lich)(?: gi)?|quan trong)|chua (?:biet|ro)|tuy(?: (?:ban|shop|em|anh|chi|con|chau|y|minh|ad|the|luc|hung))*|(?:sao|the nao|gi|nao|chi|ra sao)(?: cung)(?: \w+)? (?:duoc|dc|ok|xong)|ke|linh (?:dong|hoat)|de (?:xem|tinh) (?:da|sau|lai))(?: (?:duoc|nua|nao|a|nhe|nha|nhen|lam|dau|het|ca|luon|thoi|di|ban|shop|em|con|chau|anh|chi|oi|nhi|ne|gi|thi|gio|da))*$")]
    private static partial Regex Vietnamese();
}
