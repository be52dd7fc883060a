namespace TravelBuddy.Web.Interests;

/// <summary>The holidays that all of Viet Nam travels on, as days: what their names mean in a wish, and when houses are full.</summary>
public static class Holidays
{
    /// <summary>First day of the lunar year as Viet Nam counts it (UTC+7; 2030 differs from China). They end with 2036: after it no Tết is known until its days are added.</summary>
    private static readonly DateOnly[] LunarNewYears =
    [
        new(2026, 2, 17), new(2027, 2, 6), new(2028, 1, 26), new(2029, 2, 13), new(2030, 2, 2), new(2031, 1, 23), new(2032, 2, 11), new(2033, 1, 31), new(2034, 2, 19), new(2035, 2, 8), new(2036, 1, 28),
    ];

    /// <summary>The first day of the Tết that is being celebrated or comes next; null after those that are known.</summary>
    public static DateOnly? NextTet(DateOnly today) => LunarNewYears.Select(day => (DateOnly?)day).FirstOrDefault(day => TetFrom(day!.Value).To >= today);

    /// <summary>Tết by its first day, with the days around it on which everybody travels.</summary>
    public static DatesWish TetFrom(DateOnly first) => new(first.AddDays(-2), first.AddDays(6));

    public static DatesWish Christmas(int year) => new(new(year, 12, 23), new(year, 12, 26));

    /// <summary>The turn of a year to the next.</summary>
    public static DatesWish NewYearAfter(int year) => new(new(year, 12, 30), new(year + 1, 1, 2));
}
