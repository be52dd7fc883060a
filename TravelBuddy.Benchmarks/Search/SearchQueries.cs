using System.Numerics.Tensors;
using TravelBuddy.Ranking;

namespace TravelBuddy.Benchmarks.Search;

/// <summary>A row as a query: for the library, and for those that only sum up products.</summary>
internal static class SearchQueries
{
    /// <summary>The row, each block times its weight.</summary>
    public static float[] Weighted(float[] row)
    {
        var weighted = new float[row.Length];
        for (var block = 0; block < SampleRows.Layout.Count; block++)
        {
            var (_, offset, length) = SampleRows.Layout.Blocks[block];
            TensorPrimitives.Multiply(row.AsSpan(offset, length), (float)SampleRows.Weights[block], weighted.AsSpan(offset, length));
        }

        return weighted;
    }

    public static RankingQuery Of(float[] row)
    {
        var query = new RankingQuery(SampleRows.Layout, SampleRows.Weights);
        foreach (var block in Enumerable.Range(0, SampleRows.Layout.Count))
        {
            query.AddAlternative(block, row.AsSpan(SampleRows.Layout.Blocks[block].Offset, SampleRows.Layout.Blocks[block].Length));
        }

        return query;
    }
}
