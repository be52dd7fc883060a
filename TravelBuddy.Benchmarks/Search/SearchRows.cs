using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using TravelBuddy.Ranking;

namespace TravelBuddy.Benchmarks.Search;

/// <summary>
/// The ten best of 100,000 rows for one query after the other, beside what else could be used: the matrix-vector product of OpenBLAS, a loop of <see cref="TensorPrimitives"/>, a plain loop. Those three give one float32 sum a row and no similarities;
/// they stand for the least that looking at every row costs. <see cref="SearchTable"/> runs all in one process, so that they share the rows.
/// </summary>
public abstract class SearchRows
{
    protected const int Count = 100_000;
    protected const int Best = 10;
    private const int QueryCount = 32;

    private static (Type For, Prepared What)? shared;

    private readonly int[] ids = new int[Best];
    private readonly double[] scores = new double[Best];
    private readonly float[] products = new float[Count];
    private readonly float[] sums = new float[2];
    private readonly double[] wide = new double[Count];
    private int next;

    internal Prepared Data { get; private set; } = null!;

    [GlobalSetup]
    public void Prepare()
    {
        if (shared?.For != GetType())
        {
            shared = null;
            shared = (GetType(), Prepared.Of(Rows(Count), Enumerable.Range(0, QueryCount).Select(_ => Rows(1)).ToArray()));
        }

        Data = shared.Value.What;
        PrepareMore();
    }

    [Benchmark]
    public int RankingIndex() => Data.Index.Search(Next(), ids, scores, []);

    [Benchmark]
    public int RankingIndexTwoThreads() => Data.IndexOfTwo.Search(Next(), ids, scores, []);

    [Benchmark]
    public int RankingIndexAvx2()
    {
        var kernel = RankingKernels.InUse;
        RankingKernels.InUse = RankingKernel.Vector256;
        var found = RankingIndex();
        RankingKernels.InUse = kernel;
        return found;
    }

    [Benchmark]
    public int ScanIndex() => Data.Scan.Search(Next(), ids, scores, []);

    [Benchmark]
    public int ScanIndexTwoThreads() => Data.ScanOfTwo.Search(Next(), ids, scores, []);

    [Benchmark(Description = "reading every number, one thread")]
    public float Read() => MemoryRead.Sum(Data.Rows);

    [Benchmark(Description = "reading every number, two threads")]
    public float ReadByTwo()
    {
        var half = Data.Rows.Length / 2;
        Parallel.For(0, 2, worker => sums[worker] = MemoryRead.Sum(Data.Rows.AsSpan(worker * half, half)));
        return sums[0] + sums[1];
    }

    [Benchmark(Baseline = true, Description = "OpenBLAS sgemv, all threads")]
    public int MatrixVector() => Search.MatrixVector.Best(Data.Rows, NextRow(), products, wide, ids);

    [Benchmark]
    public int TensorPrimitivesDot()
    {
        var query = NextRow();
        for (var row = 0; row < Count; row++)
        {
            products[row] = TensorPrimitives.Dot<float>(Data.Rows.AsSpan(row * query.Length, query.Length), query);
        }

        return Select();
    }

    [Benchmark]
    public int PlainLoop()
    {
        var query = NextRow();
        for (var row = 0; row < Count; row++)
        {
            var values = Data.Rows.AsSpan(row * query.Length, query.Length);
            var sum = 0f;
            for (var i = 0; i < query.Length; i++)
            {
                sum += values[i] * query[i];
            }

            products[row] = sum;
        }

        return Select();
    }

    /// <summary>What a suite needs beside <see cref="Data"/>, which is there.</summary>
    protected virtual void PrepareMore()
    {
    }

    /// <summary>The next rows of the catalogue.</summary>
    protected abstract float[] Rows(int count);

    private protected int NextQuery() => next = (next + 1) % QueryCount;

    private RankingQuery Next() => Data.Queries[NextQuery()];

    private float[] NextRow() => Data.Weighted[NextQuery()];

    private int Select() => Search.MatrixVector.Best(products, wide, ids);

    /// <summary>Everything that takes long to make.</summary>
    /// <param name="Rows">Row after row.</param>
    /// <param name="Weighted">Queries as rows, each block times its weight.</param>
    /// <param name="Queries">The same queries.</param>
    /// <param name="Index">On one thread.</param>
    /// <param name="IndexOfTwo">On two.</param>
    /// <param name="Scan">On one thread.</param>
    /// <param name="ScanOfTwo">On two.</param>
    internal sealed record Prepared(float[] Rows, float[][] Weighted, RankingQuery[] Queries, RankingIndex Index, RankingIndex IndexOfTwo, ScanIndex Scan, ScanIndex ScanOfTwo)
    {
        public static Prepared Of(float[] rows, float[][] queries) => new(
            rows,
            [.. queries.Select(SearchQueries.Weighted)],
            [.. queries.Select(SearchQueries.Of)],
            TravelBuddy.Ranking.RankingIndex.Build(SampleRows.Layout, rows, SampleRows.Weights),
            TravelBuddy.Ranking.RankingIndex.Build(SampleRows.Layout, rows, SampleRows.Weights, threads: 2),
            TravelBuddy.Ranking.ScanIndex.Build(SampleRows.Layout, rows),
            TravelBuddy.Ranking.ScanIndex.Build(SampleRows.Layout, rows, threads: 2));
    }
}

/// <summary>Rows without any structure: what no bound can rule out together.</summary>
public class SearchScattered : SearchRows
{
    private int seed;

    protected override float[] Rows(int count) => SampleRows.Rows(count, ++seed);
}
