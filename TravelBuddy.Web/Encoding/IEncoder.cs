using TravelBuddy.Web.Catalog;
using TravelBuddy.Web.Interests;

namespace TravelBuddy.Web.Encoding;

/// <summary>Wishes as query blocks: for each criterion its alternatives (none: the criterion was left open). Vectors have the block's length and are scaled so that the best possible package has inner product 1.</summary>
public sealed record EncodedWishes(IReadOnlyList<IReadOnlyList<float[]>> Alternatives)
{
    public bool IsEmpty => Alternatives.All(block => block.Count == 0);
}

/// <summary>Turns packages and wishes into vectors of <see cref="VectorLayout"/>. Deterministic; safe for concurrent use.</summary>
public interface IEncoder
{
    /// <summary>Names encoder and version; vectors of different ids are never compared.</summary>
    string Id { get; }

    /// <summary>How many packages are best encoded at once.</summary>
    int BatchSize { get; }

    /// <summary>Gets ready to encode, over a sample of the catalogue; once done for an encoder's id it stays done.</summary>
    Task PrepareAsync(Func<CancellationToken, Task<IReadOnlyList<TourPackage>>> sample, CancellationToken ct);

    /// <summary>Packages as 768 numbers each, every block of unit length.</summary>
    ValueTask<IReadOnlyList<float[]>> EncodeAsync(IReadOnlyList<TourPackage> packages, CancellationToken ct);

    /// <summary>Wishes as query blocks.</summary>
    ValueTask<EncodedWishes> EncodeAsync(Wishes wishes, CancellationToken ct);
}
