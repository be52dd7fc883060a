using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Pages.Admin;

/// <summary>Times on the admin pages: as clocks in Viet Nam show them, which the frame of the pages says once.</summary>
public static class AdminTimes
{
    public static string Minute(DateTimeOffset at) => at.InVietNam().ToString("yyyy-MM-dd HH:mm");

    public static string Second(DateTimeOffset at) => at.InVietNam().ToString("yyyy-MM-dd HH:mm:ss");
}
