using System.Diagnostics;

namespace TravelBuddy.Tests;

/// <summary>Waiting for a thing to be there (a row, a message, an element), never for a time to pass.</summary>
public static class Polling
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    /// <summary>Looking costs the machine that is waited for, so what takes long is looked at less often.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(150);

    /// <summary>A limit for what never comes; a busy machine may well need a third of it.</summary>
    public const double Patience = 90;

    /// <summary>Asks until the answer is not null; after <paramref name="seconds"/> it fails, saying what it waited for.</summary>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T?>> ask, double seconds = Patience) where T : class
    {
        var pause = FirstPause;
        for (var waited = Stopwatch.StartNew(); ; pause = pause * 1.3 < LongestPause ? pause * 1.3 : LongestPause)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            if (waited.Elapsed.TotalSeconds > seconds)
            {
                throw new TimeoutException($"Waited {seconds} s in vain for {what}.");
            }

            await PauseAsync(pause);
        }
    }

    /// <summary>Asks until it is so.</summary>
    public static Task UntilAsync(string what, Func<Task<bool>> ask, double seconds = Patience) =>
        UntilAsync<object>(what, async () => await ask() ? FirstPause : null, seconds);

    /// <summary>One short breath between two looks at the same condition.</summary>
    internal static async Task PauseAsync(TimeSpan? time = null)
    {
        using var timer = new PeriodicTimer(time ?? FirstPause);
        await timer.WaitForNextTickAsync();
    }
}
