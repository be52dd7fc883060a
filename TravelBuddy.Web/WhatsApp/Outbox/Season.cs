using System.Globalization;
using System.Text.RegularExpressions;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;
using TravelBuddy.Web.WhatsApp.Chat;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>When a tour can be taken, where that is not from now on for half a year and more.</summary>
public static partial class Season
{
    /// <summary>Days: whoever plans a trip looks hardly farther ahead.</summary>
    private const int SoonOver = 180;

    /// <summary>The day a tour sets off, where it goes once; null where it goes again and again. That of a night on the way is the evening before its first day.</summary>
    public static DateOnly? Departure(TourPackage package) => package.OnlyDeparture is { } first ? SetsOffTheEveningBefore(package) ? first.AddDays(-1) : first : null;

    private static bool SetsOffTheEveningBefore(TourPackage package) => package.Itinerary is [var first, ..] && EveningBefore().IsMatch(TextFolding.Fold(first));

    /// <summary>"on fixed dates, 5 Mar 2027 – 7 Mar 2027", "from 1 Mar 2027 to 31 Aug 2027", "until 24 Dec 2026"; null where nobody need know.</summary>
    public static string? Of(TourPackage package, DateOnly today, string language)
    {
        if (Departure(package) is { } day && package.OnlyReturn is { } back)
        {
            return Phrases.OnFixedDates.In(language, TourFacts.Text(day, language), TourFacts.Text(back, language));
        }

        var later = package.AvailableFrom > today;
        return (later ? package.AvailableFrom : null, later || package.AvailableUntil < today.AddDays(SoonOver) ? package.AvailableUntil : null) switch
        {
            ({ } first, { } last) => Phrases.FromUntil.In(language, TourFacts.Text(first, language), TourFacts.Text(last, language)),
            ({ } first, null) => Phrases.FromDay.In(language, TourFacts.Text(first, language)),
            (null, { } last) => Phrases.UntilDay.In(language, TourFacts.Text(last, language)),
            _ => null,
        };
    }

    /// <summary>The months of a tour that does not go all year, in a word or two: "Mar–Aug", "T3–8", "Feb"; all year where one need not know, and null where it goes once.</summary>
    public static string? InShort(TourPackage package, DateOnly today, string language)
    {
        if (Departure(package) is not null || Of(package, today, language) is null)
        {
            return Departure(package) is null ? Phrases.AllYear.In(language) : null;
        }

        var (first, last) = (package.AvailableFrom > today ? package.AvailableFrom : null, package.AvailableUntil);
        return (first, last) switch
        {
            ({ } from, { } until) when (from.Year, from.Month) == (until.Year, until.Month) => Month(from),
            ({ } from, { } until) => language == "vi" ? $"T{from.Month}–{until.Month}" : $"{Month(from)}–{Month(until)}",
            ({ } from, null) => Phrases.FromMonth.In(language, Month(from)),
            (_, { } until) => Phrases.ToMonth.In(language, Month(until)),
            _ => Phrases.AllYear.In(language),
        };

        string Month(DateOnly day) => language == "vi" ? "T" + day.Month.ToString(CultureInfo.InvariantCulture) : day.ToString("MMM", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\W*(?:(?:the )?(?:evening|night) before|(?:toi|dem) (?:hom )?truoc)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EveningBefore();
}
