using JasperFx;
using Marten.Exceptions;
using Polly;
using Polly.Retry;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Hosting;

/// <summary>Deciding anew when somebody else changed the same document or stream between reading and writing.</summary>
public static class OptimisticConcurrency
{
    private const int Retries = 20;

    private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } problem && IsLostRace(problem)),
            MaxRetryAttempts = Retries,
            Delay = TimeSpan.FromMilliseconds(2),
            MaxDelay = TimeSpan.FromMilliseconds(100),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    /// <summary>
    /// Runs a change that reads in a session of its own, decides and saves; again, with growing pauses, while others are faster. After 20 more tries the
    /// exception goes up and nothing is recorded.
    /// </summary>
    public static async Task<T> RetriedAsync<T>(Func<CancellationToken, Task<T>> change, CancellationToken ct) => await Pipeline.ExecuteAsync(async token => await change(token), ct);

    /// <summary>The same for a message handler, whose session is Wolverine's: the message is handled again, three times at most.</summary>
    public static void RetryLostRaces(this HandlerChain chain) =>
        chain.OnException<ConcurrencyException>().RetryWithCooldown(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1)).WithFullJitter();

    private static bool IsLostRace(Exception problem) => problem is DocumentAlreadyExistsException or ConcurrencyException
        || problem is AggregateException { InnerExceptions: { Count: > 0 } several } && several.All(IsLostRace);
}
