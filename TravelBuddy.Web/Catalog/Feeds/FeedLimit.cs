using System.Globalization;
using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>The largest feed an admin can send through the page; <c>import</c> on the command line reads any.</summary>
public sealed record FeedLimit(int Megabytes)
{
    // What a browser writes around the file must not make one of exactly this size too large.
    private const int Wrapping = 64 * 1024;

    private const string Setting = "Catalog:MaxFeedMegabytes";
    private const int Usual = 100;
    private const int Most = 2_000;

    /// <summary>The configured limit; anything but a whole number from 1 to 2,000 throws <see cref="StartupException"/>.</summary>
    public static FeedLimit Of(IConfiguration configuration) => configuration[Setting] switch
    {
        null or "" => new FeedLimit(Usual),
        { } given when int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes is >= 1 and <= Most => new FeedLimit(megabytes),
        { } given => throw new StartupException($"Setting Catalog__MaxFeedMegabytes: \"{given}\" is not a whole number from 1 to {Most}."),
    };

    public long RequestBytes => Megabytes * 1024L * 1024 + Wrapping;
}
