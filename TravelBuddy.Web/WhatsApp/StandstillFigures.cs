using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>Reads now and then what keeps messages from going, for the figures of the node. While the database is away there are none.</summary>
public sealed class StandstillFigures(Standstills standstills, WhatsAppMetrics metrics, TimeProvider time, ILogger<StandstillFigures> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    /// <summary>Reads it once.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        try
        {
            metrics.Standstill = await standstills.ReadAsync(ct);
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            metrics.Standstill = null;
            log.LogWarning(error, "What keeps messages from going could not be read; it is tried again in {Between}.", Between);
        }
    }
}
