using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Accommodation.Search.Steps;

/// <summary>End a search with what it has.</summary>
public sealed record EndStaySearch(Guid SearchId) : IStayStep;

/// <summary>Comes when the time of a search is up, whatever became of its steps: what is open is given up, what is known is ranked.</summary>
public sealed class EndStaySearchHandler(NearStays nearStays, StayOrder order, StayProgress progress, TimeProvider time)
{
    public static void Configure(HandlerChain chain) =>
        chain.OnAnyException().ScheduleRetry(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10)).Then.MoveToErrorQueue();

    public async Task HandleAsync(EndStaySearch command, CancellationToken ct)
    {
        if (await progress.ReadAsync(command.SearchId, ct) is not { EndedAt: null } search)
        {
            return;
        }

        var near = await nearStays.LatelyAsync(search.Wishes, ct);
        await progress.ChangeAsync(command.SearchId, now => new StayChange(order.Ranked(now.GivenUp(), near) with { EndedAt = time.GetUtcNow() }), ct);
    }
}
