using Marten;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Marten;
using Wolverine.Runtime;
using Wolverine.Util;

namespace TravelBuddy.Web.Hosting;

/// <summary>Giving up on a message: what has to follow from that comes before it lies among the dead letters.</summary>
public static class DeadLetters
{
    /// <summary>
    /// Does <paramref name="last"/>, with all it stores and sends in one transaction of its own, and then moves the message to the dead letters. A process that dies
    /// between the two handles the message again and comes here again, so it must be safe to repeat; where it fails, the message is moved all the same.
    /// </summary>
    public static void DeadLetterAfter<T>(this IFailureActions actions, Func<T, Exception, IServiceProvider, IDocumentSession, IMartenOutbox, Task> last, string description) where T : class =>
        actions.CustomAction(
            async (runtime, lifecycle, error) =>
            {
                if (lifecycle.Envelope?.Message is T command)
                {
                    await OptimisticConcurrency.RetriedAsync(async _ =>
                    {
                        await using var scope = runtime.Services.CreateAsyncScope();
                        var services = scope.ServiceProvider;
                        await last(command, error, services, services.GetRequiredService<IDocumentSession>(), services.GetRequiredService<IMartenOutbox>());
                        return true;
                    }, CancellationToken.None);
                }
            },
            description).And(MoveAsync, "moves the message to the dead letters");

    /// <summary>As Wolverine's own <c>MoveToErrorQueue</c>, which can only come first.</summary>
    private static async ValueTask MoveAsync(IWolverineRuntime runtime, IEnvelopeLifecycle lifecycle, Exception error)
    {
        var envelope = lifecycle.Envelope!;
        envelope.MessageType = envelope.Message!.GetType().ToMessageTypeName();
        await lifecycle.MoveToDeadLetterQueueAsync(error);
        await lifecycle.CompleteAsync();
        runtime.MessageTracking.MessageFailed(envelope, error);
        runtime.MessageTracking.MovedToErrorQueue(envelope, error);
    }
}
