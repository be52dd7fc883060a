namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>How long one answer may wait for language models, however many it asks one after the other: whoever writes has it within five seconds. Counts from where the message is handled.</summary>
public sealed class ChatPatience(TimeProvider time)
{
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(4);

    private readonly long _began = time.GetTimestamp();

    /// <summary>How long the next question may take: no longer than <paramref name="most"/>, nor than is left of the whole.</summary>
    public TimeSpan AtMost(TimeSpan most) => Whole - time.GetElapsedTime(_began) is var left && left < most ? left > TimeSpan.Zero ? left : TimeSpan.Zero : most;
}
