using TravelBuddy.Web.Accounts;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>
/// Meta's limit of one number: so many messages in any second (80; error 130429). What comes in counts as well: it is never refused, and leaves less for what goes out. Counted in quarters of a second, no second,
/// wherever it begins, holds more than five quarters' messages: 75 at the 60 that are set. Source: Meta, "Throughput".
/// </summary>
public static class NumberPace
{
    private const int Quarters = 4;

    /// <summary>What may go in each window.</summary>
    /// <param name="perSecond">Messages a second on average, 1 to 1000.</param>
    public static Allowance Of(int perSecond) =>
        perSecond < Quarters ? new("whatsapp-number", perSecond, TimeSpan.FromSeconds(1)) : new("whatsapp-number", perSecond / Quarters, TimeSpan.FromSeconds(1d / Quarters));
}
