using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Accommodation.Search.Steps;

/// <summary>A step of a search: its id, never what is searched for.</summary>
public interface IStayStep
{
    Guid SearchId { get; }
}

/// <summary>What the steps have in common.</summary>
internal static class StaySteps
{
    public const string Queue = "stay-search";

    /// <summary>Where searches wait for their turn with the provider.</summary>
    public const string SearchQueue = "stay-search-web";

    /// <summary>Steps wait for others' servers most of their time.</summary>
    public const int AtOnce = 16;

    /// <summary>A step that cannot be done by then does not count any more: the search ends without it.</summary>
    public static void RetryForAWhile(this HandlerChain chain) =>
        chain.OnAnyException().RetryWithCooldown(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500)).Then.ScheduleRetry(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)).Then.MoveToErrorQueue();
}
