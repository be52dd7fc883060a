using JasperFx.Metadata;

namespace TravelBuddy.Web.WhatsApp.Outbox;

/// <summary>Whether our number may send now: a throttle, an alarm or a hold keeps messages back. Nothing is lost by it.</summary>
public sealed record NumberState : IVersioned
{
    /// <summary>How long an alarm keeps messages back before one is tried again: at first, and at most. In between as long again as it has lasted.</summary>
    public static readonly TimeSpan FirstAlarmPause = TimeSpan.FromSeconds(15);

    public static readonly TimeSpan LongestAlarmPause = TimeSpan.FromMinutes(2);

    /// <summary>The phone number id.</summary>
    public required string Id { get; init; }

    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>The error an admin has to mend; cleared by the next message that Meta takes, or that arrives where <see cref="AlarmAfterTaking"/>.</summary>
    public int? AlarmCode { get; init; }

    /// <summary>Meta took the message and said afterwards that it failed, so that taking the next one proves nothing.</summary>
    public bool AlarmAfterTaking { get; init; }

    public DateTimeOffset? AlarmSince { get; init; }

    /// <summary>What Meta said of it beyond the code, cleaned; so of the holds.</summary>
    public string? AlarmDetail { get; init; }

    /// <summary>The error for which nothing is sent until an admin says so.</summary>
    public int? HoldCode { get; init; }

    public DateTimeOffset? HoldSince { get; init; }
    public string? HoldDetail { get; init; }

    /// <summary>The error for which no conversation is begun until an admin says so.</summary>
    public int? MarketingHoldCode { get; init; }

    public DateTimeOffset? MarketingHoldSince { get; init; }
    public string? MarketingHoldDetail { get; init; }

    public Guid Version { get; set; }

    /// <summary>Throttled; an alarm that stands stays, and a longer pause stays the longer one.</summary>
    public NumberState Pause(DateTimeOffset until) => PausedUntil >= until ? this : this with { PausedUntil = until };

    /// <summary>Nothing goes until an admin mends it; an alarm that stands already stands since it began.</summary>
    public NumberState Alarm(int code, DateTimeOffset now, bool afterTaking = false, string? detail = null)
    {
        var since = AlarmSince ?? now;
        var pause = Math.Clamp((now - since).Ticks, FirstAlarmPause.Ticks, LongestAlarmPause.Ticks);
        return this with { PausedUntil = now + TimeSpan.FromTicks(pause), AlarmCode = code, AlarmSince = since, AlarmAfterTaking = afterTaking || AlarmAfterTaking, AlarmDetail = detail };
    }

    public NumberState Hold(int code, DateTimeOffset now, string? detail = null) => this with { HoldCode = code, HoldSince = HoldSince ?? now, HoldDetail = detail };

    public NumberState HoldMarketing(int code, DateTimeOffset now, string? detail = null) =>
        this with { MarketingHoldCode = code, MarketingHoldSince = MarketingHoldSince ?? now, MarketingHoldDetail = detail };

    /// <summary>Meta took a message that was tried at <paramref name="attemptedAt"/>: an alarm raised before that is over; a throttle said since stays.</summary>
    public NumberState Took(DateTimeOffset? attemptedAt) => AlarmAfterTaking ? this : Arrived(attemptedAt);

    /// <summary>A message that was tried at <paramref name="attemptedAt"/> is on its phone: an alarm raised before that is over, however it was told.</summary>
    public NumberState Arrived(DateTimeOffset? attemptedAt) =>
        AlarmCode is not null && PausedUntil <= attemptedAt ? NoAlarm() : this;

    /// <summary>An admin says that messages go on.</summary>
    public NumberState EndHold() => this with { HoldCode = null, HoldSince = null, HoldDetail = null };

    /// <summary>An admin says that conversations are begun again.</summary>
    public NumberState EndMarketingHold() => this with { MarketingHoldCode = null, MarketingHoldSince = null, MarketingHoldDetail = null };

    private NumberState NoAlarm() => this with { PausedUntil = null, AlarmCode = null, AlarmSince = null, AlarmDetail = null, AlarmAfterTaking = false };
}
