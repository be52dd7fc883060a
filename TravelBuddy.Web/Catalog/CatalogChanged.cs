namespace TravelBuddy.Web.Catalog;

/// <summary>The catalogue now has this version: packages were added, changed or withdrawn, so whatever is derived from them is due.</summary>
public sealed record CatalogChanged(long Version);
