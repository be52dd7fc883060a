using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Words that mean something only when they are the whole message: "stop" inside a sentence stops nothing.</summary>
public static partial class Commands
{
    private static readonly HashSet<string> Stop = Words(
        "stop", "stop all", "stopall", "stop it", "please stop", "stop please", "stop messages", "stop messaging me", "unsubscribe", "opt out", "optout", "no more messages", "stop sending messages", "stop texting me",
        "don t message me", "don t text me", "don t contact me", "don t message me again", "do not message me", "leave me alone",
        "dừng", "dừng lại", "ngừng", "ngưng", "hủy đăng ký", "dừng hết", "dừng tin", "dừng nhắn tin", "đừng nhắn nữa", "đừng nhắn tin nữa", "thôi không cần nữa", "thôi không cần nữa đâu", "không nhận tin nữa", "ngừng nhắn tin", "dung lai", "dung gui", "dung gui nua", "dung gui tin", "dung nhan tin");

    /// <summary>Words that end messages, and as well a booking, a search or a thought.</summary>
    private static readonly HashSet<string> StopOrElse = Words("cancel", "end", "quit", "thôi", "hủy", "huỷ", "thôi nhé", "thôi nha", "huỷ đi", "hủy đi");

    /// <summary>The same typed without diacritics, which may mean nothing of the kind: "dung" is "right" as well, and "Huy" a name.</summary>
    private static readonly HashSet<string> StopOrName = ["dung", "huy", "thoi"];

    private static readonly HashSet<string> Start = Words(
        "start", "unstop", "subscribe", "start again", "resume", "opt in", "bắt đầu", "bắt đầu lại", "tiếp tục", "đăng ký", "nhận tin lại");

    /// <summary>Folded: these words count only as the answer to the question whether to delete everything.</summary>
    private static readonly HashSet<string> Delete = ["delete", "delete it", "delete everything", "yes delete", "xoa", "xoa di", "xoa het", "xoa tat ca", "dong y xoa"];

    /// <summary>Folded: these words count only as the answer to the question whether to delete everything.</summary>
    private static readonly HashSet<string> No = ["no", "no thanks", "nope", "no don t", "don t", "keep it", "keep everything", "never mind", "khong", "khong can", "khong xoa", "dung xoa", "giu lai", "thoi khong xoa"];

    /// <summary>Folded, beside what small talk agrees with: these words count only as an answer to the same question.</summary>
    private static readonly HashSet<string> Yes =
        ["yes please", "yes i am", "yes i am sure", "yes i m sure", "i am sure", "i m sure", "yes do it", "do it", "go ahead", "confirm", "confirmed", "i confirm", "i agree", "agree", "y", "co", "co a", "co chu", "dung", "dung roi", "dung vay", "chac chan", "chac", "xac nhan", "toi dong y", "minh dong y"];

    /// <summary>Whether a text declines that everything is deleted.</summary>
    public static bool IsNo(string text) => No.Contains(Tokenizer.Folded(text));

    /// <summary>Whether a text agrees in other words than those that delete everything.</summary>
    public static bool IsYes(string text) => Yes.Contains(Tokenizer.Folded(text)) || SmallTalk.Agrees(text);

    public static bool IsStop(string text) => Matches(Stop, text);

    /// <summary>Whether a text may mean that messages are to end.</summary>
    public static bool MayBeStop(string text) => EndsSomething(text) || StopOrName.Contains(Spoken(text));

    /// <summary>Whether a text ends messages, or a booking, a search or a thought; before anything was shown it can mean nothing but messages.</summary>
    public static bool EndsSomething(string text) => Matches(StopOrElse, text);

    public static bool IsStart(string text) => Matches(Start, text);

    /// <summary>Whether somebody who stopped asks in a sentence of their own to hear from us again.</summary>
    public static bool AsksBack(string text) => Tokenizer.Folded(text) is var folded && Back().IsMatch(folded) && !Refusal().IsMatch(folded) && !text.Contains('?') && !Asking().IsMatch(folded);

    /// <summary>Whether a text confirms that everything is to be deleted.</summary>
    public static bool IsDelete(string text) => Delete.Contains(Tokenizer.Folded(text));

    /// <summary>Vietnamese for a Vietnamese command, typed with or without diacritics; null for others, which people of both languages write ("STOP", "START").</summary>
    public static string? LanguageOf(string text) =>
        Spoken(text) is var spoken && (TextFolding.HasDiacritics(spoken) || Folded(Start).Contains(spoken) || Folded(Stop).Contains(spoken) || Folded(StopOrElse).Contains(spoken)) ? "vi" : null;

    /// <summary>"book 2", "đặt số 2", "phone 3", "price 3", "details 3", "chi tiết 3", "2": a tour of the last list by its number; null if the text is no such command.</summary>
    public static (MessageKind Kind, int Rank)? Numbered(string text)
    {
        var match = NumberedTour().Match(Tokenizer.Folded(text));
        if (!match.Success)
        {
            return null;
        }

        var kind = match.Groups["book"].Success ? MessageKind.BookingLink : match.Groups["contact"].Success ? MessageKind.AgencyContact : match.Groups["price"].Success ? MessageKind.TourPrice : MessageKind.TourDetails;
        return (kind, int.Parse(match.Groups["n"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static bool Matches(HashSet<string> words, string text)
    {
        var spoken = Spoken(text);
        return words.Contains(spoken) || !TextFolding.HasDiacritics(spoken) && Folded(words).Contains(spoken);
    }

    /// <summary>Vietnamese typed without diacritics, but for single syllables that mean something else in English or elsewhere (<see cref="StopOrName"/>).</summary>
    private static IEnumerable<string> Folded(HashSet<string> words) =>
        words.Where(TextFolding.HasDiacritics).Select(TextFolding.Fold).Where(word => word.Contains(' ') || word is "ngung");

    private static HashSet<string> Words(params string[] words) => [.. words.Select(TextFolding.Normalize)];

    private static string Spoken(string text) => string.Join(' ', Tokenizer.Tokens(text).Select(token => token.Normalized));

    [GeneratedRegex(@"^(?:(?<book>book|reserve|i ll take|take|dat|dat tour|dat cho|chot|toi dat|minh dat)|(?<contact>(?:phone|call|contact)(?: of| for)?|goi|sdt|so dien thoai|lien he)|(?<price>prices?(?: of)?|how much is|(?:prices?|how much) for(?= (?:the )?(?:number|no|tour|option) )|gia(?: cua)?)|details?|more about|tell me about|chi tiet|thong tin|xem|show|tour|cai|so)? ?(?:the )?(?:number|no|tour|option|so|cai so|tour so|cai)? ?(?<n>[0-9]{1,2})(?: (?:please|nhe|nha|a|di))?$")]
    private static partial Regex NumberedTour();

    [GeneratedRegex(@"\b(?:start|restart|resume|subscribe|unstop|(?:message|write|text|send) me|send (?:tours|messages)|bat dau|nhan tin|nhan lai|gui lai|gui (?:tour|tin)|dang ky)\b")]
    private static partial Regex Back();

    /// <summary>A question, or that messages come although they should not.</summary>
    [GeneratedRegex(@"\b(?:why|who|when|what|how|still|remove|ai|sao|may gio|luc nao|bao gio|van con)\b")]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(?:not|don t|dont|never|stop|no|without|khong|dung|ngung|ngung lai|thoi|chua)\b")]
    private static partial Regex Refusal();
}
