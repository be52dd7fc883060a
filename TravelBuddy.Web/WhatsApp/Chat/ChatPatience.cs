using TravelBuddy.Web.Hosting;

namespace TravelBuddy.Web.WhatsApp.Chat;

/// <summary>How long one answer may wait for language models, however many it asks one after the other: whoever writes has it within five seconds. Counts from where the message is handled.</summary>
public sealed class ChatPatience(TimeProvider time)
{
    private readonly Patience _whole = new(TimeSpan.FromSeconds(4), time);

    /// <summary>How long the next question may take: no longer than <paramref name="most"/>, nor than is left of the whole.</summary>
    public TimeSpan AtMost(TimeSpan most) => _whole.Left is var left && left < most ? left : most;
}
