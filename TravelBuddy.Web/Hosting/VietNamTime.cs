namespace TravelBuddy.Web.Hosting;

/// <summary>The calendar where the tours are.</summary>
public static class VietNamTime
{
    // Without daylight saving since 1975.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>A time as clocks in Viet Nam show it.</summary>
    public static DateTimeOffset InVietNam(this DateTimeOffset at) => at.ToOffset(Offset);

    /// <summary>Today in Viet Nam.</summary>
    public static DateOnly TodayInVietNam(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Offset).DateTime);
}
