using TravelBuddy.Web.Catalog;
using Wolverine.Attributes;

namespace TravelBuddy.Web.Encoding;

/// <summary>Has a changed catalogue encoded; safe to run late, twice or out of order, because it looks at what is there.</summary>
public static class CatalogChangedHandler
{
    [MessageTimeout(3600)]
    [Transactional]
    public static async Task<PackagesEncoded> Handle(CatalogChanged changed, PackageEncoding encoding, CancellationToken ct)
    {
        await encoding.RunAsync(changed.Version, ct);
        return new PackagesEncoded(changed.Version);
    }
}
