using System.Diagnostics;

namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>
/// Statuses that are to be told: sent, delivered and read follow a message by fractions of a second and seconds. What is held back (sent and read, before
/// the run) is told in the run, where nothing else is due: hours later, as by phones that were off.
/// </summary>
public sealed class StatusFeed
{
    private static readonly (DeliveryStep Step, double After)[] Steps = [(DeliveryStep.Sent, .2), (DeliveryStep.Delivered, .6), (DeliveryStep.Read, 3)];

    private readonly Lock _lock = new();
    private readonly PriorityQueue<Status, double> _due = new();
    private readonly Queue<Status> _held = new();

    /// <summary>Whether sent and read of new messages are held back; delivered never is, for the app may wait for it.</summary>
    public bool HoldsBack { get; set; }

    public int Held
    {
        get
        {
            lock (_lock)
            {
                return _held.Count;
            }
        }
    }

    /// <summary>How many are due now or later, those held back apart.</summary>
    public int Coming
    {
        get
        {
            lock (_lock)
            {
                return _due.Count;
            }
        }
    }

    public void Note(TakenMessage message)
    {
        var now = Now;
        lock (_lock)
        {
            foreach (var (step, after) in Steps)
            {
                if (HoldsBack && step != DeliveryStep.Delivered)
                {
                    _held.Enqueue(new Status(message, step));
                }
                else
                {
                    _due.Enqueue(new Status(message, step), now + after);
                }
            }
        }
    }

    /// <summary>The next status that is due, else, if asked for, one that was held back; null if there is none.</summary>
    public Status? Take(bool held)
    {
        lock (_lock)
        {
            return _due.TryPeek(out _, out var at) && at <= Now ? _due.Dequeue() : held && _held.TryDequeue(out var old) ? old : null;
        }
    }

    private static double Now => Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
}
