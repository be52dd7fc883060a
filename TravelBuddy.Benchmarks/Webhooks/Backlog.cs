using Npgsql;

namespace TravelBuddy.Benchmarks.Webhooks;

/// <summary>Watches how much waits. To count reads all that was ever stored, and takes its time from the app: seldom while much does.</summary>
public sealed class Backlog(AppRows rows, StandInMeta meta, Postman postman, TextWriter progress)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    /// <summary>The most commands and unread updates that waited at once.</summary>
    public long Highest { get; private set; }

    public async Task RunAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Between);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                if (await WaitingAsync() is not var (commands, unsent, unread, dead))
                {
                    continue;
                }

                Highest = Math.Max(Highest, commands);
                await progress.WriteLineAsync(FormattableString.Invariant(
                    $"  {commands} commands wait, {unread} texts and reactions unread, {unsent} messages unsent, {meta.Taken.Length} taken, {postman.UnderWay} POSTs under way, {dead} failed"));
            }
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }
    }

    /// <summary>Null while the database is being restarted.</summary>
    private async Task<(long Commands, long Unsent, long Unread, long Dead)?> WaitingAsync()
    {
        try
        {
            return await rows.WaitingAsync();
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }
}
