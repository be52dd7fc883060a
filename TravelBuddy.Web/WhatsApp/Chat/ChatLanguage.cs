using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Which language a person writes or asks for.</summary>
public static class ChatLanguage
{
    /// <summary>Words in the other language, beyond numbers and names of places, that make a chat go on in it: "4 ngày" or "cheaper" is borrowed easily, a sentence is not.</summary>
    private const int Evidence = 3;

    /// <summary>The language of a chat after a text in it.</summary>
    public static string After(string current, WishReading reading, string text) =>
        reading.Language == current || Words(reading, text) >= Evidence ? reading.Language : current;

    /// <summary>The language a text names ("English", "tiếng Việt"); the other one if it names none.</summary>
    public static string Chosen(string text, string current)
    {
        var folded = TextFolding.Fold(text);
        return folded.Contains("viet", StringComparison.Ordinal) ? "vi"
            : folded.Contains("english", StringComparison.Ordinal) || folded.Contains("tieng anh", StringComparison.Ordinal) ? "en"
            : current == "vi" ? "en" : "vi";
    }

    private static int Words(WishReading reading, string text)
    {
        var names = reading.Extractions.Where(extraction => extraction.Slot is "place" or "start" or "replaced").ToList();
        return Tokenizer.Tokens(text).Count(token => !token.Folded.Any(char.IsAsciiDigit) && !names.Any(name => token.Start >= name.Start && token.End <= name.End));
    }
}
