using System.Numerics.Tensors;

namespace TravelBuddy.Benchmarks.Search;

/// <summary>
/// Rows as catalogues have them, in the layout of the app: a few hundred destinations of unequal popularity (the k-th has k^-.8 of the first's), four tours of ten with a second one; one length and one price; mixtures of
/// up to three kinds in the other blocks; all a little off (by .35 of a unit in a random direction); one block of ten unknown, that is the last coordinate alone. Queries are drawn in the same way, with nothing unknown.
/// </summary>
internal sealed class SearchedRows
{
    private const float Noise = .35f;

    // Destinations, lengths, prices and so on that there are.
    private static readonly int[] Kinds = [300, 12, 20, 25, 60, 80, 60];

    private readonly Random random;
    private readonly float[][][] kinds;
    private readonly double[][] popularity;

    public SearchedRows(int seed)
    {
        random = new Random(seed);
        kinds = [.. Kinds.Select((count, block) => Enumerable.Range(0, count).Select(_ => Direction(SampleRows.Layout.Blocks[block].Length)).ToArray())];
        popularity = [.. Kinds.Select(Popularity)];
    }

    /// <summary>So many rows, one after the other.</summary>
    /// <param name="count">How many.</param>
    /// <param name="unknown">The share of blocks that are unknown.</param>
    public float[] Next(int count, double unknown)
    {
        var rows = new float[count * SampleRows.Layout.Dimensions];
        for (var row = 0; row < count; row++)
        {
            for (var block = 0; block < kinds.Length; block++)
            {
                var (_, offset, length) = SampleRows.Layout.Blocks[block];
                var values = rows.AsSpan(row * SampleRows.Layout.Dimensions + offset, length);
                if (random.NextDouble() < unknown)
                {
                    values[^1] = 1;
                }
                else
                {
                    Fill(block, values);
                }
            }
        }

        return rows;
    }

    private void Fill(int block, Span<float> values)
    {
        Add(block, 1, values);
        if (block == 0 && random.NextDouble() < .4)
        {
            Add(block, .7f, values);
        }

        for (var more = 0; block > 2 && more < 2; more++)
        {
            Add(block, random.NextSingle(), values);
        }

        Scale(values);
        TensorPrimitives.MultiplyAdd(Direction(values.Length), Noise, values, values);
        Scale(values);
    }

    private void Add(int block, float share, Span<float> values)
    {
        var at = Array.BinarySearch(popularity[block], random.NextDouble());
        TensorPrimitives.MultiplyAdd(kinds[block][at < 0 ? ~at : at], share, values, values);
    }

    /// <summary>The share of each kind and of all before it.</summary>
    private static double[] Popularity(int count)
    {
        var shares = Enumerable.Range(1, count).Select(k => Math.Pow(k, -.8)).ToArray();
        var (all, sum) = (shares.Sum(), 0.0);
        return [.. shares.Select(share => (sum += share) / all).SkipLast(1), 1];
    }

    private float[] Direction(int length)
    {
        var values = new float[length];
        for (var i = 0; i < length; i++)
        {
            // Of normal deviates (Box and Muller), so that no direction is more likely than another.
            values[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        Scale(values);
        return values;
    }

    private static void Scale(Span<float> values) => TensorPrimitives.Divide(values, TensorPrimitives.Norm<float>(values), values);
}
