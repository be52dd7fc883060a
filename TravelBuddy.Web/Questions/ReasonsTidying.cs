using Marten;

namespace TravelBuddy.Web.Questions;

/// <summary>Forgets once an hour what a model said of tours and is no longer kept. A failure is logged and the next hour is another chance.</summary>
public sealed class ReasonsTidying(IDocumentStore store, TimeProvider time, ILogger<ReasonsTidying> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    public async Task TidyAsync(CancellationToken ct)
    {
        var oldest = time.GetUtcNow() - KeptReasons.Time;
        await using var session = store.LightweightSession();
        session.DeleteWhere<KeptReasons>(kept => kept.At < oldest);
        await session.SaveChangesAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TidyAsync(stoppingToken);
            }
            catch (Exception error) when (error is Npgsql.NpgsqlException or Marten.Exceptions.MartenCommandException)
            {
                log.LogWarning(error, "What a model said of tours could not be forgotten; it is tried again in an hour.");
            }
        }
    }
}
