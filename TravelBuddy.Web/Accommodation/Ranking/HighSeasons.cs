using System.Collections.Concurrent;
using TravelBuddy.Web.Catalog.Places;
using TravelBuddy.Web.Encoding;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Accommodation.Ranking;

/// <summary>When houses are full and ask their high price.</summary>
public enum HighSeason { Tet, YearsEnd, AprilHolidays, NationalDay, Summer, DrySeason, RipeRice }

/// <summary>The high season that the days of a search fall into: with half of the nights or more (<paramref name="IsHigh"/>), or with some: <paramref name="HighNights"/> of <paramref name="Nights"/>.</summary>
public sealed record SeasonThen(HighSeason Season, bool IsHigh, int HighNights = 0, int Nights = 0);

/// <summary>Knows the high seasons: holidays everywhere, months by where a house is.</summary>
public sealed class HighSeasons(Gazetteer gazetteer)
{
    /// <summary>Longer times are no time to travel in.</summary>
    private const int MostNights = 366;

    private const string GulfOfThailand = "kien-giang";

    private static readonly HashSet<string> WithSea = new(["beach", "island", "archipelago", "bay", "town", "city"], StringComparer.Ordinal);

    /// <summary>Where people go from the heat: into the hills, and to seaside towns, islands and coasts of which the gazetteer names no beach.</summary>
    private static readonly string[] SummerResorts = ["sa-pa", "y-ty", "ta-xua", "moc-chau", "tam-dao", "ba-vi", "bach-ma", "ba-na", "mang-den", "da-lat", "sam-son", "cua-lo", "phu-quy", "vinh-hy", "bai-tu-long", "quang-ngai", "phu-yen", "binh-thuan"];

    private static readonly string[] Terraces = ["mu-cang-chai", "tu-le", "hoang-su-phi", "y-ty"];

    private readonly ConcurrentDictionary<string, bool> _summery = new(StringComparer.Ordinal);

    /// <summary>How many nights are asked for from the first day on: those said behind a day of arrival, else one for each day but the last; null where it is not known from when to when.</summary>
    public static int? NightsOf(DatesWish? dates, int? nights) => dates switch
    {
        { From: { } from, To: { } to } => from < to ? to.DayNumber - from.DayNumber : Math.Max(1, nights ?? 1),
        { From: not null } => nights,
        _ => null,
    };

    /// <summary>The season of those nights at a place; null where none of them is of one, or they are not known.</summary>
    public SeasonThen? Of(Place place, DatesWish? dates, int? nights)
    {
        if (dates?.From is not { } from || NightsOf(dates, nights) is not { } asked || asked > MostNights)
        {
            return null;
        }

        var high = Enumerable.Range(0, asked).Select(night => On(from.AddDays(night), place)).OfType<HighSeason>().ToList();
        return high.Count == 0 ? null : new SeasonThen(high.GroupBy(season => season).MaxBy(nightsOf => nightsOf.Count())!.Key, high.Count * 2 >= asked, high.Count, asked);
    }

    private HighSeason? On(DateOnly day, Place place) =>
        Holidays.NextTet(day) is { } tet && IsIn(day, Holidays.TetFrom(tet)) ? HighSeason.Tet
        : (day.Month, day.Day) switch
        {
            (12, _) when day >= Holidays.Christmas(day.Year).From => HighSeason.YearsEnd,
            (1, _) when day <= Holidays.NewYearAfter(day.Year - 1).To => HighSeason.YearsEnd,
            (4, 30) or (5, <= 3) => HighSeason.AprilHolidays,
            (9, <= 3) => HighSeason.NationalDay,
            ( >= 6 and <= 8, _) when IsSummery(place) => HighSeason.Summer,
            (12, >= 15) or ( <= 3, _) when IsIn(place, GulfOfThailand) => HighSeason.DrySeason,
            (9, _) or (10, <= 10) when Terraces.Any(terraces => IsIn(place, terraces)) => HighSeason.RipeRice,
            _ => null,
        };

    /// <summary>At the sea or in the hills; in the Gulf of Thailand it rains then.</summary>
    private bool IsSummery(Place place) => _summery.GetOrAdd(place.Id, _ =>
        !IsIn(place, GulfOfThailand)
            && (SummerResorts.Any(resort => IsIn(place, resort)) || gazetteer.Ancestors(place.Id).Select(gazetteer.Find).Append(place).Any(around => around is not null && WithSea.Contains(around.Kind) && Seaside.IsBathing(around, gazetteer))));

    private bool IsIn(Place place, string outer) => gazetteer.Contains(outer, place.Id);

    private static bool IsIn(DateOnly day, DatesWish days) => day >= days.From && day <= days.To;
}

/// <summary>What the seasons are called.</summary>
public static class HighSeasonNames
{
    public static string Label(this HighSeason season, string language) => (season, language == "vi") switch
    {
        (HighSeason.Tet, _) => "Tết",
        (HighSeason.YearsEnd, true) => "Giáng sinh và Tết Dương lịch",
        (HighSeason.YearsEnd, _) => "Christmas and New Year",
        (HighSeason.AprilHolidays, true) => "lễ 30/4 và 1/5",
        (HighSeason.AprilHolidays, _) => "the holidays of 30 April and 1 May",
        (HighSeason.NationalDay, true) => "lễ 2/9",
        (HighSeason.NationalDay, _) => "the holiday of 2 September",
        (HighSeason.Summer, true) => "mùa hè",
        (HighSeason.Summer, _) => "summer",
        (HighSeason.DrySeason, true) => "mùa khô",
        (HighSeason.DrySeason, _) => "the dry months",
        (_, true) => "mùa lúa chín",
        _ => "when the rice is ripe",
    };
}
