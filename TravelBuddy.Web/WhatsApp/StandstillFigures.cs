using TravelBuddy.Web.WhatsApp.Outbox;

namespace TravelBuddy.Web.WhatsApp;

/// <summary>Reads now and then what keeps messages from going, for the figures of the node. While the database is away there are none.</summary>
public sealed class StandstillFigures(Standstills standstills, WhatsAppMetrics metrics, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            metrics.Standstill = await ReadAsync(stoppingToken);
        }
    }

    private async Task<Standstill?> ReadAsync(CancellationToken ct)
    {
        try
        {
            return await standstills.ReadAsync(ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
