using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>Which language a person writes or asks for.</summary>
public static class ChatLanguage
{
    /// <summary>The language a text is plainly in; null if it does not say.</summary>
    public static string? Of(string? text) => text is not null && TextFolding.HasDiacritics(text) ? "vi" : null;

    /// <summary>The language a text names ("English", "tiếng Việt"); the other one if it names none.</summary>
    public static string Chosen(string text, string current)
    {
        var folded = TextFolding.Fold(text);
        return folded.Contains("viet", StringComparison.Ordinal) ? "vi"
            : folded.Contains("english", StringComparison.Ordinal) || folded.Contains("tieng anh", StringComparison.Ordinal) ? "en"
            : current == "vi" ? "en" : "vi";
    }
}
