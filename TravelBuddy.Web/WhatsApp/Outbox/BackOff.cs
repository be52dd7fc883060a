namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>How long a message waits before it is tried again, with jitter so that a crowd does not come back at once.</summary>
public static class BackOff
{
    /// <summary>However long Meta asks to be left alone.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>1, 2, 4 … seconds to at most 10 minutes after the attempt of that number (from 1).</summary>
    public static TimeSpan After(int attempts) => Jittered(Math.Min(Math.Pow(2, Math.Clamp(attempts, 1, 11) - 1), Longest.TotalSeconds));

    /// <summary>4, 16, 64 … seconds to at most 17 minutes, as Meta asks for one person who got too many.</summary>
    public static TimeSpan OfPair(int attempts) => Jittered(Math.Pow(4, Math.Clamp(attempts, 1, 5)));

    /// <summary>Some time beyond a common end, so that those who wait for it come one after the other.</summary>
    public static TimeSpan Past(TimeSpan wait) => wait + TimeSpan.FromSeconds(Random.Shared.NextDouble());

    private static TimeSpan Jittered(double seconds) => TimeSpan.FromSeconds(seconds * (.75 + Random.Shared.NextDouble() / 2));
}
