namespace TravelBuddy.Web.Hosting;

/// <summary>A time that runs out, counted from when this is made.</summary>
public sealed class Patience(TimeSpan whole, TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();

    /// <summary>What is left of it; never less than nothing.</summary>
    public TimeSpan Left => whole - time.GetElapsedTime(_began) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
