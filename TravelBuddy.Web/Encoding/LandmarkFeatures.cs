using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace TravelBuddy.Web.Encoding;

/// <summary>
/// Vectors of few dimensions whose inner products follow a given kernel: incomplete Cholesky factorisation with greedy pivots (Fine and Scheinberg,
/// "Efficient SVM training using low-rank kernel representations", JMLR 2001). The pivots, chosen by importance, are represented exactly; what the
/// factorisation leaves of the others becomes a random direction of their own in further dimensions (Achlioptas, "Database-friendly random
/// projections", JCSS 2003), so that every vector has length 1 and equals only itself. Where there are more remainders than their dimensions hold apart,
/// <see cref="SpreadDirections"/> evens out what they have by chance in common.
/// </summary>
public sealed class LandmarkFeatures
{
    private readonly float[][] _rows;

    private LandmarkFeatures(float[][] rows) => _rows = rows;

    /// <summary>The unit vector of an item: first the factorisation's dimensions, then those of the random remainder.</summary>
    public ReadOnlySpan<float> this[int item] => _rows[item];

    public int Count => _rows.Length;

    /// <param name="ids">Names of the items; they seed the random remainders.</param>
    /// <param name="kernel">Positive semidefinite, 1 for an item and itself.</param>
    /// <param name="importance">Above 0; important items are represented exactly first.</param>
    /// <param name="landmarks">Dimensions for the factorisation.</param>
    /// <param name="remainder">Dimensions for the remainders.</param>
    /// <param name="spread">Whether the remainders are spread apart: worth its time where they are many and matter.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static LandmarkFeatures Build(IReadOnlyList<string> ids, Func<int, int, double> kernel, ReadOnlySpan<double> importance, int landmarks, int remainder, bool spread = false)
    {
        var count = ids.Count;
        var factor = new double[count][];
        var left = new double[count];
        for (var i = 0; i < count; i++)
        {
            factor[i] = new double[landmarks];
            left[i] = 1;
        }

        for (var column = 0; column < Math.Min(landmarks, count); column++)
        {
            var pivot = 0;
            for (var i = 1; i < count; i++)
            {
                pivot = importance[i] * left[i] > importance[pivot] * left[pivot] ? i : pivot;
            }

            if (left[pivot] < 1e-6)
            {
                break;
            }

            var root = Math.Sqrt(left[pivot]);
            var pivotRow = factor[pivot].AsSpan(0, column).ToArray();
            for (var i = 0; i < count; i++)
            {
                var value = i == pivot ? root : (kernel(i, pivot) - EarlyTensors.Dot<double>(factor[i].AsSpan(0, column), pivotRow)) / root;
                factor[i][column] = value;
                left[i] = Math.Max(0, left[i] - value * value);
            }

            left[pivot] = 0;
        }

        var directions = Remainders(ids, kernel, factor, left, remainder, spread);
        var rows = new float[count][];
        for (var i = 0; i < count; i++)
        {
            var row = rows[i] = new float[landmarks + remainder];
            for (var k = 0; k < landmarks; k++)
            {
                row[k] = (float)factor[i][k];
            }

            TensorPrimitives.Multiply(directions[i], (float)Math.Sqrt(left[i]), row.AsSpan(landmarks));
        }

        return new LandmarkFeatures(rows);
    }

    /// <summary>The directions of what is left of each item.</summary>
    private static float[][] Remainders(IReadOnlyList<string> ids, Func<int, int, double> kernel, double[][] factor, double[] left, int dimensions, bool spread)
    {
        var directions = ids.Select(id =>
        {
            var direction = new float[dimensions];
            HashedText.AddDirection(id, direction, 1);
            return direction;
        }).ToArray();
        if (spread)
        {
            int[] open = [.. Enumerable.Range(0, ids.Count).Where(i => left[i] > 1e-6)];
            var wanted = new float[open.Length][];
            for (var at = 0; at < open.Length; at++)
            {
                wanted[at] = Wanted(open.AsSpan(0, at), open[at], kernel, factor, left);
            }

            SpreadDirections.Spread([.. open.Select(i => directions[i])], wanted);
        }

        return directions;
    }

    /// <summary>What is left of one item in common with what is left of others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float[] Wanted(ReadOnlySpan<int> others, int item, Func<int, int, double> kernel, double[][] factor, double[] left)
    {
        var wanted = new float[others.Length];
        for (var k = 0; k < wanted.Length; k++)
        {
            var other = others[k];
            wanted[k] = (float)((kernel(item, other) - EarlyTensors.Dot<double>(factor[item], factor[other])) / Math.Sqrt(left[item] * left[other]));
        }

        return wanted;
    }
}
