namespace TravelBuddy.Web.Hosting;

/// <summary>What a feature keeps for a time and then forgets.</summary>
public interface ITidying
{
    /// <summary>Forgets what is no longer kept.</summary>
    Task TidyAsync(CancellationToken ct);
}

/// <summary>Has every feature forget once an hour what it no longer keeps. A failure is logged, keeps nobody else's from it, and the next hour is another chance.</summary>
public sealed class HourlyTidying(IEnumerable<ITidying> features, TimeProvider time, ILogger<HourlyTidying> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var feature in features)
            {
                await TidyAsync(feature, stoppingToken);
            }
        }
    }

    private async Task TidyAsync(ITidying feature, CancellationToken ct)
    {
        try
        {
            await feature.TidyAsync(ct);
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogWarning(error, "{Feature} could not forget what is no longer kept; it is tried again in an hour.", feature.GetType().Name);
        }
    }
}
