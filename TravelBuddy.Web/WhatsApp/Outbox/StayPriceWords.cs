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

    /// <summary>What the days asked for make of it: all nights, and a high season, or what it costs then where no days are known; null where there is nothing of that to tell.</summary>
    public static string? OfDays(Stay stay, RankedStay ranked, StayWishes wishes, string language, ExchangeRates rates)
    {
        var total = ranked.Total is { } sum ? Told(sum, wishes, language, rates) : null;
        total = total is null ? null : Phrases.StayNights.In(language, wishes.Nights!, ranked.IsTotalLeast ? Phrases.StayFrom.In(language, total) : total);
        var high = stay is { TellsSeasons: true, PriceHigh: { } most } ? Told(most, wishes, language, rates) : null;
        var season = (ranked.Season?.Season.Label(language), high) switch
        {
            (null, { } dear) when !HasDays(wishes) => Phrases.StayUpTo.In(language, dear),
            (null, _) => null,
            ({ } name, null) => Phrases.StayHighSeason.In(language, Phrases.StayMayCostMore.In(language, name)),
            ({ } name, { }) when ranked.IsHighSeason => Phrases.StayHighSeason.In(language, name),
            ({ } name, { } dear) => Phrases.StayPartlyHigh.In(language, dear, name),
        };
        return total is null && season is null ? null : string.Join(" · ", new[] { total, season }.OfType<string>());
    }

    private static string Unit(Stay stay, Money price, RankedStay ranked, StayWishes wishes, string language, ExchangeRates rates)
    {
        var text = Told(price, wishes, language, rates, IsAbout(stay, ranked));
        text = IsAbout(stay, ranked) ? text : stay.HasRange || HasDays(wishes) ? Phrases.StayFrom.In(language, text) : text;
        return (stay.Per switch { PricePerNight.Bed => Phrases.PerBed, PricePerNight.Unit => Phrases.PerHouse, _ => Phrases.PerRoom }).In(language, text);
    }

    private static bool HasDays(StayWishes wishes) => HighSeasons.NightsOf(wishes.Dates, wishes.Nights) is not null;

    /// <summary>What a house asks in a high season is its own estimate, as converted money is ours.</summary>
    private static bool IsAbout(Stay stay, RankedStay ranked) => ranked.IsHighSeason && stay.TellsSeasons;

    private static string Told(Money money, StayWishes wishes, string language, ExchangeRates rates, bool isAbout = false)
    {
        var shown = TourFacts.In(money, wishes.Currency, rates) ?? money;
        return (shown.Currency == money.Currency && !isAbout ? "" : "≈ ") + TourFacts.Text(shown, language);
    }
}
