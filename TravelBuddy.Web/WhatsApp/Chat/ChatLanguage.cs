using System.Text.RegularExpressions;
using TravelBuddy.Web.Accounts;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Interests.Reading;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Which language a person writes or asks for.</summary>
public static partial class ChatLanguage
{
    /// <summary>Words in the other language, beyond numbers and names of places, that make a chat go on in it: "4 ngày" or "cheaper" is borrowed easily, a sentence is not.</summary>
    private const int Evidence = 3;

    /// <summary>So many that are all Vietnamese are no loan: "Đà Lạt 3 ngày 2 đêm". Thanks and names of dishes are.</summary>
    private const int EvidenceOfVietnamese = 2;

    /// <summary>The language of a chat after a text in it.</summary>
    public static string After(string current, WishReading reading, string text) =>
        reading.Language == current || Words(reading, text, Names).Count >= Evidence || reading.Language == "vi" && IsVietnamese(reading, text) ? reading.Language : current;

    /// <summary>What the country of a number, or of a user id where no number is shown, tells of the language before anything is said; null where it tells nothing.</summary>
    public static string? HintOf(WhatsAppIdentity identity) => identity.Country == "VN" ? "vi" : null;

    /// <summary>The language a text asks for ("English", "tiếng Việt", "English, not Vietnamese"); the other one if it names none.</summary>
    public static string Chosen(string text, string current)
    {
        var wanted = Unwanted().Replace(Tokenizer.Folded(text), " ");
        return Vietnamese().IsMatch(wanted) ? "vi" : English().IsMatch(wanted) ? "en" : current == "vi" ? "en" : "vi";
    }

    /// <summary>The language asked for in a message of its own or at the beginning of one ("English please, my friend reads this", "nói tiếng Việt đi"), and what follows; null if none is.</summary>
    public static (string Language, string Following)? Asked(string text, string current)
    {
        var folded = new FoldedText(text);
        if (Asking().Match(folded.Folded) is { Success: true } match)
        {
            return (match.Groups["vi"].Success ? "vi" : "en", text[folded.Span(match.Index, match.Length).End..]);
        }

        return NotUnderstood().IsMatch(Tokenizer.Folded(text)) ? (Chosen(text, current), "") : null;
    }

    [GeneratedRegex(@"^\s*(?:(?:no\s*[,.!]|ok(?:ay)?|oh|hey|hi|sorry|please|pls|but|and|(?:can|could|would|will|do|shall|should) (?:you|we|u)|may we|let'?s|you can|i (?:want|prefer|need)|i'?d (?:like|prefer)|thoi|a|u|nhung|hay|ban|em|shop|minh|lam on|co the|muon)[\s,.!]+)*"
        + @"(?:(?:speak|talk|write|use|answer|reply|respond|continue|switch(?: back)?|change|text|chat|noi(?: chuyen)?|viet|tra loi|nhan(?: tin)?|dung|chuyen|doi|biet|tiep tuc)\s+(?:(?:to|with) me\s+|back\s+|lai\s+|cho (?:minh|toi|em)\s+)*)?(?:(?:to|in|into|bang|sang|qua)\s+)?(?:(?<en>english|tieng anh)|(?<vi>vietnamese|tieng viet))\b"
        + @"(?=\s*(?:$|[.,;!?)]|(?:please|pls|plz|not|instead|only|now|ok|okay|thanks|thank|nhe|nha|di|nghen|duoc|dc|cho|thoi|voi|khong|ko|a|because|with me)\b))")]
    private static partial Regex Asking();

    /// <summary>Whether it is asked if we know a language, rather than to go on in it.</summary>
    public static bool AsksWhether(string text) => Whether().IsMatch(Tokenizer.Folded(text));

    [GeneratedRegex(@"\b(?:do|can) (?:you|u) (?:also )?(?:speak|understand|write|read|know)\b|\b(?:noi|biet|hieu|viet|doc)\b.*\btieng (?:anh|viet)\b.*\b(?:khong|ko|k|hong)\b")]
    private static partial Regex Whether();

    [GeneratedRegex(@"^(?:(?:sorry|but|oh|xin loi|minh|em|toi|i|we|a) )*(?:don t|do not|can t|cannot|khong|ko|k) (?:speak|understand|read|know|noi|hieu|biet|doc)(?: duoc| tot)? (?:any |much )?(?:english|vietnamese|tieng anh|tieng viet)\b")]
    private static partial Regex NotUnderstood();

    [GeneratedRegex(@"\b(?:not|no|no more|without|instead of|don t (?:speak|understand|read)|can t (?:speak|understand|read)|khong(?: (?:phai|noi|biet|hieu|dung|doc))?|dung)(?: (?:in|any|the|duoc|bang))? (?:tieng )?(?:viet\w*|english|anh)\b")]
    private static partial Regex Unwanted();

    [GeneratedRegex(@"\bviet")]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"\benglish\b|\btieng anh\b")]
    private static partial Regex English();

    private static readonly string[] Names = ["start", "replaced"];

    private static readonly string[] NamesAndDishes = [.. Names, "places", "food"];

    private static bool IsVietnamese(WishReading reading, string text) =>
        WishUpdate.SaysAnything(reading) && Words(reading, text, NamesAndDishes) is { Count: >= EvidenceOfVietnamese } words && words.All(word => VietnameseSyllable.Fits(word.Folded));

    private static List<Token> Words(WishReading reading, string text, string[] slots)
    {
        var names = reading.Extractions.Where(extraction => slots.Contains(extraction.Slot)).ToList();
        return [.. Tokenizer.Tokens(text).Where(token => !token.Folded.Any(char.IsAsciiDigit) && !names.Any(name => token.Start >= name.Start && token.End <= name.End))];
    }
}
