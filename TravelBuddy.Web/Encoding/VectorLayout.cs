using TravelBuddy.Ranking;

namespace TravelBuddy.Web.Encoding;

/// <summary>The seven criteria in the order of the blocks of every vector.</summary>
public enum Criterion { Locations, Duration, Budget, Transportation, Food, Activities, Accommodation }

/// <summary>One layout for every encoder: 768 dimensions in seven blocks; the last coordinate of each block is the one for "unknown".</summary>
public static class VectorLayout
{
    public const int Dimensions = 768;

    public static readonly BlockLayout Blocks = new(
        ("locations", 128), ("duration", 32), ("budget", 32), ("transportation", 64), ("food", 128), ("activities", 128), ("accommodation", 256));

    /// <summary>The part of a vector that is about a criterion.</summary>
    public static Span<float> BlockOf(float[] vector, Criterion criterion)
    {
        var block = Blocks.Blocks[(int)criterion];
        return vector.AsSpan(block.Offset, block.Length);
    }

    /// <summary>The weights of the original design in criterion order (10:4:2:2:1:1:2 of 22).</summary>
    public static readonly IReadOnlyList<double> DefaultWeights = [10 / 22.0, 4 / 22.0, 2 / 22.0, 2 / 22.0, 1 / 22.0, 1 / 22.0, 2 / 22.0];
}
