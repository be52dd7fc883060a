using TravelBuddy.Web.Accommodation;
using TravelBuddy.Web.Accommodation.Ranking;
using TravelBuddy.Web.Accommodation.Stays;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>What a place to stay costs, in the words of a chat.</summary>
internal static class StayPriceWords
{
    /// <summary>A night at the price of the season asked for, what it is for all of a party, and whether that is over the limit.</summary>
    public static string Night(Stay stay, RankedStay ranked, StayWishes wishes, string language, ExchangeRates rates)
    {
        if (stay.PriceOf(ranked.IsHighSeason) is not { } price)
        {
            return Phrases.PriceOnRequest.In(language);
        }

        var all = ranked.Night is { } night && night.Amount != price.Amount ? Told(night, wishes, language, rates) : null;
        all = all is null ? "" : ranked.Rooms > 1 ? $" ({Phrases.StayRooms.In(language, ranked.Rooms, all)})" : $" ({all})";
        return Unit(stay, price, ranked, wishes, language, rates) + all + (ranked.OverLimit > 0 ? " · " + Phrases.StayOver.In(language) : "");
    }

    /// <summary>What the days asked for make of it: all nights, and a high season; null where neither is known.</summary>
    public static string? OfDays(Stay stay, RankedStay ranked, StayWishes wishes, string language, ExchangeRates rates)
    {
        var total = ranked.Total is { } sum ? Phrases.StayNights.In(language, wishes.Nights!, Told(sum, wishes, language, rates)) : null;
        var high = stay is { IsPricedBySeason: true, PriceHigh: { } most } && most.Amount > stay.PriceLow?.Amount ? Told(most, wishes, language, rates) : null;
        var season = (ranked.Season?.Season.Label(language), high) switch
        {
            (null, _) => null,
            ({ } name, null) => Phrases.StayHighSeason.In(language, Phrases.StayMayCostMore.In(language, name)),
            ({ } name, { }) when ranked.IsHighSeason => Phrases.StayHighSeason.In(language, name),
            ({ } name, { } dear) => Phrases.StayPartlyHigh.In(language, dear, name),
        };
        return total is null && season is null ? null : string.Join(" · ", new[] { total, season }.OfType<string>());
    }

    private static string Unit(Stay stay, Money price, RankedStay ranked, StayWishes wishes, string language, ExchangeRates rates)
    {
        var shown = TourFacts.In(price, wishes.Currency, rates) ?? price;
        var text = (shown.Currency == price.Currency ? "" : "≈ ") + TourFacts.Text(shown, language);
        text = ranked.IsHighSeason && stay.IsPricedBySeason ? Phrases.StayAbout.In(language, text) : wishes.Dates is { From: not null, To: not null } ? Phrases.StayFrom.In(language, text) : text;
        return (stay.Per switch { PricePerNight.Bed => Phrases.PerBed, PricePerNight.Unit => Phrases.PerHouse, _ => Phrases.PerRoom }).In(language, text);
    }

    private static string Told(Money money, StayWishes wishes, string language, ExchangeRates rates) => TourFacts.Text(TourFacts.In(money, wishes.Currency, rates) ?? money, language);
}
