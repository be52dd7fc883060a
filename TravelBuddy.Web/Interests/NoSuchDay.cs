using System.Globalization;

namespace TravelBuddy.Web.Interests;

/// <summary>A day that somebody named and that its month does not have, such as 30 February.</summary>
public sealed record NoSuchDay(int Day, int Month, int Year)
{
    /// <summary>The last day of that month.</summary>
    private DateOnly MonthEnd => new(Year, Month, DateTime.DaysInMonth(Year, Month));

    /// <summary>Whether dates begin, end or hold it, were it the last of its month.</summary>
    public bool IsIn(DatesWish dates) => dates.From == MonthEnd || dates.To == MonthEnd || dates.From < MonthEnd && MonthEnd < dates.To;

    /// <summary>As it is written; "vi", anything else English.</summary>
    public string In(string language) => language == "vi" ? $"{Day}/{Month}/{Year}" : $"{Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Month)} {Year}";

    /// <summary>Several of them.</summary>
    public static string In(IEnumerable<NoSuchDay> days, string language) => string.Join(", ", days.Select(day => day.In(language)));
}
