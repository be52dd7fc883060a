namespace TravelBuddy.Web.WhatsApp.Templates;

/// <summary>Asks Meta now and then, while templates are stopped, whether it has approved them meanwhile: the webhook that would tell may never come.</summary>
public sealed class StoppedTemplates(TemplateStates states, TemplateReview review, TimeProvider time, ILogger<StoppedTemplates> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(error, "Whether Meta has approved stopped templates could not be found out; it is tried again in {Between}.", Between);
            }
        }
    }

    /// <summary>Has those be sent again that Meta lists as approved. That they are not changes nothing.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        var stopped = await states.StoppedAsync(ct);
        if (stopped.Count == 0)
        {
            return;
        }

        // What Meta says while it is asked is newer than its answer.
        var asked = time.GetUtcNow();
        foreach (var each in (await review.ReadAsync(ct)).Needed.Where(each => stopped.ContainsKey(each.Id) && each.Approved is { Status: TemplateState.Approved }))
        {
            await states.TellAsync(each.Id, TemplateState.Approved, asked, ct);
        }
    }
}
