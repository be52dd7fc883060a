using System.Collections.Concurrent;
using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Language;

namespace TravelBuddy.Web.Recommendations.Judging;

/// <summary>Facts of packages by id, kept in the process and read again when a package's record changed.</summary>
public sealed class PackageFactsCache(ICatalog catalog, Lexicon lexicon)
{
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<string, (long Version, PackageFacts Facts)> _known = new(StringComparer.Ordinal);

    /// <summary>Facts of those packages that still exist, in the order of the ids.</summary>
    public async ValueTask<IReadOnlyList<PackageFacts?>> OfAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        var version = await catalog.VersionAsync(ct);
        var facts = new PackageFacts?[ids.Count];
        List<string>? stale = null;
        for (var i = 0; i < ids.Count; i++)
        {
            if (_known.TryGetValue(ids[i], out var known) && known.Version == version)
            {
                facts[i] = known.Facts;
            }
            else
            {
                (stale ??= []).Add(ids[i]);
            }
        }

        if (stale is not null)
        {
            if (_known.Count > Most)
            {
                _known.Clear();
            }

            var packages = await catalog.PackagesAsync(stale, ct);
            for (var i = 0; i < ids.Count; i++)
            {
                facts[i] ??= packages.TryGetValue(ids[i], out var package) ? Remember(version, package) : null;
            }
        }

        return facts;
    }

    private PackageFacts Remember(long version, TourPackage package)
    {
        var same = _known.TryGetValue(package.Id, out var known) && known.Facts.Package.ContentHash == package.ContentHash;
        var facts = same ? known.Facts with { Package = package } : PackageFacts.Of(package, catalog.Gazetteer, lexicon);
        _known[package.Id] = (version, facts);
        return facts;
    }
}
