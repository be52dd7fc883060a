using Marten;
using TravelBuddy.Web.Hosting;
using Wolverine.Marten;

namespace TravelBuddy.Web.Accommodation.Search;

/// <summary>What a step makes of a search, and what follows from it.</summary>
public sealed record StayChange(StaySearch Search, params IReadOnlyList<object> Messages);

/// <summary>
/// Changes searches one step at a time: read, decided, stored and sent on in one transaction, anew where another step was faster. Steps do what takes long before, and write nothing then, so that
/// they run beside each other.
/// </summary>
public sealed class StayProgress(IServiceScopeFactory scopes, StayNews news)
{
    /// <summary>The search with an id; null if it is gone with its traveller.</summary>
    public async Task<StaySearch?> ReadAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var session = scope.ServiceProvider.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<StaySearch>(id, ct);
    }

    /// <summary>Records a search with what follows it, one of a traveller at a time: where <paramref name="known"/> finds the same, that is the search.</summary>
    public async Task<StaySearch> StartAsync(StayChange first, IReadOnlyList<(object Message, TimeSpan Delay)> later, Func<IQuerySession, Task<StaySearch?>> known, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (session, outbox) = (scope.ServiceProvider.GetRequiredService<IDocumentSession>(), scope.ServiceProvider.GetRequiredService<IMartenOutbox>());
        await session.BeginTransactionAsync(ct);
        await session.QueryAsync<bool>("select pg_advisory_xact_lock(hashtextextended(?, 0)) is not null", ct, $"stay-search:{first.Search.TravellerId:N}");
        if (await known(session) is { } same)
        {
            return same;
        }

        session.Insert(first.Search);
        foreach (var message in first.Messages)
        {
            await outbox.PublishAsync(message);
        }

        foreach (var (message, delay) in later)
        {
            await outbox.PublishAsync(message, new Wolverine.DeliveryOptions { ScheduleDelay = delay });
        }

        await session.SaveChangesAsync(ct);
        return first.Search;
    }

    /// <summary>Changes a search as <paramref name="decide"/> says of its state; null: nothing is to be done, it was done before.</summary>
    public async Task ChangeAsync(Guid id, Func<StaySearch, StayChange?> decide, CancellationToken ct)
    {
        var changed = await OptimisticConcurrency.RetriedAsync(async token =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var (session, outbox) = (scope.ServiceProvider.GetRequiredService<IDocumentSession>(), scope.ServiceProvider.GetRequiredService<IMartenOutbox>());
            if (await session.LoadAsync<StaySearch>(id, token) is not { EndedAt: null } search || decide(search) is not { } change)
            {
                return false;
            }

            session.Update(change.Search with { Revision = search.Revision + 1 });
            foreach (var message in change.Messages)
            {
                await outbox.PublishAsync(message);
            }

            await session.SaveChangesAsync(token);
            return true;
        }, ct);
        if (changed)
        {
            news.Tell(id);
        }
    }
}
