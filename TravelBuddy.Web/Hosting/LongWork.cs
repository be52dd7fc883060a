namespace TravelBuddy.Web.Hosting;

/// <summary>Work of a handler that may take longer than a stop: it ends when the application stops, and goes on from what is there once its message comes again.</summary>
public sealed class LongWork(IHostApplicationLifetime lifetime)
{
    /// <summary>When the message of work that was stopped is to come again: it waits in the database, for whichever node runs then.</summary>
    public static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    /// <summary>Does the work.</summary>
    /// <param name="work">Is told to end when the application stops.</param>
    /// <param name="ct">Ends it as well, which is the caller's to see.</param>
    /// <returns>Whether it came to its end.</returns>
    public async Task<bool> EndsAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
        try
        {
            await work(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return false;
        }
    }
}
