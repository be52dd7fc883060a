using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Interests;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Accommodation;

/// <summary>What a trip says of where to sleep on it.</summary>
public sealed partial class TripStays(IWishReader reader, Gazetteer gazetteer, Lexicon lexicon, ExchangeRates rates)
{
    /// <summary>Near the places of a tour, or near those wished for where there is none.</summary>
    public StayWishes Of(Wishes wishes, TourPackage? tour) => StayWishes.Of(wishes, tour, gazetteer, lexicon) with
    {
        MostPerNight = wishes.MostPerNight ?? wishes.Accommodation.Phrases.Select(note => LimitIn(note, wishes.Language)).OfType<Money>().Select(limit => (Money?)limit).FirstOrDefault(),
        EachByBudget = NightLevel.Of(wishes, tour, lexicon, rates),
    };

    // A sum among notes is for a night only where they say so.
    private Money? LimitIn(string note, string language) =>
        Night().IsMatch(TextFolding.Fold(note)) && reader.ReadNightPrice(note, language) is { Max: { } most } price ? new Money(most, price.Currency) : null;

    [GeneratedRegex(@"\b(?:night|nite|dem)\b")]
    private static partial Regex Night();
}
