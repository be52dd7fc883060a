using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.WhatsApp.Chat;
using TravelBuddy.Web.WhatsApp.Cloud;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>The words about where one sleeps on a tour.</summary>
public static class StayWords
{
    private const int MostThings = 6;

    public static string Of(TourPackage package, int rank, TourWords words, string language) => string.Join('\n',
        $"*{rank}. {Limits.Line(Limits.Neutralise(package.Title), 120)}*",
        $"*{Phrases.Stay.In(language)}*",
        package.Accommodation is { } said ? Said(package, said, words, language) : Phrases.StayUntold.In(language));

    /// <summary>What it says; in another language than the reader's what is known of that, and then the words, which hold the names of houses.</summary>
    private static string Said(TourPackage package, string said, TourWords words, string language)
    {
        var known = Limits.Line(words.Known(package, said, language, MostThings, ConceptKind.Lodging, ConceptKind.Amenity), 300);
        var quoted = $"“{Limits.Line(Limits.Neutralise(said), 300)}”";
        return package.Language == language || known == quoted ? known : known + "\n" + quoted;
    }
}
