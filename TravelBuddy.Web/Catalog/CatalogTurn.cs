using Marten;
using Medallion.Threading;
using Medallion.Threading.Postgres;
using Npgsql;

namespace TravelBuddy.Web.Catalog;

/// <summary>Those who change the catalogue take turns, over all nodes, and raise its version in the transaction of the change.</summary>
public static class CatalogTurn
{
    /// <summary>Waits for one's turn.</summary>
    public static async ValueTask<IAsyncDisposable> TakeAsync(NpgsqlDataSource database, CancellationToken ct) => await LockOf(database).AcquireAsync(cancellationToken: ct);

    /// <summary>Waits for one's turn, but not longer than <paramref name="patience"/>; null then.</summary>
    public static async ValueTask<IAsyncDisposable?> TakeAsync(NpgsqlDataSource database, TimeSpan patience, CancellationToken ct) => await LockOf(database).TryAcquireAsync(patience, ct);

    /// <summary>Raises the version with what the session is about to save; gives the new one.</summary>
    public static async Task<long> RaiseCatalogVersionAsync(this IDocumentSession session, DateTimeOffset now, CancellationToken ct)
    {
        var version = (await session.LoadAsync<CatalogVersion>(CatalogVersion.Only, ct))?.Number ?? 0;
        session.Store(new CatalogVersion { Number = version + 1, ChangedAt = now });
        return version + 1;
    }

    private static PostgresDistributedLock LockOf(NpgsqlDataSource database) => new(new PostgresAdvisoryLockKey("travelbuddy-import", allowHashing: true), database);
}
