namespace TravelBuddy.Tests.WhatsApp;

/// <summary>The clock on the wall, which a test puts forward.</summary>
public sealed class MovableTime : TimeProvider
{
    private long _forward;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _forward));

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _forward) * TimestampFrequency / TimeSpan.TicksPerSecond;

    public void PutForward(TimeSpan time) => Interlocked.Add(ref _forward, time.Ticks);
}
