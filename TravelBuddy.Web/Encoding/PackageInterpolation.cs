using System.Numerics.Tensors;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// How the blocks of the language criteria make one vector of what a package offers: the smallest that answers each thing with that thing's strength
/// (kernel interpolation), times a constant that leaves room for several, filled up to unit length in a coordinate that no wish asks.
/// </summary>
internal static class PackageInterpolation
{
    /// <summary>Things a package may offer before each of them counts less.</summary>
    private const double Capacity = 12;

    private const double Smoothing = .08;

    /// <summary>What of "unknown" remains when a package lacks the field but tells something in passing.</summary>
    public const float PartlyUnknown = .5f;

    public static readonly float Scale = (float)(1 / Math.Sqrt(Capacity));

    /// <summary>Weights w with Σ w_j likeness(i, j) = strength_i for everything offered; asked for j up to i only.</summary>
    public static double[] Weights<T>(IReadOnlyList<T> offered, Func<T, double> strength, Func<T, T, double> likeness)
    {
        var matrix = new double[offered.Count][];
        var weights = new double[offered.Count];
        for (var i = 0; i < offered.Count; i++)
        {
            matrix[i] = new double[i + 1];
            weights[i] = strength(offered[i]);
            for (var j = 0; j <= i; j++)
            {
                matrix[i][j] = likeness(offered[i], offered[j]) + (i == j ? Smoothing : 0);
            }
        }

        new LinearSystem(matrix).Solve(weights);
        return weights;
    }

    /// <summary>Fills a block up to unit length, or shrinks its features to the room that the coordinates already written leave.</summary>
    /// <param name="features">The part of the block that wishes ask.</param>
    /// <param name="rest">The coordinate that no wish asks.</param>
    /// <param name="room">The square of the length that is left for both.</param>
    public static void FillUp(Span<float> features, ref float rest, float room)
    {
        var used = TensorPrimitives.SumOfSquares<float>(features);
        if (used > room)
        {
            TensorPrimitives.Multiply(features, MathF.Sqrt(room / used), features);
        }
        else
        {
            rest = MathF.Sqrt(room - used);
        }
    }
}
