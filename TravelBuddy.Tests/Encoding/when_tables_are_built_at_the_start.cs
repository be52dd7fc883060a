using TravelBuddy.Web.Encoding;

namespace TravelBuddy.Tests.Encoding;

public sealed class when_tables_are_built_at_the_start
{
    private readonly Random _random = new(7);

    [Fact]
    public void their_sums_are_those_of_plain_loops_at_every_length()
    {
        for (var length = 0; length <= 70; length++)
        {
            var (a, b) = (Numbers(length), Numbers(length));
            var (wideA, wideB) = (a.Select(x => (double)x).ToArray(), b.Select(x => (double)x).ToArray());
            var exact = wideA.Zip(wideB, (x, y) => x * y).Sum();

            EarlyTensors.Dot<double>(wideA, wideB).ShouldBe(exact, 1e-12 * (length + 1));
            EarlyTensors.Dot<float>(a, b).ShouldBe((float)exact, 1e-6f * (length + 1));
            var sums = b.ToArray();
            EarlyTensors.Add(a, -.3f, sums);
            for (var k = 0; k < length; k++)
            {
                sums[k].ShouldBe(b[k] - .3f * a[k], 1e-6f);
            }
        }
    }

    [Fact]
    public void vectors_of_different_lengths_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => EarlyTensors.Dot<float>(new float[3], new float[2]));
        Should.Throw<ArgumentOutOfRangeException>(() => EarlyTensors.Dot<double>(new double[3], new double[2]));
        Should.Throw<ArgumentOutOfRangeException>(() => EarlyTensors.Add(new float[3], 1, new float[2]));
    }

    private float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.NextSingle() * 2 - 1)];
}
