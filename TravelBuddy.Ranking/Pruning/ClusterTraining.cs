using System.Numerics.Tensors;

namespace TravelBuddy.Ranking.Pruning;

/// <summary>
/// Directions that vectors lie around: leaders first (Hartigan 1975, each vector that no leader is near becomes one, so that rare destinations have theirs too),
/// then spherical k-means from there (Dhillon and Modha 2001). Deterministic.
/// </summary>
internal static class ClusterTraining
{
    private const int Rounds = 4;
    private static readonly float[] Near = [.995f, .98f, .95f, .9f, .85f, .8f, .7f, .6f, .5f, .35f, .2f];

    /// <summary>At most <paramref name="most"/> unit vectors, at least one.</summary>
    /// <param name="sample">Vectors one after the other; those so short or long that float32 cannot square them are left out.</param>
    /// <param name="length">Length of a vector.</param>
    /// <param name="most">How many directions there may be.</param>
    public static float[] Directions(ReadOnlySpan<float> sample, int length, int most)
    {
        var units = Units(sample, length);
        var count = units.Length / length;
        if (count == 0)
        {
            var any = new float[length];
            any[0] = 1;
            return any;
        }

        var leaders = new List<int>();
        foreach (var near in Near)
        {
            if (Leaders(units, length, near, most, leaders))
            {
                break;
            }
        }

        var centers = new float[leaders.Count * length];
        for (var c = 0; c < leaders.Count; c++)
        {
            units.AsSpan(leaders[c] * length, length).CopyTo(centers.AsSpan(c * length));
        }

        var (nearest, products) = (new int[count], new float[count]);
        for (var round = 0; round < Rounds; round++)
        {
            new NearestCenters(centers, length).Assign(units, length, nearest, products);
            Recentre(units, length, nearest, centers);
        }

        return centers;
    }

    /// <summary>False if there are more than <paramref name="most"/>; then the first of them are in <paramref name="leaders"/>, at the widest distance enough.</summary>
    private static bool Leaders(float[] units, int length, float near, int most, List<int> leaders)
    {
        leaders.Clear();
        var isWidest = near == Near[^1];
        for (var i = 0; i < units.Length / length; i++)
        {
            var unit = units.AsSpan(i * length, length);
            var led = false;
            for (var j = leaders.Count - 1; j >= 0 && !led; j--)
            {
                led = TensorPrimitives.Dot(unit, units.AsSpan(leaders[j] * length, length)) >= near;
            }

            if (led)
            {
                continue;
            }

            if (leaders.Count == most)
            {
                return isWidest;
            }

            leaders.Add(i);
        }

        return isWidest || leaders.Count > most / 3 || near == Near[0];
    }

    private static void Recentre(float[] units, int length, int[] nearest, float[] centers)
    {
        var sums = new float[centers.Length];
        for (var i = 0; i < nearest.Length; i++)
        {
            var sum = sums.AsSpan(nearest[i] * length, length);
            TensorPrimitives.Add(sum, units.AsSpan(i * length, length), sum);
        }

        for (var at = 0; at < centers.Length; at += length)
        {
            var sum = sums.AsSpan(at, length);
            if (TensorPrimitives.Norm<float>(sum) is > 1e-6f and var norm)
            {
                TensorPrimitives.Divide(sum, norm, centers.AsSpan(at, length));
            }
        }
    }

    private static float[] Units(ReadOnlySpan<float> sample, int length)
    {
        var units = new float[sample.Length];
        var count = 0;
        for (var at = 0; at < sample.Length; at += length)
        {
            var vector = sample.Slice(at, length);
            if (TensorPrimitives.Norm(vector) is > 1e-15f and < 1e15f and var norm)
            {
                TensorPrimitives.Divide(vector, norm, units.AsSpan(count++ * length, length));
            }
        }

        Array.Resize(ref units, count * length);
        return units;
    }
}
