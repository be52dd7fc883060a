using TravelBuddy.Ranking;

namespace TravelBuddy.Tests.Ranking;

public sealed class when_a_list_is_diversified
{
    // Rows 0 and 1 are the same, row 2 has nothing to do with them.
    private static readonly double[] Scores = [0.9, 0.89, 0.7];
    private static readonly float[] Rows = [1, 0, 1, 0, 0, 1];

    [Fact]
    public void repetition_gives_way_to_something_else_as_lambda_falls()
    {
        Pick(lambda: 1).ShouldBe([0, 1, 2]);
        Pick(lambda: 0.9).ShouldBe([0, 1, 2]);
        // 0.5 · 0.89 − 0.5 · 1 is less than 0.5 · 0.7 − 0.5 · 0.5.
        Pick(lambda: 0.5).ShouldBe([0, 2, 1]);
        Pick(lambda: 0).ShouldBe([0, 2, 1]);

        static int[] Pick(double lambda)
        {
            var order = new int[3];
            MaximalMarginalRelevance.Select(Scores, Rows, 2, lambda, order).ShouldBe(3);
            return order;
        }
    }

    [Fact]
    public void every_pick_is_the_one_the_formula_names()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var samples = new RankingSamples(seed);
            var random = new Random(seed);
            var layout = samples.Layout();
            var count = random.Next(0, 60);
            var rows = samples.Rows(layout, count);
            var scores = Enumerable.Range(0, count).Select(_ => random.Next(20) / 20.0).ToArray();
            var lambda = seed % 5 / 4.0;
            var order = new int[seed % 3 == 0 ? count + 4 : 10];
            var expected = Reference(scores, (i, j) => (Cosine(rows, layout.Dimensions, i, j) + 1) / 2, lambda, order.Length);

            MaximalMarginalRelevance.Select(scores, rows, layout.Dimensions, lambda, order).ShouldBe(expected.Length);
            order[..expected.Length].ShouldBe(expected, $"seed {seed}");

            Array.Clear(order);
            MaximalMarginalRelevance.Select(scores, (i, j) => (Cosine(rows, layout.Dimensions, i, j) + 1) / 2, lambda, order).ShouldBe(expected.Length);
            order[..expected.Length].ShouldBe(expected, $"seed {seed}");
        }
    }

    [Fact]
    public void lambda_one_is_the_order_of_the_scores()
    {
        var random = new Random(4);
        var scores = Enumerable.Range(0, 200).Select(_ => random.Next(30) / 7.0).ToArray();
        var (order, expected) = (new int[50], new int[50]);

        MaximalMarginalRelevance.Select(scores, new RankingSamples(4).Vector(200 * 3), 3, 1, order);
        TopK.Select(scores, expected);

        order.ShouldBe(expected);
    }

    [Fact]
    public void rows_of_zeros_and_opposites_are_no_trouble()
    {
        var order = new int[3];

        MaximalMarginalRelevance.Select([1, 0.5, 0.5], [1, 0, 0, 0, -1, 0], 2, 0.5, order).ShouldBe(3);

        order.ShouldBe([0, 2, 1]);
    }

    [Fact]
    public void what_does_not_fit_is_refused()
    {
        var order = new int[3];
        foreach (var lambda in (double[])[-0.1, 1.1, double.NaN])
        {
            Should.Throw<ArgumentOutOfRangeException>(() => MaximalMarginalRelevance.Select(Scores, Rows, 2, lambda, order)).ParamName.ShouldBe("lambda");
        }

        Should.Throw<ArgumentException>(() => MaximalMarginalRelevance.Select(Scores, Rows, 3, 0.5, order)).ParamName.ShouldBe("rows");
        Should.Throw<ArgumentException>(() => MaximalMarginalRelevance.Select([1, double.NaN, 0], Rows, 2, 0.5, order)).Message.ShouldContain("Score 1");
        Should.Throw<ArgumentException>(() => MaximalMarginalRelevance.Select(Scores, [1, 0, 1, float.NaN, 0, 1], 2, 0.5, order)).Message.ShouldContain("Row 1 holds");
        Should.Throw<ArgumentException>(() => MaximalMarginalRelevance.Select(Scores, (_, _) => double.NaN, 0.5, order)).Message.ShouldContain("similarity");
    }

    internal static double Cosine(float[] rows, int dimensions, int i, int j)
    {
        double product = 0, left = 0, right = 0;
        for (var d = 0; d < dimensions; d++)
        {
            double a = rows[i * dimensions + d], b = rows[j * dimensions + d];
            product += a * b;
            left += a * a;
            right += b * b;
        }

        return left > 0 && right > 0 ? Math.Clamp(product / Math.Sqrt(left * right), -1, 1) : 0;
    }

    private static int[] Reference(double[] scores, Func<int, int, double> similarity, double lambda, int k)
    {
        var picked = new List<int>();
        while (picked.Count < Math.Min(k, scores.Length))
        {
            picked.Add(Enumerable.Range(0, scores.Length).Except(picked)
                .OrderByDescending(i => picked.Count == 0 ? scores[i] : lambda * scores[i] - (1 - lambda) * picked.Max(other => similarity(i, other)))
                .ThenByDescending(i => scores[i])
                .First());
        }

        return [.. picked];
    }
}
