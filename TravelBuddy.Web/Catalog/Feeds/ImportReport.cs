namespace TravelBuddy.Web.Catalog.Feeds;

/// <summary>One thing an import has to say about a line of its file.</summary>
public sealed record ImportReportLine(int Line, string? PackageId, bool Refused, string Message);

/// <summary>What an import did, kept for the admin pages. Every record read is counted once: added, changed, unchanged, repeated or refused.</summary>
public sealed record ImportReport
{
    /// <summary>At most this many lines about refused records are kept, and as many about others; counts are always of everything.</summary>
    public const int MaxLines = 500;

    public required Guid Id { get; init; }
    public required string Source { get; init; }
    public required string Format { get; init; }
    public required DateTimeOffset At { get; init; }
    public int Read { get; init; }
    public int Added { get; init; }
    public int Changed { get; init; }
    public int Unchanged { get; init; }

    /// <summary>Records whose id an earlier line of the same file had; the package is counted by the last of them.</summary>
    public int Repeated { get; init; }
    public int Refused { get; init; }

    /// <summary>Packages whose provider nobody named.</summary>
    public int WithoutProvider { get; init; }

    /// <summary>Packages that say neither where they go nor how long they take nor what they cost.</summary>
    public int Bare { get; init; }

    /// <summary>Packages with neither a booking address nor a contact.</summary>
    public int Unbookable { get; init; }
    public long CatalogVersion { get; init; }
    public IReadOnlyList<ImportReportLine> Lines { get; init; } = [];
}
