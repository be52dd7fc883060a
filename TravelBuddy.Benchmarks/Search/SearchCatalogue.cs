using BenchmarkDotNet.Attributes;

namespace TravelBuddy.Benchmarks.Search;

/// <summary>Rows as catalogues have them; and the same rows in pgvector, in half precision and scaled by √weight as the app keeps them: every row, and nearest neighbours by HNSW.</summary>
public class SearchCatalogue : SearchRows
{
    private readonly SearchedRows drawn = new(seed: 7);
    private static PgVectorRows? database;

    /// <summary>The share of the ten best that nearest neighbours brought; null before they were asked.</summary>
    public static double? Recall => database?.Recall;

    [Benchmark]
    public int PgVectorExact() => database!.Exact(NextQuery());

    [Benchmark]
    public int PgVectorHnsw() => database!.Nearest(NextQuery());

    protected override void PrepareMore() => database ??= PgVectorRows.LoadAsync(Data).GetAwaiter().GetResult();

    protected override float[] Rows(int count) => drawn.Next(count, count > 1 ? .1 : 0);
}
