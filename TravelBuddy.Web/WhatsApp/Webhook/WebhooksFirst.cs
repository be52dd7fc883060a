namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>
/// Lets deliveries be answered before their content is worked on: Meta waits for the answer and nobody for the work to begin this second. Work begins where
/// no delivery is under way, one piece for each such moment, or after a second of waiting: a flood delays it, and does not stop it.
/// </summary>
/// <param name="longest">How long work waits at most; a second, unless said otherwise.</param>
public sealed class WebhooksFirst(TimeSpan? longest = null)
{
    private readonly TimeSpan _longest = longest ?? TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private int _underWay;

    /// <summary>A delivery is under way until what is returned is disposed.</summary>
    public Delivery Begin()
    {
        lock (_lock)
        {
            _underWay++;
        }

        return new Delivery(this);
    }

    /// <summary>Waits while deliveries are under way, for a second at most.</summary>
    public async Task GiveWayAsync(CancellationToken ct)
    {
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (_underWay == 0)
            {
                return;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.AddLast(turn);
        }

        try
        {
            await turn.Task.WaitAsync(_longest, ct);
        }
        catch (TimeoutException)
        {
            // It begins beside them.
        }
        finally
        {
            lock (_lock)
            {
                _waiting.Remove(turn);
            }
        }
    }

    private void End()
    {
        lock (_lock)
        {
            if (--_underWay == 0 && _waiting.First is { } first)
            {
                _waiting.RemoveFirst();
                first.Value.TrySetResult();
            }
        }
    }

    /// <summary>One that is under way.</summary>
    public readonly struct Delivery(WebhooksFirst first) : IDisposable
    {
        public void Dispose() => first.End();
    }
}

/// <summary>Before the handlers of received messages and of messages to send.</summary>
public static class WebhooksFirstMiddleware
{
    public static Task BeforeAsync(WebhooksFirst webhooks, CancellationToken ct) => webhooks.GiveWayAsync(ct);
}
