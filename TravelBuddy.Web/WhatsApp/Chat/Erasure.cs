using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Answers to the question whether everything is to be deleted, beyond a plain yes or no.</summary>
public static partial class Erasure
{
    /// <summary>"No, keep it", "thôi giữ lại đi", "don't delete anything".</summary>
    public static bool Keeps(string text) => Tokenizer.Folded(text) is var folded && (Commands.IsNo(text) || Keeping().IsMatch(folded));

    /// <summary>"Hmm, what happens to my bookings then?", "ủa xóa là mất hết hả": neither yes nor no yet.</summary>
    public static bool Hesitates(string text) => Tokenizer.Folded(text) is var folded && (Wavering().IsMatch(folded) || (text.TrimEnd().EndsWith('?') || Asking().IsMatch(folded)) && OfIt().IsMatch(folded));

    [GeneratedRegex(@"^(?:(?:no|nope|nah|wait|oh|ok|okay|hmm*|actually|sorry|thoi|khong|ko|k|a|u|um|ah|please|pls|well|then|vay|the|minh|em|toi|de|nghi lai) )*(?:keep (?:it|them|everything|all|my|that)\b|leave (?:it|everything|that)\b|don t (?:delete|erase|remove|do)\b|do not (?:delete|erase|remove)\b|not (?:now|yet)\b|i changed my mind|giu (?:lai|nguyen|do|het)?\b|dung xoa|(?:khong|ko|k|khoi|chua) xoa|de (?:lai|do|yen|nguyen)\b|(?:no|nope|khong|thoi|khoi)$)")]
    private static partial Regex Keeping();

    [GeneratedRegex(@"^(?:hm+|uh+|um+|wait(?: a (?:second|minute|moment))?|hold on|not sure|i m not sure|let me think|khoan(?: da)?|tu tu(?: da)?|de (?:minh |em |toi )?(?:suy )?nghi(?: da| lai)?|chua chac)$")]
    private static partial Regex Wavering();

    [GeneratedRegex(@"^(?:\w+ ){0,2}(?:what|will|does|do|is|are|can|how|why|which)\b|\b(?:khong|ko|k|hong|ha|a|sao|gi|nao|chua|nhi|hay sao)$")]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(?:happens?|delet\w+|eras\w+|remov\w+|los[et]|gone|data|bookings?|history|undo|xoa|mat (?:het|luon|gi|sach|cho)|du lieu|thong tin|dat (?:tour|cho))\b")]
    private static partial Regex OfIt();
}
