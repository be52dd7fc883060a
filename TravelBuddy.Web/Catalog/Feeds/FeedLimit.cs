namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>The largest feed an admin can send through the page; <c>import</c> on the command line reads any.</summary>
public sealed record FeedLimit(int Megabytes)
{
    // What a browser writes around the file must not make one of exactly this size too large.
    private const int Wrapping = 64 * 1024;

    public long RequestBytes => Megabytes * 1024L * 1024 + Wrapping;
}
