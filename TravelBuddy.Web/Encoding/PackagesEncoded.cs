namespace TravelBuddy.Web.Encoding;

/// <summary>What is searched is of this version of the catalogue, or of a later one; what else is derived from packages is due now.</summary>
public sealed record PackagesEncoded(long CatalogVersion);
