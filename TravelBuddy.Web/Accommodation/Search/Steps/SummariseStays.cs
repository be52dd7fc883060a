using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Accommodation.Search.Steps;

/// <summary>Sum up what was found, and end.</summary>
public sealed record SummariseStays(Guid SearchId) : IStayStep;

/// <summary>Has a model sum up if there is one; without its words the facts are told by a template where they are shown.</summary>
public sealed class SummariseStaysHandler(StaySummaries summaries, StaySearches searches, StayProgress progress, TimeProvider time)
{
    public static void Configure(HandlerChain chain) => chain.RetryForAWhile();

    public async Task HandleAsync(SummariseStays command, CancellationToken ct)
    {
        if (await progress.ReadAsync(command.SearchId, ct) is not { EndedAt: null } search)
        {
            return;
        }

        var summary = await summaries.OfModelAsync(search, await searches.StaysAsync(search, ct), ct);
        // What was ranked meanwhile is another list, of which this says nothing.
        await progress.ChangeAsync(command.SearchId, now => new StayChange(now with { Summary = IsSameList(now, search) ? summary : [], EndedAt = time.GetUtcNow() }), ct);
    }

    private static bool IsSameList(StaySearch one, StaySearch other) => one.Found.Select(found => found.StayId).SequenceEqual(other.Found.Select(found => found.StayId));
}
