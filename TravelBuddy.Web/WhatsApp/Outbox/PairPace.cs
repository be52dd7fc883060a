namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>
/// Meta's limit between one number and one person: a message each six seconds, of which a burst may be borrowed that waiting pays back (45 at most; five
/// are left for what another system of the business sends). Source: Meta, "Throughput: pair rate limits".
/// </summary>
public static class PairPace
{
    public const int Burst = 40;

    public static readonly TimeSpan Each = TimeSpan.FromSeconds(6);

    /// <summary>The time in which no more than a burst goes: what a burst takes at one message each six seconds. Earlier attempts no longer count.</summary>
    public static readonly TimeSpan Memory = Each * Burst;

    /// <summary>How long the next message waits, given when earlier ones were tried, oldest first; zero: not at all.</summary>
    public static TimeSpan Wait(IReadOnlyList<DateTimeOffset> attempts, DateTimeOffset now) =>
        attempts.Count >= Burst && attempts[^Burst] + Memory is var free && free > now ? free - now : TimeSpan.Zero;
}
