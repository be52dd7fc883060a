using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Pages.Accommodation;

/// <summary>What the page shows of a place to stay in a search.</summary>
public sealed record StayCard(Stay Stay, RankedStay Ranked, string Language, string Currency, Gazetteer Gazetteer, Lexicon Lexicon, ExchangeRates Rates)
{
    public string Place => Gazetteer.Find(Stay.PlaceId)?.Label(Language) ?? Stay.PlaceId;

    public string Near => Gazetteer.Find(Ranked.NearPlaceId)?.Label(Language) ?? Ranked.NearPlaceId;

    /// <summary>Whether it lies in the very place that was asked for.</summary>
    public bool IsInPlace => Stay.PlaceId == Ranked.NearPlaceId || Gazetteer.Contains(Ranked.NearPlaceId, Stay.PlaceId);

    /// <summary>The price of a night as this traveller counts, from the low season's on, and whether it is converted; null if none is known.</summary>
    public (string Text, bool Converted)? Night => Stay.PriceLow is not { } low ? null
        : TourFacts.In(low, Currency, Rates) is { } shown ? (TourFacts.Text(shown, Language), shown.Currency != low.Currency)
        : (TourFacts.Text(low, Language), false);

    public string? HighSeason => Stay.PriceHigh is { } high && high.Amount > Stay.PriceLow?.Amount ? TourFacts.Text(TourFacts.In(high, Currency, Rates) ?? high, Language) : null;

    public IEnumerable<string> Answered => Ranked.Answered.Select(Label);

    public IEnumerable<string> Untold => Ranked.Untold.Select(Label);

    /// <summary>Value of the <c>lang</c> attribute for its words: null if they are in the reader's language.</summary>
    public string? Lang => (Language == "vi" ? Stay.Vi : Stay.En) is not null ? null : Stay.Vi is not null ? "vi" : "en";

    public string Checked => TourFacts.Text(Stay.Checked, Language);

    public string? Dialled => Stay.Phone is { } phone ? string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+')) : null;

    private string Label(string concept) => Lexicon.Find(concept)?.Label(Language) ?? concept;
}
