namespace TravelBuddy.Web.Encoding;

/// <summary>The seven criteria in the order of the blocks of every vector.</summary>
public enum Criterion { Locations, Duration, Budget, Transportation, Food, Activities, Accommodation }

/// <summary>The part of a vector that is about one criterion.</summary>
public readonly record struct VectorBlock(string Name, int Offset, int Length);

/// <summary>One layout for every encoder: 768 dimensions in seven blocks; the last coordinate of each block is the one for "unknown".</summary>
public static class VectorLayout
{
    public const int Dimensions = 768;

    /// <summary>In criterion order, one after the other.</summary>
    public static readonly IReadOnlyList<VectorBlock> Blocks =
    [
        new("locations", 0, 128), new("duration", 128, 32), new("budget", 160, 32), new("transportation", 192, 64), new("food", 256, 128), new("activities", 384, 128), new("accommodation", 512, 256),
    ];

    /// <summary>The part of a vector that is about a criterion.</summary>
    public static Span<float> BlockOf(float[] vector, Criterion criterion)
    {
        var block = Blocks[(int)criterion];
        return vector.AsSpan(block.Offset, block.Length);
    }

    /// <summary>The weights of the original design in criterion order (10:4:2:2:1:1:2 of 22).</summary>
    public static readonly IReadOnlyList<double> DefaultWeights = [10 / 22.0, 4 / 22.0, 2 / 22.0, 2 / 22.0, 1 / 22.0, 1 / 22.0, 2 / 22.0];
}
