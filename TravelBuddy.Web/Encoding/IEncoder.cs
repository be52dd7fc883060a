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

    /// <summary>A package as 768 numbers, every block of unit length.</summary>
    float[] Encode(TourPackage package);

    /// <summary>Wishes as query blocks.</summary>
    EncodedWishes Encode(Wishes wishes);
}
