namespace TravelBuddy.Web.Catalog.Pictures;

/// <summary>Which pictures were made for a package, and for which content, so that each is made once. The id is the package's.</summary>
public sealed record PackagePictures
{
    public required string Id { get; init; }

    /// <summary>Hash under <c>/media/</c> of the picture on cards and in messages.</summary>
    public required string CoverHash { get; init; }

    /// <summary>Hash under <c>/media/</c> of the card shown where the package's page is shared.</summary>
    public required string ShareCardHash { get; init; }

    /// <summary>What the pictures were made from: the package's content and the revision of the art.</summary>
    public required string MadeFrom { get; init; }
}
