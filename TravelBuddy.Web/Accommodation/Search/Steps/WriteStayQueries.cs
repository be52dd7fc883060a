using Wolverine.Runtime.Handlers;

namespace TravelBuddy.Web.Accommodation.Search.Steps;

/// <summary>Write down what search engines are asked.</summary>
public sealed record WriteStayQueries(Guid SearchId) : IStayStep;

/// <summary>Writes the queries once, and has each asked.</summary>
public sealed class WriteStayQueriesHandler(QueryWriter writer, StayProgress progress)
{
    public static void Configure(HandlerChain chain) => chain.RetryForAWhile();

    public async Task HandleAsync(WriteStayQueries command, CancellationToken ct)
    {
        if (await progress.ReadAsync(command.SearchId, ct) is not { EndedAt: null, Queries.Count: 0 } search)
        {
            return;
        }

        var queries = await writer.WriteAsync(search.Wishes, search.TravellerId, ct);
        await progress.ChangeAsync(command.SearchId, now => now.Queries.Count > 0 ? null : new StayChange(now with { Queries = queries }, [.. queries.Select((_, at) => new SearchStays(now.Id, at))]), ct);
    }
}
