namespace TravelBuddy.Web.WhatsApp.Webhook;

/// <summary>Forgets once an hour what is too old to be delivered again. A failure is logged and the next hour is another chance.</summary>
public sealed class WebhookTidying(WebhookInbox inbox, TimeProvider time, ILogger<WebhookTidying> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await inbox.TidyAsync(stoppingToken);
            }
            catch (Exception error) when (error is Npgsql.NpgsqlException or Marten.Exceptions.MartenCommandException)
            {
                logger.LogWarning(error, "What is too old to be delivered again could not be forgotten; it is tried again in an hour.");
            }
        }
    }
}
