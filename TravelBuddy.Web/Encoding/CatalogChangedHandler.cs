using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Hosting;
using Wolverine;
using Wolverine.Attributes;

namespace TravelBuddy.Web.Encoding;

/// <summary>Has a changed catalogue encoded; safe to run late, twice or out of order, because it looks at what is there.</summary>
public static class CatalogChangedHandler
{
    [MessageTimeout(3600)]
    [Transactional]
    public static async Task<object> Handle(CatalogChanged changed, PackageEncoding encoding, LongWork work, CancellationToken ct) =>
        await work.EndsAsync(token => encoding.RunAsync(changed.Version, token), ct) ? new PackagesEncoded(changed.Version) : changed.DelayedFor(LongWork.Later);
}
