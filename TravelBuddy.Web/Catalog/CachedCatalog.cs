using Marten;
using Microsoft.Extensions.Caching.Memory;
using TravelBuddy.Web.Catalog.Places;

namespace TravelBuddy.Web.Catalog;

/// <summary>Reads packages and providers through a memory cache that is keyed by catalogue version, so an import is never shown half.</summary>
public sealed class CachedCatalog(IDocumentStore store, Gazetteer gazetteer, ExchangeRates rates, TimeProvider time) : ICatalog, IDisposable
{
    /// <summary>How long a node may go on showing the version before another node's import.</summary>
    private static readonly TimeSpan VersionIsFresh = TimeSpan.FromSeconds(2);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 50_000 });
    private volatile KnownVersion? _version;

    public Gazetteer Gazetteer => gazetteer;

    public ExchangeRates Rates => rates;

    public ValueTask<long> VersionAsync(CancellationToken ct) =>
        _version is { } known && time.GetElapsedTime(known.ReadAt) < VersionIsFresh ? new(known.Number) : new(ReadVersionAsync(ct));

    public async ValueTask<IReadOnlyDictionary<string, TourPackage>> PackagesAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var version = await VersionAsync(ct);
        var found = new Dictionary<string, TourPackage>(ids.Count, StringComparer.Ordinal);
        List<string>? missing = null;
        foreach (var id in ids)
        {
            if (_cache.TryGetValue((version, id), out TourPackage? package))
            {
                found[id] = package!;
            }
            else
            {
                (missing ??= []).Add(id);
            }
        }

        if (missing is not null)
        {
            await using var session = store.QuerySession();
            foreach (var package in await session.LoadManyAsync<TourPackage>(ct, missing))
            {
                found[package.Id] = _cache.Set((version, package.Id), package, new MemoryCacheEntryOptions { Size = 1 });
            }
        }

        return found;
    }

    public async ValueTask<Provider?> ProviderAsync(string id, CancellationToken ct)
    {
        var version = await VersionAsync(ct);
        if (_cache.TryGetValue((version, typeof(Provider), id), out Provider? provider))
        {
            return provider;
        }

        await using var session = store.QuerySession();
        provider = await session.LoadAsync<Provider>(id, ct);
        return _cache.Set((version, typeof(Provider), id), provider, new MemoryCacheEntryOptions { Size = 1 });
    }

    /// <summary>Forgets the version read last, so that this node sees its own import at once.</summary>
    public void Refresh() => _version = null;

    public void Dispose() => _cache.Dispose();

    private async Task<long> ReadVersionAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var number = (await session.LoadAsync<CatalogVersion>(CatalogVersion.Only, ct))?.Number ?? 0;
        _version = new KnownVersion(number, time.GetTimestamp());
        return number;
    }

    private sealed record KnownVersion(long Number, long ReadAt);
}
