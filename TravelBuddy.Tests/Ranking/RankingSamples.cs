using TravelBuddy.Ranking;

namespace TravelBuddy.Tests.Ranking;

/// <summary>Seeded layouts, rows and queries, and the float64 reference: plain loops in double that share no code with the library.</summary>
internal sealed class RankingSamples(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Every vector of a query, block by block, and its weights: what the reference reads.</summary>
    public sealed record Wish(BlockLayout Layout, double[] Weights, List<float[]>[] Alternatives)
    {
        public RankingQuery ToQuery()
        {
            var query = new RankingQuery(Layout, Weights);
            for (var block = 0; block < Alternatives.Length; block++)
            {
                foreach (var vector in Alternatives[block])
                {
                    query.AddAlternative(block, vector);
                }
            }

            return query;
        }
    }

    public BlockLayout Layout()
    {
        var blocks = new (string, int)[random.Next(1, 8)];
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = ($"block{i}", random.Next(4) == 0 ? random.Next(1, 4) : random.Next(1, 70));
        }

        return new BlockLayout(blocks);
    }

    /// <summary>Numbers between -1 and 1 of very different size: of equal size, sums in double would be exact and hide every change of their order.</summary>
    public float[] Vector(int length)
    {
        var vector = new float[length];
        for (var i = 0; i < length; i++)
        {
            vector[i] = MathF.ScaleB(random.NextSingle() * 2 - 1, -random.Next(12));
        }

        return vector;
    }

    /// <summary>Rows of which some have a block of zeros and some repeat an earlier one.</summary>
    public float[] Rows(BlockLayout layout, int count)
    {
        var dimensions = layout.Dimensions;
        var rows = Vector(count * dimensions);
        for (var row = 0; row < count; row++)
        {
            var values = rows.AsSpan(row * dimensions, dimensions);
            if (random.Next(5) == 0)
            {
                var block = layout.Blocks[random.Next(layout.Count)];
                values.Slice(block.Offset, block.Length).Clear();
            }

            if (row > 0 && random.Next(5) == 0)
            {
                rows.AsSpan(random.Next(row) * dimensions, dimensions).CopyTo(values);
            }
        }

        return rows;
    }

    /// <summary>Rows as catalogues have them: every block lies near one of a few directions, some are unknown (the last coordinate alone), some rows repeat an earlier one.</summary>
    public float[] Clustered(BlockLayout layout, int count)
    {
        var rows = new float[count * layout.Dimensions];
        foreach (var block in layout.Blocks)
        {
            var centers = Enumerable.Range(0, 12).Select(_ => Vector(block.Length)).ToArray();
            for (var row = 0; row < count; row++)
            {
                var values = rows.AsSpan(row * layout.Dimensions + block.Offset, block.Length);
                // Half of them at the first: destinations are not equally popular.
                var center = centers[random.Next(2) * random.Next(centers.Length)];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = center[i] + .1f * (random.NextSingle() - .5f);
                }

                if (random.Next(8) == 0)
                {
                    values.Clear();
                    values[^1] = 1;
                }
            }
        }

        for (var row = 1; row < count; row += 5)
        {
            rows.AsSpan(random.Next(row) * layout.Dimensions, layout.Dimensions).CopyTo(rows.AsSpan(row * layout.Dimensions));
        }

        return rows;
    }

    /// <summary>Rows as a stream of little-endian float32.</summary>
    public static MemoryStream Bytes(float[] rows)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        foreach (var value in rows)
        {
            writer.Write(value);
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>A query with up to four alternatives per block, some blocks without any, some without weight; never an empty one.</summary>
    public Wish Query(BlockLayout layout)
    {
        var weights = new double[layout.Count];
        var alternatives = new List<float[]>[layout.Count];
        for (var block = 0; block < layout.Count; block++)
        {
            weights[block] = random.Next(4) == 0 ? 0 : random.NextDouble() * 10;
            alternatives[block] = [];
            for (var i = random.Next(0, 5); i > 0; i--)
            {
                alternatives[block].Add(Vector(layout.Blocks[block].Length));
            }
        }

        var certain = random.Next(layout.Count);
        weights[certain] = 1;
        alternatives[certain].Add(Vector(layout.Blocks[certain].Length));
        return new Wish(layout, weights, alternatives);
    }

    public static (double[] Scores, double[] Similarities) Reference(Wish wish, float[] rows)
    {
        var (layout, blocks) = (wish.Layout, wish.Layout.Count);
        var count = rows.Length / layout.Dimensions;
        var scores = new double[count];
        var similarities = new double[count * blocks];
        var sum = Enumerable.Range(0, blocks).Where(block => wish.Alternatives[block].Count > 0).Sum(block => wish.Weights[block]);
        for (var row = 0; row < count; row++)
        {
            for (var block = 0; block < blocks; block++)
            {
                if (wish.Alternatives[block].Count == 0)
                {
                    continue;
                }

                var (_, offset, length) = layout.Blocks[block];
                var best = double.NegativeInfinity;
                foreach (var vector in wish.Alternatives[block])
                {
                    var product = 0.0;
                    for (var i = 0; i < length; i++)
                    {
                        product += (double)vector[i] * rows[row * layout.Dimensions + offset + i];
                    }

                    best = Math.Max(best, product);
                }

                similarities[row * blocks + block] = best;
                scores[row] += wish.Weights[block] / sum * (best + 1) / 2;
            }
        }

        return (scores, similarities);
    }

    /// <summary>How large the numbers are that a row's score adds up, weights times lengths: what is left when they cancel out is as uncertain as they are.</summary>
    public static double Size(Wish wish, ReadOnlySpan<float> row)
    {
        var (size, sum) = (0.0, 0.0);
        foreach (var (name, offset, length) in wish.Layout.Blocks)
        {
            var block = wish.Layout[name];
            if (wish.Alternatives[block].Count > 0)
            {
                size += wish.Weights[block] * (1 + wish.Alternatives[block].Max(vector => Length(vector)) * Length(row.Slice(offset, length)));
                sum += wish.Weights[block];
            }
        }

        return size / sum;
    }

    private static double Length(ReadOnlySpan<float> vector)
    {
        var square = 0.0;
        foreach (var value in vector)
        {
            square += (double)value * value;
        }

        return Math.Sqrt(square);
    }

    /// <summary>Row numbers, best first, ties by lower number (the sort is stable).</summary>
    public static int[] Order(double[] scores, Func<int, bool>? filter = null) =>
        [.. Enumerable.Range(0, scores.Length).Where(filter ?? (_ => true)).OrderByDescending(row => scores[row])];

    public static void ShouldAgree(double actual, double expected) =>
        Math.Abs(actual - expected).ShouldBeLessThanOrEqualTo(1e-12 * Math.Max(1, Math.Abs(expected)));
}
