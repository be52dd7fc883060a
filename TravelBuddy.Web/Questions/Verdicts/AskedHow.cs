using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Questions.Verdicts;

/// <summary>What a yes or a no would say: that something is there, that the price covers it, that one needs it, or has to pay for it.</summary>
public enum AskedHow { Has, Included, Needed, Paid }

/// <summary>Tells questions that want a yes or a no from others, and what the yes would say.</summary>
public static partial class YesOrNoForm
{
    /// <summary>What a yes would say; null where none is asked for, or where one would be misread ("shared or private?", "is it not …?").</summary>
    public static AskedHow? Of(string text)
    {
        var folded = Tokenizer.Folded(text);
        return Open().IsMatch(folded) || Misread().IsMatch(folded) || !IsYesOrNo(text, folded) ? null
            : Paid().IsMatch(folded) ? AskedHow.Paid
            : Needed().IsMatch(folded) ? AskedHow.Needed
            : Included().IsMatch(folded) ? AskedHow.Included
            : AskedHow.Has;
    }

    /// <summary>Whether a text asks for a yes or a no: "do they…?", "got…?", "lunch included?", "có … không", "… k".</summary>
    public static bool Is(string text) => YesOrNo().IsMatch(Tokenizer.Folded(text));

    private static bool IsYesOrNo(string text, string folded) => YesOrNo().IsMatch(folded) || EndsSo().IsMatch(folded) || text.TrimEnd().EndsWith('?') && Short().IsMatch(folded);

    private const string Particles = @"(?: (?:a|nhi|vay|the|ban|nhe|shop|em|con|ta|da|ad|admin|minh|anh|chi|oi|the a|vay a))*$";

    [GeneratedRegex(@"^(?:(?:and|so|but|hi|hello|hey|ok|okay|oh|sorry|please|excuse me|(?:what|how) about (?:the )?\w+(?: (?:one|tour|[0-9]{1,2}))?) )*(?:is|are|was|were|do|does|did|can|could|will|would|has|have|should|got|any|isn t|aren t|doesn t|don t|(?:safe|suitable|okay|ok|good|fit) (?:for|with))\b|\b(?:co|duoc|con|phai|thi|bi|can)\b.*\b(?:khong|ko|k|hong|hok|hem|kg|khg|chua|chu)(?: (?:a|nhi|vay|the|ban|nhe|shop|em|con|ta|da))*$|\bor not$")]
    private static partial Regex YesOrNo();

    [GeneratedRegex(@"\b(?:khong|ko|hong|hok|hem|khg)" + Particles + @"|\b(?:gom|bao|da|duoc)\b.* chua" + Particles + @"|\bco(?: \w+){1,6} (?:khong|ko|k|hong|hok|hem|kg|khg)\b")]
    private static partial Regex EndsSo();

    /// <summary>A thing and a question mark: "lunch included?", "vegetarian ok?", "and for number 2, is there wifi?".</summary>
    [GeneratedRegex(@"\b(?:included|ok|okay|possible|available|allowed|provided|needed|required)$|\b(?:is|are|do|does|can|could|will|must|should) (?:there|they|it|we|i|you|the|my|our|a|an|any)\b|^(?:\w+ ){0,3}\w+$")]
    private static partial Regex Short();

    /// <summary>What wants more than a yes.</summary>
    [GeneratedRegex(@"^(?:(?:and|so|but|hi|hello|hey|ok|okay|please) )*(?:what(?! about)|when|where|which|how(?! about)|who|whom|why)\b|\b(?:what (?:time|kind|sort)|how (?:many|much|long|far))\b|\b(?:bao nhieu|may gio|bao lau|bao xa|the nao|nhu nao|khi nao|luc nao|o dau|la gi|may nguoi|ai)\b|\b(?:gi|nao|sao|dau)" + Particles)]
    private static partial Regex Open();

    [GeneratedRegex(@"\bor (?!not\b)|\bhay (?:la|chung|rieng|phai|tu|khong co)\b|^(?:is|are|do|does|can|will) (?:\w+ ){1,4}not\b|n t\b|\btoo (?:young|old|small|big|late|early)\b|\bqua (?:nho|gia|lon|tre)\b|^(?:khong|ko) co\b")]
    private static partial Regex Misread();

    [GeneratedRegex(@"\b(?:have|need|got|has) to (?:pay|buy)\b|\b(?:must|should|do|will|would) (?:i|we|you) (?:\w+ )?(?:pay|buy)\b|\b(?:extra|additional) (?:charges?|costs?|fees?)\b|\bcosts? extra\b|\b(?:phai|can|co) (?:\w+ )?(?:mua|tra tien|tra them|tra phi|dong them|dong phi|dong tien|ton|mat)\b|\b(?:tinh|tra|dong|mat|ton|thu) (?:them )?(?:phi|tien)\b")]
    private static partial Regex Paid();

    [GeneratedRegex(@"^(?:(?:and|so|but|hi|hello|ok|please) )*(?:do|does|must|should|will|would) (?:i|we|you|they|one|people|guests|everyone|everybody) (?:\w+ )?(?:have to|need|bring|wear|be able to)\b|^must (?:i|we|you|they|one)\b|\b(?:needed|required|necessary|mandatory|compulsory|obligatory|a must)\b|\b(?:co |phai )*(?:can|bat buoc|phai)(?: phai| thiet)?(?! (?:tour|la|cai|tho|thiet khong|khong)) (?:\w+ )+(?:khong|ko|k|hong|hok|hem|kg|khg)\b")]
    private static partial Regex Needed();

    [GeneratedRegex(@"\b(?:includ\w+|cover(?:s|ed)?|inclusive|free|complimentary|in the price|bao gom|gom|bao (?:an|ve|khach san|luon)|trong gia|mien phi|tron goi)\b")]
    private static partial Regex Included();
}
