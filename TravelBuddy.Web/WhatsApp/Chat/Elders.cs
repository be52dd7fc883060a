using System.Text.RegularExpressions;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Vietnamese of people who call themselves ông, bà, bác, cô, chú or má, or us their cháu: nobody says "bạn" to them.</summary>
public static partial class Elders
{
    /// <summary>Whether a message is written by one of them. Without diacritics "cô" is "có", so that only the plainest is heard then.</summary>
    public static bool Writes(string text) => Selves().IsMatch(TextFolding.Normalize(text)) || Plain().IsMatch(Tokenizer.Folded(text));

    private const string Kin = "(?:ông|bà|bác|cô|chú|má)";

    [GeneratedRegex(@"(?:^|[,.;:!?…]\s*|\b(?:cháu|con) ơi,?\s*)" + Kin + @"(?: (?:già|cháu))? (?:năm nay|muốn|định|tính|cần|thích|tên|ở|đang|không|hỏi|nhờ|với|[0-9]{2} tuổi|là [\p{L}]+ (?:ở|đây|nhé))(?!\p{L})"
        + @"|(?<!\p{L})(?:cho|giúp|giùm|gửi) " + Kin + @" (?:hỏi|với|xem|nhé|biết|một|mấy|vài)(?!\p{L})"
        + @"|(?<!\p{L})(?:chào|cảm ơn|cám ơn|nhờ) (?:cháu|các cháu|con)(?!\p{L})"
        + @"|(?<!\p{L})(?:cháu|con) ơi(?!\p{L})|(?<!\p{L})(?:không|hông|hả|nha|nhé|nhen) (?:con|cháu)\W*$"
        + @"|(?<!\p{L})tôi(?!\p{L})[^.!?]{0,80}(?<!\p{L})(?:6[0-9]|[7-9][0-9]) tuổi|(?<!\p{L})tôi(?!\p{L})[^.!?]{0,40}(?<!\p{L})(?:đã )?(?:về hưu|nghỉ hưu)(?!\p{L})")]
    private static partial Regex Selves();

    [GeneratedRegex(@"\b(?:cam on|chao) (?:cac )?chau\b|\bchau oi\b")]
    private static partial Regex Plain();
}
