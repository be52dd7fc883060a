using TravelBuddy.Web.Catalog;
using Wolverine.Attributes;

namespace TravelBuddy.Web.Encoding;

/// <summary>Has a changed catalogue encoded; safe to run late, twice or out of order, because it looks at what is there.</summary>
public static class CatalogChangedHandler
{
    [MessageTimeout(3600)]
    public static Task Handle(CatalogChanged changed, PackageEncoding encoding, CancellationToken ct) => encoding.RunAsync(changed.Version, ct);
}
