using TravelBuddy.Ranking;

namespace TravelBuddy.Tests.Ranking;

public sealed class when_inner_products_are_computed
{
    public delegate double Kernel(ReadOnlySpan<float> row, ReadOnlySpan<double> query);

    /// <summary>All of them, also those this machine has to emulate: slow is no reason to be wrong.</summary>
    private static readonly Dictionary<string, Kernel> Kernels = new()
    {
        ["scalar"] = Of<ScalarInnerProduct>,
        ["128"] = Of<Vector128InnerProduct>,
        ["256"] = Of<Vector256InnerProduct>,
        ["512"] = Of<Vector512InnerProduct>,
    };

    public static TheoryData<string> Names => [.. Kernels.Keys];

    [Theory, MemberData(nameof(Names))]
    public void every_length_agrees_with_the_scalar_twin_bit_for_bit(string name)
    {
        var samples = new RankingSamples(seed: 11);
        for (var length = 0; length <= 256; length++)
        {
            for (var shift = 0; shift < 4; shift++)
            {
                var row = samples.Vector(length + shift)[shift..];
                var query = Array.ConvertAll(samples.Vector(length), value => (double)value);

                BitConverter.DoubleToInt64Bits(Kernels[name](row, query))
                    .ShouldBe(BitConverter.DoubleToInt64Bits(Of<ScalarInnerProduct>(row, query)), $"length {length}, shift {shift}");
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void every_length_agrees_with_exact_arithmetic(string name)
    {
        var random = new Random(12);
        for (var length = 0; length <= 256; length++)
        {
            // Sixteenths: their products and sums are exact, so the answer has one value only.
            var row = Enumerable.Range(0, length).Select(_ => random.Next(-64, 65) / 16f).ToArray();
            var query = Enumerable.Range(0, length).Select(_ => random.Next(-64, 65) / 16.0).ToArray();
            var expected = Enumerable.Range(0, length).Sum(i => (decimal)row[i] * (decimal)query[i]);

            Kernels[name](row, query).ShouldBe((double)expected, $"length {length}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void the_largest_and_smallest_floats_keep_their_value(string name)
    {
        float[] row = [float.MaxValue, float.Epsilon, -float.MaxValue];
        double[] query = [float.MaxValue, float.Epsilon, float.MaxValue];

        Kernels[name](row.AsSpan(..1), query).ShouldBe((double)float.MaxValue * float.MaxValue);
        Kernels[name](row.AsSpan(1..2), query.AsSpan(1..2)).ShouldBe((double)float.Epsilon * float.Epsilon);
        Kernels[name](row, query).ShouldBe((double)float.Epsilon * float.Epsilon);
    }

    [Theory, MemberData(nameof(Names))]
    public void a_nan_or_infinity_anywhere_leaves_no_finite_result(string name)
    {
        foreach (var length in (int[])[1, 15, 16, 17, 64, 65])
        {
            for (var place = 0; place < length; place++)
            {
                foreach (var value in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity])
                {
                    var row = new float[length];
                    row[place] = value;
                    foreach (var factor in (double[])[0, 1, -1])
                    {
                        var query = new double[length];
                        query[place] = factor;
                        double.IsFinite(Kernels[name](row, query)).ShouldBeFalse($"{value} · {factor} at {place} of {length}");
                    }
                }
            }
        }
    }

    [Fact]
    public void the_kernel_in_use_is_one_the_machine_accelerates_and_can_be_forced()
    {
        var before = RankingKernels.InUse;
        RankingKernels.IsSupported(before).ShouldBeTrue();
        try
        {
            foreach (var kernel in Enum.GetValues<RankingKernel>())
            {
                if (RankingKernels.IsSupported(kernel))
                {
                    RankingKernels.InUse = kernel;
                    RankingKernels.InUse.ShouldBe(kernel);
                }
                else
                {
                    Should.Throw<PlatformNotSupportedException>(() => RankingKernels.InUse = kernel).Message.ShouldContain(kernel.ToString());
                }
            }

            Should.Throw<PlatformNotSupportedException>(() => RankingKernels.InUse = (RankingKernel)99);
        }
        finally
        {
            RankingKernels.InUse = before;
        }
    }

    private static double Of<TKernel>(ReadOnlySpan<float> row, ReadOnlySpan<double> query)
        where TKernel : struct, IInnerProduct =>
        TKernel.Of(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(row), ref System.Runtime.InteropServices.MemoryMarshal.GetReference(query), row.Length);
}
