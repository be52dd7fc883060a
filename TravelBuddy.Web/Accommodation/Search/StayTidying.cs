using Marten;
using TravelBuddy.Web.Accommodation.Reading;
using TravelBuddy.Web.Accommodation.WebSearch;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>Forgets once an hour searches that nobody looks at any more, and what is no longer good of the web. A failure is logged and the next hour is another chance.</summary>
public sealed class StayTidying(IDocumentStore store, SearchUse use, TimeProvider time, ILogger<StayTidying> log) : BackgroundService
{
    /// <summary>How long a search is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    public async Task TidyAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var before = now - Kept;
        await using var session = store.LightweightSession();
        session.DeleteWhere<StaySearch>(search => search.At < before);
        session.DeleteWhere<CachedSearch>(cached => cached.ExpiresAt < now);
        session.DeleteWhere<CachedPage>(cached => cached.ExpiresAt < now);
        await session.SaveChangesAsync(ct);
        await use.TidyAsync(DateOnly.FromDateTime(before.UtcDateTime), ct);
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
                log.LogWarning(error, "Old searches for places to stay could not be forgotten; it is tried again in an hour.");
            }
        }
    }
}
