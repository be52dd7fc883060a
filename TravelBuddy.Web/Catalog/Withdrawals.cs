using Marten;
using Npgsql;

namespace TravelBuddy.Web.Catalog;

/// <summary>That an admin took a package out, or put it back: kept for good.</summary>
public sealed record Withdrawal
{
    public required Guid Id { get; init; }
    public required string PackageId { get; init; }

    /// <summary>False: it was put back.</summary>
    public required bool Withdrawn { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The admin's person.</summary>
    public required Guid? PersonId { get; init; }
}

/// <summary>What became of it.</summary>
public enum WithdrawalOutcome { Done, AlreadySo, NotFound, ImportIsRunning }

/// <summary>Takes packages out of what is recommended, and puts them back; whatever is derived from the catalogue follows by <see cref="CatalogChanged"/>, which the caller publishes.</summary>
public sealed class Withdrawals(IDocumentStore store, NpgsqlDataSource database, CachedCatalog catalog, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The outcome and the catalogue's version after it.</summary>
    public async Task<(WithdrawalOutcome Outcome, long Version)> DecideAsync(string packageId, bool withdrawn, Guid? personId, CancellationToken ct)
    {
        await using var turn = await CatalogTurn.TakeAsync(database, Patience, ct);
        if (turn is null)
        {
            return (WithdrawalOutcome.ImportIsRunning, 0);
        }

        await using var session = store.LightweightSession();
        if (await session.LoadAsync<TourPackage>(packageId, ct) is not { } package)
        {
            return (WithdrawalOutcome.NotFound, 0);
        }

        if (package.Withdrawn == withdrawn)
        {
            return (WithdrawalOutcome.AlreadySo, 0);
        }

        var now = time.GetUtcNow();
        session.Store(package.WithOffer(package.Offered, withdrawn));
        session.Insert(new Withdrawal { Id = Guid.CreateVersion7(), PackageId = packageId, Withdrawn = withdrawn, At = now, PersonId = personId });
        var version = await session.RaiseCatalogVersionAsync(now, ct);
        await session.SaveChangesAsync(ct);
        catalog.Refresh();
        return (WithdrawalOutcome.Done, version);
    }
}
