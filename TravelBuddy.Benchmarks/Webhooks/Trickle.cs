namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>Tells what is due of messages' delivery, before and after the run, a few in a POST; not measured.</summary>
public sealed class Trickle(StatusFeed statuses, Postman postman)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Goes on until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                while (Few() is { Count: > 0 } few)
                {
                    postman.Send(few, new Delivery(postman.Now), measured: false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }
    }

    private List<Update> Few()
    {
        var few = new List<Update>();
        while (few.Count < Schedule.MostInOnePost && statuses.Take(held: false) is { } status)
        {
            few.Add(status);
        }

        return few;
    }
}
