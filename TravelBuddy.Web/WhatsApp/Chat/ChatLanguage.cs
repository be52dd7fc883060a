using System.Text.RegularExpressions;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Which language a person writes or asks for.</summary>
public static partial class ChatLanguage
{
    /// <summary>Words in the other language, beyond numbers and names of places, that make a chat go on in it: "4 ngày" or "cheaper" is borrowed easily, a sentence is not.</summary>
    private const int Evidence = 3;

    /// <summary>The language of a chat after a text in it.</summary>
    public static string After(string current, WishReading reading, string text) =>
        reading.Language == current || Words(reading, text) >= Evidence ? reading.Language : current;

    /// <summary>The language a text asks for ("English", "tiếng Việt", "English, not Vietnamese"); the other one if it names none.</summary>
    public static string Chosen(string text, string current)
    {
        var wanted = Unwanted().Replace(Tokenizer.Folded(text), " ");
        return Vietnamese().IsMatch(wanted) ? "vi" : English().IsMatch(wanted) ? "en" : current == "vi" ? "en" : "vi";
    }

    [GeneratedRegex(@"\b(?:not|no|no more|without|instead of|don t (?:speak|understand|read)|can t (?:speak|understand|read)|khong(?: (?:phai|noi|biet|hieu|dung|doc))?|dung)(?: (?:in|any|the|duoc|bang))? (?:tieng )?(?:viet\w*|english|anh)\b")]
    private static partial Regex Unwanted();

    [GeneratedRegex(@"\bviet")]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"\benglish\b|\btieng anh\b")]
    private static partial Regex English();

    private static int Words(WishReading reading, string text)
    {
        var names = reading.Extractions.Where(extraction => extraction.Slot is "place" or "start" or "replaced").ToList();
        return Tokenizer.Tokens(text).Count(token => !token.Folded.Any(char.IsAsciiDigit) && !names.Any(name => token.Start >= name.Start && token.End <= name.End));
    }
}
