using TravelBuddy.Web.Hosting;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Recommendations;

/// <summary>
/// Reads and ranks a wish in each language as soon as the server listens, behind the first pages: the first traveller then does not wait for code to be
/// compiled and caches to be filled. Nothing of it is recorded.
/// </summary>
public sealed class WarmUp(IServiceScopeFactory scopes, IWishReader reader, RecommendationOptions options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<WarmUp> log) : BackgroundService
{
    /// <summary>The second fits nothing, so that what relaxing brings is looked for too.</summary>
    private static readonly string[] Texts = ["3 days in Hoi An in March with two kids, under 8 million VND, by train, seafood, snorkelling, a hotel by the sea", "Sa Pa 2 ngày dưới 50 nghìn, ăn chay, không leo núi"];

    /// <summary>Reads and ranks; a catalogue may be empty.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var today = time.TodayInVietNam();
        foreach (var text in Texts)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IRecommender>().RankAsync(reader.Read(text, null, today).Wishes, options.Recorded, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.WarmUp)
        {
            return;
        }

        try
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var listening = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);
            await RunAsync(stoppingToken);
        }
        catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
        {
            // The first traveller waits a little longer; nothing else is lost.
            log.LogWarning(problem, "Warming up failed");
        }
        catch (OperationCanceledException)
        {
            // Stopped meanwhile.
        }
    }
}
