using System.Diagnostics;

namespace TravelBuddy.Tests;

/// <summary>Waiting for a thing to be there (a row, a message, an element), never for a time to pass.</summary>
public static class Polling
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    /// <summary>Asks until the answer is not null; after <paramref name="seconds"/> it fails, saying what it waited for.</summary>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T?>> ask, double seconds = 30) where T : class
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            if (waited.Elapsed.TotalSeconds > seconds)
            {
                throw new TimeoutException($"Waited {seconds} s in vain for {what}.");
            }

            await PauseAsync();
        }
    }

    /// <summary>Asks until it is so.</summary>
    public static Task UntilAsync(string what, Func<Task<bool>> ask, double seconds = 30) =>
        UntilAsync<object>(what, async () => await ask() ? Interval : null, seconds);

    /// <summary>One short breath between two looks at the same condition.</summary>
    internal static async Task PauseAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        await timer.WaitForNextTickAsync();
    }
}
