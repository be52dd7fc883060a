using System.Collections.Concurrent;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>Tells those of this process who wait for a search that it has changed; whoever waits looks again by themselves now and then, for other nodes' changes.</summary>
public sealed class StayNews
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _waiting = new();
    private int _listeners;

    /// <summary>How many listen for as long as a search lasts.</summary>
    public int Listeners => _listeners;

    /// <summary>Counts one who listens, until it is disposed.</summary>
    public IDisposable Listen()
    {
        Interlocked.Increment(ref _listeners);
        return new Listening(this);
    }

    public void Tell(Guid searchId)
    {
        if (_waiting.TryRemove(searchId, out var waiting))
        {
            waiting.TrySetResult();
        }
    }

    /// <summary>Done at the next change, or after a while.</summary>
    public async Task WaitAsync(Guid searchId, TimeSpan most, TimeProvider time, CancellationToken ct)
    {
        var waiting = _waiting.GetOrAdd(searchId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await waiting.Task.WaitAsync(most, time, ct);
        }
        catch (TimeoutException)
        {
            // Nothing is kept for a search that nobody changes any more.
            _waiting.TryRemove(KeyValuePair.Create(searchId, waiting));
        }
    }

    private sealed class Listening(StayNews news) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref news._listeners);
    }
}
