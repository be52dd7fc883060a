using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using TravelBuddy.Ranking;

namespace TravelBuddy.Benchmarks;

/// <summary>
/// Scoring the candidates of one search: 500 rows of 768. Beside the kernels of the library stand what TensorPrimitives offers: a float32
/// accumulation (fast, but its rounding can swap neighbours) and its double accumulation over rows widened first.
/// </summary>
[MemoryDiagnoser]
public class ScoreCandidates
{
    private const int Count = 500;

    private readonly float[] rows = SampleRows.Rows(Count, seed: 1);
    private readonly double[] scores = new double[Count];
    private readonly float[] similarities = new float[Count * SampleRows.Layout.Count];
    private readonly double[] wide = new double[SampleRows.Layout.Dimensions];
    private readonly double[] wideQuery = new double[SampleRows.Layout.Dimensions];
    private readonly float[] queryRow = SampleRows.Rows(1, seed: 2);
    private readonly RankingKernel best = RankingKernels.InUse;
    private Half[] halves = [];
    private RankingQuery query = null!;

    [Params(1, 3)]
    public int Alternatives { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        query = SampleRows.Query(Alternatives, seed: 2);
        halves = [.. rows.Select(value => (Half)value)];
        TensorPrimitives.ConvertChecked<float, double>(queryRow, wideQuery);
    }

    [GlobalCleanup]
    public void Restore() => RankingKernels.InUse = best;

    [Benchmark(Baseline = true)]
    public double Scalar() => With(RankingKernel.Scalar);

    [Benchmark]
    public double Vector128() => With(RankingKernel.Vector128);

    [Benchmark]
    public double Vector256() => With(RankingKernel.Vector256);

    [Benchmark]
    public double Vector512() => With(RankingKernel.Vector512);

    [Benchmark]
    public double Halves()
    {
        RankingKernels.InUse = best;
        ExactScorer.Score(query, halves, scores, similarities);
        return scores[0];
    }

    [Benchmark]
    public double TensorPrimitivesSingle()
    {
        for (var row = 0; row < Count; row++)
        {
            var score = 0.0;
            for (var block = 0; block < SampleRows.Layout.Count; block++)
            {
                var (_, offset, length) = SampleRows.Layout.Blocks[block];
                var best = float.NegativeInfinity;
                for (var alternative = 0; alternative < Alternatives; alternative++)
                {
                    best = Math.Max(best, TensorPrimitives.Dot<float>(
                        rows.AsSpan(row * SampleRows.Layout.Dimensions + offset, length), queryRow.AsSpan(offset, length)));
                }

                similarities[row * SampleRows.Layout.Count + block] = best;
                score += SampleRows.Weights[block] * (best + 1) / 2;
            }

            scores[row] = score;
        }

        return scores[0];
    }

    [Benchmark]
    public double TensorPrimitivesDouble()
    {
        for (var row = 0; row < Count; row++)
        {
            var score = 0.0;
            TensorPrimitives.ConvertChecked<float, double>(rows.AsSpan(row * wide.Length, wide.Length), wide);
            for (var block = 0; block < SampleRows.Layout.Count; block++)
            {
                var (_, offset, length) = SampleRows.Layout.Blocks[block];
                var best = double.NegativeInfinity;
                for (var alternative = 0; alternative < Alternatives; alternative++)
                {
                    best = Math.Max(best, TensorPrimitives.Dot<double>(wide.AsSpan(offset, length), wideQuery.AsSpan(offset, length)));
                }

                similarities[row * SampleRows.Layout.Count + block] = (float)best;
                score += SampleRows.Weights[block] * (best + 1) / 2;
            }

            scores[row] = score;
        }

        return scores[0];
    }

    private double With(RankingKernel kernel)
    {
        RankingKernels.InUse = kernel;
        ExactScorer.Score(query, rows, scores, similarities);
        return scores[0];
    }
}
