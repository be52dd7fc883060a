namespace TravelBuddy.Web.Encoding;

/// <summary>Which encoder's vectors are searched, and of which catalogue version they are; switched when the encoding job is through.</summary>
public sealed record ActiveEncoder
{
    /// <summary>There is one, with this id.</summary>
    public const string Only = "active";

    public string Id { get; init; } = Only;
    public required string Encoder { get; init; }
    public required long CatalogVersion { get; init; }

    /// <summary>Raised whenever any vector changed, so that copies in memory know when to be read again.</summary>
    public required long Revision { get; init; }

    /// <summary>The count of changes (<see cref="PackageVectors.Changes"/>) that <see cref="Revision"/> stands for.</summary>
    public long Changes { get; init; }

    public required int Packages { get; init; }

    /// <summary>The nearest-neighbour index of its vectors; null if there is none.</summary>
    public string? NearestIndexName { get; init; }

    /// <summary>Since when it is active.</summary>
    public DateTimeOffset SwitchedAt { get; init; }
}
