using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>What people say that asks for no tour.</summary>
public enum Courtesy { Thanks, Goodbye, Later, Complaint, Robot }

/// <summary>
/// Courtesies in both languages, with or without diacritics, as people write them: "cheers mate", "🙏🙏", "cam on nha", "you are useless". Found anywhere in a
/// text, so they count only where nothing was wished; but for <see cref="Courtesy.Robot"/> and <see cref="Courtesy.Later"/>, which count before.
/// </summary>
public static partial class Courtesies
{
    public static Courtesy? Find(string text)
    {
        if (!text.Any(char.IsLetterOrDigit))
        {
            return Hands().IsMatch(text) ? Courtesy.Thanks : null;
        }

        var folded = Tokenizer.Folded(text);
        return Robot().IsMatch(folded) ? Courtesy.Robot
            : Later().IsMatch(folded) ? Courtesy.Later
            : Complaint().IsMatch(folded) ? Courtesy.Complaint
            : Thanks().IsMatch(folded) || Praise().IsMatch(folded) ? Courtesy.Thanks
            : Goodbye().IsMatch(folded) ? Courtesy.Goodbye
            : null;
    }

    /// <summary>Emojis and signs that thank.</summary>
    [GeneratedRegex("🙏|❤|♥|♡|💕|💖|🥰|😘|🤗|💐|🌹|🙇|👏|💯")]
    private static partial Regex Hands();

    [GeneratedRegex(@"\b(?:thanks?|thank(?:you|s)?|thx|thnx|thanx|tnx|tks|tysm|ty|cheers|much appreciated|appreciate (?:it|that|this|you|your)|grateful|gracias|merci|danke|arigato\w*|terima kasih|obrigad[oa]|grazie|spasibo|god bless|bless you|(?:minh |em |con |chi |anh )?c[aá]m (?:on|un|omn)|camon|da ta|biet on|doi on|chuc (?:\w+ ){0,3}(?:khoe|vui|may man|phat dat|mot ngay|ngay (?:moi|lanh)|binh an|an lanh|tot lanh))\b")]
    private static partial Regex Thanks();

    [GeneratedRegex(@"\b(?:(?:very|so|really|super|extremely|most|too) (?:helpful|kind|useful|nice|good|sweet)|helpful|awesome|amazing|brilliant|wonderful|fantastic|impressive|well done|(?:good|great|nice) (?:job|work|bot|help|service|one)|you (?:rock|rule|re (?:the best|great|a star)|are (?:the best|great|good|a star|an angel))|love (?:it|this|you)|tuyet(?: voi| vai| qua)?|gioi (?:qua|the|ghe)|hay (?:qua|ghe|the)|xin so|xuat sac|de thuong|nhiet tinh|dinh (?:qua|cua chop)|ngon lanh)\b")]
    private static partial Regex Praise();

    [GeneratedRegex(@"\b(?:bye|byebye|goodbye|good (?:bye|night)|goodnight|see (?:you|ya|u)(?: \w+)?$|cya|farewell|take care|have a (?:good|nice|great|lovely|wonderful) (?:day|one|night|evening|trip|weekend|week)|tam biet|bai bai|hen gap lai|gap lai sau|ngu ngon)\b")]
    private static partial Regex Goodbye();

    /// <summary>Who wants to think first, or to ask somebody at home.</summary>
    [GeneratedRegex(@"\b(?:(?:i ll|i will|we ll|we will|let (?:me|us)|lemme|(?:i|we) (?:need|have|want|got) to|gotta|gonna|going to) (?:\w+ )?(?:think|sleep on it|get back|ask (?:my|the|around)|check with|talk (?:it over|about it|to my|with my)|discuss|decide|consider)|(?:maybe|perhaps) (?:later|another time|next time)|some other time|not (?:right )?now|decide later|(?:de|cho) (?:minh |em |toi |anh |chi |tui |con |tao |bon minh |tu minh )?(?:suy nghi|nghi (?:da|lai|them|xem)|tinh (?:da|lai|them|sau)|coi lai|xem lai|can nhac|ban lai|ban (?:voi|bac)|hoi (?:lai |y |y kien )?(?:vo|chong|ba|ma|me|bo|bon|nha|gia dinh|ban be|sep|con))|(?:suy nghi|can nhac) (?:da|them|lai|cai da)|de (?:sau|luc khac|hom khac|khi khac)(?: (?:nhe|nha|di|vay))?$|(?:ve|dia|di|phai|con|de) (?:\w+ )?hoi (?:lai |y )?(?:\w+ ){1,3}(?:cai )?da$|hoi (?:lai |y )?(?:vo|chong|ba|ma|me|bo|bon|nha|gia dinh)(?: \w+){0,3} (?:cai )?da$)(?!\w)")]
    private static partial Regex Later();

    [GeneratedRegex(@"\b(?:thanks for nothing|useless|stupid|idiots?|dumb|moron|rubbish|garbage|crap\w*|(?:bull)?shit\w*|fuck\w*|fck|asshole|bitch|wtf|terrible|awful|horrible|pathetic|waste of (?:my )?time|hate (?:you|this|it|them)|(?:you|this|that|it) sucks?|not (?:for (?:me|us)|helpful|useful|interest\w+|what (?:i|we) (?:want\w*|need\w*|ask\w*|mean\w*|meant)|good(?: enough)?)|none of (?:these|those|them)|(?:don t|do not|didn t) (?:like|want) (?:any|these|those|them)|vo dung|do (?:ngu|toi|te|khung|dien)|(?:ngu|te|chan|do|nham|buon cuoi) (?:vai|qua|the|vcl|vl|vay|nhu)|ngu (?:ngoc|xuan)|ngo ngan|cut(?: di)?$|dmm?|dcm|vcl|dit|khon nan|chang ra gi|(?:khong|ko|k|chang|chua) (?:hop|thich|ung|duoc)(?: (?:y|cai|tour|gi|may|nao|het|lam|ti))*$|tao lao|xam (?:lon|xi))\b")]
    private static partial Regex Complaint();

    private const string Machine = @"(?:robots?|bots?|chat ?bots?|machines?|computers?|ai|programs?|automat\w+|human|humans|(?:real|actual|live) (?:person|human|people|one)|person|may (?:tra loi|tinh|moc|tu dong)|may(?! (?:bay|sao|ngay|gio|nguoi|tien|trieu|km|tour|cai|ban|lanh))|nguoi (?:that|hay|hay may)|tong dai tu dong|tra loi tu dong)";

    [GeneratedRegex(@"\b(?:are|r) (?:you|u) (?:really |even |just |actually )?(?:a |an )?" + Machine + @"\b|\b(?:am i|are we) (?:talking|speaking|chatting|writing) (?:to|with) (?:a |an )?" + Machine + @"\b|\bis (?:this|it|that) (?:just |really |actually )?(?:a |an )?" + Machine + @"\b(?! (?:guide|tour))|\b(?:who|what) are you$|\b(?:day|ban|em|shop|ad|ben (?:ban|do)|ai do|cau) (?:co phai )?la (?:mot )?(?:(?:con )?" + Machine + @"|con bot|con robot|ai)\b|\b(?:nguoi that hay|nguoi hay|bot hay|robot hay) (?:may|bot|nguoi|robot|la)\b")]
    private static partial Regex Robot();
}
