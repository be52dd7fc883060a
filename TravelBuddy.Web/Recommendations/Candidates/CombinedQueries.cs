using System.Numerics.Tensors;
using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Web.Recommendations.Candidates;

/// <summary>
/// The alternatives of a search as whole vectors over the stored rows, for a database that knows inner products only: every combination while there are
/// few, heaviest criteria first; the mean of the alternatives for criteria beyond that, which only decide who is looked at, never the score.
/// </summary>
public static class CombinedQueries
{
    public static IReadOnlyList<float[]> Of(Probe probe, int most)
    {
        var blocks = VectorLayout.Blocks;
        var weights = probe.Query.EffectiveWeights.ToArray();
        var combined = new List<float[]> { new float[VectorLayout.Dimensions] };
        foreach (var c in Enumerable.Range(0, blocks.Count).OrderByDescending(c => weights[c]))
        {
            var alternatives = probe.Wishes.Alternatives[c];
            if (alternatives.Count == 0 || weights[c] == 0)
            {
                continue;
            }

            var used = combined.Count * alternatives.Count <= most ? alternatives : [Mean(alternatives)];
            combined = [.. combined.SelectMany(vector => used.Select(alternative => With(vector, alternative, blocks[c].Offset)))];
        }

        foreach (var vector in combined)
        {
            PackageVectors.ScaleQuery(vector, weights);
        }

        return combined;
    }

    private static float[] With(float[] vector, float[] block, int offset)
    {
        var copy = (float[])vector.Clone();
        block.CopyTo(copy, offset);
        return copy;
    }

    private static float[] Mean(IReadOnlyList<float[]> vectors)
    {
        var mean = new float[vectors[0].Length];
        foreach (var vector in vectors)
        {
            TensorPrimitives.MultiplyAdd(vector, 1f / vectors.Count, mean, mean);
        }

        return mean;
    }
}
