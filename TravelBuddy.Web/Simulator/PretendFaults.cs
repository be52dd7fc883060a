using System.Collections.Concurrent;

namespace TravelBuddy.Web.Simulator;

/// <summary>A way for the pretend Meta to misbehave on one call: an error, an answer that never comes (before or after taking the message).</summary>
public sealed record PretendFault(int Status, int Code)
{
    /// <summary>The message is taken, but the connection breaks before the answer.</summary>
    public static readonly PretendFault BreakAfterTaking = new(0, 1);

    /// <summary>The connection breaks and nothing was taken.</summary>
    public static readonly PretendFault BreakBeforeTaking = new(0, 0);

    /// <summary>A gateway error that is not in Meta's form.</summary>
    public static readonly PretendFault Gateway = new(502, -1);
}

/// <summary>Faults waiting for the next calls to a phone; in memory, because misbehaving is for trying things out.</summary>
public sealed class PretendFaults
{
    private readonly ConcurrentDictionary<Guid, ConcurrentQueue<PretendFault>> _waiting = new();

    public void Add(Guid phoneId, params PretendFault[] faults)
    {
        var queue = _waiting.GetOrAdd(phoneId, _ => new ConcurrentQueue<PretendFault>());
        foreach (var fault in faults)
        {
            queue.Enqueue(fault);
        }
    }

    public PretendFault? Next(Guid phoneId) => _waiting.TryGetValue(phoneId, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
}
