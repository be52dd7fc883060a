using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Accommodation.Search.Steps;

/// <summary>Put together and into order what is known so far.</summary>
public sealed record RankStays(Guid SearchId) : IStayStep;

/// <summary>Ranks as often as it is told to: the same facts give the same order. Once everything is there it has the search summed up.</summary>
public sealed class RankStaysHandler(StaySearches searches, StayOrder order, StayProgress progress)
{
    public static void Configure(HandlerChain chain) => chain.RetryForAWhile();

    public async Task HandleAsync(RankStays command, CancellationToken ct)
    {
        if (await progress.ReadAsync(command.SearchId, ct) is not { EndedAt: null } search)
        {
            return;
        }

        var near = await searches.NearAsync(search.Wishes, ct);
        await progress.ChangeAsync(command.SearchId, now => order.Ranked(now, near) is var ranked && ranked.HasAll ? new StayChange(ranked, new SummariseStays(now.Id)) : new StayChange(ranked), ct);
    }
}
