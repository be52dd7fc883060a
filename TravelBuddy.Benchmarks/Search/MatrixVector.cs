using System.Numerics.Tensors;
using TravelBuddy.Ranking;

namespace TravelBuddy.Benchmarks.Search;

/// <summary>The best rows by OpenBLAS: one float32 sum a row, then the highest of them.</summary>
internal static class MatrixVector
{
    /// <param name="rows">Row after row.</param>
    /// <param name="query">One row, each block times its weight.</param>
    /// <param name="products">Room for a number a row.</param>
    /// <param name="wide">The same.</param>
    /// <param name="ids">Receives the best rows.</param>
    /// <returns>How many there are.</returns>
    public static int Best(float[] rows, float[] query, float[] products, double[] wide, int[] ids)
    {
        OpenBlas.Multiply(rows, query, products);
        return Best(products, wide, ids);
    }

    /// <summary>The highest of some sums.</summary>
    public static int Best(float[] products, double[] wide, int[] ids)
    {
        TensorPrimitives.ConvertChecked<float, double>(products, wide);
        return TopK.Select(wide, ids);
    }
}
