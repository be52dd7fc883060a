namespace TravelBuddy.Web.Catalog;

/// <summary>Counts the catalogue's changes: raised by one in the transaction of every import that changes anything, and of every withdrawal.</summary>
public sealed record CatalogVersion
{
    /// <summary>There is one, with this id.</summary>
    public const string Only = "catalogue";

    public string Id { get; init; } = Only;
    public long Number { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
}
