using TravelBuddy.Ranking;

namespace TravelBuddy.Benchmarks;

/// <summary>Random unit blocks in the layout of the app, from a fixed seed.</summary>
internal static class SampleRows
{
    public static BlockLayout Layout { get; } = new(
        ("locations", 128), ("duration", 32), ("budget", 32), ("transportation", 64), ("food", 128), ("activities", 128), ("accommodation", 256));

    public static double[] Weights { get; } = [.455, .182, .091, .091, .045, .045, .091];

    public static float[] Rows(int count, int seed)
    {
        var random = new Random(seed);
        var rows = new float[count * Layout.Dimensions];
        for (var row = 0; row < count; row++)
        {
            foreach (var (_, offset, length) in Layout.Blocks)
            {
                var block = rows.AsSpan(row * Layout.Dimensions + offset, length);
                var square = 0.0;
                foreach (ref var value in block)
                {
                    value = random.NextSingle() - 0.5f;
                    square += (double)value * value;
                }

                foreach (ref var value in block)
                {
                    value = (float)(value / Math.Sqrt(square));
                }
            }
        }

        return rows;
    }

    public static RankingQuery Query(int alternatives, int seed)
    {
        var rows = Rows(alternatives, seed);
        var query = new RankingQuery(Layout, Weights);
        for (var block = 0; block < Layout.Count; block++)
        {
            for (var alternative = 0; alternative < alternatives; alternative++)
            {
                query.AddAlternative(block, rows.AsSpan(alternative * Layout.Dimensions + Layout.Blocks[block].Offset, Layout.Blocks[block].Length));
            }
        }

        return query;
    }
}
