using System.Globalization;
using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.Search;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Pages.Accommodation;

/// <summary>What the page shows of a place to stay in a search.</summary>
public sealed record StayCard(FoundStay Found, RankedStay Ranked, StayWishes Wishes, string Language, StayReadings Readings, Gazetteer Gazetteer, Lexicon Lexicon, ExchangeRates Rates)
{
    public Stay Stay => Found.Stay;

    private string Currency => Wishes.Currency;

    public string Place => Gazetteer.Find(Stay.PlaceId)?.Label(Language) ?? Stay.PlaceId;

    public string Near => Gazetteer.Find(Ranked.NearPlaceId)?.Label(Language) ?? Ranked.NearPlaceId;

    /// <summary>The price of a night as this traveller counts, that of the season asked for, and whether it is converted; null if none is known.</summary>
    public (string Text, bool Converted)? Night => Price is not { } price ? null
        : TourFacts.In(price, Currency, Rates) is { } shown ? (TourFacts.Text(shown, Language), shown.Currency != price.Currency)
        : (TourFacts.Text(price, Language), false);

    private Money? Price => Stay.PriceOf(Ranked.IsHighSeason);

    /// <summary>What a night costs all of the party, where that is another price; null where it is not known who comes.</summary>
    public string? ForAll => Ranked.Night is { } night && night.Amount != Price?.Amount ? Told(night) : null;

    /// <summary>What all nights cost; null where it is not known how many.</summary>
    public string? Total => Ranked.Total is { } total ? Told(total) : null;

    /// <summary>How many come, as far as it was said.</summary>
    public int People => Wishes.Party is { } party ? party.Adults + party.Children : 1;

    /// <summary>Whether the price told is that of the high season.</summary>
    public bool IsHighPrice => Ranked.IsHighSeason && Stay.TellsSeasons;

    /// <summary>The high season that the days asked for fall into, with half of them or some; null where they are not known or fall into none.</summary>
    public string? Season => Ranked.Season?.Season.Label(Language);

    /// <summary>Whether it is known from when to when.</summary>
    public bool HasDates => HighSeasons.NightsOf(Wishes.Dates, Wishes.Nights) is not null;

    public string? LowPrice => Stay.PriceLow is { } low && low.Amount < Stay.PriceHigh?.Amount ? Told(low) : null;

    /// <summary>Its highest price, where it is another than the lowest.</summary>
    public string? HighPrice => Stay.PriceHigh is { } high && high.Amount > Stay.PriceLow?.Amount ? Told(high) : null;

    /// <summary>The wishes it answers, each with the statement that does.</summary>
    public IReadOnlyList<(string Wish, StayFact SaidBy)> Answered { get; } = [.. WishSources.Of(Found.Stay, Ranked, Readings).Select(answered => (Label(answered.Wish, Lexicon, Language), answered.SaidBy))];

    public IReadOnlyList<string> Untold { get; } = [.. Ranked.Untold.Select(wish => Label(wish, Lexicon, Language))];

    /// <summary>Value of the <c>lang</c> attribute for its words: null if they are in the reader's language.</summary>
    public string? Lang => (Language == "vi" ? Stay.Vi : Stay.En) is not null ? null : Stay.Vi is not null ? "vi" : "en";

    public string Checked => TourFacts.Text(Stay.Checked, Language);

    public string? Dialled => Stay.Phone is { } phone ? string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+')) : null;

    /// <summary>Its own page; null where what was stored leads to no page that people can know by its address.</summary>
    public string? Page => WebText.Address(Stay.Url)?.AbsoluteUri;

    /// <summary>Its point, or its name and place where that is not known, on OpenStreetMap.</summary>
    public string Map => Stay.IsPointKnown
        ? string.Create(CultureInfo.InvariantCulture, $"https://www.openstreetmap.org/?mlat={Stay.Latitude:0.#####}&mlon={Stay.Longitude:0.#####}#map=16/{Stay.Latitude:0.#####}/{Stay.Longitude:0.#####}")
        : $"https://www.openstreetmap.org/search?query={Uri.EscapeDataString($"{Stay.Name}, {Place}")}";

    /// <summary>The number under which the foot of the card tells where a statement comes from; null where all comes from one place.</summary>
    public int? NumberOf(StayFact fact) => Found.Origins.Count > 1 && Found.From.TryGetValue(fact, out var at) ? at + 1 : null;

    /// <summary>The price of a night, "≈ $32" where it is converted.</summary>
    public string? NightText => Night is { } night ? (night.Converted ? "≈ " : "") + night.Text : null;

    private string Told(Money money)
    {
        var shown = TourFacts.In(money, Currency, Rates) ?? money;
        return (shown.Currency == money.Currency ? "" : "≈ ") + TourFacts.Text(shown, Language);
    }

    private static string Label(string concept, Lexicon lexicon, string language) => lexicon.Find(concept)?.Label(language) ?? concept;
}

/// <summary>What the summary says of a place, in the pieces that come from one source each; a sentence of a model is one piece, with the sources of all it states.</summary>
public sealed record SummaryLine(IReadOnlyList<SummaryPiece> Pieces);

/// <summary>Words of the summary and where they come from.</summary>
public sealed record SummaryPiece(string Text, IReadOnlyList<StayOrigin> Origins);
