using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>When a tour can be taken, where that is not from now on for half a year and more.</summary>
public static class Season
{
    /// <summary>Days: whoever plans a trip looks hardly farther ahead.</summary>
    private const int SoonOver = 180;

    /// <summary>"on fixed dates, 5 Mar 2027 – 7 Mar 2027", "from 1 Mar 2027 to 31 Aug 2027", "until 24 Dec 2026"; null where nobody need know.</summary>
    public static string? Of(TourPackage package, DateOnly today, string language)
    {
        var later = package.AvailableFrom > today;
        return package is { OnlyDeparture: { } from, AvailableUntil: { } until } ? Phrases.OnFixedDates.In(language, TourFacts.Text(from, language), TourFacts.Text(until, language)) : (later ? package.AvailableFrom : null, later || package.AvailableUntil < today.AddDays(SoonOver) ? package.AvailableUntil : null) switch
        {
            ({ } first, { } last) => Phrases.FromUntil.In(language, TourFacts.Text(first, language), TourFacts.Text(last, language)),
            ({ } first, null) => Phrases.FromDay.In(language, TourFacts.Text(first, language)),
            (null, { } last) => Phrases.UntilDay.In(language, TourFacts.Text(last, language)),
            _ => null,
        };
    }
}
