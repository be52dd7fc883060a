using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Tests.WhatsApp.Conversations;

/// <summary>How words are compared: neither case nor diacritics matter.</summary>
public static class Words
{
    public static bool Same(string one, string other) => TextFolding.Fold(one) == TextFolding.Fold(other);

    /// <summary>Whether a text holds any of the words, which a bar separates.</summary>
    public static bool Holds(string text, string words) => TextFolding.Fold(text) is var folded && TextFolding.Fold(words).Split('|').Any(word => folded.Contains(word, StringComparison.Ordinal));

    /// <summary>Letters and digits only, so that shortening and marks do not matter.</summary>
    public static string Letters(string text) => string.Concat(TextFolding.Fold(text).Where(char.IsLetterOrDigit));

    /// <summary>Everything a tour says of itself.</summary>
    public static string Of(TourPackage package) => string.Join('\n', [
        package.Title, package.Description, package.Accommodation, package.Notes, .. package.Transportation, .. package.Food, .. package.Activities, .. package.Itinerary, .. package.Includes]);
}
