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
        package.Accommodation is { } said ? Limits.Line(words.Known(package, said, language, MostThings, ConceptKind.Lodging, ConceptKind.Amenity), 300) : Phrases.StayUntold.In(language));
}
