using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Accommodation.Search.Steps;

/// <summary>Put together and into order what is known so far.</summary>
public sealed record RankStays(Guid SearchId) : IStayStep;

/// <summary>Ranks as often as it is told to: the same facts give the same order. Once everything is there it has the search summed up, and those that were still to come find nothing to do.</summary>
public sealed class RankStaysHandler(NearStays nearStays, StayOrder order, StayProgress progress)
{
    public static void Configure(HandlerChain chain) => chain.RetryForAWhile();

    public async Task HandleAsync(RankStays command, CancellationToken ct)
    {
        if (await progress.ReadAsync(command.SearchId, ct) is not { EndedAt: null, SummaryAsked: false } search)
        {
            return;
        }

        var near = await nearStays.LatelyAsync(search.Wishes, ct);
        await progress.ChangeAsync(command.SearchId, now => now.SummaryAsked ? null : Ranked(order.Ranked(now, near)), ct);
    }

    private static StayChange Ranked(StaySearch search) => search.HasAll ? new StayChange(search with { SummaryAsked = true }, new SummariseStays(search.Id)) : new StayChange(search);
}
